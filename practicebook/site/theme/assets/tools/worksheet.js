// Doing it here: my side of the worksheet is kept, filled from my authority, and taken away as text.

import { docx } from "./docx.js";
import { open } from "./mine.js";
import * as parts from "./parts.js";
import { forget, keep, profile, written } from "./store.js";

const { body, button, code, say, top, words } = parts;
const { id } = document.getElementById("tool").dataset;
const form = document.getElementById("worksheet");
const areas = [...form.querySelectorAll("textarea")];

function fit(area) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 4}px`;
}

function put(key, text) {
  const area = areas.find(({ name }) => name === key);
  if (area && text && !area.value) area.value = text;
}

async function fromProfile(mine) {
  const data = await open(top);
  const name = data.authorities.find((each) => each.id && each.id === mine.id)?.name;
  const settings = mine.setting.map((key) => data.settings[key]);
  const told = [name, data.levels[mine.level], data.countries[mine.country], ...settings];
  put("population", mine.population ? mine.population.toLocaleString(code) : "");
  put("surroundings", told.filter(Boolean).join(", "));
}

function save() {
  const rows = [...form.querySelectorAll("tr")].map(({ cells }) =>
    [...cells].map((cell) => cell.querySelector("textarea")?.value ?? cell.innerText.trim().replace(/\n{2,}/g, "\n")),
  );
  const title = document.querySelector("h1").textContent;
  const about = document.querySelector(".lead").textContent;
  const blocks = [{ heading: title, rank: 1 }, { heading: about, rank: 2 }, { rows }, { text: parts.whole("../") }];
  parts.download(`${id}.docx`, "", docx(blocks, code));
}

function store() {
  const values = Object.fromEntries(areas.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  say(keep(`here.${id}`, values) ? words.stays : words.refused);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  fit(target);
  store();
});
body.append(
  parts.buttons(
    button(words.print, () => print()),
    button(words.docx, save),
    button(words.clear, () => {
      forget(`here.${id}`);
      form.reset();
      areas.forEach(fit);
      say(words.cleared);
    }),
  ),
);
for (const [key, text] of written(id)) put(key, text);
const mine = profile();
if (mine) await fromProfile(mine).catch(() => {}); // then my side stays as it is
areas.forEach(fit);
addEventListener("beforeprint", () => areas.forEach(fit));
