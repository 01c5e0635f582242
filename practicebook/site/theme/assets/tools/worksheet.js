// Doing it here: my side is filled from my authority, kept in this browser, and taken away as text.

import { docx } from "./docx.js";
import { open } from "./mine.js";
import { begin, code, download, id, part, say, top, whole, words } from "./parts.js";
import { forget, keep, profile, read } from "./store.js";

const form = part("worksheet");
const key = `here.${id}`;
const areas = [...form.querySelectorAll("textarea")];

// As high as its text, also in browsers that do not do so by themselves.
function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}

async function fromProfile(mine) {
  const data = await open(top);
  const name = data.authorities.find((each) => each.id === mine.id)?.name;
  const told = [name, data.levels[mine.level], data.countries[mine.country], ...mine.setting.map((each) => data.settings[each])];
  const known = { population: mine.population ? mine.population.toLocaleString(code) : "", surroundings: told.filter(Boolean).join(", ") };
  for (const area of areas) area.value ||= known[area.name] ?? "";
}

async function save() {
  const text = (cell) => cell.querySelector("textarea")?.value ?? cell.innerText.trim().replace(/\n{2,}/g, "\n");
  const rows = [...form.querySelectorAll("tr")].map((row) => [...row.cells].map(text));
  const [title, about] = ["h1", ".lead"].map((each) => document.querySelector(each).textContent);
  const blocks = [{ heading: title, rank: 1 }, { heading: about, rank: 2 }, { rows }, { text: whole("../") }];
  download(`${id}.docx`, await docx(blocks, code));
}

form.addEventListener("input", ({ target }) => {
  fit(target);
  const values = Object.fromEntries(areas.map(({ name, value }) => [name, value]));
  say(keep(key, values) ? words.stays : words.refused);
});
begin({
  docx: () => save().catch(() => say(words.broken)),
  clear() {
    forget(key);
    form.reset();
    areas.forEach(fit);
    say(words.cleared);
  },
});
part("shown").hidden = false;
const kept = read(key);
for (const area of areas) if (typeof kept?.[area.name] === "string") area.value = kept[area.name];
const mine = profile();
if (mine && !kept) await fromProfile(mine).catch(() => {}); // then my side stays empty
areas.forEach(fit);
