// Authorities like mine: how near one is, and why, in words.

import { fill } from "../find/view.js";

// The same strengths as for similar practices.
const [SETTING, SIZE, COUNTRY, LEVEL] = [1, 1, 0.5, 0.5];
const SIMILAR_SIZE = 0.5; // at least half and at most twice as many people

// The authorities and the words for them; fails when the file is missing or not what it was.
export async function open(top) {
  const response = await fetch(`${top}authorities/mine.json`);
  if (!response.ok) throw new Error("the authorities are missing");
  const data = await response.json();
  data.ofPractice = new Map();
  for (const each of data.authorities) {
    for (const practice of each.practices ?? []) data.ofPractice.set(practice, each);
  }
  return data;
}

// The smaller number of inhabitants as a part of the larger; 0 where one is not known.
function ratio(mine, theirs) {
  if (!mine.population || !theirs.population) return 0;
  return Math.min(mine.population, theirs.population) / Math.max(mine.population, theirs.population);
}

const common = (mine, theirs) => mine.setting.filter((key) => theirs.setting?.includes(key));

// From 0, nothing alike, to 1: all alike that is known of mine.
export function closeness(mine, theirs) {
  const shared = common(mine, theirs).length;
  const either = mine.setting.length + (theirs.setting?.length ?? 0) - shared;
  const parts = [
    [SETTING, mine.setting.length, either && shared / either],
    [SIZE, mine.population, ratio(mine, theirs)],
    [COUNTRY, mine.country, mine.country === theirs.country],
    [LEVEL, mine.level, mine.level === theirs.level],
  ].filter(([, known]) => known);
  const most = parts.reduce((sum, [weight]) => sum + weight, 0);
  return most && parts.reduce((sum, [weight, , like]) => sum + weight * like, 0) / most;
}

// Why an authority is like mine, the strongest reason first; empty when nothing is alike.
export function reasons(mine, theirs, data, code) {
  const { own, setting, level, country, size } = data.reasons;
  if (mine.id && mine.id === theirs.id) return [own];
  const told = [];
  const terms = common(mine, theirs).map((key) => data.settings[key]).filter(Boolean);
  if (terms.length) told.push(fill(setting, { terms: new Intl.ListFormat(code).format(terms) }));
  if (ratio(mine, theirs) >= SIMILAR_SIZE) {
    const people = theirs.population;
    const form = size[new Intl.PluralRules(code).select(people)] ?? size.other ?? Object.values(size)[0];
    told.push(fill(form, { n: people.toLocaleString(code) }));
  }
  if (mine.country && mine.country === theirs.country) told.push(country);
  if (mine.level && mine.level === theirs.level) told.push(fill(level, { level: data.levels[level] ?? data.levels[mine.level] }));
  return told;
}
