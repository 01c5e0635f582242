// 2 to 4 practices side by side. Which ones, stands in the address.

import { element } from "../find/view.js";
import { begin, lines, link, load, losses, part, saveTable, say, whole, words } from "./parts.js";
import { TOGETHER, addressOf, asked, compared, keep } from "./store.js";

const given = asked(TOGETHER);
const loaded = await load(location.search ? given.ids : compared());
const shown = new Map(loaded.filter(({ facts }) => facts).map(({ facts }) => [facts.id, facts]));
const all = [...shown.values()];
const address = addressOf([...shown.keys()]);

// Every practice with a way to the same page without it.
function chosen(facts) {
  const without = (ids) => ids.filter((id) => id !== facts.id);
  const href = addressOf(without([...shown.keys()]));
  const away = element("a", { href, ariaLabel: `${words.remove}: ${facts.title}` }, words.remove);
  away.onclick = () => keep("compare", without(compared()));
  return element("li", {}, link(facts), " ", away);
}

// One fact of each; all tell their facts in the same order.
function lineOf({ name }, row) {
  const cells = all.map((facts, place) => {
    const cell = element("td", {}, lines(facts.rows[row]));
    cell.dataset.label = `${place + 1}. ${facts.place}`;
    return cell;
  });
  return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
}

begin({ csv: () => saveTable("compare", all) });
if (all.length) {
  if (!location.search) history.replaceState(null, "", address);
  part("share").value = whole(address);
  part("chosen-list").append(...all.map(chosen));
  const heads = all.map(({ title, lang }) => element("th", { scope: "col", lang }, title));
  document.querySelector(".compared tr").append(...heads);
  document.querySelector(".compared tbody").append(...all[0].rows.map(lineOf));
  part("shown").hidden = false;
}
say(given.many && words.many, ...losses(loaded, given.odd), all.length > 1 ? words.ready : words.few);
