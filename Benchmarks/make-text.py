#!/usr/bin/env python3
"""Makes text for the benchmark: articles of one to eight kilobytes whose vocabulary grows like that of real news.

Sentences come from Corpus/ and, where they lie beside the repository, from the texts of the evaluation. Names, numbers
and a few lower-case words in them are replaced: new ones are made up by a Pitman-Yor process, which gives Heaps' law
(the number of distinct words grows with a power of the number of words). The same arguments give the same bytes.

    make-text.py FOLDER MEGABYTES [--shared ../shared] [--one FILE] [--jsonl FILE]
"""

import argparse
import pathlib
import random
import re

HERE = pathlib.Path(__file__).resolve().parent.parent
SLOT = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w-])|\b\d[\d.]{2,}\b|(?<= )[a-z]{7,}(?= )")
ONSETS = "b c d f g h j k l m n p r s t w y br dr gr kr pr tr th sh st".split()
VOWELS = "a a a e e i i o u u ia ai".split()
CODAS = ["", "", "", "n", "ng", "r", "s", "t", "m", "k", "h", "l"]


class Names:
    """A Pitman-Yor process over made-up names."""

    def __init__(self, dice, discount=0.75, strength=1000.0):
        self.dice, self.discount, self.strength = dice, discount, strength
        self.drawn, self.names = [], []

    def draw(self):
        count = len(self.drawn)
        new = (self.strength + self.discount * len(self.names)) / (self.strength + count)
        if not count or self.dice.random() < new:
            self.names.append(self.make())
            name = self.names[-1]
        else:
            name = self.dice.choice(self.drawn)
        self.drawn.append(name)
        return name

    def make(self):
        pick = self.dice.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS) for _ in range(pick((2, 2, 3)))).capitalize()


def slips(dice, word):
    """The word with one slip of the fingers."""
    place = dice.randrange(1, len(word) - 1)
    kind = dice.random()
    if kind < 0.4:
        return word[:place] + word[place + 1 :]
    if kind < 0.7:
        return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
    return word[:place] + dice.choice("abcdefghijklmnopqrstuvwxyz") + word[place:]


def template(dice, line):
    """The line as fixed pieces and slots: N a name, # a number, w a word that may be misspelt."""
    pieces, last = [], 0
    for found in SLOT.finditer(line):
        text = found.group()
        kind = "#" if text[0].isdigit() else "N" if text[0].isupper() else "w"
        if kind == "w" and dice.random() > 0.012 or kind == "N" and dice.random() > 0.6:
            continue
        pieces += [line[last : found.start()], (kind, text)]
        last = found.end()
    pieces.append(line[last:])
    return pieces


def lines(files):
    found = []
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if 20 <= len(line) <= 1500:
                found.append(line)
    return found


def articles(shared, size, seed=1):
    """Yields articles until their bytes reach `size`."""
    dice = random.Random(seed)
    clean = lines(sorted((HERE / "Corpus/clean").glob("*.txt")))
    if (shared / "eval/clean").is_dir():
        clean += lines(sorted((shared / "eval/clean").glob("*.txt")))
    machine = [lines([file]) for file in sorted((HERE / "Corpus/mt").glob("*.txt"))]
    if (shared / "eval/mt-blog").is_dir():
        machine += [lines([file]) for file in sorted((shared / "eval/mt-blog").glob("*.txt"))]
    clean = [template(dice, line) for line in clean]
    machine = [[template(dice, line) for line in article] for article in machine]
    names = Names(dice)

    def fill(pieces):
        out = []
        for piece in pieces:
            if isinstance(piece, str):
                out.append(piece)
            elif piece[0] == "N":
                out.append(names.draw())
            elif piece[0] == "#":
                out.append("".join(dice.choice("0123456789") if c.isdigit() else c for c in piece[1]))
            else:
                out.append(slips(dice, piece[1]) if dice.random() < 0.5 else names.make().lower())
        return "".join(out)

    written = 0
    while written < size:
        if dice.random() < 0.15:
            body = [fill(pieces) for pieces in dice.choice(machine)]
        else:
            start = dice.randrange(len(clean))
            body = [fill(pieces) for pieces in clean[start : start + dice.randint(5, 25)]]
        text = "\n\n".join(body) + "\n"
        written += len(text.encode())
        yield text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--shared", type=pathlib.Path, default=HERE.parent / "shared")
    parser.add_argument("--one", type=pathlib.Path, help="all articles in one file too")
    parser.add_argument("--jsonl", type=pathlib.Path, help="the articles as records too")
    options = parser.parse_args()
    import json

    words = set()
    count = total = size = 0
    one = open(options.one, "w", encoding="utf-8") if options.one else None
    jsonl = open(options.jsonl, "w", encoding="utf-8") if options.jsonl else None
    for number, text in enumerate(articles(options.shared, options.megabytes * 1e6)):
        folder = options.folder / f"{number // 1000:04}"
        if number % 1000 == 0:
            folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number % 1000:03}.txt").write_text(text, encoding="utf-8")
        if one:
            one.write(text + "\n")
        if jsonl:
            jsonl.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
        found = re.findall(r"\w+(?:-\w+)*", text)
        total += len(found)
        size += len(text.encode())
        words.update(map(str.lower, found))
        count += 1
    print(f"{count} articles, {size / 1e6:.1f} MB, {total} words, {len(words)} distinct")


if __name__ == "__main__":
    main()
