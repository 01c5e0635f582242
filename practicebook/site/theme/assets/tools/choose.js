// Choosing my authority: from the list or by a few facts. It is kept in this browser only.

import { element, number } from "../find/view.js";
import { closeness, open, reasons } from "./mine.js";
import { begin, link, load, part, say, top, words } from "./parts.js";
import { keep, profile } from "./store.js";

const [AUTHORITIES, PRACTICES] = [8, 3]; // shown at most
const form = part("mine");
const { id: chosen, population } = form.elements;
let data;

function put(mine) {
  for (const select of form.querySelectorAll("select")) {
    select.value = mine[select.name] ?? "";
    if (select.selectedIndex < 0) select.value = ""; // what the page does not know
  }
  population.value = mine.population ? number(mine.population) : "";
  for (const box of form.querySelectorAll("[name=setting]")) box.checked = mine.setting?.includes(box.value);
}

// What the form says; the population is false when it cannot be read.
function said() {
  const told = new FormData(form);
  const digits = told.get("population").replace(/[\s.,'’]/g, "");
  const people = /^\d{0,9}$/.test(digits) && Number(digits);
  return { ...Object.fromEntries(told), population: people, setting: told.getAll("setting") };
}

async function cardOf({ theirs, told }) {
  const loaded = await load(theirs.practices.slice(0, PRACTICES));
  const links = loaded.map(({ facts }) => facts && element("li", {}, link(facts)));
  const name = element("a", { href: `${top}authorities/${theirs.id}/` }, theirs.name);
  const why = element("p", { className: "why" }, told.join("; "));
  return element("li", { className: "card" }, element("h3", {}, name), why, element("ul", {}, ...links));
}

async function showFits(mine) {
  const found = data.authorities
    .filter(({ id, practices }) => practices && id !== mine.id)
    .map((theirs) => ({ theirs, near: closeness(mine, theirs), told: reasons(mine, theirs, data) }))
    .filter(({ told }) => told.length)
    .sort((a, b) => b.near - a.near);
  const cards = await Promise.all(found.slice(0, AUTHORITIES).map(cardOf));
  part("mine-list").replaceChildren(...cards);
  part("mine-fits").hidden = !cards.length;
  return !cards.length && words.none;
}

form.onsubmit = async (event) => {
  event.preventDefault();
  const mine = said();
  if (mine.population === false) return say(words.number);
  if (!Object.values(mine).some((value) => value.length || value > 0)) return say(words.nothing);
  say(keep("mine", mine) ? words.kept : words.refused, await showFits(mine));
};
form.oninput = ({ target }) => {
  const theirs = data.authorities.find(({ id }) => id === chosen.value);
  if (target !== chosen) chosen.value = "";
  else if (theirs) put(theirs);
};
begin({
  forget() {
    keep("mine");
    put({});
    part("mine-fits").hidden = true;
    say(words.forgotten);
  },
});
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
