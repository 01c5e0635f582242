// The find page: what fits as cards, in the order the reader wants.

import { profile } from "../tools/store.js";
import { addressOf, begin, form, go, index, now, part, showLinks, tell, top } from "./choice.js";
import { card } from "./index.js";
import { element } from "./view.js";
import { reasons } from "./why.js";

const FIRST = 20;
const mine = profile(); // the reader's own authority, where one is kept
const list = part("results");
const more = part("more");

// What is told besides comes in the order of the index.
function result({ id, lang, title, summary, failed, ...told }, why) {
  const facts = Object.values(told).join(" · ");
  return element(
    "li",
    { className: "card" },
    element("h3", { lang }, element("a", { href: `${top}practices/${id}/` }, title)),
    element("p", { lang }, summary),
    element("p", { className: "meta" }, facts, failed && " · ", failed && element("strong", {}, failed)),
    why && element("p", { className: "why" }, why),
  );
}

// How early a practice comes, as a function; nothing leaves the best first.
async function order(sort) {
  if (sort === "newest") return (number) => -number;
  if (sort === "adopted") return (number) => index.adopted[number] ?? 0;
  if (sort !== "mine" || !mine) return;
  const [{ closeness, open }, ids] = await Promise.all([import("../tools/mine.js"), index.read(index.ids)]);
  const { ofPractice } = await open(top);
  return (number) => (ofPractice.has(ids[number]) ? closeness(mine, ofPractice.get(ids[number])) : 0);
}

function showOrder({ sort }, { found }) {
  const [best] = form.sort.options;
  best.hidden = best.disabled = !found.length;
  form.sort.value = sort;
  if (form.sort.selectedIndex < 0) form.sort.value = found.length ? "relevance" : "newest";
}

async function show(state, matched, { all, some }, isCurrent) {
  const numbers = [...all, ...some];
  const isFew = numbers.length < index.limits.few && state.q;
  const elsewhere = ({ code: lang, name }) => element("a", { href: `${top}../${lang}/find/${addressOf(state)}`, lang }, name);
  const showFrom = async (from) => {
    const cards = await Promise.all(numbers.slice(from, from + FIRST).map((number) => card(index, number)));
    if (!isCurrent()) return;
    if (!from) list.replaceChildren();
    cards.forEach((each, place) => {
      if (some.length && from + place === all.length) list.append(element("h2", {}, index.texts.loose));
      if (list.lastElementChild?.tagName !== "OL") list.append(element("ol", { className: "cards" }));
      list.lastElementChild.append(result(each, reasons(index, matched.found, numbers[from + place])));
    });
    more.hidden = from + FIRST >= numbers.length;
    more.onclick = async () => {
      await showFrom(from + FIRST);
      list.querySelectorAll("h3 a")[from + FIRST]?.focus();
    };
  };
  showOrder(state, matched);
  await showFrom(0);
  if (isCurrent()) showLinks("elsewhere", isFew ? index.languages.map(elsewhere) : []);
}

if (!mine) form.sort.lastElementChild.remove();
form.sort.onchange = () => go({ ...now(), sort: form.sort.value });
begin({ order, total: tell, show, lost: () => (more.hidden = true) });
