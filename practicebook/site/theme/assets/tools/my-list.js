// My list, kept in this browser; or a list that somebody shared by its address.

import { code, element, fill } from "../find/view.js";
import { docx } from "./docx.js";
import { begin, download, lines, link, load, losses, part, saveTable, say, textOf, top, wayTo, whole, words } from "./parts.js";
import { MOST, TOGETHER, addressOf, asked, keep, list } from "./store.js";

const given = asked(MOST);
const entries = part("entries");
const { children } = entries;
const [blank] = part("entry").content.children;
const known = new Map();

const titleOf = ({ id }) => known.get(id)?.title ?? id;
const noteOf = (facts) => [...children].find(({ id }) => known.get(id) === facts).querySelector(".note").textContent;

// The practices on the page in their order.
const shown = () => [...children].map(({ id }) => known.get(id)).filter(Boolean);

// Changes the list as it is now: another window may have changed it since.
function change(act) {
  const isKept = keep("list", act(list()));
  if (!isKept) say(words.refused);
  return isKept;
}

// The neighbour moves to the other side, so that the focus stays on the button.
function move(entry, other, side) {
  if (!other) return say(words.edge);
  entry[side](other);
  const order = [...children].map(({ id }) => id);
  const isKept = change((now) => now.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)));
  const told = { title: titleOf(entry), place: order.indexOf(entry.id) + 1, all: order.length };
  say(fill(words.moved, told), !isKept && words.refused);
  showShare();
}

function remove(entry) {
  if (!change((now) => now.filter(({ id }) => id !== entry.id))) return;
  const next = entry.nextElementSibling ?? entry.previousElementSibling;
  entry.remove();
  say(fill(words.removed, { title: titleOf(entry) }), !next && words.empty);
  (next?.querySelector("[data-do=remove]") ?? part("tool-status")).focus();
  showShare();
}

function show({ id, note }) {
  const facts = known.get(id);
  const entry = blank.cloneNode(true);
  const [heading, summary, place, own, , written, booklet] = entry.children;
  const area = own.querySelector("textarea");
  entry.id = id;
  heading.append(facts ? link(facts) : fill(words.gone, { title: id }));
  area.value = written.textContent = note;
  area.oninput = () => {
    written.textContent = area.value;
    change((now) => now.map((each) => (each.id === id ? { id, note: area.value } : each)));
  };
  if (facts) {
    summary.append(element("span", { lang: facts.lang }, facts.summary));
    place.append(facts.place);
    // On paper each practice is told with all its facts.
    booklet.append(...facts.rows.map((row) => element("div", {}, element("dt", {}, row.name), element("dd", {}, lines(row)))));
  }
  for (const each of entry.querySelectorAll("button, textarea, input")) {
    each.ariaLabel = `${(each.closest("label") ?? each).innerText.trim()}: ${titleOf(entry)}`;
  }
  entries.append(entry);
}

async function saveText() {
  const told = shown().map((facts, place) => [
    [place ? "chapter" : "subtitle", facts.title],
    ["text", facts.summary],
    ["text", noteOf(facts) && `${words.note}: ${noteOf(facts)}`],
    ["table", facts.rows.map((row) => [row.name, textOf(row)])],
    ["text", whole(wayTo(facts))],
  ]);
  const blocks = told.flat().filter(([, text]) => text);
  download("my-list.docx", await docx([["title", words.heading], ...blocks], code));
}

function showShare() {
  const address = addressOf(shown().map(({ id }) => id));
  part("share").value = whole(address);
  part("shown").hidden = address === "?";
}

begin({
  up: (entry) => move(entry, entry.previousElementSibling, "after"),
  down: (entry) => move(entry, entry.nextElementSibling, "before"),
  remove,
  csv: () => saveTable("my-list", shown(), [words.note, noteOf]),
  docx: () => saveText().catch(() => say(words.broken)),
  keep() {
    const others = shown().map(({ id }) => ({ id, note: "" }));
    const all = [...list(), ...others.filter(({ id }) => !list().some((each) => each.id === id))];
    if (change(() => all.slice(0, MOST))) say(all.length > MOST ? words.full : words.kept);
  },
  compare() {
    const ids = [...entries.querySelectorAll(":checked")].map((box) => box.closest("li").id);
    if (ids.length < 2 || ids.length > TOGETHER) return say(words.few);
    location.href = `${top}compare/${addressOf(ids)}`;
  },
});
const wanted = given.any ? given.ids.map((id) => ({ id, note: "" })) : list();
const loaded = await load(wanted.map(({ id }) => id));
for (const { id, facts } of loaded) if (facts) known.set(id, facts);
for (const each of wanted) if (!given.any || known.has(each.id)) show(each);
document.body.classList.toggle("shared", given.any);
showShare();
if (!given.any) say(!wanted.length && words.empty);
else say(words.shared, given.many && words.many, ...losses(loaded, given.odd), !known.size && words.nothing);
