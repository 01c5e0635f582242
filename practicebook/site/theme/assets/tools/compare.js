// 2 to 4 practices side by side. Which ones, stands in the address.

import * as parts from "./parts.js";
import { TOGETHER, addressOf, asked, compared, keep } from "./store.js";

const { body, button, element, fill, say, words } = parts;

const rowsOf = (shown) => shown[0].rows.map(({ key, name }) => ({ name, cells: shown.map((facts) => facts.rows.find((row) => row.key === key)) }));

function table(shown) {
  const heads = shown.map((facts) => {
    const link = parts.titled("a", facts, facts.title);
    link.href = parts.wayTo(facts);
    return element("th", { scope: "col" }, link);
  });
  const head = element("tr", {}, element("th", { scope: "col" }, words.fact), ...heads);
  const lines = rowsOf(shown).map(({ name, cells }) => {
    const made = cells.map((row, place) => {
      const cell = element("td", {}, ...parts.lines(row));
      cell.dataset.label = shown[place].title;
      return cell;
    });
    return element("tr", {}, element("th", { scope: "row" }, name), ...made);
  });
  const caption = element("caption", { className: "said" }, words.title);
  const inside = [caption, element("thead", {}, head), element("tbody", {}, ...lines)];
  return element("table", { className: "collapsing compared" }, ...inside);
}

// Every practice with a way to the same page without it.
function chosen(shown) {
  const ids = shown.map(({ id }) => id);
  const made = shown.map((facts) => {
    const away = element("a", { href: addressOf(ids.filter((id) => id !== facts.id)) }, words.remove);
    away.setAttribute("aria-label", fill(words.removeOne, { title: facts.title }));
    away.addEventListener("click", () => keep("compare", compared().filter((id) => id !== facts.id)));
    return element("li", {}, parts.titled("span", facts, facts.title), " ", away);
  });
  return [element("h2", {}, words.chosen), element("ul", { className: "chosen" }, ...made)];
}

function save(shown) {
  const head = [words.fact, ...shown.map(({ title }) => title)];
  const lines = rowsOf(shown).map(({ name, cells }) => [name, ...cells.map(parts.told)]);
  const links = [words.link, ...shown.map((facts) => parts.whole(parts.wayTo(facts)))];
  parts.saveTable("compare", [head, ...lines, links]);
}

const given = asked(TOGETHER);
if (!location.search) given.ids = compared();
parts.begun();
const loaded = await parts.load(given.ids);
const shown = [...new Map(loaded.filter(({ facts }) => facts).map(({ id, facts }) => [id, facts])).values()];
if (shown.length) {
  const address = addressOf(shown.map(({ id }) => id));
  if (!location.search) history.replaceState(null, "", address);
  const acts = parts.buttons(parts.printButton(), button(words.csv, () => save(shown)));
  const choice = element("div", { className: "no-print" }, ...chosen(shown));
  body.append(choice, acts, parts.sharing(address), table(shown));
}
const enough = shown.length > 1 ? words.ready : words.few;
say(given.many && words.many, ...parts.losses(loaded, given.odd), enough);
