"use strict";
// Filters, and n / p to go from finding to finding; without scripts the page shows everything.
const cards = [...document.querySelectorAll(".card")];
const form = document.querySelector(".controls form");
const count = document.querySelector("#shown");

function wanted(name) {
  return new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
}

function filter() {
  const grades = wanted("severity");
  const rules = wanted("rule");
  const shown = new Set();
  for (const card of cards) {
    card.hidden = !(grades.has(card.dataset.severity) && rules.has(card.dataset.rule));
    if (!card.hidden) shown.add(card.id.slice(1));
  }
  for (const mark of document.querySelectorAll("mark")) {
    mark.classList.toggle("off", !mark.dataset.f.split(" ").some((number) => shown.has(number)));
  }
  count.textContent = `${shown.size} of ${cards.length} shown`;
}

function go(step) {
  const open = cards.filter((card) => !card.hidden);
  if (open.length === 0) return;
  const at = open.findIndex((card) => card.contains(document.activeElement));
  const next = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

form.hidden = false;
form.addEventListener("change", filter);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox])")) return;
  if (event.key === "n") go(1);
  else if (event.key === "p") go(-1);
});
filter();
