// What is kept in this browser and nowhere else. What lies there may be old, foreign or broken, so
// it is read with care; `keep` says whether it worked.

export const MOST = 50; // practices in a list and in an address
export const TOGETHER = 4; // practices compared
const LONGEST = 2000; // letters of a note
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const isName = (id) => typeof id === "string" && id.length <= 80 && NAME.test(id);
const text = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");
const all = (value) => (Array.isArray(value) ? value : []);
const names = (ids) => [...new Set(all(ids).filter(isName))];

export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(`practicebook.${key}`));
  } catch {
    return null;
  }
}

// Without a value what was kept is forgotten.
export function keep(key, value) {
  try {
    if (value) localStorage.setItem(`practicebook.${key}`, JSON.stringify(value));
    else localStorage.removeItem(`practicebook.${key}`);
    return true;
  } catch {
    return false;
  }
}

// My list: practices with notes, in my order.
export function list() {
  const notes = new Map(all(read("list")).map((each) => [each?.id, text(each?.note)]));
  return names([...notes.keys()]).slice(0, MOST).map((id) => ({ id, note: notes.get(id) }));
}

export const compared = () => names(read("compare")).slice(0, TOGETHER);

// My authority, or null.
export function profile() {
  const kept = read("mine");
  if (!kept) return null;
  const [id, country, level] = [kept.id, kept.country, kept.level].map(text);
  const population = Number.isInteger(kept.population) && kept.population > 0 ? kept.population : 0;
  return { id, country, level, population, setting: names(kept.setting).slice(0, 20) };
}

// The practices an address names: which, whether there were too many, whether some were no names,
// whether it says anything.
export function asked(most) {
  const given = new URLSearchParams(location.search).getAll("p");
  const ids = names(given);
  return { ids: ids.slice(0, most), many: ids.length > most, odd: !given.every(isName), any: given.length };
}

export const addressOf = (ids) => `?${new URLSearchParams(ids.map((id) => ["p", id]))}`;
