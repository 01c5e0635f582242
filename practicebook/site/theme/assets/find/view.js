// What readers see. Every text comes from the index's words or the collection, and is set as text.

export function element(name, properties = {}, ...inside) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

export function counted(words, code, count) {
  const forms = words.practices;
  const form = forms[new Intl.PluralRules(code).select(count)] ?? forms.other ?? Object.values(forms)[0];
  return fill(form, { n: count.toLocaleString(code) });
}

// The filters, made once; their counts and ticks follow later, so that the focus stays where it is.
export function filters(words) {
  return words.filters
    .filter(({ values }) => values.length > 1)
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

export function card(data, top) {
  const { meta } = data;
  const id = data.raw_url.split("/").filter(Boolean).at(-1);
  const link = element("a", { href: `${top}practices/${encodeURIComponent(id)}/` }, meta.title);
  const title = element("h3", {}, link);
  const summary = element("p", {}, meta.summary ?? "");
  if (meta.lang) title.lang = summary.lang = meta.lang;
  const facts = [meta.place, meta.years, meta.theme, meta.evidence].filter(Boolean).join(" · ");
  const line = element("p", { className: "meta" }, facts);
  if (meta.failed) line.append(" · ", element("strong", {}, meta.failed));
  return element("li", { className: "card" }, title, summary, line);
}
