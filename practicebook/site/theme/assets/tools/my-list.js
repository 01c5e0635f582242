// My list, kept in this browser; or a list that somebody shared by its address.

import { docx } from "./docx.js";
import { begin, code, download, element, fill, lines, link, load, losses, part, saveTable, say, speaking, told, top, wayTo, whole, words } from "./parts.js";
import { MOST, TOGETHER, addressOf, asked, keep, list } from "./store.js";

const given = asked(MOST);
const isShared = new URLSearchParams(location.search).has("p");
const entries = part("entries");
const blank = part("entry").content.firstChild;
const known = new Map();

const entryOf = (inside) => inside.closest("li");
const titleOf = ({ id }) => known.get(id)?.title ?? id;

// Changes the list as it is now: another window may have changed it since.
function change(act) {
  const now = list();
  act(now);
  const isKept = keep("list", now);
  if (!isKept) say(words.refused);
  return isKept;
}

function move(entry, step) {
  const other = step < 0 ? entry.previousElementSibling : entry.nextElementSibling;
  if (!other) return say(words.edge);
  // The neighbour moves, so that the focus stays on the button.
  entry[step < 0 ? "after" : "before"](other);
  const order = [...entries.children].map(({ id }) => id);
  const isKept = change((now) => now.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)));
  const told = { title: titleOf(entry), place: order.indexOf(entry.id) + 1, all: order.length };
  say(fill(words.moved, told), !isKept && words.refused);
  showShare();
}

function remove(entry) {
  if (!change((now) => now.splice(0, MOST, ...now.filter(({ id }) => id !== entry.id)))) return;
  const next = entry.nextElementSibling ?? entry.previousElementSibling;
  entry.remove();
  say(fill(words.removed, { title: titleOf(entry) }), !next && words.empty);
  (next?.querySelector("[data-do=remove]") ?? part("tool-status")).focus();
  showShare();
}

function note(area) {
  const entry = entryOf(area);
  entry.querySelector(".note").textContent = area.value;
  change((now) => {
    for (const each of now) if (each.id === entry.id) each.note = area.value;
  });
}

// On paper each practice is told with all its facts.
function fact(row) {
  return element("div", {}, element("dt", {}, row.name), element("dd", {}, lines(row)));
}

function show({ id, note: written }) {
  const facts = known.get(id);
  const entry = blank.cloneNode(true);
  const [heading, summary, place, area, mine] = ["h2", ".summary", ".meta", "textarea", ".note"].map((each) => entry.querySelector(each));
  entry.id = id;
  heading.replaceChildren(facts ? link(facts) : fill(words.gone, { title: id }));
  area.value = mine.textContent = written;
  if (facts) {
    summary.textContent = facts.summary;
    speaking(summary, facts);
    place.textContent = facts.place;
    entry.querySelector("dl").append(...facts.rows.map(fact));
  }
  for (const each of entry.querySelectorAll(".own")) each.hidden = isShared;
  for (const each of entry.querySelectorAll("button, textarea, input")) {
    each.ariaLabel = `${(each.closest("label") ?? each).innerText.trim()}: ${titleOf(entry)}`;
  }
  entries.append(entry);
}

// The practices on the page in their order.
const shown = () => [...entries.children].map(({ id }) => known.get(id)).filter(Boolean);
const noteOf = (facts) => [...entries.children].find(({ id }) => known.get(id) === facts).querySelector(".note").textContent;

async function saveText() {
  const blocks = shown().flatMap((facts, place) => [
    { heading: facts.title, rank: 2, newPage: place > 0 },
    { text: facts.summary },
    ...(noteOf(facts) ? [{ text: `${words.note}: ${noteOf(facts)}` }] : []),
    { rows: facts.rows.map((row) => [row.name, told(row)]) },
    { text: whole(wayTo(facts)) },
  ]);
  download("my-list.docx", await docx([{ heading: words.heading, rank: 1 }, ...blocks], code));
}

function compare() {
  const ids = [...entries.querySelectorAll(":checked")].map((box) => entryOf(box).id);
  if (ids.length < 2 || ids.length > TOGETHER) return say(words.few);
  location.href = `${top}compare/${addressOf(ids)}`;
}

function keepAll() {
  let isFull = false;
  const isKept = change((now) => {
    for (const { id } of shown()) {
      if (now.some((each) => each.id === id)) continue;
      if (now.length < MOST) now.push({ id, note: "" });
      else isFull = true;
    }
  });
  if (isKept) say(isFull ? words.full : words.kept);
}

function showShare() {
  const ids = shown().map(({ id }) => id);
  part("share").value = whole(addressOf(ids));
  part("shown").hidden = !ids.length;
}

begin({
  up: (button) => move(entryOf(button), -1),
  down: (button) => move(entryOf(button), 1),
  remove: (button) => remove(entryOf(button)),
  csv: () => saveTable("my-list", shown(), [[words.note, noteOf]]),
  docx: () => saveText().catch(() => say(words.broken)),
  keep: keepAll,
  compare,
});
const wanted = isShared ? given.ids.map((id) => ({ id, note: "" })) : list();
const loaded = await load(wanted.map(({ id }) => id));
for (const { id, facts } of loaded) if (facts) known.set(id, facts);
for (const each of wanted) if (!isShared || known.has(each.id)) show(each);
entries.addEventListener("input", ({ target }) => target.matches("textarea") && note(target));
part("someone").hidden = !isShared;
document.querySelector(`[data-do=${isShared ? "compare" : "keep"}]`).hidden = true;
showShare();
if (!isShared) say(!wanted.length && words.empty);
else say(words.shared, given.many && words.many, ...losses(loaded, given.odd), !known.size && words.nothing);
