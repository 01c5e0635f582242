// The map: its circles and the list beside it show the practices that fit.

import { begin, form, index, tell } from "./choice.js";
import { counted, fill, number } from "./view.js";

const words = JSON.parse(form.dataset.words);
const at = (link) => document.querySelector(link.getAttribute("href"));
const left = (inside) => inside.querySelectorAll("li:not([hidden])").length;

// A circle of several places leads to a short list of them.
function showCircle(circle) {
  const target = at(circle);
  const rows = target.matches(".map-chosen") ? target.querySelectorAll("li") : [];
  for (const row of rows) {
    const link = row.firstElementChild;
    const count = left(at(link));
    row.hidden = !count;
    row.replaceChildren(link, count > 1 ? ` ${number(count)}` : "");
  }
  const links = rows.length ? [...rows].map((row) => row.firstElementChild) : [circle];
  const places = links.map(at).filter(left);
  circle.toggleAttribute("hidden", !places.length);
  target.hidden = !places.length;
  if (target.hidden) return;
  const count = places.reduce((sum, place) => sum + left(place), 0);
  let place = places[0].firstElementChild.textContent;
  if (places.length > 1) place = fill(counted(words.places, places.length - 1), { place });
  const name = fill(words.circle, { place, practices: tell(count) });
  circle.querySelector("title").textContent = name;
  if (rows.length) target.firstElementChild.textContent = name;
  const drawn = circle.querySelector("text");
  if (drawn) drawn.textContent = number(count);
}

function showWhere(fits) {
  for (const row of document.querySelectorAll(".map-country li")) {
    row.hidden = !fits(row.firstElementChild.pathname.split("/").at(-2));
  }
  for (const each of document.querySelectorAll(".map-country, .map-country div")) each.hidden = !left(each);
  document.querySelectorAll("#map a").forEach(showCircle);
}

async function show(state, matched, { all, some }) {
  const ids = await index.read(index.ids);
  const fitting = new Set([...all, ...some].map((each) => ids[each]));
  showWhere((id) => fitting.has(id));
}

begin({
  total: (count) => fill(words.total, { n: number(count) }),
  show,
  // Without an index all practices are shown, as the page came.
  lost: () => index && showWhere(() => true),
});
