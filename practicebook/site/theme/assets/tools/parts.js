// What several tools do. Words, titles and notes are set as text, never as HTML.

import { element, number } from "../find/view.js";

export const part = (id) => document.getElementById(id);
export const { top, id, words: told } = part("tool").dataset;
export const words = JSON.parse(told);

export function say(...sentences) {
  part("tool-status").textContent = sentences.filter(Boolean).join(" ");
}

// The page works: what each button does, by the name the page gives it; told in which row it stands.
export function begin(acts) {
  part("tool-waiting")?.remove();
  const all = { copy, print: () => print(), ...acts };
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (button) all[button.dataset.do](button.closest("li"));
  });
}

async function copy() {
  try {
    await navigator.clipboard.writeText(part("share").value);
    say(words.copied);
  } catch {
    part("share").select();
    say(words.marked);
  }
}

// The facts of practices in the same order: {id, facts} or {id, unknown}.
export function load(ids) {
  return Promise.all(ids.map((id) => factsOf(id).catch(() => ({ id }))));
}

async function factsOf(id) {
  const response = await fetch(`${top}practices/${id}/facts.json`);
  if (!response.ok) return { id, unknown: response.status === 404 };
  const facts = await response.json();
  return { id, facts: facts.rows.every(({ lines }) => lines.every(Array.isArray)) && facts };
}

// What could not be shown, in sentences.
export function losses(loaded, odd) {
  const lost = loaded.filter(({ facts }) => !facts);
  const unknown = lost.filter((each) => each.unknown).length;
  return [(odd || unknown) && words.unknown, lost.length > unknown && words.failed];
}

const wordsOf = ([said, more]) => (more ? `${said} (${more})` : said);
export const textOf = ({ lines }) => lines.map(wordsOf).join("\n") || words.missing;

// The lines of a fact; one that nobody has told is shown as missing.
export function lines(row) {
  if (!row?.lines.length) return element("span", { className: "missing" }, words.missing);
  const made = row.lines.map(([said, more]) => element("li", {}, element("span", { lang: row.lang }, said), more && ` (${more})`));
  return element("ul", {}, ...made);
}

export const wayTo = ({ id }) => `${top}practices/${id}/`;
export const whole = (address) => new URL(address, location.href).href;
export const link = (facts) => element("a", { href: wayTo(facts), lang: facts.lang }, facts.title);

export function download(name, blob) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

// A table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. What a spreadsheet would
// take for a formula gets an apostrophe.
const cell = (text) => `"${text.replace(/^(?=\s*[=+\-@])/, "'").replaceAll('"', '""')}"`;

// Practices as a table to download, with further columns: a name, and the text for a practice.
// Programs that write a decimal comma divide columns by semicolons.
export function saveTable(name, practices, ...columns) {
  const all = [
    [words.title, ({ title }) => title],
    ...practices[0].rows.map((row, place) => [row.name, ({ rows }) => textOf(rows[place])]),
    ...columns,
    [words.link, (facts) => whole(wayTo(facts))],
  ];
  const table = [all.map(([head]) => head), ...practices.map((facts) => all.map(([, text]) => text(facts)))];
  const mark = number(0.5).includes(",") ? ";" : ",";
  const rows = table.map((row) => row.map(cell).join(mark) + "\r\n");
  download(`${name}.csv`, new Blob(["\ufeff", ...rows], { type: "text/csv" }));
}
