#!/usr/bin/env bash
# Feeds each report to a real reader of its format.
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$(realpath "${SUNTING:-.build/release/sunting}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=$PWD/.build/clients
"$venv/bin/python" -c "import sarif_om, sarif_pydantic, sarif, junitparser, lxml" 2>/dev/null \
  || { python3 -m venv "$venv" && "$venv/bin/pip" install -q sarif-om sarif-pydantic sarif-tools junitparser lxml; }
mkdir "$work/a"
cp Corpus/mt/0*.txt "$work/a"
cp Corpus/mt/01-*.txt "$work/a/$(printf 'b\351ta "<&>%%\n.txt')"
formats=(sarif gitlab junit checkstyle rdjson html)
cd "$work/a"
options=()
for format in "${formats[@]}"; do options+=(--format "$format=$work/$format"); done
"$binary" check --quiet "${options[@]}" --format summary . tidak-ada.txt && exit 1 || [ $? -eq 2 ]
cd "$work"
cp sarif a.sarif
"$venv/bin/sarif" summary a.sarif >/dev/null
"$venv/bin/python" - <<'PYTHON'
import html.parser, json, re
from junitparser import JUnitXml
from lxml import etree
from sarif_pydantic import Sarif
import sarif_om

log = json.load(open("sarif"))
# types and values by one model of the standard, names of properties and what is required by classes that were made
# from its schema, which allows no others
Sarif.model_validate(log)
classes = {"runs": "Run", "tool": "Tool", "driver": "ToolComponent", "rules": "ReportingDescriptor", "results": "Result",
           "message": "Message", "locations": "Location", "relatedLocations": "Location", "region": "Region",
           "physicalLocation": "PhysicalLocation", "artifactLocation": "ArtifactLocation", "fixes": "Fix",
           "logicalLocations": "LogicalLocation", "artifactChanges": "ArtifactChange", "replacements": "Replacement",
           "deletedRegion": "Region", "insertedContent": "ArtifactContent", "description": "Message",
           "shortDescription": "MultiformatMessageString", "fullDescription": "MultiformatMessageString",
           "help": "MultiformatMessageString", "defaultConfiguration": "ReportingConfiguration",
           "invocations": "Invocation", "toolExecutionNotifications": "Notification",
           "properties": None, "partialFingerprints": None}
def check(value, name):
    if isinstance(value, list):
        for item in value: check(item, name)
    if not isinstance(value, dict): return
    fields = getattr(sarif_om, name).__attrs_attrs__
    known = {field.metadata["schema_property_name"] for field in fields}
    required = {field.metadata["schema_property_name"] for field in fields if field.default is __import__("attr").NOTHING}
    assert set(value) <= known, (name, set(value) - known)
    assert required <= set(value), (name, required - set(value))
    for key, inner in value.items():
        if isinstance(inner, dict) or isinstance(inner, list) and inner and isinstance(inner[0], dict):
            if classes[key]: check(inner, classes[key])
check(log, "SarifLog")
run = log["runs"][0]
assert run["columnKind"] == "unicodeCodePoints" and run["results"]
assert not run["invocations"][0]["executionSuccessful"]
for result in run["results"]:
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["partialFingerprints"]["sunting/v1"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri), uri
    text = open(__import__("urllib.parse").parse.unquote_to_bytes("a/" + uri), "rb").read()
    region = result["locations"][0]["physicalLocation"]["region"]
    line = text.decode().splitlines()[region["startLine"] - 1]
    part = text[region["byteOffset"]:region["byteOffset"] + region["byteLength"]].decode()
    if region["startLine"] == region["endLine"]:
        assert line[region["startColumn"] - 1:region["endColumn"] - 1] == part, (line, part)
gitlab = json.load(open("gitlab"))
assert len({entry["fingerprint"] for entry in gitlab}) == len(gitlab) == len(run["results"])
assert all(entry["location"]["lines"]["begin"] >= 1 and entry["severity"] in ("info", "minor", "major") for entry in gitlab)
suites = JUnitXml.fromfile("junit")
assert sum(suite.failures for suite in suites) == len(gitlab) and sum(suite.errors for suite in suites) == 1
style = etree.parse("checkstyle")
assert style.getroot().tag == "checkstyle" and len(style.findall(".//error")) == len(gitlab)
for diagnostic in json.load(open("rdjson"))["diagnostics"]:
    place = diagnostic["location"]["range"]
    assert place["start"]["line"] <= place["end"]["line"] and diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
page = open("html", encoding="utf-8").read()
assert len(re.findall(r'<mark id="m\d+"', page)) == len(gitlab) and not re.search(r'(src|href)="(http|//)', page)
class Tags(html.parser.HTMLParser):
    stack = []
    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "input"): self.stack.append(tag)
    def handle_endtag(self, tag):
        assert self.stack and self.stack.pop() == tag, tag
tags = Tags(); tags.feed(page); assert not tags.stack
print(len(gitlab), "findings; every report was read")
PYTHON
