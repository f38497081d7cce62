/// Style and script of the page; both stand inside it, so that it needs no network.
enum HTMLPage {
  static let style = """
    :root { --ink: #1c1b19; --soft: #6b675f; --paper: #fdfcf9; --line: #dedad0; --sheet: #fff;
      --error: #b3261e; --error-wash: #fbe3df; --warning: #8a5a00; --warning-wash: #fdf0d2;
      --suggestion: #14607a; --suggestion-wash: #dff1f6; --good: #1d6b3a; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #a39e93; --paper: #171614; --line: #37342f;
      --sheet: #24221f; --error: #ff9a8f; --error-wash: #4a201c; --warning: #f2c35c; --warning-wash: #40310e;
      --suggestion: #82cfe6; --suggestion-wash: #12343f; --good: #82d19d; } }
    * { box-sizing: border-box; }
    html { scroll-padding: 30vh 0; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, "Noto Serif", serif;
      overflow-wrap: anywhere; }
    .top, main, footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
    h1, h2, .figures, .filters, .hint, .meta, table, .notes, #pop, footer, .clean, .failed, .rules {
      font-family: system-ui, "Noto Sans", sans-serif; }
    h1 { font-size: 1.35rem; margin: 1.5rem 0 .75rem; }
    h2 { font-size: 1.1rem; margin: 0; }
    small, .meta, .hint, footer { color: var(--soft); font-size: .8rem; }
    .figures { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0 0 1rem; }
    .figures dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .figures dt { color: var(--soft); font-size: .8rem; }
    .figures .s-error dd { color: var(--error); } .figures .s-warning dd { color: var(--warning); }
    .figures .s-suggestion dd { color: var(--suggestion); }
    .filters fieldset { border: 0; padding: 0; margin: 0 0 .4rem; display: flex; flex-wrap: wrap; gap: .3rem .4rem; }
    .filters legend { float: left; width: 5rem; color: var(--soft); font-size: .8rem; padding: .2rem 0; }
    .filters label { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem .1rem .5rem; font-size: .8rem;
      cursor: pointer; background: var(--sheet); }
    .filters input { margin: 0 .35rem 0 0; vertical-align: -.1em; accent-color: var(--soft); }
    .filters label:has(input:not(:checked)) { opacity: .55; }
    table { border-collapse: collapse; width: 100%; font-size: .85rem; margin: 1rem 0 2rem; }
    th, td { text-align: right; padding: .25rem .6rem; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
    th:first-child { text-align: left; font-weight: normal; width: 45%; }
    thead th { color: var(--soft); font-weight: normal; vertical-align: bottom; }
    td, thead th { overflow-wrap: normal; }
    a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: .15em; }
    article { border-top: 3px double var(--line); padding: 1.5rem 0 2rem; }
    .meta { margin: .1rem 0 1rem; }
    .row { display: grid; grid-template-columns: 2.5rem minmax(0, 40rem) minmax(14rem, 1fr); gap: 0 1rem; }
    .row > p { margin: 0 0 .8rem; grid-column: 2; white-space: pre-wrap; }
    .ln { color: var(--soft); font: .7rem/2.3 system-ui, sans-serif; text-align: right; opacity: .7; user-select: none; }
    mark { color: inherit; background: var(--wash); border-bottom: 2px solid var(--tone); border-radius: 2px; cursor: help;
      -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    .s-error { --tone: var(--error); --wash: var(--error-wash); }
    .s-warning { --tone: var(--warning); --wash: var(--warning-wash); }
    .s-suggestion { --tone: var(--suggestion); --wash: var(--suggestion-wash); }
    mark.empty::after { content: "‸"; color: var(--tone); }
    mark sup { font: .6rem/0 system-ui, sans-serif; color: var(--tone); padding-right: .15em; user-select: none; }
    mark:focus-visible, mark.on { outline: 2px solid var(--tone); outline-offset: 1px; }
    .off { display: none; }
    mark.off { display: inline; background: none; border: 0; cursor: auto; }
    mark.off > sup { display: none; }
    .notes { list-style: none; margin: .15rem 0 .8rem; padding: 0; grid-column: 3; font-size: .78rem; line-height: 1.4; }
    .notes li { border-left: 3px solid var(--tone); padding: 0 0 0 .6rem; margin-bottom: .45rem; }
    .notes li.on { background: var(--wash); }
    .notes li > a { color: var(--tone); text-decoration: none; font-weight: 600; }
    .notes b, #pop b { color: var(--good); font-weight: 600; }
    code { font: .92em ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); }
    #pop { position: fixed; z-index: 9; max-width: 26rem; background: var(--sheet); border: 1px solid var(--line);
      border-top: 3px solid var(--tone); border-radius: 6px; padding: .7rem .9rem; font-size: .88rem; line-height: 1.45;
      box-shadow: 0 6px 24px rgb(0 0 0 / .22); }
    #pop[hidden] { display: none; }
    #pop p { margin: 0 0 .35rem; } #pop p:last-child { margin: 0; } #pop .why { color: var(--soft); }
    .rules dl { font-size: .85rem; max-width: 48rem; } .rules dd { margin: 0 0 .7rem; }
    .rules, .clean, .failed { border-top: 3px double var(--line); padding: 1.2rem 0; }
    kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; font-size: .9em; }
    footer { padding-bottom: 3rem; }
    @media (max-width: 60rem) {
      .row { grid-template-columns: 1.7rem minmax(0, 1fr); gap: 0 .6rem; }
      .notes { display: none; }
      .hint { display: none; }
      .top, main, footer { padding: 0 1rem; }
      .filters legend { float: none; width: 100%; }
      table { display: block; overflow-x: auto; } th:first-child { min-width: 12rem; }
    }
    @media (max-width: 40rem) { #pop { left: .5rem !important; right: .5rem; top: auto !important; bottom: .5rem; max-width: none; } }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #555; --line: #bbb; }
      body { font-size: 10.5pt; } #pop, .filters, .hint { display: none; }
      .row { grid-template-columns: 2rem 1fr; break-inside: avoid; } .notes { display: block; grid-column: 2; }
      mark { background: none; } .clean > ul { display: block; }
    }

    """

  static let script = #"""
    (() => {
      const pop = document.getElementById("pop");
      const marks = [...document.querySelectorAll("mark[id]")];
      const why = new Map([...document.querySelectorAll("[data-why]")].map(e => [e.dataset.why, e.textContent]));
      let current = null;
      const lit = (n, on) => document.querySelectorAll(`mark[data-n="${n}"], #n${n}`).forEach(e => e.classList.toggle("on", on));
      const line = (text, name, tag = "p") => {
        const e = document.createElement(tag);
        e.textContent = text;
        if (name) e.className = name;
        pop.append(e);
      };
      function hide() {
        if (current) lit(current, false);
        current = null;
        pop.hidden = true;
      }
      function show(mark) {
        hide();
        const note = document.getElementById("n" + mark.dataset.n);
        if (!note || mark.classList.contains("off")) return;
        current = mark.dataset.n;
        lit(current, true);
        pop.replaceChildren();
        pop.className = note.className.replace("on", "");
        line(note.querySelector("span").textContent);
        const advice = note.querySelector("b");
        if (advice) { const p = document.createElement("p"); p.append(advice.cloneNode(true)); pop.append(p); }
        const reason = why.get(note.dataset.rule);
        if (reason) line(reason, "why");
        line(note.dataset.rule, "", "code");
        pop.hidden = false;
        const box = (mark.getClientRects()[0] || mark.getBoundingClientRect()), height = pop.offsetHeight;
        const below = box.bottom + 8 + height <= innerHeight;
        pop.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - height - 8)) + "px";
        pop.style.left = Math.max(8, Math.min(box.left, innerWidth - pop.offsetWidth - 8)) + "px";
      }
      const first = target => {
        const mark = target.closest && target.closest("mark:not(.off)");
        return mark && (mark.id ? mark : document.getElementById("m" + mark.dataset.n));
      };
      document.addEventListener("mouseover", e => { const m = first(e.target); if (m) show(m); else if (!pop.contains(e.target)) hide(); });
      document.addEventListener("focusin", e => { const m = first(e.target); if (m) show(m); });
      document.addEventListener("focusout", hide);
      document.addEventListener("scroll", () => { if (document.activeElement.tagName !== "MARK") hide(); }, { passive: true });
      function step(by) {
        const visible = marks.filter(m => !m.classList.contains("off"));
        if (!visible.length) return;
        let index = visible.indexOf(document.activeElement);
        if (index < 0) index = by > 0 ? visible.findIndex(m => m.getBoundingClientRect().top > 0) - 1 : visible.length;
        const mark = visible[(index + by + visible.length) % visible.length];
        mark.focus({ preventScroll: true });
        mark.scrollIntoView({ block: "center" });
        show(mark);
      }
      document.addEventListener("keydown", e => {
        if (e.ctrlKey || e.metaKey || e.altKey) return;
        if (e.key === "j" || e.key === "n") step(1);
        else if (e.key === "k" || e.key === "p") step(-1);
        else if (e.key === "Escape") { hide(); if (document.activeElement.tagName === "MARK") document.activeElement.blur(); }
        else return;
        e.preventDefault();
      });
      document.addEventListener("change", () => {
        const hidden = [...document.querySelectorAll(".filters input:not(:checked)")].map(i => i.value);
        for (const e of document.querySelectorAll("mark, .notes li")) {
          const off = hidden.some(name => e.classList.contains(name));
          e.classList.toggle("off", off);
          if (e.id && e.tagName === "MARK") e.tabIndex = off ? -1 : 0;
        }
      });
    })();

    """#
}
