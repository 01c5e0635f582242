// What every script makes for readers. All words are set as text, never as HTML.

export const code = document.documentElement.lang;
export const number = (value) => value.toLocaleString(code);

// What is empty, of properties or inside, is left out.
export function element(name, properties, ...inside) {
  const made = document.createElement(name);
  for (const key in properties) if (properties[key]) made[key] = properties[key];
  made.append(...inside.filter(Boolean));
  return made;
}

export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
}

// A number with its words; `forms` are those of the language, by the names of CLDR.
export function counted(forms, count) {
  const form = forms[new Intl.PluralRules(code).select(count)] ?? forms.other ?? Object.values(forms)[0];
  return fill(form, { n: number(count) });
}
