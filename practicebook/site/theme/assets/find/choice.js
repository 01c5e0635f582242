// Words and filters: what is asked stands in the address, all else follows from it. What fits is
// shown by the page, as a list or on the map.

import { answer, match, open } from "./index.js";
import { counted, element, fill, number } from "./view.js";
import { namedTerms, queryWords } from "./words.js";

const MOST_OFFERS = 5;
export const form = document.getElementById("find");
export const part = (name) => document.getElementById(`find-${name}`);
export const { top } = form.dataset;
export const tell = (count) => counted(index.practices, count);
export let index;
let page;
let turn = 0;
let shown; // what of the address is on the page

export function now() {
  const parameters = new URLSearchParams(location.search);
  const state = { q: parameters.get("q") ?? "", chosen: new Map(), sort: parameters.get("sort") };
  for (const { name, values } of index.filters) {
    const asked = new Set(parameters.getAll(name));
    const known = values.map(({ key }) => key).filter((key) => asked.has(key));
    state.chosen.set(name, new Set(known));
    state.unknown ||= known.length < asked.size;
  }
  return state;
}

export function addressOf({ q, chosen, sort }) {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set("q", q.trim().slice(0, index.limits.letters));
  for (const [name, keys] of chosen) for (const key of keys) parameters.append(name, key);
  if (sort) parameters.set("sort", sort);
  return `?${parameters}`;
}

// A state with one value of a filter ticked or not.
function withValue({ chosen, ...others }, name, key, isTicked) {
  const keys = new Set(chosen.get(name));
  keys[isTicked ? "add" : "delete"](key);
  return { ...others, chosen: new Map(chosen).set(name, keys) };
}

export function go(state) {
  const address = addressOf(state);
  if (address !== (location.search || "?")) history.pushState(null, "", address);
  return show();
}

// A link that also works in a new tab. After a chip comes the next one.
function way(state, label, ariaLabel) {
  const link = element("a", { href: addressOf(state), ariaLabel }, label);
  link.onclick = async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await go(state);
    ((ariaLabel && part("chips").querySelector("a")) || part("status")).focus();
  };
  return link;
}

function nameOf(filter, value) {
  const { title, values } = index.filters.find(({ name }) => name === filter);
  return fill(index.texts.named, { filter: title, value: values.find(({ key }) => key === value).label });
}

export function showLinks(name, links) {
  part(name).hidden = !links.length;
  part(name).lastElementChild.replaceChildren(...links.map((link) => element("li", {}, link)));
}

function showChips(state) {
  const { remove, clear } = index.texts;
  const chips = [];
  for (const [filter, keys] of state.chosen) {
    for (const key of keys) {
      const name = nameOf(filter, key);
      chips.push(way(withValue(state, filter, key), `${name} ×`, fill(remove, { name })));
    }
  }
  if (chips.length > 1) chips.push(way({ ...state, chosen: new Map() }, clear));
  showLinks("chips", chips);
}

function showOffers(state, { found }) {
  const named = namedTerms(found.map(({ word }) => word), index).slice(0, MOST_OFFERS);
  const fresh = named.filter(({ filter, value }) => !state.chosen.get(filter).has(value));
  const links = fresh.map(({ filter, value, rest }) => {
    const { length } = index.values.get(filter).filter((keys) => keys.includes(value));
    const label = fill(index.texts.offer, { name: nameOf(filter, value), practices: tell(length) });
    return way({ ...withValue(state, filter, value, true), q: rest }, label);
  });
  showLinks("offers", links);
}

function sentences({ unknown }, capped, { found: words }, { all, some }) {
  const { texts } = index;
  const missing = words.filter(({ where }) => !where.size).map(({ word }) => word.typed);
  const few = some.length ? fill(texts.some, { all: tell(all.length), loose: tell(some.length) }) : `${texts.none} ${texts.hint}`;
  return [
    all.length && !some.length ? page.total(all.length) : few,
    ...words.filter(({ typed }) => typed).map(({ word, typed }) => fill(texts.mended, { word: word.typed, typed })),
    missing.length && fill(texts.missing, { words: missing.join(", ") }),
    capped && texts.long,
    unknown && texts.unknown,
  ];
}

// The filters, made once; their counts and ticks follow later, so that the focus stays where it is.
function filters() {
  const box = (name) => ({ key, label }) =>
    element("label", {}, element("input", { type: "checkbox", name, value: key }), label, element("span"));
  return index.filters
    .filter(({ listed }) => listed)
    .map(({ name, title, values }) => {
      const group = element("fieldset", { ariaLabel: title }, ...values.map(box(name)));
      return element("details", {}, element("summary", {}, title, element("span")), group);
    });
}

function showCounts({ chosen }, { counts }) {
  for (const details of part("filters").querySelectorAll("details")) {
    for (const input of details.querySelectorAll("input")) {
      const count = counts.get(`${input.name}=${input.value}`) ?? 0;
      const label = input.parentElement;
      input.checked = chosen.get(input.name).has(input.value);
      label.classList.toggle("find-empty", !count);
      label.lastChild.textContent = ` (${number(count)})`;
    }
    const { length } = details.querySelectorAll(":checked");
    details.querySelector("summary span").textContent = length ? ` (${length})` : "";
  }
}

async function show() {
  const asking = ++turn;
  const isCurrent = () => asking === turn;
  shown = location.search;
  part("answer").ariaBusy = true;
  const state = now();
  const { words, capped } = queryWords(state.q, index);
  try {
    const [matched, order = () => 0] = await Promise.all([match(index, words), page.order?.(state.sort)]);
    if (!isCurrent()) return;
    const found = answer(index, matched, state.chosen, order);
    form.q.value = state.q.slice(0, index.limits.letters);
    part("other").search = addressOf(state);
    showCounts(state, found);
    showChips(state);
    showOffers(state, matched);
    await page.show(state, matched, found, isCurrent);
    if (!isCurrent()) return;
    part("status").textContent = sentences(state, capped, matched, found).filter(Boolean).join(" ");
    part("answer").ariaBusy = false;
  } catch {
    if (isCurrent()) giveUp();
  }
}

// Something of the index is missing: the page says so and what there is without it.
function giveUp() {
  part("missing").hidden = false;
  part("status").textContent = "";
  page.lost();
  part("answer").ariaBusy = false;
}

// `page` has: order (by what is asked to come first), total (in words), show, and lost for the
// time without an index.
export async function begin(given) {
  page = given;
  try {
    index = await open(`${top}find/index/`);
    part("filters").append(...filters());
    part("filters").onchange = ({ target }) => go(withValue(now(), target.name, target.value, target.checked));
    form.onsubmit = (event) => {
      event.preventDefault();
      go({ ...now(), q: form.q.value });
    };
    // Also heard when only the place on the page is another.
    addEventListener("popstate", () => location.search === shown || show());
    for (const each of document.querySelectorAll(".find-waiting")) each.hidden = false;
    await show();
  } catch {
    giveUp();
  }
}
