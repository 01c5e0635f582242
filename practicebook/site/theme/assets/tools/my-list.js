// My list, kept in this browser; or a list that somebody shared by its address.

import { docx } from "./docx.js";
import * as parts from "./parts.js";
import { LONGEST, MOST, TOGETHER, addressOf, asked, keep, list } from "./store.js";

const { body, button, buttonOn, element, fill, say, words } = parts;
const given = asked(MOST);
const isShared = new URLSearchParams(location.search).has("p");
const entries = element("ol", { className: "cards kept" });
const controls = element("div");
let known = new Map();

// Changes the list as it is now: another window may have changed it since.
function change(act) {
  const now = list();
  act(now);
  const kept = keep("list", now);
  if (!kept) say(words.refused);
  return kept;
}

const titleOf = (id) => known.get(id)?.title ?? id;

function move(entry, id, step) {
  const other = step < 0 ? entry.previousElementSibling : entry.nextElementSibling;
  if (!other) return say(words.edge);
  const kept = change((now) => {
    const place = now.findIndex((each) => each.id === id);
    const [taken] = now.splice(place, 1);
    if (taken) now.splice(place + step, 0, taken);
  });
  if (!kept) return;
  // The neighbour moves, so that the focus stays on the button.
  entry[step < 0 ? "after" : "before"](other);
  const place = [...entries.children].indexOf(entry) + 1;
  say(fill(words.moved, { title: titleOf(id), place, all: entries.childElementCount }));
  showControls();
}

function remove(entry, id) {
  const kept = change((now) => {
    const place = now.findIndex((each) => each.id === id);
    if (place >= 0) now.splice(place, 1);
  });
  if (!kept) return;
  const next = entry.nextElementSibling ?? entry.previousElementSibling;
  entry.remove();
  say(fill(words.removed, { title: titleOf(id) }), next ? "" : words.empty);
  if (next) next.querySelector(".remove").focus();
  else parts.focusStatus();
  showControls();
}

function noteBox(id, note) {
  const shadow = element("p", { className: "note" }, note);
  const box = element("textarea", { value: note, maxLength: LONGEST, rows: 2, autocomplete: "off" });
  box.setAttribute("aria-label", fill(words.noteOn, { title: titleOf(id) }));
  box.addEventListener("input", () => {
    shadow.textContent = box.value;
    change((now) => {
      const mine = now.find((each) => each.id === id);
      if (mine) mine.note = box.value;
    });
  });
  const label = element("label", { className: "no-print" }, words.note, box);
  return [label, shadow];
}

function ownParts(entry, id, note) {
  const title = titleOf(id);
  const pick = element("input", { type: "checkbox", value: id, className: "pick", autocomplete: "off" });
  pick.setAttribute("aria-label", fill(words.pickOne, { title }));
  const away = buttonOn(title, "remove", () => remove(entry, id));
  away.classList.add("remove");
  const acts = [
    buttonOn(title, "up", () => move(entry, id, -1)),
    buttonOn(title, "down", () => move(entry, id, 1)),
    away,
  ];
  if (known.has(id)) acts.push(element("label", {}, pick, ` ${words.pick}`));
  entry.append(...(known.has(id) ? noteBox(id, note) : []), parts.buttons(...acts));
}

// On paper each practice is told with all its facts.
function booklet(facts) {
  const made = facts.rows.map((row) => element("div", {}, element("dt", {}, row.name), element("dd", {}, ...parts.lines(row))));
  return element("dl", { className: "facts booklet" }, ...made);
}

function entryOf({ id, note }) {
  const entry = element("li", { className: "card" });
  entry.dataset.id = id;
  const facts = known.get(id);
  if (facts) {
    const link = parts.titled("a", facts, facts.title);
    link.href = parts.wayTo(facts);
    entry.append(element("h2", {}, link), parts.titled("p", facts, facts.summary));
    entry.append(element("p", { className: "meta" }, facts.place));
  } else {
    entry.append(element("p", {}, fill(words.gone, { title: id })));
  }
  if (!isShared) ownParts(entry, id, note);
  if (facts) entry.append(booklet(facts));
  return entry;
}

// The practices on the page in their order, with the notes as they are now.
function shown() {
  const notes = new Map(list().map(({ id, note }) => [id, isShared ? "" : note]));
  const ids = [...entries.children].map((entry) => entry.dataset.id).filter((id) => known.has(id));
  return ids.map((id) => ({ facts: known.get(id), note: notes.get(id) ?? "" }));
}

function saveTable() {
  const all = shown();
  const head = [words.title, ...all[0].facts.rows.map(({ name }) => name), words.note, words.link];
  const lines = all.map(({ facts, note }) => [facts.title, ...facts.rows.map(parts.told), note, parts.whole(parts.wayTo(facts))]);
  parts.saveTable("my-list", [head, ...lines]);
}

function saveText() {
  const blocks = [{ heading: words.title, rank: 1 }];
  for (const { facts, note } of shown()) {
    blocks.push({ heading: facts.title, rank: 2, newPage: blocks.length > 1 }, { text: facts.summary });
    if (note) blocks.push({ text: `${words.note}: ${note}` });
    blocks.push({ rows: facts.rows.map((row) => [row.name, parts.told(row)]) });
    blocks.push({ text: parts.whole(parts.wayTo(facts)) });
  }
  parts.download("my-list.docx", "", docx(blocks, parts.code));
}

function compareTicked() {
  const ids = [...entries.querySelectorAll(".pick:checked")].map(({ value }) => value);
  if (ids.length < 2 || ids.length > TOGETHER) return say(words.pickFew);
  location.href = `${parts.top}compare/${addressOf(ids)}`;
}

function keepShared() {
  let full = false;
  const kept = change((now) => {
    for (const id of known.keys()) {
      if (now.some((each) => each.id === id)) continue;
      if (now.length < MOST) now.push({ id, note: "" });
      else full = true;
    }
  });
  if (kept) say(full ? words.full : words.kept);
}

function showControls() {
  const ids = shown().map(({ facts }) => facts.id);
  const acts = ids.length
    ? [parts.printButton(), button(words.docx, saveText), button(words.csv, saveTable)]
    : [];
  if (!isShared && ids.length > 1) acts.unshift(button(words.compare, compareTicked));
  if (isShared && ids.length) acts.unshift(button(words.keep, keepShared));
  controls.replaceChildren(parts.buttons(...acts));
  if (isShared) controls.append(element("p", {}, element("a", { href: "./" }, words.own)));
  if (!ids.length) return;
  controls.append(parts.sharing(addressOf(ids)));
  if (!isShared) controls.append(element("p", { className: "meta no-print" }, words.private));
}

parts.begun();
const wanted = isShared ? given.ids.map((id) => ({ id, note: "" })) : list();
const loaded = await parts.load(wanted.map(({ id }) => id));
loaded.forEach(({ facts }, place) => {
  if (facts) known.set(wanted[place].id, facts);
});
const kept = isShared ? wanted.filter(({ id }) => known.has(id)) : wanted;
entries.append(...kept.map(entryOf));
body.append(controls, entries);
showControls();
const empty = kept.length ? "" : words.empty;
const losses = isShared ? [words.shared, given.many && words.many, ...parts.losses(loaded, given.odd)] : [];
say(...losses, empty);
