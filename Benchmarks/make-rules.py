#!/usr/bin/env python3
"""Makes rules that never apply, to see what the number of rules costs: make-rules.py FOLDER COUNT."""

import pathlib
import random
import sys

folder, count = pathlib.Path(sys.argv[1]) / "calque", int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
dice = random.Random(2)


def word():
    return "".join(dice.choice("bcdfghjklmnpqrstvwxz") + dice.choice("aeiou") for _ in range(4)) + "q"


for number in range(count):
    first, second, third = word(), word(), word()
    (folder / f"never-{number:05}.yml").write_text(
        f"""severity: warning
mqm: accuracy/mistranslation/overly-literal
default: on
message: {{ id: "“{{text}}” tidak ada.", en: "There is no “{{text}}”." }}
why: {{ id: "Aturan ini hanya untuk mengukur.", en: "This rule is for measuring only." }}
sources: ["buatan"]
pattern: "(yang|dan|di) {first} ({second}|tidak {third})"
examples:
  - bad: "Ia melihat buku ⟦yang {first} {second}⟧ itu."
  - bad: "Ia melihat buku ⟦dan {first} tidak {third}⟧ itu."
silent:
  - {{ text: "Ia melihat {first} itu.", why: "Hanya satu kata." }}
  - {{ text: "Ia melihat {second} itu.", why: "Hanya satu kata." }}
"""
    )
