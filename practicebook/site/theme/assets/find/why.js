// Why a practice was found: where the words stand. Search words that no page shows are not told.

import { kindsOf } from "./index.js";
import { fill } from "./view.js";

const MOST = 3;
const TERMS = ["main-theme", "term", "surroundings"];
const ORDER = ["title", "place", "terms", "summary", "text", "keywords", "elsewhere", "meaning"];

// Values of filters by each single word of the phrases that name them; made when first needed.
function termsByWord(index) {
  if (index.byWord) return index.byWord;
  index.byWord = new Map();
  for (const [phrase, terms] of index.concepts) {
    for (const key of phrase.split(" ")) index.byWord.set(key, [...(index.byWord.get(key) ?? []), ...terms]);
  }
  return index.byWord;
}

function termOf(index, { keys }, number) {
  for (const key of keys) {
    for (const [name, value] of termsByWord(index).get(key) ?? []) {
      if (name === "place" || !index.values.get(name)?.[number].includes(value)) continue;
      const { title, values } = index.filters.find((filter) => filter.name === name);
      return fill(index.texts.named, { filter: title, value: values.find((each) => each.key === value).label });
    }
  }
  return "";
}

function reason(index, { word, where }, number) {
  if (!where.has(number)) return "";
  const kinds = kindsOf(index, where.get(number));
  const term = kinds.some((kind) => TERMS.includes(kind)) ? termOf(index, word, number) : "";
  const best = ORDER.find((kind) => (kind === "terms" ? term : kinds.some((each) => each.startsWith(kind))));
  return best === "terms" ? term : (index.reasons[best] ?? "");
}

// A sentence; empty when no words were looked for.
export function reasons(index, found, number) {
  const told = new Set(found.map((each) => reason(index, each, number)).filter(Boolean));
  return told.size ? fill(index.texts.why, { reasons: [...told].slice(0, MOST).join(" · ") }) : "";
}
