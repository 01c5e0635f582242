// On the page of a practice: keep it, compare it, and why it fits my authority.

import { open, reasons } from "./mine.js";
import { body, button, buttons, code, element, fill, focusStatus, say, top, words } from "./parts.js";
import { MOST, TOGETHER, addressOf, compared, forget, keep, list, profile } from "./store.js";

const { id } = document.getElementById("tool").dataset;
const way = (address, label) => element("a", { href: `${top}${address}` }, label);

const listed = () => list().some((each) => each.id === id);
const keeper = button("", () => {
  const rest = list().filter((each) => each.id !== id);
  const there = listed();
  if (!there && rest.length >= MOST) return say(words.full);
  if (!keep("list", there ? rest : [...rest, { id, note: "" }])) return refused(`my-list/${addressOf([id])}`, words.list);
  show();
  say(there ? words.dropped : words.added);
});

const chooser = button("", () => {
  const rest = compared().filter((each) => each !== id);
  const there = rest.length < compared().length;
  if (!there && rest.length >= TOGETHER) return say(words.enough);
  if (!keep("compare", there ? rest : [...rest, id])) return refused(`compare/${addressOf([id])}`, words.open);
  show();
  say(there ? words.parted : words.together);
});

const ways = element("p", { className: "no-print" });

// Nothing can be kept here: an address does it too.
function refused(address, label) {
  say(words.refused);
  ways.replaceChildren(way(address, label));
}

function show() {
  const chosen = compared();
  keeper.textContent = listed() ? words.drop : words.add;
  chooser.textContent = chosen.includes(id) ? words.apart : words.compare;
  ways.replaceChildren(way("my-list/", words.list));
  if (chosen.length) ways.append(" · ", way(`compare/${addressOf(chosen)}`, `${words.open} (${chosen.length})`));
}

const why = (told) => fill(words.fits, { reasons: told.join("; ") });

async function showFits(mine) {
  const data = await open(top);
  const toldOf = (practice) => {
    const theirs = data.ofPractice.get(practice);
    return theirs ? reasons(mine, theirs, data, code) : [];
  };
  const told = toldOf(id);
  const line = element("p", { className: "why" }, told.length ? why(told) : words.strange);
  const made = [line];
  for (const card of document.querySelectorAll("#similar + .cards > .card")) {
    const fits = toldOf(card.querySelector("a").pathname.split("/").filter(Boolean).at(-1));
    if (!fits.length) continue;
    made.push(element("p", { className: "why" }, why(fits)));
    card.append(made.at(-1));
  }
  const away = button(words.forget, () => {
    forget("mine");
    for (const each of [...made, away]) each.remove();
    say(words.forgotten);
    focusStatus();
  });
  body.append(line, buttons(away));
}

body.append(buttons(keeper, chooser), ways);
show();
addEventListener("pageshow", show);
const mine = profile();
if (mine) showFits(mine).catch(() => {}); // without that file the page says all it said before
