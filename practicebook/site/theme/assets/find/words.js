// Words as the index holds them: the twin of `words_of`, `fold` and `cut` in Python.
// tests/test_find_words.py compares the two on one list of words.

const APOSTROPHES = "'’ʼ`";
const LONGEST_WORD = 60;
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

// A short word that nobody listed by itself: not looked for.
export function isShort({ folded }, index) {
  return folded.length <= index.limits.short && !index.short.has(folded);
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

// Whether two words differ by one slip at most: a letter more, less, another, or two exchanged.
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b) return true;
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}
