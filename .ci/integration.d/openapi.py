"""The description of the API is a valid one, names every path, and the answers are as it says. Usage: openapi.py URL ARTICLE"""
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema
from openapi_spec_validator import validate

url, article = sys.argv[1:]
text = open(article, encoding="utf-8").read()


def ask(path, body=None, content_type="application/json"):
    request = urllib.request.Request(url + path.lstrip("/"), body, {"Content-Type": content_type} if body else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


description = json.loads(ask("/openapi.json")[1])
validate(description)
form = urllib.parse.urlencode({"language": "id", "level": "picky", "text": text}).encode()
own = json.dumps({"text": text}).encode()
urlencoded = "application/x-www-form-urlencoded"
questions = [
    ("/v2/check", "post", "/v2/check", (form, urlencoded)), ("/v2/check", "get", "/v2/check?language=id&text=Itu+dari+dari", ()),
    ("/v1/check", "post", "/v1/check", (own,)), ("/v1/fix", "post", "/v1/fix", (own,)),
    ("/v1/rules", "get", "/v1/rules?language=en", ()), ("/v2/languages", "get", "/v2/languages", ()),
    ("/v2/info", "get", "/v2/info", ()), ("/v2/configinfo", "get", "/v2/configinfo", ()), ("/healthz", "get", "/healthz", ()),
    ("/v2/check", "post", "/v2/check", (b"language=xx&text=a", urlencoded)), ("/v1/check", "post", "/v1/check", (b"{",)),
    ("/v1/fix", "post", "/v1/fix", (b'{"teks":""}',)), ("/rules/{family}/{name}", "get", "/rules/tidak/ada", ()),
]
for path, method, question, body in questions:
    status, answer = ask(question, *body)
    responses = description["paths"][path][method]["responses"]
    response = responses.get(str(status), responses.get("default"))
    name = response.get("$ref", "").rsplit("/", 1)[-1]
    schema = (description["components"]["responses"][name] if name else response)["content"]["application/json"]["schema"]
    validator = jsonschema.Draft202012Validator({**schema, "components": description["components"]})
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(answer))]
    assert not errors, f"{method} {question}: {errors[:5]}"
for path in description["paths"]:
    status, _ = ask(path.replace("{family}/{name}", "repetition/repeated-word"))
    assert status != 404, f"{path} is described but not there"
status, metrics = ask("/metrics")
assert status == 200 and all(re.fullmatch(r'#.*|[a-z_]+\{[^}]*\} [0-9.e+-]+', line) for line in metrics.splitlines()), metrics
print(f"http: the description is valid; {len(questions)} answers are as it says")
