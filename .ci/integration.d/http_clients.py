"""Compares what LanguageTool's clients make of articles with what `sunting fix` makes of them."""
import subprocess
import sys

import language_tool_python
import pylanguagetool

url, sunting, *articles = sys.argv[1:]
tool = language_tool_python.LanguageTool("id", remote_server=url.rstrip("/"))


def fixed(text):
    run = subprocess.run([sunting, "fix", "--no-config", "-"], input=text.encode(), capture_output=True)
    assert run.returncode in (0, 1), run.stderr.decode()
    return run.stdout.decode()


def astral(text):
    return sum(ord(character) > 0xFFFF for character in text)


def client_corrects(text):
    """The client's own correction.

    It turns offsets from UTF-16 units into characters, but not lengths (match.py of 3.4.0 changes `offset` only), so a
    match with an emoji inside comes out too long with any server; only there is the length put right before.
    """
    matches = tool.check(text)
    touched = 0
    for match in matches:
        characters = units = 0
        while units < match.error_length:
            units += 1 + astral(text[match.offset + characters])
            characters += 1
        touched += characters != match.error_length
        match.error_length = characters
    return language_tool_python.utils.correct(text, matches), matches, touched


def units_corrected(text, answer):
    """The first replacement of every match, written in UTF-16 units as the API counts."""
    units = text.encode("utf-16-le")
    for match in reversed([m for m in answer["matches"] if m["replacements"]]):
        start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
        units = units[:start] + match["replacements"][0]["value"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def ask(text):
    return pylanguagetool.api.check(text, api_url=url + "v2/", lang="id")


own = [
    "🙂🙂 Itu dari dari sana.\n",
    "🔊 Dengarkan artikel ini\n\nItu dari dari sana 🙂, kata 🙂 menteri itu menteri itu.\n",
    "👩‍👩‍👧 Sekitar 10,000 orang 🙂 dan dan 20,000 lagi.\r\nBagikan di Facebook Tweet Email\r\n",
]
texts = [(path, open(path, encoding="utf-8", newline="").read()) for path in articles]
texts += [(f"emoji {number}", text) for number, text in enumerate(own, 1)]
once = twice = found = inside = 0
for name, text in texts:
    corrected, matches, touched = client_corrects(text)
    answer = ask(text)
    assert [m["rule"]["id"] for m in answer["matches"]] == [m.rule_id for m in matches], name
    assert corrected == units_corrected(text, answer), f"{name}: the two clients make two texts of one"
    found += len(matches)
    inside += touched
    if corrected == fixed(text):
        once += 1
        continue
    # a fix may bring another to light, which `sunting fix` mends in its next round and a client when it asks again
    again, _, _ = client_corrects(corrected)
    assert again == fixed(text), f"{name}: the corrected text differs from sunting fix's"
    twice += 1
assert found > len(texts), "hardly any matches"
match = next(m for m in tool.check(own[0]) if m.rule_id == "repetition/repeated-word")
assert own[0][match.offset : match.offset + match.error_length] == "dari dari", match
print(f"http: {len(texts)} texts, {found} matches by both clients; corrected as by sunting fix: {once} in one pass, {twice} in two")
print(f"http: {inside} matches with an emoji inside, whose length language_tool_python leaves in UTF-16 units")
