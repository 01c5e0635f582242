// Choosing my authority: from the list or by a few facts. It is kept in this browser only.

import { closeness, open, reasons } from "./mine.js";
import * as parts from "./parts.js";
import { forget, keep, profile } from "./store.js";

const { code, element, say, top, words } = parts;
const [AUTHORITIES, PRACTICES] = [8, 3]; // shown at most
const form = document.getElementById("mine");
const fits = document.getElementById("mine-fits");
const boxes = () => [...form.querySelectorAll("[name=setting]")];
let data;

function put({ id = "", country = "", level = "", population = 0, setting = [] }) {
  form.elements.namedItem("id").value = id;
  form.country.value = country;
  form.level.value = level;
  form.population.value = population ? population.toLocaleString(code) : "";
  for (const box of boxes()) box.checked = setting.includes(box.value);
  // What the page does not know, is not chosen.
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.value = "";
}

// What the form says; the population is null when it cannot be read.
function said() {
  const digits = form.population.value.replace(/[\s.,'’\u00a0\u202f]/g, "");
  const people = /^\d{0,9}$/.test(digits) ? Number(digits) : null;
  return {
    id: form.elements.namedItem("id").value,
    country: form.country.value,
    level: form.level.value,
    population: people,
    setting: boxes().filter(({ checked }) => checked).map(({ value }) => value),
  };
}

async function cardOf(theirs, told) {
  const loaded = await parts.load(theirs.practices.slice(0, PRACTICES));
  const links = loaded.filter(({ facts }) => facts).map(({ facts }) => {
    const link = parts.titled("a", facts, facts.title);
    link.href = parts.wayTo(facts);
    return element("li", {}, link);
  });
  const name = element("a", { href: `${top}authorities/${encodeURIComponent(theirs.id)}/` }, theirs.name);
  const why = element("p", { className: "why" }, told.join("; "));
  return element("li", { className: "card" }, element("h3", {}, name), why, element("ul", {}, ...links));
}

async function showFits(mine) {
  const found = data.authorities
    .filter((theirs) => theirs.practices && theirs.id !== mine.id)
    .map((theirs) => ({ theirs, near: closeness(mine, theirs), told: reasons(mine, theirs, data, code) }))
    .filter(({ told }) => told.length)
    .sort((a, b) => b.near - a.near || (a.theirs.id < b.theirs.id ? -1 : 1))
    .slice(0, AUTHORITIES);
  const cards = await Promise.all(found.map(({ theirs, told }) => cardOf(theirs, told)));
  document.getElementById("mine-list").replaceChildren(...cards);
  fits.hidden = !cards.length;
  return cards.length ? "" : words.none;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const mine = said();
  if (mine.population === null) return say(words.number);
  if (!mine.country && !mine.level && !mine.population && !mine.setting.length) return say(words.nothing);
  const kept = keep("mine", mine) ? words.kept : words.refused;
  say(kept, await showFits(mine));
});
form.elements.namedItem("id").addEventListener("change", ({ target }) => {
  const theirs = data.authorities.find((each) => each.id === target.value);
  if (theirs) put(theirs);
});
form.querySelector("fieldset").addEventListener("input", () => {
  form.elements.namedItem("id").value = "";
});
document.getElementById("mine-forget").addEventListener("click", () => {
  forget("mine");
  put({});
  fits.hidden = true;
  say(words.forgotten);
});

parts.begun();
try {
  data = await open(top);
  form.hidden = false;
  const mine = profile();
  if (mine) {
    put(mine);
    say(await showFits(mine));
  }
} catch {
  say(words.failed);
}
