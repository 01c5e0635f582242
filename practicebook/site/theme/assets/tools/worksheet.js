// Doing it here: my side is filled from my authority, kept in this browser, and taken away as text.

import { code, number } from "../find/view.js";
import { docx } from "./docx.js";
import { open } from "./mine.js";
import { begin, download, id, part, say, top, whole, words } from "./parts.js";
import { keep, profile, read } from "./store.js";

const form = part("worksheet");
const key = `here.${id}`;
const areas = [...form.querySelectorAll("textarea")];

// As high as its text, also in browsers that do not do so by themselves.
function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}

// What is known of my authority, by the names of the questions.
async function known({ id, level, country, population, setting }) {
  const { authorities, levels, countries, settings } = await open(top);
  const name = authorities.find((each) => each.id === id)?.name;
  const told = [name, levels[level], countries[country], ...setting.map((each) => settings[each])];
  return { population: population ? number(population) : "", surroundings: told.filter(Boolean).join(", ") };
}

async function save() {
  const text = (cell) => cell.querySelector("textarea")?.value ?? cell.innerText.trim().replace(/\n{2,}/g, "\n");
  const rows = [...form.querySelectorAll("tr")].map((row) => [...row.cells].map(text));
  const [title, about] = ["h1", ".lead"].map((each) => document.querySelector(each).textContent);
  const blocks = [["title", title], ["subtitle", about], ["table", rows], ["text", whole("../")]];
  download(`${id}.docx`, await docx(blocks, code));
}

form.oninput = ({ target }) => {
  fit(target);
  say(keep(key, Object.fromEntries(new FormData(form))) ? words.stays : words.refused);
};
begin({
  docx: () => save().catch(() => say(words.broken)),
  clear() {
    keep(key);
    form.reset();
    areas.forEach(fit);
    say(words.cleared);
  },
});
part("shown").hidden = false;
const mine = profile();
const kept = read(key) ?? (mine && (await known(mine).catch(() => {}))); // without it my side stays empty
for (const area of areas) {
  const text = kept?.[area.name];
  if (typeof text === "string") area.value = text;
  fit(area);
}
