// What several tools show and do. Words, titles and notes are set as text, never as HTML.

import { element, fill } from "../find/view.js";
import { isName } from "./store.js";

export { element, fill };

const root = document.getElementById("tool");
export const { top, code } = root.dataset;
export const words = JSON.parse(root.dataset.words);
export const body = document.getElementById("tool-body");
const status = document.getElementById("tool-status");

export function say(...sentences) {
  const told = sentences.filter(Boolean).join(" ");
  // The same sentence again is news only when the region was empty between.
  if (told === status.textContent) status.textContent = "";
  status.textContent = told;
}

export function begun() {
  document.getElementById("tool-waiting").hidden = true;
}

export const focusStatus = () => status.focus();

export function button(label, act, properties = {}) {
  const made = element("button", { type: "button", className: "quiet", ...properties }, label);
  made.addEventListener("click", () => act(made));
  return made;
}

// A button among others of its kind, with a name that says what it acts on.
export function buttonOn(title, name, act) {
  const made = button(words[name], act);
  made.setAttribute("aria-label", fill(words[`${name}One`], { title }));
  return made;
}

export const buttons = (...made) => element("p", { className: "buttons no-print" }, ...made);

// The facts of practices, in the same order: {id, facts} or {id, unknown}.
export function load(ids) {
  return Promise.all(
    ids.map(async (id) => {
      try {
        const response = await fetch(`${top}practices/${id}/facts.json`);
        if (!response.ok) return { id, unknown: response.status === 404 };
        const facts = await response.json();
        const usable = isName(facts.id) && facts.title && facts.rows.every(({ name, lines }) => name && lines.map);
        return usable ? { id: facts.id, facts } : { id };
      } catch {
        return { id };
      }
    }),
  );
}

// What could not be shown, in sentences.
export function losses(loaded, odd) {
  const lost = loaded.filter(({ facts }) => !facts);
  return [
    odd || lost.some(({ unknown }) => unknown) ? words.unknown : "",
    lost.some(({ unknown }) => !unknown) ? words.failed : "",
  ];
}

const plain = (line) => (line.length > 1 ? `${line[0]} (${line[1]})` : `${line[0]}`);
export const told = (row) => (row?.lines.length ? row.lines.map(plain).join("\n") : words.missing);

// The lines of a fact; one that nobody has told is shown as missing.
export function lines(row) {
  if (!row?.lines.length) return [element("span", { className: "missing" }, words.missing)];
  const made = row.lines.map((line) => {
    const said = element("span", { lang: row.lang ?? "" }, `${line[0]}`);
    if (!row.lang) said.removeAttribute("lang");
    return element("li", {}, said, line.length > 1 ? ` (${line[1]})` : "");
  });
  return [element("ul", {}, ...made)];
}

export function titled(name, facts, ...inside) {
  const made = element(name, {}, ...inside);
  if (facts.lang) made.lang = facts.lang;
  return made;
}

export const wayTo = (facts) => `${top}practices/${facts.id}/`;
export const whole = (address) => new URL(address, location.href).href;

// The address of what is shown, to copy.
export function sharing(address) {
  const box = element("input", { type: "text", id: "share", readOnly: true, value: whole(address) });
  const copy = button(words.copy, async () => {
    try {
      await navigator.clipboard.writeText(box.value);
      say(words.copied);
    } catch {
      box.focus();
      box.select();
      say(words.marked);
    }
  });
  const label = element("label", { htmlFor: "share" }, words.address);
  return element("div", { className: "share no-print" }, label, box, copy);
}

export function download(name, type, data) {
  const address = URL.createObjectURL(new Blob([data], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A table as CSV (RFC 4180), with the mark by which Excel knows UTF-8. What a spreadsheet would
// take for a formula gets an apostrophe.
export function csv(rows) {
  const cell = (text) => `"${text.replace(/^(?=\s*[=+\-@])/, "'").replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

export const saveTable = (name, rows) => download(`${name}.csv`, "text/csv", csv(rows));
export const printButton = () => button(words.print, () => print());
