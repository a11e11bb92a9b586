"use strict";
// One document: from a fact to its words and back, filter and search, and corrections that become gold.
(() => {
  const { record, words } = JSON.parse(document.getElementById("data").textContent);
  const lists = { t: "targets", d: "deadlines", a: "assignments", c: "citations" };
  const text = document.getElementById("text");
  const aside = document.querySelector("aside.facts");
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const search = document.getElementById("search");
  const state = document.getElementById("state");
  const adder = document.getElementById("add");
  const facts = new Map();
  for (const [kind, list] of Object.entries(lists)) for (const fact of record[list]) facts.set(fact.id, { kind, fact });
  let current = null;
  let unsaved = false;

  // ------------------------------------------------------------ tabs
  function panel(tab) {
    return document.getElementById(tab.getAttribute("aria-controls"));
  }
  function select(tab) {
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === tab));
      panel(other).hidden = other !== tab;
    }
  }
  for (const tab of tabs) tab.addEventListener("click", () => select(tab));
  select(tabs[0]);

  // ------------------------------------------------------------ from fact to words and back
  const marks = new Map();
  for (const mark of text.querySelectorAll("mark")) {
    for (const id of mark.dataset.f.split(" ")) {
      if (!marks.has(id)) marks.set(id, []);
      marks.get(id).push(mark);
    }
  }
  function show(id, { scrollText = true, scrollCard = true } = {}) {
    const card = document.getElementById(`f-${id}`);
    if (!card) return;
    for (const here of document.querySelectorAll(".here")) here.classList.remove("here");
    current = id;
    select(tabs.find((tab) => panel(tab).contains(card)) ?? tabs[0]);
    card.classList.add("here");
    const own = marks.get(id) ?? [];
    for (const mark of own) mark.classList.add("here");
    if (scrollCard) card.scrollIntoView({ block: "nearest" });
    if (scrollText && own.length) own[0].scrollIntoView({ block: "center" });
  }
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || String(getSelection()).trim() !== "") return;
    const ids = mark.dataset.f.split(" ");
    // a second click on words of several facts goes to the next of them
    const next = ids[(ids.indexOf(current) + 1) % ids.length];
    show(next, { scrollText: false });
  });
  aside.addEventListener("click", (event) => {
    const card = event.target.closest(".card");
    if (!card || event.target.closest("form, button, a")) return;
    if (card.dataset.f) show(card.dataset.f, { scrollCard: false });
    else if (card.dataset.at) paragraph(Number(card.dataset.at))?.scrollIntoView({ block: "center" });
  });
  function paragraph(at) {
    const all = [...text.children].filter((p) => p.dataset.s !== undefined);
    let found = all[0];
    for (const p of all) if (Number(p.dataset.s) <= at) found = p;
    return found;
  }
  addEventListener("hashchange", () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id.startsWith("f-")) show(id.slice(2));
  });

  // ------------------------------------------------------------ filter
  function cards() {
    return [...aside.querySelectorAll(".panel:not([hidden]) .card")].filter((card) => !card.hidden);
  }
  function filter() {
    const wanted = search.value.toLowerCase().trim().split(/\s+/).filter(Boolean);
    for (const card of aside.querySelectorAll(".card")) {
      const own = card.dataset.state ?? "none";
      const said = card.textContent.toLowerCase();
      card.hidden = !wanted.every((word) => said.includes(word)) || (state.value !== "" && own !== state.value);
    }
  }
  search.addEventListener("input", filter);
  state.addEventListener("change", filter);

  // ------------------------------------------------------------ review
  const fields = {
    t: ["value", "value_max", "unit", "per", "comparator", "direction", "by", "baseline", "indicator", "role", "section"],
    d: ["relation", "date", "recurrence", "within", "section"],
    a: ["agency", "role", "partners", "task_refs", "section"],
    c: ["type", "number", "date", "issuer", "title", "relation"],
  };
  const choices = {
    "t.comparator": ["eq", "gt", "ge", "lt", "le", "approx"],
    "t.direction": ["", "increase", "decrease", "maintain"],
    "t.role": ["target", "reference"],
    "d.relation": ["before", "by", "on", "during", "from", "recurring"],
    "a.role": ["lead", "coordinate", "responsible"],
    "c.relation": ["implements", "basis", "mentions"],
  };
  const listed = ["partners", "task_refs"];

  function progress() {
    const done = [...aside.querySelectorAll("[data-state]")].length;
    document.getElementById("reviewed").textContent = `${words.reviewed}: ${done}/${facts.size}`;
  }
  function mark(card, value) {
    card.dataset.state = value;
    for (const button of card.querySelectorAll(".review button")) {
      button.setAttribute("aria-pressed", String(button.dataset.do === value || (button.dataset.do === "edit" && value === "edited")));
    }
    unsaved = true;
    progress();
  }
  function input(kind, name, value) {
    const options = choices[`${kind}.${name}`];
    const field = document.createElement(options ? "select" : "input");
    field.name = name;
    for (const option of options ?? []) field.append(new Option(option, option, false, option === (value ?? "")));
    if (!options) field.value = Array.isArray(value) ? value.join("; ") : (value ?? "");
    return field;
  }
  function typed(name, value) {
    if (listed.includes(name)) return value.split(";").map((part) => part.trim()).filter(Boolean);
    if (value.trim() === "") return name === "indicator" ? "" : null;
    return name === "value" || name === "value_max" ? Number(value) : value;
  }
  function edit(card) {
    if (card.querySelector("form")) return;
    const { kind, fact } = facts.get(card.dataset.f);
    const form = document.createElement("form");
    for (const name of fields[kind]) {
      const label = document.createElement("label");
      label.textContent = name;
      const field = input(kind, name, fact[name]);
      field.id = `${fact.id}-${name}`;
      label.htmlFor = field.id;
      form.append(label, field);
    }
    const end = document.createElement("div");
    end.className = "end";
    const save = document.createElement("button");
    save.textContent = words.save;
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.textContent = words.cancel;
    cancel.addEventListener("click", () => form.remove());
    end.append(save, " ", cancel);
    form.append(end);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const field of form.elements) if (field.name) fact[field.name] = typed(field.name, field.value);
      card.querySelector("h3").textContent = say(kind, fact);
      form.remove();
      mark(card, "edited");
    });
    card.append(form);
    form.elements[0].focus();
  }
  function say(kind, fact) {
    const parts = fields[kind].filter((name) => name !== "section").map((name) => fact[name]);
    return parts.map((part) => (Array.isArray(part) ? part.join(", ") : part)).filter((part) => part !== null && part !== "").join(" · ");
  }
  function review(card) {
    const row = card.querySelector(".review");
    if (row) row.hidden = false;
  }
  for (const card of aside.querySelectorAll(".card[data-f]")) if (facts.has(card.dataset.f)) review(card);
  aside.addEventListener("click", (event) => {
    const button = event.target.closest(".review button");
    if (!button) return;
    const card = button.closest(".card");
    if (button.dataset.do === "edit") edit(card);
    else mark(card, button.dataset.do);
  });

  // ------------------------------------------------------------ add
  function offset(node, at) {
    const p = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p[data-s]");
    if (!p) return null;
    const before = document.createRange();
    before.selectNodeContents(p);
    before.setEnd(node, at);
    return Number(p.dataset.s) + [...before.toString()].length;
  }
  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount || !text.contains(selection.anchorNode)) return null;
    const range = selection.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    const chosen = range.toString();
    // within one paragraph the words are those of the text
    if (start === null || end === null || [...chosen].length !== end - start) return null;
    return { start, end, chosen };
  }
  document.addEventListener("selectionchange", () => {
    adder.hidden = selected() === null;
  });
  function section(at) {
    let found = null;
    for (const s of record.sections) if (s.span.start <= at && at < s.span.end) found = s.id;
    return found;
  }
  adder.addEventListener("pointerdown", (event) => event.preventDefault());
  adder.addEventListener("click", (event) => {
    const kind = event.target.dataset.kind;
    const chosen = selected();
    if (!kind || !chosen) return;
    const list = record[lists[kind]];
    const fact = { id: `${kind}+${list.length + 1}`, section: section(chosen.start), text: chosen.chosen, span: { start: chosen.start, end: chosen.end } };
    for (const name of fields[kind]) if (!(name in fact)) fact[name] = listed.includes(name) ? [] : (choices[`${kind}.${name}`]?.[0] || null);
    if (kind === "t") fact.indicator = "";
    list.push(fact);
    list.sort((a, b) => a.span.start - b.span.start);
    facts.set(fact.id, { kind, fact });
    const card = document.createElement("article");
    card.className = "card";
    card.id = `f-${fact.id}`;
    card.dataset.f = fact.id;
    card.tabIndex = 0;
    const head = document.createElement("h3");
    head.textContent = words.added;
    const quote = document.createElement("q");
    quote.textContent = fact.text;
    card.append(head, quote);
    document.getElementById(`panel-${kind}`).append(card);
    mark(card, "edited");
    show(fact.id, { scrollText: false });
    edit(card);
    getSelection().removeAllRanges();
  });

  // ------------------------------------------------------------ download
  function gold() {
    const own = (fact, names) => Object.fromEntries(names.map((name) => [name, fact[name] ?? (listed.includes(name) ? [] : null)]));
    const right = (fact) => document.getElementById(`f-${fact.id}`)?.dataset.state !== "wrong";
    const keep = (kind) => record[lists[kind]].filter(right).map((fact) => own(fact, [...fields[kind], "text", "span", "section"]));
    const document_ = ["type", "number", "symbol", "issued_on", "place", "issuer", "parent_issuer", "title", "signer", "recipients"];
    return {
      source: { path: record.source.path },
      document: own(record.document, document_),
      sections: record.sections.map((s) => own(s, ["id", "kind", "heading", "text"])),
      targets: keep("t"),
      deadlines: keep("d"),
      assignments: keep("a"),
      citations: keep("c"),
    };
  }
  document.getElementById("download").addEventListener("click", () => {
    const file = new Blob([JSON.stringify(gold(), null, 1) + "\n"], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${record.source.path.split("/").pop().split(".")[0]}.gold.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  // ------------------------------------------------------------ keys
  function step(by) {
    const all = cards().filter((card) => card.dataset.f);
    const at = all.findIndex((card) => card.dataset.f === current);
    const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) {
      show(next.dataset.f);
      next.focus({ preventScroll: true });
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const card = current && document.getElementById(`f-${current}`);
    const reviewable = card && facts.has(current);
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") search.focus();
    else if (event.key >= "1" && event.key <= "7") select(tabs[Number(event.key) - 1]);
    else if (event.key === "y" && reviewable) mark(card, "right");
    else if (event.key === "x" && reviewable) mark(card, "wrong");
    else if (event.key === "e" && reviewable) edit(card);
    else return;
    event.preventDefault();
  });
  progress();
  if (location.hash) dispatchEvent(new HashChangeEvent("hashchange"));
})();
