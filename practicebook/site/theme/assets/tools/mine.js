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
  data.ofPractice = new Map(data.authorities.flatMap((each) => (each.practices ?? []).map((practice) => [practice, each])));
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
  const known = [
    [SETTING, mine.setting.length, common(mine, theirs).length / either],
    [SIZE, mine.population, ratio(mine, theirs)],
    [COUNTRY, mine.country, mine.country === theirs.country],
    [LEVEL, mine.level, mine.level === theirs.level],
  ].filter(([, is]) => is);
  const most = known.reduce((sum, [weight]) => sum + weight, 0);
  return most && known.reduce((sum, [weight, , like]) => sum + weight * like, 0) / most;
}

// Why an authority is like mine, the strongest reason first; empty when nothing is alike.
export function reasons(mine, theirs, data, code) {
  const said = data.reasons;
  if (mine.id && mine.id === theirs.id) return [said.own];
  const told = [];
  const terms = common(mine, theirs).map((key) => data.settings[key]);
  if (terms.length) told.push(fill(said.setting, { terms: new Intl.ListFormat(code).format(terms) }));
  if (ratio(mine, theirs) >= SIMILAR_SIZE) {
    const form = new Intl.PluralRules(code).select(theirs.population);
    told.push(fill(said.size[form] ?? said.size.other, { n: theirs.population.toLocaleString(code) }));
  }
  if (mine.country && mine.country === theirs.country) told.push(said.country);
  if (mine.level && mine.level === theirs.level) told.push(fill(said.level, { level: data.levels[mine.level] }));
  return told;
}
