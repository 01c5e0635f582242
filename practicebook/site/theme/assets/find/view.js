// What readers see. Every text comes from the index's words or the collection, and is set as text.

export function element(name, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

export function counted({ practices: forms }, code, count) {
  const form = forms[new Intl.PluralRules(code).select(count)] ?? forms.other ?? Object.values(forms)[0];
  return fill(form, { n: count.toLocaleString(code) });
}

// The filters, made once; their counts and ticks follow later, so that the focus stays where it is.
export function filters(index) {
  const parts = ({ name, values }) => values.length > 1 || index.values.get(name).some((keys) => !keys.length);
  return index.filters
    .filter((each) => each.listed && parts(each))
    .map(({ name, title, values }) => {
      const boxes = values.map(({ key, label }) => {
        const box = element("input", { type: "checkbox", name, value: key });
        box.setAttribute("form", "find");
        const count = element("span", { className: "find-count" });
        return element("label", {}, box, element("span", {}, label), count);
      });
      const legend = element("legend", { className: "said" }, title);
      const summary = element("summary", {}, title, element("span", { className: "find-chosen" }));
      return element("details", {}, summary, element("fieldset", {}, legend, ...boxes));
    });
}

export function showCounts(box, chosen, counts, code) {
  for (const details of box.querySelectorAll("details")) {
    const inputs = [...details.querySelectorAll("input")];
    for (const input of inputs) {
      const count = counts.get(`${input.name}=${input.value}`) ?? 0;
      input.checked = chosen.get(input.name)?.has(input.value) ?? false;
      const label = input.closest("label");
      label.classList.toggle("find-empty", count === 0);
      label.querySelector(".find-count").textContent = ` (${count.toLocaleString(code)})`;
    }
    const ticked = inputs.filter((input) => input.checked).length;
    details.querySelector(".find-chosen").textContent = ticked ? ` (${ticked})` : "";
  }
}

export function result(card, top, why) {
  const link = element("a", { href: `${top}practices/${encodeURIComponent(card.id)}/` }, card.title);
  const title = element("h3", {}, link);
  const summary = element("p", {}, card.summary);
  if (card.lang) title.lang = summary.lang = card.lang;
  const facts = [card.place, card.size, card.years, card.theme, card.evidence].filter(Boolean).join(" · ");
  const line = element("p", { className: "meta" }, facts);
  if (card.failed) line.append(" · ", element("strong", {}, card.failed));
  const told = why ? [element("p", { className: "why" }, why)] : [];
  return element("li", { className: "card" }, title, summary, line, ...told);
}
