"use strict";

const words = {
  id: {
    intro: "Menemukan jejak terjemahan mesin dalam berita.", language: "Bahasa", article: "Artikel", findings: "Temuan",
    hint: "Klik bagian yang ditandai untuk melihat alasan, sumber, dan perbaikannya.", example: "Isi dengan contoh",
    all: "Terapkan semua perbaikan aman", undo: "Urungkan", copy: "Salin teks", copied: "Teks disalin.",
    notCopied: "Teks tidak dapat disalin; pilih lalu salin dengan papan ketik.", none: "Tidak ada temuan.", empty: "Tempel atau jatuhkan artikel di sini.",
    count: (n, safe) => `${n} temuan, ${safe} di antaranya dapat diperbaiki dengan aman.`,
    apply: (t) => (t ? `Ganti dengan “${t}”` : "Hapus"), check: " (periksa dulu)", sources: "Sumber: ", newTab: "(di tab baru)",
    refused: "Server menolak: ", unreachable: "Server tidak menjawab.",
  },
  en: {
    intro: "Finds what machine translation leaves behind in Indonesian news.", language: "Language", article: "Article", findings: "Findings",
    hint: "Click what is marked to see the reason, the sources and the fix.", example: "Try an example",
    all: "Apply all safe fixes", undo: "Undo", copy: "Copy the text", copied: "The text was copied.",
    notCopied: "The text could not be copied; select it and copy it with the keyboard.", none: "Nothing found.", empty: "Paste or drop an article here.",
    count: (n, safe) => `${n} finding${n === 1 ? "" : "s"}, ${safe} with a safe fix.`,
    apply: (t) => (t ? `Replace with “${t}”` : "Delete"), check: " (check first)", sources: "Sources: ", newTab: "(in a new tab)",
    refused: "The server refused: ", unreachable: "The server does not answer.",
  },
};

const example = `Beranda > Dunia > Asia

Menteri itu mengatakan bahwa bahwa perjanjian akan ditandatangani pada hari Kamis.

Sekitar 10,000 orang non -imigran tinggal di kota itu, kata juru bicara Departemen Keadilan.

Bagikan di Facebook Tweet Email`;

const at = (id) => document.getElementById(id);
const [text, marks, list, status, language] = ["text", "marks", "findings", "status", "language"].map(at);
const rules = new Map();
let found = [];
let running = 0;

const say = (key, ...values) => {
  const word = words[language.value][key];
  return typeof word === "function" ? word(...values) : word;
};

function translate() {
  document.documentElement.lang = language.value;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  text.placeholder = say("empty");
}

// Asking the server

async function ask(path, options) {
  const response = await fetch(path, options).catch(() => { throw new Error(say("unreachable")); });
  const answer = await response.json();
  if (!response.ok) throw new Error(say("refused") + answer.error.message);
  return answer;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

async function check() {
  const mine = ++running;
  const value = text.value;
  try {
    const answer = await post("/v1/check", { text: value, language: language.value });
    if (mine === running && value === text.value) show(value, answer.diagnostics);
  } catch (problem) {
    if (mine === running) status.textContent = problem.message;
  }
}

async function loadRules() {
  const asked = language.value;
  const answer = await ask(`/v1/rules?language=${asked}`);
  if (asked === language.value) for (const rule of answer) rules.set(rule.id, rule);
}

// What was found

/** From UTF-8 offsets, which the server counts, to UTF-16 offsets, which a page counts. */
function counter(value) {
  const units = [];
  let unit = 0;
  for (const character of value) {
    const code = character.codePointAt(0);
    for (let length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; length > 0; length--) units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return (offset) => units[offset] ?? unit;
}

function show(value, diagnostics) {
  const unit = counter(value);
  marks.replaceChildren();
  list.replaceChildren();
  let end = 0;
  let mark;
  found = diagnostics.map((diagnostic) => {
    const [from, to] = [unit(diagnostic.start), unit(diagnostic.end)];
    // a finding that begins inside another's mark shares it
    if (from >= end && to > from) {
      mark = make("mark", { className: diagnostic.severity, textContent: value.slice(from, to) });
      marks.append(value.slice(end, from), mark);
      end = to;
    }
    const finding = { from, to, mark: from < end ? mark : undefined, item: item(diagnostic, from, to, unit) };
    list.append(finding.item);
    return finding;
  });
  marks.append(value.slice(end) + "\n");
  marks.scrollTop = text.scrollTop;
  const safe = diagnostics.filter((diagnostic) => diagnostic.fixes.some((fix) => fix.safety === "safe")).length;
  at("all").disabled = safe === 0;
  status.textContent = diagnostics.length ? say("count", diagnostics.length, safe) : value ? say("none") : "";
  point(false);
}

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const button = (label, action) => {
  const element = make("button", { type: "button", textContent: label });
  element.addEventListener("click", action);
  return element;
};

function item(diagnostic, from, to, unit) {
  const place = button(diagnostic.message, () => select(from, to));
  place.className = "place";
  const rule = rules.get(diagnostic.rule);
  const element = make("li", { className: diagnostic.severity }, place);
  if (rule?.why) element.append(make("p", { textContent: rule.why }));
  const fixes = make("div", { className: "fixes" });
  for (const fix of diagnostic.fixes) {
    const edits = fix.edits.map((edit) => ({ from: unit(edit.start), to: unit(edit.end), text: edit.text }));
    const shown = edits.map((edit) => edit.text).filter(Boolean).join(" … ");
    fixes.append(button(say("apply", shown) + (fix.safety === "safe" ? "" : say("check")), () => apply(edits)));
  }
  if (fixes.children.length) element.append(fixes);
  if (rule?.sources?.length) {
    element.append(make("p", { className: "sources", textContent: say("sources") + rule.sources.join("; ") }));
  }
  const link = make("a", { href: `/rules/${diagnostic.rule}?language=${language.value}`, target: "_blank", rel: "noopener" });
  link.append(make("code", { textContent: diagnostic.rule }), " " + say("newTab"));
  element.append(make("p", { className: "rule" }, link));
  return element;
}

/** Selects a finding in the text and brings it into view. */
function select(from, to) {
  text.focus({ preventScroll: true });
  text.setSelectionRange(from, to);
  const mark = found.find((finding) => finding.from === from && finding.to === to)?.mark;
  if (mark) text.scrollTop = mark.offsetTop - text.clientHeight / 3;
  text.scrollIntoView({ block: "nearest" });
  point(false);
}

/** Shows which finding the cursor stands in. */
function point(isClick) {
  const [start, end] = [text.selectionStart, text.selectionEnd];
  const current = found.filter((finding) => finding.from <= start && end <= finding.to).sort((a, b) => a.to - a.from - (b.to - b.from))[0];
  for (const finding of found) {
    finding.mark?.classList.remove("current");
    if (finding === current) finding.item.setAttribute("aria-current", "true");
    else finding.item.removeAttribute("aria-current");
  }
  if (!current) return;
  current.mark?.classList.add("current");
  list.scrollTop = current.item.offsetTop - list.offsetTop - 8;
  if (isClick) current.item.scrollIntoView({ block: "nearest" });
}

// Changing the text, and going back

const past = [];
let last = "";

/** Puts the text as it was into the history, when it has changed since. */
function remember() {
  if (text.value === last) return;
  past.push(last);
  if (past.length > 200) past.shift();
  last = text.value;
  at("undo").disabled = false;
}

function apply(edits) {
  let value = text.value;
  for (const edit of [...edits].sort((a, b) => b.from - a.from)) {
    value = value.slice(0, edit.from) + edit.text + value.slice(edit.to);
  }
  replace(value, Math.min(...edits.map((edit) => edit.from)));
}

function replace(value, cursor = 0) {
  remember();
  const scroll = text.scrollTop;
  text.value = value;
  text.focus({ preventScroll: true });
  text.setSelectionRange(cursor, cursor);
  text.scrollTop = scroll;
  remember();
  changed(0);
}

let timer;
/** The marks no longer fit; new ones come after a pause in typing. */
function changed(pause) {
  clearTimeout(timer);
  running++;
  found = [];
  marks.replaceChildren();
  timer = setTimeout(() => { remember(); check(); }, pause);
}

text.addEventListener("input", () => changed(150));
text.addEventListener("scroll", () => (marks.scrollTop = text.scrollTop));
text.addEventListener("click", () => point(true));
text.addEventListener("keyup", () => point(false));
text.addEventListener("dragover", (event) => event.preventDefault());
text.addEventListener("drop", async (event) => {
  const file = event.dataTransfer.files[0];
  if (!file) return;
  event.preventDefault();
  replace((await file.text()).replaceAll("\r\n", "\n"));
});
at("all").addEventListener("click", async () => {
  const value = text.value;
  try {
    const answer = await post("/v1/fix", { text: value });
    if (value === text.value) replace(answer.text);
  } catch (problem) {
    status.textContent = problem.message;
  }
});
at("undo").addEventListener("click", () => {
  remember();
  text.value = last = past.pop();
  at("undo").disabled = past.length === 0;
  if (at("undo").disabled) text.focus();
  changed(0);
});
at("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(text.value);
    status.textContent = say("copied");
  } catch {
    text.select();
    status.textContent = say("notCopied");
  }
});
at("example").addEventListener("click", () => replace(example));
language.addEventListener("change", async () => {
  translate();
  await loadRules().catch((problem) => (status.textContent = problem.message));
  check();
});

language.value = /^(id|ms)\b/.test(navigator.language) ? "id" : "en";
translate();
loadRules().catch((problem) => (status.textContent = problem.message)).then(check);
