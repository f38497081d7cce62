#!/usr/bin/env bash
# Feeds each report to a real reader of its format.
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$(realpath "${SUNTING:-.build/release/sunting}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q sarif-pydantic sarif-tools junitparser lxml
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
venv/bin/sarif summary a.sarif >/dev/null
venv/bin/python - <<'PYTHON'
import html.parser, json, re
from junitparser import JUnitXml
from lxml import etree
from sarif_pydantic import Sarif

log = json.load(open("sarif"))
Sarif.model_validate(log)
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
