// Which practices have which words and which values. Everything is a set of Pagefind's result ids,
// so that "any of these values" and counts that follow the other choices are plain set algebra.

import { isWeak, namedTerms, queryWords } from "./words.js";

const ENDING_LOST = 0.6; // a form that agrees only without its ending counts less
const NAMED = 1.5; // a practice that has the term which the words name counts more

export async function open(folder, code) {
  const [pagefind, response] = await Promise.all([
    import(`${folder}pagefind.js`),
    fetch(`${folder}find.${code}.json`),
  ]);
  if (!response.ok) throw new Error("the words of the find page are missing");
  const words = await response.json();
  words.short = new Set(words.short);
  words.weak = new Set(words.weak);
  words.concepts = new Map(Object.entries(words.concepts));
  if (words.suffixes) words.suffixes.endings = new Set(words.suffixes.endings);
  // Our own weights say how much a word counts; what a result shows is not searched again.
  const metaWeights = {};
  for (const name of ["title", "summary", "lang", "place", "years", "theme", "evidence", "failed"]) {
    metaWeights[name] = 0;
  }
  await pagefind.options({ baseUrl: "/", ranking: { metaWeights } });
  const all = await pagefind.search(words.every, { sort: { started: "desc" } });
  const practices = new Map(all.results.map((result) => [result.id, result]));
  const order = new Map([...practices.keys()].map((id, place) => [id, place]));
  const values = new Map();
  await Promise.all(
    words.filters.map(async ({ name, values: listed }) => {
      const sets = new Map();
      values.set(name, sets);
      for (const { key } of listed) {
        const found = await pagefind.search(words.every, { filters: { [name]: key } });
        sets.set(key, new Set(found.results.map((result) => result.id)));
      }
    }),
  );
  return { pagefind, words, practices, order, values };
}

async function scores(index, query, factor, into) {
  const found = await index.pagefind.search(query);
  for (const { id, score } of found.results) {
    into.set(id, Math.max(into.get(id) ?? 0, factor * score));
  }
}

async function scoresOf(index, word) {
  const found = new Map();
  await scores(index, word.typed, 1, found);
  // Quotation marks: the form without its ending must be there as it is, or "gmin" finds "gminobus".
  if (word.reduced !== word.folded) await scores(index, `"${word.reduced}"`, ENDING_LOST, found);
  return found;
}

// Practices that have all words and those that have only some, with what each word adds.
export async function match(index, asked) {
  if (!asked.length) {
    return { all: new Set(index.practices.keys()), some: new Set(), missing: [], score: new Map() };
  }
  const found = await Promise.all(asked.map((word) => scoresOf(index, word)));
  const strong = asked.map((word) => !isWeak(word, index.words));
  const needed = found.filter((_, place) => strong[place] || !strong.includes(true));
  const score = new Map();
  for (const each of found) for (const [id, more] of each) score.set(id, (score.get(id) ?? 0) + more);
  for (const { filter, value } of namedTerms(asked, index.words)) {
    for (const id of index.values.get(filter).get(value) ?? []) {
      if (score.has(id)) score.set(id, score.get(id) * NAMED);
    }
  }
  const some = new Set(needed.flatMap((each) => [...each.keys()]));
  const all = new Set([...some].filter((id) => needed.every((each) => each.has(id))));
  all.forEach((id) => some.delete(id));
  const missing = asked.filter((word, place) => strong[place] && !found[place].size);
  return { all, some, missing: missing.map((word) => word.typed), score };
}

// Whether a practice has any of the chosen values in each filter but `except`.
function passes(index, id, chosen, except) {
  for (const [name, keys] of chosen) {
    const has = (key) => index.values.get(name).get(key).has(id);
    if (name !== except && keys.size && ![...keys].some(has)) return false;
  }
  return true;
}

// The answer to words and filters: ids in order, and how many each further value would leave.
export function answer(index, matched, chosen, newest) {
  const passing = (ids) => [...ids].filter((id) => passes(index, id, chosen, ""));
  const all = passing(matched.all);
  const some = all.length < index.words.limits.few ? passing(matched.some) : [];
  const base = some.length ? [...matched.all, ...matched.some] : [...matched.all];
  const counts = new Map();
  for (const [name, sets] of index.values) {
    const others = base.filter((id) => passes(index, id, chosen, name));
    for (const [key, ids] of sets) counts.set(`${name}=${key}`, others.filter((id) => ids.has(id)).length);
  }
  const later = (a, b) => index.order.get(a) - index.order.get(b);
  const better = (a, b) => (matched.score.get(b) ?? 0) - (matched.score.get(a) ?? 0) || later(a, b);
  const order = newest ? later : better;
  return { all: all.sort(order), some: some.sort(order), counts };
}

// The first practices that answer what was typed, as the page would list them: for measuring.
export async function found(index, text) {
  const { words: asked } = queryWords(text, index.words);
  const chosen = new Map([...index.values.keys()].map((name) => [name, new Set()]));
  const { all, some } = answer(index, await match(index, asked), chosen, !asked.length);
  const data = await Promise.all([...all, ...some].slice(0, 10).map((id) => index.practices.get(id).data()));
  return data.map(({ raw_url: address }) => address.split("/").filter(Boolean).at(-1));
}
