// On the page of a practice: keep it, compare it, and why it fits my authority.

import { open, reasons } from "./mine.js";
import { begin, code, element, fill, id, part, say, top, words } from "./parts.js";
import { MOST, TOGETHER, addressOf, compared, forget, keep, list, profile } from "./store.js";

const fits = part("fits");
const toList = part("tool-list");
const toCompare = part("tool-compare");
let told = [];

function name(act, text) {
  const button = document.querySelector(`[data-do=${act}]`);
  button.textContent = text;
  button.hidden = false;
}

function show() {
  const chosen = compared();
  const isListed = list().some((each) => each.id === id);
  name("keep", isListed ? words.drop : words.add);
  name("compare", chosen.includes(id) ? words.apart : words.compare);
  toCompare.hidden = !chosen.length;
  toCompare.href = `${top}compare/${addressOf(chosen)}`;
}

// Puts this practice in or takes it out; where nothing can be kept, an address does it too.
function turn(key, all, mine, most, way, said) {
  const others = all.filter((each) => (each.id ?? each) !== id);
  const isIn = others.length < all.length;
  if (!isIn && others.length >= most) return say(said.full);
  if (keep(key, isIn ? others : [...others, mine])) {
    show();
    return say(isIn ? said.out : said.in);
  }
  way.hidden = false;
  way.search = addressOf([id]);
  say(words.refused);
}

const why = (found) => fill(words.fits, { reasons: found.join("; ") });

async function showFits(mine) {
  const data = await open(top);
  const toldOf = (practice) => {
    const theirs = data.ofPractice.get(practice);
    return theirs ? reasons(mine, theirs, data, code) : [];
  };
  const found = toldOf(id);
  fits.firstChild.textContent = found.length ? why(found) : words.strange;
  fits.hidden = false;
  for (const card of document.querySelectorAll("#similar + .cards > .card")) {
    const alike = toldOf(card.querySelector("a").pathname.split("/").at(-2));
    if (alike.length) told.push(element("p", { className: "why" }, why(alike)));
    if (alike.length) card.append(told.at(-1));
  }
}

begin({
  keep: () => turn("list", list(), { id, note: "" }, MOST, toList, { full: words.full, in: words.added, out: words.dropped }),
  compare: () => turn("compare", compared(), id, TOGETHER, toCompare, { full: words.enough, in: words.together, out: words.parted }),
  forget() {
    forget("mine");
    fits.hidden = true;
    for (const each of told.splice(0)) each.remove();
    say(words.forgotten);
    part("tool-status").focus();
  },
});
show();
addEventListener("pageshow", show);
const mine = profile();
if (mine) showFits(mine).catch(() => {}); // without that file the page says all it said before
