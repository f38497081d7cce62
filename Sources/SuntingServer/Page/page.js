"use strict";

const words = {
  id: {
    intro: "Menemukan jejak terjemahan mesin dalam berita.", language: "Bahasa", article: "Artikel", findings: "Temuan",
    all: "Terapkan semua perbaikan aman", undo: "Urungkan", copy: "Salin teks", copied: "Teks disalin.", none: "Tidak ada temuan.",
    count: (n) => `${n} temuan.`, apply: (t) => (t ? `Ganti dengan “${t}”` : "Hapus"), check: " (periksa dulu)", problem: "Server menolak: ",
  },
  en: {
    intro: "Finds what machine translation leaves behind in Indonesian news.", language: "Language", article: "Article", findings: "Findings",
    all: "Apply all safe fixes", undo: "Undo", copy: "Copy the text", copied: "The text was copied.", none: "Nothing found.",
    count: (n) => `${n} finding${n === 1 ? "" : "s"}.`, apply: (t) => (t ? `Replace with “${t}”` : "Delete"), check: " (check first)", problem: "The server refused: ",
  },
};

const at = (id) => document.getElementById(id);
const [text, marks, list, status, language] = ["text", "marks", "findings", "status", "language"].map(at);
const past = [];
const why = {};
let running = 0;

const say = (key, ...values) => {
  const word = words[language.value][key];
  return typeof word === "function" ? word(...values) : word;
};

function translate() {
  document.documentElement.lang = language.value;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
}

async function ask(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  return answer;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

// The server counts UTF-8 bytes, a page counts UTF-16 units.
function counter(value) {
  const bytes = new TextEncoder().encode(value);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return (offset) => decoder.decode(bytes.subarray(0, offset)).length;
}

async function check() {
  const mine = ++running;
  const value = text.value;
  try {
    const answer = await post("/v1/check", { text: value, language: language.value });
    if (mine === running && value === text.value) show(value, answer.diagnostics);
  } catch (problem) {
    if (mine === running) status.textContent = say("problem") + problem.message;
  }
}

function show(value, diagnostics) {
  const unit = counter(value);
  marks.replaceChildren();
  list.replaceChildren();
  let end = 0;
  for (const found of diagnostics) {
    const [from, to] = [unit(found.start), unit(found.end)];
    if (from >= end) {
      const mark = document.createElement("mark");
      mark.className = found.severity;
      mark.textContent = value.slice(from, to);
      marks.append(value.slice(end, from), mark);
      end = to;
    }
    list.append(item(found, from, to, unit));
  }
  marks.append(value.slice(end) + "\n");
  marks.scrollTop = text.scrollTop;
  status.textContent = diagnostics.length ? say("count", diagnostics.length) : say("none");
}

function button(label, action) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", action);
  return element;
}

function item(found, from, to, unit) {
  const element = document.createElement("li");
  element.className = found.severity;
  const place = button(found.message, () => {
    text.focus();
    text.setSelectionRange(from, to);
  });
  place.className = "place";
  const reason = document.createElement("p");
  reason.textContent = (why[found.rule] || "") + " ";
  const rule = document.createElement("code");
  rule.textContent = found.rule;
  reason.append(rule);
  element.append(place, reason);
  for (const fix of found.fixes) {
    const edits = fix.edits.map((edit) => ({ from: unit(edit.start), to: unit(edit.end), text: edit.text }));
    const shown = edits.map((edit) => edit.text).filter(Boolean).join(" … ");
    element.append(button(say("apply", shown) + (fix.safety === "safe" ? "" : say("check")), () => apply(edits)));
  }
  return element;
}

function apply(edits) {
  let value = text.value;
  for (const edit of [...edits].sort((a, b) => b.from - a.from)) {
    value = value.slice(0, edit.from) + edit.text + value.slice(edit.to);
  }
  replace(value);
}

function replace(value) {
  if (value === text.value) return;
  past.push(text.value);
  at("undo").disabled = false;
  text.value = value;
  check();
}

async function rules() {
  for (const rule of await ask(`/v1/rules?language=${language.value}`)) why[rule.id] = rule.why;
}

let timer;
text.addEventListener("input", () => {
  clearTimeout(timer);
  marks.replaceChildren();
  timer = setTimeout(check, 150);
});
text.addEventListener("scroll", () => (marks.scrollTop = text.scrollTop));
text.addEventListener("dragover", (event) => event.preventDefault());
text.addEventListener("drop", async (event) => {
  const file = event.dataTransfer.files[0];
  if (!file) return;
  event.preventDefault();
  replace(await file.text());
});
at("all").addEventListener("click", async () => {
  const value = text.value;
  try {
    const answer = await post("/v1/fix", { text: value });
    if (value === text.value) replace(answer.text);
  } catch (problem) {
    status.textContent = say("problem") + problem.message;
  }
});
at("undo").addEventListener("click", () => {
  text.value = past.pop();
  at("undo").disabled = past.length === 0;
  check();
});
at("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(text.value);
  status.textContent = say("copied");
});
language.addEventListener("change", async () => {
  translate();
  await rules();
  check();
});

language.value = navigator.language.startsWith("id") || navigator.language.startsWith("ms") ? "id" : "en";
translate();
rules().then(check);
