// What several tools do. Words, titles and notes are set as text, never as HTML.

import { element, fill } from "../find/view.js";
import { isName } from "./store.js";

export { element, fill };
export const part = (id) => document.getElementById(id);
export const { top, code, id } = part("tool").dataset;
export const words = JSON.parse(part("tool").dataset.words);

export function say(...sentences) {
  part("tool-status").textContent = sentences.filter(Boolean).join(" ");
}

// The page works: what each button does, by the name the page gives it.
export function begin(acts) {
  part("tool-waiting")?.remove();
  const common = { copy, print: () => print() };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) ({ ...common, ...acts })[button.dataset.do](button);
  });
}

async function copy() {
  const box = part("share");
  try {
    await navigator.clipboard.writeText(box.value);
    say(words.copied);
  } catch {
    box.select();
    say(words.marked);
  }
}

const isFacts = ({ id, title, rows }) => isName(id) && title && rows.every(({ name, lines }) => name && lines.every(Array.isArray));

// The facts of practices in the same order: {id, facts} or {id, unknown}.
export function load(ids) {
  return Promise.all(
    ids.map(async (id) => {
      try {
        const response = await fetch(`${top}practices/${id}/facts.json`);
        if (!response.ok) return { id, unknown: response.status === 404 };
        const facts = await response.json();
        return isFacts(facts) ? { id, facts } : { id };
      } catch {
        return { id };
      }
    }),
  );
}

// What could not be shown, in sentences.
export function losses(loaded, odd) {
  const lost = loaded.filter(({ facts }) => !facts);
  const unknown = odd || lost.some((each) => each.unknown);
  return [unknown && words.unknown, lost.some((each) => !each.unknown) && words.failed];
}

const wordsOf = ([said, more]) => (more ? `${said} (${more})` : said);
export const told = ({ lines }) => (lines.length ? lines.map(wordsOf).join("\n") : words.missing);

// The lines of a fact; one that nobody has told is shown as missing.
export function lines(row) {
  if (!row?.lines.length) return element("span", { className: "missing" }, words.missing);
  const made = row.lines.map(([said, more]) => element("li", {}, speaking(element("span", {}, said), row), more ? ` (${more})` : ""));
  return element("ul", {}, ...made);
}

// An element whose words may be in another language than the page.
export function speaking(made, { lang }) {
  if (lang) made.lang = lang;
  return made;
}

export const wayTo = (facts) => `${top}practices/${facts.id}/`;
export const whole = (address) => new URL(address, location.href).href;
export const link = (facts) => speaking(element("a", { href: wayTo(facts) }, facts.title), facts);

export function download(name, blob) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. What a spreadsheet would
// take for a formula gets an apostrophe.
function csv(rows) {
  const cell = (text) => `"${text.replace(/^(?=\s*[=+\-@])/, "'").replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

// Practices as a table to download, with further columns: a name, and the text for a practice.
export function saveTable(name, practices, columns = []) {
  const all = [
    [words.title, (facts) => facts.title],
    ...practices[0].rows.map((row, place) => [row.name, (facts) => told(facts.rows[place])]),
    ...columns,
    [words.link, (facts) => whole(wayTo(facts))],
  ];
  const lines = practices.map((facts) => all.map(([, text]) => text(facts)));
  download(`${name}.csv`, new Blob([csv([all.map(([head]) => head), ...lines])], { type: "text/csv" }));
}
