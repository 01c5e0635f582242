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

// What was typed as words: {typed, folded, reduced}, each once, no more than the limits allow.
export function queryWords(text, words) {
  const { letters, words: most } = words.limits;
  const all = new Map();
  for (const typed of wordsOf([...text].slice(0, letters).join(""))) {
    const folded = fold(typed);
    if (!all.has(folded)) all.set(folded, { typed, folded, reduced: cut(folded, words.suffixes) });
  }
  const chosen = [...all.values()];
  return { words: chosen.slice(0, most), capped: [...text].length > letters || chosen.length > most };
}

// A word that need not be there: nearly all practices have it, or it is short and nobody's own.
// One that names a term must be there, however common it is.
export function isWeak(word, words) {
  if (words.concepts.has(word.reduced)) return false;
  if (word.folded.length <= words.limits.short && !words.short.has(word.folded)) return true;
  return words.weak.has(word.reduced);
}

// Terms that words of the query name, the longest names first: {filter, value, rest}.
export function namedTerms(asked, words) {
  const found = [];
  const taken = new Set();
  for (let length = Math.min(5, asked.length); length > 0; length--) {
    for (let start = 0; start + length <= asked.length; start++) {
      const named = asked.slice(start, start + length);
      if (named.some((word) => taken.has(word))) continue;
      const terms = words.concepts.get(named.map((word) => word.reduced).join(" ")) ?? [];
      for (const [filter, value] of terms) {
        const rest = asked.filter((word) => !named.includes(word));
        found.push({ filter, value, rest: rest.map((word) => word.typed).join(" ") });
      }
      if (terms.length) named.forEach((word) => taken.add(word));
    }
  }
  return found;
}
