// On the page of a practice: keep it, compare it, and why it fits my authority.

import { element, fill } from "../find/view.js";
import { open, reasons } from "./mine.js";
import { begin, id, part, say, top, words } from "./parts.js";
import { MOST, TOGETHER, addressOf, compared, keep, list, profile } from "./store.js";

const fits = part("fits");
const mine = profile();

function show() {
  const chosen = compared();
  const name = (act, text) => Object.assign(document.querySelector(`[data-do=${act}]`), { textContent: text, hidden: false });
  name("keep", list().some((each) => each.id === id) ? words.drop : words.add);
  name("compare", chosen.includes(id) ? words.apart : words.compare);
  part("tool-compare").hidden = !chosen.length;
  part("tool-compare").search = addressOf(chosen);
}

// Puts this practice in or takes it out; where nothing can be kept, an address does it too.
function turn(key, all, own, most, full, into, out) {
  const others = all.filter((each) => (each.id ?? each) !== id);
  const isIn = others.length < all.length;
  if (!isIn && others.length >= most) return say(full);
  const isKept = keep(key, isIn ? others : [...others, own]);
  say(!isKept ? words.refused : isIn ? out : into);
  if (isKept) return show();
  const way = part(`tool-${key}`);
  way.hidden = false;
  way.search = addressOf([id]);
}

async function showFits() {
  const data = await open(top);
  const why = (practice) => {
    const theirs = data.ofPractice.get(practice);
    const told = theirs ? reasons(mine, theirs, data) : [];
    return told.length && fill(words.fits, { reasons: told.join("; ") });
  };
  fits.firstChild.textContent = why(id) || words.strange;
  fits.hidden = false;
  for (const card of document.querySelectorAll("#similar + .cards > .card")) {
    const told = why(card.querySelector("a").pathname.split("/").at(-2));
    if (told) card.append(element("p", { className: "why mine" }, told));
  }
}

begin({
  keep: () => turn("list", list(), { id, note: "" }, MOST, words.full, words.added, words.dropped),
  compare: () => turn("compare", compared(), id, TOGETHER, words.enough, words.together, words.parted),
  forget() {
    keep("mine");
    fits.hidden = true;
    for (const each of document.querySelectorAll(".why.mine")) each.remove();
    say(words.forgotten);
    part("tool-status").focus();
  },
});
show();
addEventListener("pageshow", show);
if (mine) showFits().catch(() => {}); // without that file the page says all it said before
