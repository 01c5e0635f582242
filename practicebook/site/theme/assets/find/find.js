// The find page: what is asked stands in the address, all else follows from it.

import { answer, card, match, open } from "./index.js";
import { namedTerms, queryWords } from "./words.js";
import { counted, element, fill, filters, result, showCounts } from "./view.js";
import { reasons } from "./why.js";

const FIRST = 20;
const MOST_VALUES = 50; // of one filter in an address; nobody ticks more
const form = document.getElementById("find");
const part = (name) => document.getElementById(`find-${name}`);
const { top, code } = form.dataset;
const SORTS = ["relevance", "newest", "adopted", "mine"];
let index;
let mine = null; // the reader's own authority, where one is kept
let turn = 0;

function stateOf(parameters) {
  const chosen = new Map();
  let unknown = false;
  for (const { name, values } of index.filters) {
    const known = new Set(values.map(({ key }) => key));
    const asked = parameters.getAll(name);
    const kept = asked.slice(0, MOST_VALUES).filter((key) => known.has(key));
    unknown ||= asked.some((key) => !known.has(key));
    chosen.set(name, new Set(kept));
  }
  const sort = SORTS.find((each) => each === parameters.get("sort") && (each !== "mine" || mine)) ?? "";
  return { q: parameters.get("q") ?? "", chosen, sort, unknown };
}

function addressOf({ q, chosen, sort }) {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set("q", q.trim().slice(0, index.limits.letters));
  for (const [name, keys] of chosen) for (const key of keys) parameters.append(name, key);
  if (sort) parameters.set("sort", sort);
  return `?${parameters}`;
}

const now = () => stateOf(new URLSearchParams(location.search));

// A copy of a state with one value of a filter ticked or not.
function withValue(state, name, key, ticked) {
  const chosen = new Map([...state.chosen].map(([each, keys]) => [each, new Set(keys)]));
  chosen.get(name)[ticked ? "add" : "delete"](key);
  return { ...state, chosen };
}

function go(state) {
  const address = addressOf(state);
  if (address !== (location.search || "?")) history.pushState(null, "", address);
  return show();
}

// A link that also works in a new tab.
function way(state, label, said, focus) {
  const link = element("a", { href: addressOf(state) }, label);
  if (said) link.setAttribute("aria-label", said);
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await go(state);
    focus();
  });
  return link;
}

function nameOf(filter, value) {
  const { title, values } = index.filters.find(({ name }) => name === filter);
  const { label } = values.find(({ key }) => key === value) ?? {};
  return label && fill(index.texts.named, { filter: title, value: label });
}

function showList(box, heading, links) {
  const list = element("ul", { className: "inline" }, ...links.map((link) => element("li", {}, link)));
  box.replaceChildren(...(links.length ? [element("h2", {}, heading), list] : []));
}

function showChips(state) {
  const { texts } = index;
  const onward = () => (part("chips").querySelector("a") ?? part("status")).focus();
  const chips = [];
  for (const [filter, keys] of state.chosen) {
    for (const key of keys) {
      const name = nameOf(filter, key);
      chips.push(way(withValue(state, filter, key, false), `${name} ×`, fill(texts.remove, { name }), onward));
    }
  }
  if (chips.length > 1) {
    const none = new Map([...state.chosen.keys()].map((name) => [name, new Set()]));
    chips.push(way({ ...state, chosen: none }, texts.clear, "", onward));
  }
  showList(part("chips"), texts.chosen, chips);
}

function showOffers(state, words) {
  const { texts } = index;
  const links = [];
  for (const { filter, value, rest } of namedTerms(words, index).slice(0, 5)) {
    const name = nameOf(filter, value);
    if (!name || state.chosen.get(filter).has(value)) continue;
    const count = index.values.get(filter).filter((keys) => keys.includes(value)).length;
    const further = { ...withValue(state, filter, value, true), q: rest };
    const label = fill(texts.offer, { name, practices: counted(index, code, count) });
    links.push(way(further, label, "", () => part("status").focus()));
  }
  showList(part("offers"), texts.offers, links);
}

function sentences(state, capped, matched, found) {
  const { texts } = index;
  const tell = (count) => counted(index, code, count);
  const { all, some } = found;
  const told = [];
  if (!all.length && !some.length) told.push(`${texts.none} ${texts.hint}`);
  else if (some.length) told.push(fill(texts.some, { all: tell(all.length), loose: tell(some.length) }));
  else told.push(tell(all.length));
  for (const { word, typed } of matched.found) if (typed) told.push(fill(texts.mended, { word: word.typed, typed }));
  const missing = matched.found.filter(({ where }) => !where.size).map(({ word }) => word.typed);
  if (missing.length) told.push(fill(texts.missing, { words: missing.join(", ") }));
  if (capped) told.push(texts.long);
  if (state.unknown) told.push(texts.unknown);
  return told;
}

function showElsewhere(state, found) {
  const few = found.all.length + found.some.length < index.limits.few && state.q;
  const links = index.languages.map(({ code: other, name }) => {
    return element("a", { href: `${top}../${other}/find/${addressOf(state)}`, lang: other }, name);
  });
  showList(part("elsewhere"), index.texts.elsewhere, few ? links : []);
}

async function showResults(found, matched, from, asking) {
  const numbers = [...found.all, ...found.some];
  const cards = await Promise.all(numbers.slice(from, from + FIRST).map((number) => card(index, number)));
  if (asking !== turn) return;
  const list = part("results");
  if (!from) list.replaceChildren();
  cards.forEach((each, place) => {
    if (found.some.length && from + place === found.all.length) {
      list.append(element("h2", {}, index.texts.loose));
    }
    if (list.lastElementChild?.tagName !== "OL") list.append(element("ol", { className: "cards" }));
    const why = reasons(index, matched.found, numbers[from + place]);
    list.lastElementChild.append(result(each, top, why));
  });
  const more = part("more");
  more.hidden = from + FIRST >= numbers.length;
  more.onclick = async () => {
    await showResults(found, matched, from + FIRST, asking);
    list.querySelectorAll("h3 a")[from + FIRST]?.focus();
  };
}

// How early a practice comes, as a function; the same for all leaves the best first.
async function orderOf(sort) {
  if (sort === "newest") return (number) => -number;
  if (sort === "adopted") return (number) => index.adopted[number] ?? 0;
  if (sort !== "mine") return () => 0;
  const [{ closeness, open: openMine }, ids] = await Promise.all([import("../tools/mine.js"), index.read(index.ids)]);
  const { ofPractice } = await openMine(top);
  return (number) => (ofPractice.has(ids[number]) ? closeness(mine, ofPractice.get(ids[number])) : 0);
}

function showOrder(state, asked) {
  const best = form.sort.querySelector("[value=relevance]");
  best.hidden = best.disabled = !asked.length;
  form.sort.value = state.sort || (asked.length ? "relevance" : "newest");
}

function busy(yes) {
  part("answer").setAttribute("aria-busy", yes);
}

async function show() {
  const asking = ++turn;
  busy(true);
  const state = now();
  const { words: asked, capped } = queryWords(state.q, index);
  try {
    const [matched, order] = await Promise.all([match(index, asked), orderOf(state.sort)]);
    if (asking !== turn) return;
    const found = answer(index, matched, state.chosen, order);
    form.q.value = state.q.slice(0, index.limits.letters);
    showOrder(state, asked);
    showCounts(part("filters"), state.chosen, found.counts, code);
    showChips(state);
    showOffers(state, matched.found.map(({ word }) => word));
    await showResults(found, matched, 0, asking);
    if (asking !== turn) return;
    showElsewhere(state, found);
    part("status").textContent = sentences(state, capped, matched, found).join(" ");
    busy(false);
  } catch {
    if (asking === turn) giveUp();
  }
}

// Something of the index is missing: the page says so and shows the ways that need no index.
function giveUp() {
  part("missing").hidden = false;
  part("status").textContent = "";
  part("more").hidden = true;
  busy(false);
}

function prepare() {
  const { texts } = index;
  part("filters").append(element("h2", {}, texts.narrow), ...filters(index));
  const offered = SORTS.filter((value) => value !== "mine" || mine);
  const options = offered.map((value) => element("option", { value }, texts[value]));
  const select = element("select", { name: "sort", id: "find-sort" }, ...options);
  part("order").append(element("label", { htmlFor: "find-sort" }, texts.sort), select);
  part("more").textContent = texts.more;
  part("filters").addEventListener("change", ({ target }) => {
    go(withValue(now(), target.name, target.value, target.checked));
  });
  select.addEventListener("change", () => go({ ...now(), sort: select.value }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...now(), q: form.q.value });
  });
  addEventListener("popstate", show);
}

// The reader's own authority, if one is kept in this browser.
async function ownAuthority() {
  try {
    return (await import("../tools/store.js")).profile();
  } catch {
    return null;
  }
}

try {
  [index, mine] = await Promise.all([open(new URL("index/", location.href).href), ownAuthority()]);
  prepare();
  await show();
} catch {
  giveUp();
}
