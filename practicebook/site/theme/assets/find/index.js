// Which practices have which words and values. A practice is its place among all, newest first.

import { canMend, isCommon, isLittle, isTelling, meant, phrases } from "./words.js";

const SATURATION = 25; // K1 of BM25: this weight is worth half of what any weight can be worth
const HELD = 30; // who has a word at this weight has it fully; others make it less common
const SECTIONS = 7; // bits that count sections of the text; above them a bit for each kind of passage

// Every file of the index is packed and named by its content, but the first.
async function unpack(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error("a file of the index is missing");
  const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export async function open(folder) {
  const index = await unpack(`${folder}start.find`, { cache: "no-cache" });
  const loaded = new Map();
  index.read = (name) => {
    if (!loaded.has(name)) loaded.set(name, unpack(`${folder}${name}`));
    return loaded.get(name);
  };
  index.short = new Set(index.short);
  index.little = new Set(index.little);
  index.common = new Map(Object.entries(index.common));
  index.concepts = new Map(Object.entries(index.concepts));
  for (const table of index.suffixes) table.endings = new Set(table.endings);
  index.values = new Map(index.filters.map((filter) => [filter.name, holders(index, filter)]));
  return index;
}

// The keys of the values each practice has, of one filter.
function holders({ columns }, { name, values }) {
  const keyOf = (letter) => values[letter.codePointAt(0) - 65].key;
  return columns[name].split(" ").map((letters) => [...letters].map(keyOf));
}

export async function card(index, number) {
  const place = number % index.cardsInFile;
  return (await index.read(index.cards[(number - place) / index.cardsInFile]))[place];
}

// The practices that have a word, each with where it has it.
async function holdersOf(index, keys) {
  const found = new Map();
  for (const key of keys) {
    const name = index.common.get(key) ?? index.parts.findLast(([first]) => first <= key)?.[1];
    const gaps = name ? ((await index.read(name))[key] ?? []) : [];
    let number = 0;
    for (let at = 0; at < gaps.length; at += 2) {
      number += gaps[at];
      found.set(number, (found.get(number) ?? 0) | gaps[at + 1]);
    }
  }
  return found;
}

// The kinds of passage that have a word.
export function kindsOf({ kinds }, value) {
  return [...kinds.filter((_, place) => (value >> (place + 3)) & 1), ...(value & SECTIONS ? ["text"] : [])];
}

function weightOf({ weights }, value) {
  return weights.reduce((sum, weight, place) => sum + ((value >> (place + 3)) & 1) * weight, value & SECTIONS);
}

// Who has a word; `typed` is what was typed instead of it.
async function look(index, word, typed) {
  const where = await holdersOf(index, word.keys);
  if (where.size || typed || !canMend(word)) return { word, where, typed };
  const other = meant(word, await index.read(index.spellings), index.suffixes);
  return other ? look(index, other, word.typed) : { word, where };
}

// Adds what one word, or two neighbours, are worth to the score of each practice that has them. Says
// how rare they are; they count as no rarer than `most`.
function count(index, score, where, most = Infinity) {
  const weights = [...where].map(([number, value]) => [number, weightOf(index, value)]);
  const held = weights.reduce((sum, [, weight]) => sum + Math.min(1, weight / HELD), 0);
  const rarity = Math.min(most, Math.log((1.01 * index.count) / Math.max(1, held)));
  for (const [number, weight] of weights) {
    score.set(number, (score.get(number) ?? 0) + (rarity * weight) / (weight + SATURATION));
  }
  return rarity;
}

// Practices that have all words and those that have only some, their scores, and who has which word.
export async function match(index, asked) {
  const telling = asked.filter((word) => isTelling(word, index));
  const found = await Promise.all((telling.length ? telling : asked).map((word) => look(index, word)));
  const pairs = neighbours(index, asked, found);
  const held = await Promise.all(pairs.map((both) => together(index, both)));
  const score = new Map();
  for (const each of found) each.rarity = count(index, score, each.where);
  pairs.forEach(([one, other], place) => {
    // A word too short to be looked for has no rarity.
    count(index, score, held[place], (one.rarity ?? 0) + (other.rarity ?? 0));
  });
  const strong = found.filter(({ word }) => !isCommon(word, index));
  const needed = strong.length ? strong : found;
  const any = asked.length ? new Set(needed.flatMap(({ where }) => [...where.keys()])) : Array(index.count).keys();
  const [all, some] = [[], []];
  for (const number of any) (needed.every(({ where }) => where.has(number)) ? all : some).push(number);
  const few = index.limits[needed.length < index.limits.sentence ? "few" : "screen"];
  return { all, some, score, found, few };
}

// Every two words next to each other, little ones left out, slips mended.
function neighbours(index, asked, found) {
  const looked = new Map(found.map((each) => [each.typed ?? each.word.typed, each]));
  const words = asked.filter((word) => !isLittle(word, index)).map((word) => looked.get(word.typed) ?? { word });
  return words.slice(1).map((each, place) => [words[place], each]);
}

// The practices that have two words as neighbours. Whoever has the phrase has each of its words.
async function together(index, both) {
  const keys = phrases(both.map(({ word }) => word)).map((phrase) => phrase.join(" "));
  const held = await holdersOf(index, keys);
  for (const { where } of both) for (const [number, value] of held) where?.set(number, where.get(number) | value);
  return held;
}

// The filter a practice does not pass: "" for none, null for several.
function failing(index, number, chosen) {
  let failed = "";
  for (const [name, keys] of chosen) {
    if (!keys.size || index.values.get(name)[number].some((key) => keys.has(key))) continue;
    if (failed) return null;
    failed = name;
  }
  return failed;
}

// How many practices each further value would leave, the other filters staying as they are.
function countsOf(index, numbers, chosen) {
  const counts = new Map();
  for (const number of numbers) {
    const failed = failing(index, number, chosen);
    if (failed === null) continue;
    for (const [name, has] of index.values) {
      if (failed && name !== failed) continue;
      for (const key of has[number]) counts.set(`${name}=${key}`, (counts.get(`${name}=${key}`) ?? 0) + 1);
    }
  }
  return counts;
}

// The answer to words and filters. `order` says how early each practice comes; equal ones go by
// score, then by date.
export function answer(index, matched, chosen, order) {
  const passing = (numbers) => numbers.filter((number) => failing(index, number, chosen) === "");
  const all = passing(matched.all);
  const some = all.length < matched.few ? passing(matched.some) : [];
  const counts = countsOf(index, some.length ? matched.all.concat(matched.some) : matched.all, chosen);
  const score = (number) => matched.score.get(number) ?? 0;
  const later = (a, b) => order(b) - order(a) || score(b) - score(a) || a - b;
  return { all: all.sort(later), some: some.sort(later), counts };
}
