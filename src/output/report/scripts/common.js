"use strict";
// What both pages need: their data, and a search that finds words with their marks or without.
const { record, words } = JSON.parse(document.getElementById("data").textContent);

function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}
/** A text to search in; its folded twin is made when it is first needed. */
function searchable(text) {
  const own = text.toLowerCase();
  let folded = null;
  return (word, bare) => own.includes(word) || (bare && (folded ??= plain(own)).includes(word));
}
/** Tells whether a searchable text has all words of a query. A word without marks finds words with marks, too. */
function matcher(query) {
  const wanted = query.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
  const each = wanted.map((word) => [word, plain(word) === word]);
  return (has) => each.every(([word, bare]) => has(word, bare));
}
/** Where a key belongs to what is being typed. */
function typing(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea") !== null;
}
