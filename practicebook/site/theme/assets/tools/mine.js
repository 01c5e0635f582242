// Authorities like mine: how near one is, and why, in words.

import { code, counted, fill } from "../find/view.js";

// The same strengths as for similar practices.
const [SETTING, SIZE, COUNTRY, LEVEL] = [1, 1, 0.5, 0.5];
const SIMILAR_SIZE = 0.5; // at least half and at most twice as many people

// The authorities and the words for them; fails when the file is missing or not what it was.
export async function open(top) {
  const response = await fetch(`${top}authorities/mine.json`);
  const data = await response.json();
  data.ofPractice = new Map(data.authorities.flatMap((each) => (each.practices ?? []).map((id) => [id, each])));
  return data;
}

// The smaller number of inhabitants as a part of the larger; 0 where one is not known.
function ratio({ population: mine }, { population: theirs }) {
  return mine && theirs ? Math.min(mine, theirs) / Math.max(mine, theirs) : 0;
}

const common = (mine, theirs) => mine.setting.filter((key) => theirs.setting?.includes(key));

// From 0, nothing alike, to 1: all alike that is known of mine.
export function closeness(mine, theirs) {
  const either = new Set([...mine.setting, ...(theirs.setting ?? [])]).size;
  let [most, like] = [0, 0];
  const add = (weight, known, part) => {
    if (known) [most, like] = [most + weight, like + weight * part];
  };
  add(SETTING, mine.setting.length, common(mine, theirs).length / either);
  add(SIZE, mine.population, ratio(mine, theirs));
  add(COUNTRY, mine.country, mine.country === theirs.country);
  add(LEVEL, mine.level, mine.level === theirs.level);
  return most && like / most;
}

// Why an authority is like mine, the strongest reason first; empty when nothing is alike.
export function reasons(mine, theirs, { reasons: said, settings, levels }) {
  if (mine.id && mine.id === theirs.id) return [said.own];
  const terms = common(mine, theirs).map((key) => settings[key]);
  return [
    terms.length && fill(said.setting, { terms: new Intl.ListFormat(code).format(terms) }),
    ratio(mine, theirs) >= SIMILAR_SIZE && counted(said.size, theirs.population),
    mine.country && mine.country === theirs.country && said.country,
    mine.level && mine.level === theirs.level && fill(said.level, { level: levels[mine.level] }),
  ].filter(Boolean);
}
