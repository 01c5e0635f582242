// 2 to 4 practices side by side. Which ones, stands in the address.

import { begin, element, lines, link, load, losses, part, saveTable, say, speaking, whole, words } from "./parts.js";
import { TOGETHER, addressOf, asked, compared, keep } from "./store.js";

const given = asked(TOGETHER);
if (!location.search) given.ids = compared();
const loaded = await load(given.ids);
const shown = new Map(loaded.filter(({ facts }) => facts).map(({ facts }) => [facts.id, facts]));
const without = (ids, id) => ids.filter((each) => each !== id);

// Every practice with a way to the same page without it.
function chosen(facts) {
  const away = element("a", { href: addressOf(without([...shown.keys()], facts.id)) }, words.remove);
  away.ariaLabel = `${words.remove}: ${facts.title}`;
  away.addEventListener("click", () => keep("compare", without(compared(), facts.id)));
  return element("li", {}, link(facts), " ", away);
}

function lineOf({ key, name }) {
  const cells = [...shown.values()].map((facts, place) => {
    const cell = element("td", {}, lines(facts.rows.find((row) => row.key === key)));
    cell.dataset.label = `${place + 1}. ${facts.place}`;
    return cell;
  });
  return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
}

function show(all) {
  const address = addressOf([...shown.keys()]);
  if (!location.search) history.replaceState(null, "", address);
  part("share").value = whole(address);
  part("chosen-list").append(...all.map(chosen));
  const heads = all.map((facts) => speaking(element("th", { scope: "col" }, facts.title), facts));
  document.querySelector(".compared tr").append(...heads);
  document.querySelector(".compared tbody").append(...all[0].rows.map(lineOf));
  part("shown").hidden = false;
}

begin({ csv: () => saveTable("compare", [...shown.values()]) });
if (shown.size) show([...shown.values()]);
say(given.many && words.many, ...losses(loaded, given.odd), shown.size > 1 ? words.ready : words.few);
