// Which practices have which words and values. A practice is its place among all, newest first.

import { fold, isCommon, isNear, isShort, phrases, reduced } from "./words.js";

const TOGETHER = 0.5; // what two neighbours add, as a part of what one word does
const SATURATION = 3; // K1 of the command line's search
const SECTIONS = 7; // bits that count sections of the text; above them a bit for each kind of passage
const LONG_ENOUGH = 5; // letters of a word in which a slip is mended

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

function partOf(index, key) {
  let [low, high] = [0, index.parts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (index.parts[middle][0] <= key) low = middle;
    else high = middle;
  }
  return index.parts[low]?.[1];
}

// The practices that have a word, each with where it has it.
async function holdersOf(index, keys) {
  const found = new Map();
  for (const key of keys) {
    const name = index.common.get(key) ?? partOf(index, key);
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

// The word of the index that was most likely meant: one slip away, else of the same family. The
// commonest of several; undefined if there is none.
async function mended(index, word) {
  if (word.folded.length < LONG_ENOUGH || /\p{N}/u.test(word.folded)) return undefined;
  const written = (await index.read(index.spellings)).map((typed) => ({ typed, folded: fold(typed) }));
  const slip = written.find(({ folded }) => isNear(word.folded, folded));
  const keysOf = ({ folded }) => reduced(folded, index.suffixes);
  const near = (key) => key.length >= LONG_ENOUGH && word.keys.some((typed) => isNear(typed, key));
  const meant = slip ?? written.find((each) => keysOf(each).some(near)) ?? relative(word.folded, written);
  return meant && { ...meant, keys: keysOf(meant) };
}

// The word that begins as another does for most of its letters.
function relative(folded, written) {
  let [best, longest] = [undefined, Math.max(LONG_ENOUGH, Math.ceil(0.7 * folded.length)) - 1];
  for (const each of written) {
    let same = 0;
    while (same < folded.length && folded[same] === each.folded[same]) same++;
    if (same > longest) [best, longest] = [each, same];
  }
  return best;
}

async function look(index, word) {
  const where = await holdersOf(index, word.keys);
  if (where.size) return { word, where };
  const meant = await mended(index, word);
  return meant ? { word: meant, where: await holdersOf(index, meant.keys), typed: word.typed } : { word, where };
}

// Adds what one word, or two neighbours, are worth to the score of each practice that has them.
function count(index, score, where, factor) {
  const rarity = factor * Math.log((1.01 * index.count) / where.size);
  for (const [number, value] of where) {
    const weight = weightOf(index, value);
    score.set(number, (score.get(number) ?? 0) + (rarity * weight) / (weight + SATURATION));
  }
}

// Practices that have all words and those that have only some, their scores, and who has which word.
export async function match(index, asked) {
  const told = asked.filter((word) => !isShort(word, index));
  const found = await Promise.all((told.length ? told : asked).map((word) => look(index, word)));
  const pairs = await Promise.all(neighbours(asked, found).map((keys) => holdersOf(index, keys)));
  const score = new Map();
  for (const { where } of found) count(index, score, where, 1);
  for (const where of pairs) count(index, score, where, TOGETHER);
  const strong = found.filter(({ word }) => !isCommon(word, index));
  const needed = strong.length ? strong : found;
  const any = asked.length ? new Set(needed.flatMap(({ where }) => [...where.keys()])) : Array(index.count).keys();
  const [all, some] = [[], []];
  for (const number of any) (needed.every(({ where }) => where.has(number)) ? all : some).push(number);
  return { all, some, score, found };
}

// Keys of every two words next to each other, a slip mended.
function neighbours(asked, found) {
  const meant = new Map(found.map(({ word, typed }) => [typed ?? word.typed, word]));
  const words = asked.map((word) => meant.get(word.typed) ?? word);
  return words.slice(1).map((word, place) => phrases([words[place], word]).map((phrase) => phrase.join(" ")));
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
  const some = all.length < index.limits.few ? passing(matched.some) : [];
  const counts = countsOf(index, some.length ? matched.all.concat(matched.some) : matched.all, chosen);
  const score = (number) => matched.score.get(number) ?? 0;
  const later = (a, b) => order(b) - order(a) || score(b) - score(a) || a - b;
  return { all: all.sort(later), some: some.sort(later), counts };
}
