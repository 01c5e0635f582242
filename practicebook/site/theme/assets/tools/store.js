// What is kept in this browser and nowhere else. What lies there may be old, foreign or broken, so
// it is read with care; `keep` says whether it worked.

export const MOST = 50; // practices in a list and in an address
export const TOGETHER = 4; // practices compared
export const LONGEST = 2000; // letters of a note
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const isName = (id) => typeof id === "string" && id.length <= 80 && NAME.test(id);
const text = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");
const all = (value) => (Array.isArray(value) ? value : []);

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(`practicebook.${key}`));
  } catch {
    return null;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(`practicebook.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(key) {
  try {
    localStorage.removeItem(`practicebook.${key}`);
  } catch {
    // Where nothing can be kept, nothing is left.
  }
}

const names = (ids, most) => [...new Set(all(ids).filter(isName))].slice(0, most);

// My list: practices with notes, in my order.
export function list() {
  const found = new Map();
  for (const each of all(read("list"))) {
    if (isName(each?.id) && found.size < MOST) {
      found.set(each.id, { id: each.id, note: text(each.note, LONGEST) });
    }
  }
  return [...found.values()];
}

export const compared = () => names(read("compare"), TOGETHER);

// What I wrote on the worksheet of a practice, by question.
export function written(id) {
  const kept = read(`here.${id}`);
  const pairs = kept && typeof kept === "object" ? Object.entries(kept) : [];
  return new Map(pairs.map(([key, value]) => [key, text(value, LONGEST)]));
}

// My authority, or null.
export function profile() {
  const kept = read("mine");
  if (!kept || typeof kept !== "object") return null;
  const [id, country, level] = [kept.id, kept.country, kept.level].map((each) => text(each, 80));
  const population = Number.isInteger(kept.population) && kept.population > 0 ? kept.population : 0;
  return { id, country, level, population, setting: all(kept.setting).map((each) => text(each, 80)).slice(0, 20) };
}

// The practices an address names: which, whether there were too many, whether some were no names.
export function asked(most) {
  const given = new URLSearchParams(location.search).getAll("p");
  const named = names(given, Infinity);
  return { ids: named.slice(0, most), many: named.length > most, odd: !given.every(isName) };
}

export const addressOf = (ids) => `?${new URLSearchParams(ids.map((id) => ["p", id]))}`;
