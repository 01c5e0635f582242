// Words as the index holds them: the twin of `words_of`, `fold` and `cut` in Python.
// tests/test_find_words.py compares the two on one list of words.

const APOSTROPHES = "'’ʼ`";
const LONGEST_WORD = 60;
const LONG_ENOUGH = 5; // letters of a word in which a slip is mended
const FAMILY = 0.7; // the part of its beginning that a word has in common with one of its family
const WORD = new RegExp(
  `[\\p{L}\\p{N}]+(?:(?<=[\\u0400-\\u04ff])[${APOSTROPHES}](?=[\\u0400-\\u04ff])[\\p{L}\\p{N}]+)*`,
  "gu",
);
const STRESS = /(?<=[\u0400-\u04ff])[\u0300\u0301]/g;
const PLAIN = { ł: "l", đ: "d", ø: "o", ß: "ss" };

export function wordsOf(text) {
  const plain = text.normalize("NFC").replace(STRESS, "").normalize("NFC");
  return (plain.match(WORD) ?? []).map((word) => [...word].slice(0, LONGEST_WORD).join(""));
}

export function fold(word) {
  const plain = word
    .toLowerCase()
    .replace(/[łđøß]/g, (letter) => PLAIN[letter])
    .replace(/ς/g, "σ")
    .replace(new RegExp(`[${APOSTROPHES}]`, "g"), "");
  let kept = "";
  for (const letter of plain.normalize("NFD")) {
    const follows = kept.at(-1);
    if (/\p{M}/u.test(letter) && follows && !/[\u0400-\u04ff]/.test(follows)) continue;
    kept += letter;
  }
  return kept.normalize("NFC").trim();
}

// A folded word without the longest ending of the table that leaves enough letters.
export function cut(folded, suffixes) {
  if (!suffixes) return folded;
  for (let size = folded.length - suffixes.least; size > 0; size--) {
    if (suffixes.endings.has(folded.slice(-size))) return folded.slice(0, -size);
  }
  return folded;
}

// All forms of a folded word under which the index may have it: one for each table of endings.
export function reduced(folded, tables) {
  return tables.length ? [...new Set(tables.map((table) => cut(folded, table)))] : [folded];
}

// What was typed as words: {typed, folded, keys}, each once, no more than the limits allow.
export function queryWords(text, index) {
  const { letters, words: most } = index.limits;
  const all = new Map();
  for (const typed of wordsOf([...text].slice(0, letters).join(""))) {
    const folded = fold(typed);
    if (!all.has(folded)) all.set(folded, { typed, folded, keys: reduced(folded, index.suffixes) });
  }
  const chosen = [...all.values()];
  return { words: chosen.slice(0, most), capped: [...text].length > letters || chosen.length > most };
}

// A word like "for", which nobody looks for.
export function isLittle({ folded }, index) {
  return index.little.has(folded);
}

// Whether a word is looked for: neither a little one nor a short one that nobody listed by itself.
export function isTelling(word, index) {
  return !isLittle(word, index) && (word.folded.length > index.limits.short || index.short.has(word.folded));
}

// A word that nearly all practices have: it need not be there.
export function isCommon({ keys }, index) {
  return keys.some((key) => index.common.has(key));
}

// Every way to write words next to each other, one after the other, as the index may have them.
export function phrases(named) {
  return named.reduce((told, { keys }) => told.flatMap((before) => keys.map((key) => [...before, key])), [[]]);
}

// Values of filters that words of the query name, the longest names first: {filter, value, rest}.
export function namedTerms(asked, index) {
  const found = [];
  const taken = new Set();
  for (let length = Math.min(5, asked.length); length > 0; length--) {
    for (let start = 0; start + length <= asked.length; start++) {
      const named = asked.slice(start, start + length);
      if (named.some((word) => taken.has(word))) continue;
      const terms = new Map();
      for (const phrase of phrases(named)) {
        for (const term of index.concepts.get(phrase.join(" ")) ?? []) terms.set(term.join("="), term);
      }
      const rest = asked.filter((word) => !named.includes(word)).map(({ typed }) => typed).join(" ");
      for (const [filter, value] of terms.values()) found.push({ filter, value, named, rest });
      if (terms.size) named.forEach((word) => taken.add(word));
    }
  }
  return found;
}

// Whether a word is long enough for a slip to be mended in it.
export function canMend({ folded }) {
  return folded.length >= LONG_ENOUGH && !/\p{N}/u.test(folded);
}

// What was most likely meant by a word nobody wrote: a word one slip away, else one of the same stem
// but for a slip, else one that begins alike. `written` has the commonest first. The twin of `meant`
// in Python.
export function meant({ folded, keys }, written, tables) {
  const known = written.map((typed) => ({ typed, folded: fold(typed) }));
  const near = (key) => key.length >= LONG_ENOUGH && keys.some((typed) => isNear(typed, key));
  const found =
    known.find((each) => isNear(folded, each.folded)) ??
    known.find((each) => reduced(each.folded, tables).some(near)) ??
    relative(folded, known);
  return found && { ...found, keys: reduced(found.folded, tables) };
}

// The word that begins as another does for most of its letters.
function relative(folded, known) {
  let [best, longest] = [undefined, Math.max(LONG_ENOUGH, Math.ceil(FAMILY * folded.length)) - 1];
  for (const each of known) {
    const same = alike(folded, each.folded);
    if (same > longest) [best, longest] = [each, same];
  }
  return best;
}

// Whether two words differ by one slip at most: a letter more, less, another, or two exchanged.
function isNear(one, other) {
  const start = alike(one, other);
  const [a, b] = [one.slice(start), other.slice(start)];
  if ([b.slice(1), b].includes(a.slice(1)) || a === b.slice(1)) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

// How many letters two words have in common at their beginning.
function alike(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
}
