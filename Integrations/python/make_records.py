"""Writes COUNT records made of articles as JSON lines, with some that are hard to read: make_records.py COUNT OUT ARTICLE…"""

import json
import sys


def records(count, texts):
    odd = ["", "a\x00b", "“Kutipan” \u2028 😀 “ \\ /", None]
    for number in range(count):
        text = texts[number % len(texts)]
        if number % 50 == 49:
            text = odd[number // 50 % len(odd)]
        # every text is another one, so that a mix-up shows
        elif text is not None:
            text = f"{text}\n\nNomor {number}."
        yield {"id": str(number), "text": text, "source": f"https://example.org/{number}?a=1&b=é"}


if __name__ == "__main__":
    texts = [open(name, encoding="utf-8").read() for name in sys.argv[3:]]
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for record in records(int(sys.argv[1]), texts):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
