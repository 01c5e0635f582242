// The find page: what is asked stands in the address, everything else follows from it.

import { answer, match, open } from "./index.js";
import { namedTerms, queryWords } from "./words.js";
import { card, counted, element, fill, filters, showCounts } from "./view.js";

const FIRST = 20;
const MOST_VALUES = 50; // of one filter in an address; nobody ticks more
const form = document.getElementById("find");
const part = (name) => document.getElementById(`find-${name}`);
const { top, code } = form.dataset;
let index;
let turn = 0;

function stateOf(parameters) {
  const chosen = new Map();
  let unknown = false;
  for (const { name, values } of index.words.filters) {
    const known = new Set(values.map(({ key }) => key));
    const asked = parameters.getAll(name);
    const kept = asked.slice(0, MOST_VALUES).filter((key) => known.has(key));
    unknown ||= asked.some((key) => !known.has(key));
    chosen.set(name, new Set(kept));
  }
  return { q: parameters.get("q") ?? "", chosen, newest: parameters.get("sort") === "newest", unknown };
}

function addressOf({ q, chosen, newest }) {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.set("q", q.trim().slice(0, index.words.limits.letters));
  for (const [name, keys] of chosen) for (const key of keys) parameters.append(name, key);
  if (newest) parameters.set("sort", "newest");
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
  const { title, values } = index.words.filters.find(({ name }) => name === filter);
  const { label } = values.find(({ key }) => key === value) ?? {};
  return label && fill(index.words.texts.named, { filter: title, value: label });
}

function showList(box, heading, links) {
  const list = element("ul", { className: "inline" }, ...links.map((link) => element("li", {}, link)));
  box.replaceChildren(...(links.length ? [element("h2", {}, heading), list] : []));
}

function showChips(state) {
  const { texts } = index.words;
  const onward = () => (part("chips").querySelector("a") ?? part("status")).focus();
  const chips = [];
  for (const [filter, keys] of state.chosen) {
    for (const key of keys) {
      const name = nameOf(filter, key);
      chips.push(way(withValue(state, filter, key, false), `${name} ×`, fill(texts.remove, { name }), onward));
    }
  }
  const none = { ...state, chosen: new Map([...state.chosen].map(([name]) => [name, new Set()])) };
  if (chips.length > 1) chips.push(way(none, texts.clear, "", onward));
  showList(part("chips"), texts.chosen, chips);
}

function showOffers(state, asked) {
  const { texts } = index.words;
  const links = [];
  for (const { filter, value, rest } of namedTerms(asked, index.words).slice(0, 5)) {
    const name = nameOf(filter, value);
    if (!name || state.chosen.get(filter).has(value)) continue;
    const practices = counted(index.words, code, index.values.get(filter).get(value).size);
    const further = { ...withValue(state, filter, value, true), q: rest };
    links.push(way(further, fill(texts.offer, { name, practices }), "", () => part("status").focus()));
  }
  showList(part("offers"), texts.offers, links);
}

function sentences(state, capped, matched, found) {
  const { texts } = index.words;
  const tell = (count) => counted(index.words, code, count);
  const { all, some } = found;
  const told = [];
  if (!all.length && !some.length) told.push(`${texts.none} ${texts.hint}`);
  else if (some.length) told.push(fill(texts.some, { all: tell(all.length), loose: tell(some.length) }));
  else told.push(tell(all.length));
  if (matched.missing.length) told.push(fill(texts.missing, { words: matched.missing.join(", ") }));
  if (capped) told.push(texts.long);
  if (state.unknown) told.push(texts.unknown);
  return told;
}

function showElsewhere(state, found) {
  const few = found.all.length + found.some.length < index.words.limits.few && state.q;
  const links = index.words.languages.map(({ code: other, name }) => {
    return element("a", { href: `${top}../${other}/find/${addressOf(state)}`, lang: other }, name);
  });
  showList(part("elsewhere"), index.words.texts.elsewhere, few ? links : []);
}

async function showResults(found, from, mine) {
  const ids = [...found.all, ...found.some];
  const data = await Promise.all(ids.slice(from, from + FIRST).map((id) => index.practices.get(id).data()));
  if (mine !== turn) return;
  const list = part("results");
  if (!from) list.replaceChildren();
  data.forEach((each, place) => {
    if (found.some.length && from + place === found.all.length) {
      list.append(element("h2", {}, index.words.texts.loose));
    }
    if (list.lastElementChild?.tagName !== "OL") list.append(element("ol", { className: "cards" }));
    list.lastElementChild.append(card(each, top));
  });
  const more = part("more");
  more.hidden = from + FIRST >= ids.length;
  more.onclick = async () => {
    await showResults(found, from + FIRST, mine);
    list.querySelectorAll("h3 a")[from + FIRST]?.focus();
  };
}

function busy(yes) {
  part("answer").setAttribute("aria-busy", yes);
}

async function show() {
  const mine = ++turn;
  busy(true);
  const state = now();
  const { words: asked, capped } = queryWords(state.q, index.words);
  try {
    const matched = await match(index, asked);
    if (mine !== turn) return;
    const found = answer(index, matched, state.chosen, state.newest || !asked.length);
    form.q.value = state.q.slice(0, index.words.limits.letters);
    form.sort.value = state.newest ? "newest" : "relevance";
    part("order").hidden = !asked.length;
    showCounts(part("filters"), state.chosen, found.counts, code);
    showChips(state);
    showOffers(state, asked);
    await showResults(found, 0, mine);
    if (mine !== turn) return;
    showElsewhere(state, found);
    part("status").textContent = sentences(state, capped, matched, found).join(" ");
    busy(false);
  } catch {
    giveUp();
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
  const { texts } = index.words;
  part("filters").append(element("h2", {}, texts.narrow), ...filters(index.words));
  const options = ["relevance", "newest"].map((value) => element("option", { value }, texts[value]));
  const select = element("select", { name: "sort", id: "find-sort" }, ...options);
  part("order").append(element("label", { htmlFor: "find-sort" }, texts.sort), select);
  part("more").textContent = texts.more;
  part("filters").addEventListener("change", ({ target }) => {
    go(withValue(now(), target.name, target.value, target.checked));
  });
  select.addEventListener("change", () => go({ ...now(), newest: select.value === "newest" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go({ ...now(), q: form.q.value });
  });
  addEventListener("popstate", show);
}

try {
  index = await open(new URL(`${top}pagefind/`, location.href).href, code);
  prepare();
  await show();
} catch {
  giveUp();
}
