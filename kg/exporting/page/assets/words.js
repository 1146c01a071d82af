// The page's data, its words in the language of the moment, and small helpers to make elements out of plain text.
const Data = JSON.parse(document.getElementById("data").textContent);

const Words = (() => {
  let language = document.documentElement.lang;
  const DATES = { ar: "ar-EG-u-nu-latn-ca-gregory", en: "en-GB-u-ca-gregory" };
  const PARTS = {
    day: { day: "numeric", month: "long", year: "numeric" },
    month: { month: "long", year: "numeric" },
    year: { year: "numeric" },
  };

  const word = (key, values = {}) =>
    (Data.words[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const date = (iso, part = "day") => {
    const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
    const moment = new Date(Date.UTC(2000, month - 1, day));
    moment.setUTCFullYear(year);
    return new Intl.DateTimeFormat(DATES[language], { ...PARTS[part], timeZone: "UTC" }).format(moment);
  };

  const time = (when) => {
    if (!when || (!when.earliest && !when.latest)) return word("undated");
    if (when.precision === "not-after" || !when.earliest) return `${word("by")} ${date(when.latest)}`;
    if (when.precision === "not-before" || !when.latest) return `${word("from")} ${date(when.earliest)}`;
    if (when.precision === "month" || when.precision === "year") return date(when.earliest, when.precision);
    if (when.earliest === when.latest) return date(when.earliest);
    return `${date(when.earliest)} – ${date(when.latest)}`;
  };

  const label = (id) => (Data.things[id]?.label ?? Data.names[id])?.[language] ?? "?";
  const role = (type, name) => Data.types[type]?.roles[name]?.[language] ?? name;
  const type = (name) => Data.types[name]?.label[language] ?? name;

  return {
    get language() { return language; },
    set language(value) { language = value; },
    get other() { return language === "ar" ? "en" : "ar"; },
    word, date, time, label, role, type,
  };
})();

const Make = (() => {
  // Every text goes in by textContent; nothing here reads HTML.
  const element = (name, options = {}, ...children) => {
    const made = document.createElement(name);
    const { text, on, ...attributes } = options;
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    if (text !== undefined) made.textContent = text;
    for (const [event, action] of Object.entries(on ?? {})) made.addEventListener(event, action);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  const link = (address, text) =>
    /^https?:\/\//i.test(address)
      ? element("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank", dir: "auto", text })
      : element("span", { dir: "auto", text });

  const sentence = ([before, trigger, after], lang) =>
    element("blockquote", { dir: lang === "ar" ? "rtl" : "ltr", lang }, before, element("mark", { text: trigger }), after);

  const SHAPES = {
    dot: "M8 2a6 6 0 1 0 .01 0z", square: "M2.5 2.5h11v11h-11z", hexagon: "M4.6 2h6.8l3.4 6-3.4 6H4.6L1.2 8z",
    triangleDown: "M1.5 3h13L8 14z", triangle: "M1.5 13h13L8 2z", diamond: "M8 1l6 7-6 7-6-7z",
    star: "M8 1l2.1 4.6 5 .6-3.7 3.4 1 5L8 12.100l-4.400 2.500 1-5L.9 6.200l5-.6z", box: "M2 4h12v8H2z",
  };
  const shape = (name, fill, border) => {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", class: "shape", "aria-hidden": "true" })) picture.setAttribute(key, value);
    const path = document.createElementNS(space, "path");
    for (const [key, value] of Object.entries({ d: SHAPES[name], fill, stroke: border, "stroke-width": 1.4 })) path.setAttribute(key, value);
    picture.append(path);
    return picture;
  };
  return { element, link, sentence, shape };
})();
