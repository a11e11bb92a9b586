// One document: from a fact to its words and back, filter, search, keys.
const text = document.getElementById("text");
const main = document.querySelector("main");
const aside = document.querySelector("aside.facts");
const tabs = [...document.querySelectorAll("[role=tab]")];
const search = document.getElementById("search");
const state = document.getElementById("state");
let current = null;

// ------------------------------------------------------------ tabs, and on a small screen the parts of the page
function panel(tab) {
  return document.getElementById(tab.getAttribute("aria-controls"));
}
function select(tab) {
  for (const other of tabs) {
    const own = other === tab;
    other.setAttribute("aria-selected", String(own));
    other.tabIndex = own ? 0 : -1;
    panel(other).hidden = !own;
  }
  // pictures need room: where there is little beside the text, they stand in its place
  main.classList.toggle("wide", tab.id === "tab-p");
  if (tab.id === "tab-p") getSelection().removeAllRanges();
  document.getElementById("filters").hidden = tab.id === "tab-p";
}
function view(name) {
  main.dataset.view = name;
  for (const button of document.querySelectorAll("#views button")) button.setAttribute("aria-pressed", String(button.dataset.view === name));
}
for (const tab of tabs) tab.addEventListener("click", () => select(tab));
tabs[0].parentElement.addEventListener("keydown", (event) => {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length];
  select(next);
  next.focus();
});
for (const button of document.querySelectorAll("#views button")) button.addEventListener("click", () => view(button.dataset.view));
select(tabs[0]);
view("facts");

// ------------------------------------------------------------ from fact to words and back
const marks = new Map();
for (const mark of text.querySelectorAll("mark")) {
  for (const id of mark.dataset.f.split(" ")) {
    if (!marks.has(id)) marks.set(id, []);
    marks.get(id).push(mark);
  }
}
function show(id, to) {
  const card = document.getElementById(`f-${id}`);
  if (!card) return;
  for (const here of document.querySelectorAll(".here")) here.classList.remove("here");
  current = id;
  select(tabs.find((tab) => panel(tab).contains(card)) ?? tabs[0]);
  card.classList.add("here");
  const own = marks.get(id) ?? [];
  for (const mark of own) mark.classList.add("here");
  if (to) view(to);
  if (to !== "text") card.scrollIntoView({ block: "nearest" });
  if (to !== "facts" && own.length) own[0].scrollIntoView({ block: "center" });
}
text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark || String(getSelection()).trim() !== "") return;
  const ids = mark.dataset.f.split(" ");
  // a second click on words of several facts goes to the next of them
  show(ids[(ids.indexOf(current) + 1) % ids.length], "facts");
});
aside.addEventListener("click", (event) => {
  const card = event.target.closest(".card");
  if (card && !event.target.closest("form, button, a")) open(card);
});
function open(card) {
  if (card.dataset.f) return show(card.dataset.f, "text");
  if (!card.dataset.at) return;
  view("text");
  paragraph(Number(card.dataset.at)).scrollIntoView({ block: "center" });
}
function paragraph(at) {
  const all = [...text.querySelectorAll("p[data-s]")];
  return all.findLast((p) => Number(p.dataset.s) <= at) ?? all[0];
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']")?.getAttribute("href") ?? "";
  if (link.startsWith("#s-")) view("text");
});
addEventListener("hashchange", follow);
function follow() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id.startsWith("f-")) show(id.slice(2));
}

// ------------------------------------------------------------ filter
const searched = new Map();
function said(card) {
  if (!searched.has(card)) searched.set(card, searchable(card.textContent));
  return searched.get(card);
}
function filter() {
  const fits = matcher(search.value);
  for (const tab of tabs.filter((tab) => tab.id !== "tab-p")) {
    const cards = [...panel(tab).querySelectorAll(".card")];
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(said(card)) || (state.value !== "" && (card.dataset.state ?? "none") !== state.value);
      shown += card.hidden ? 0 : 1;
    }
    const count = tab.querySelector("small");
    if (count) count.textContent = shown === cards.length ? cards.length : `${shown}/${cards.length}`;
    panel(tab).querySelector(".unfound").hidden = shown > 0 || cards.length === 0;
  }
}
search.addEventListener("input", filter);
state.addEventListener("change", filter);

// ------------------------------------------------------------ keys
function step(by) {
  const all = [...aside.querySelectorAll(".panel:not([hidden]) .card[data-f]")].filter((card) => !card.hidden);
  const at = all.findIndex((card) => card.dataset.f === current);
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (!next) return;
  show(next.dataset.f);
  next.focus({ preventScroll: true });
}
const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => search.focus(),
  y: () => review("right"),
  x: () => review("wrong"),
  e: () => review("edit"),
};
document.addEventListener("keydown", (event) => {
  if (typing(event)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const tab = tabs[Number(event.key) - 1];
  if (tab) select(tab);
  else if (event.key === "Enter" && event.target.matches(".card")) open(event.target);
  else if (Object.hasOwn(keys, event.key)) keys[event.key]();
  else return;
  event.preventDefault();
});
