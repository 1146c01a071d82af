// What a reader asked to see: event types, statuses, kinds of actors. Also the legend, since it says what a filter's sign means.
const Filters = (() => {
  const place = document.getElementById("filters");
  const events = Data.nodes.filter((node) => node.kind === "event");
  const typeOf = (node) => Data.things[node.id].type;
  const kinds = Object.keys(Data.style.kinds).filter((kind) => Data.nodes.some((node) => node.kind === kind));
  const statuses = Object.keys(Data.style.statuses).filter((status) => events.some((node) => node.status === status));
  const off = { type: new Set(), status: new Set(), kind: new Set() };
  let speakers = false;
  let changed = () => {};

  const passes = (node) => !off.type.has(typeOf(node)) && !off.status.has(node.status);

  const apply = () => {
    const nodes = new Set(events.filter(passes).map((node) => node.id));
    const edges = new Set();
    const actors = new Set();
    for (const edge of Data.edges) {
      if (edge.way === "speaker" && !speakers) continue;
      const thing = Data.things[edge.to];
      const there = thing.event ? nodes.has(edge.to) : !off.kind.has(thing.kind);
      if (!nodes.has(edge.from) || !there) continue;
      edges.add(edge.id);
      if (!thing.event) actors.add(edge.to);
    }
    Picture.show(new Set([...nodes, ...actors]), edges);
    return { events: nodes.size, actors: actors.size };
  };

  const box = (group, value, count, sign, text) => {
    const input = Make.element("input", { type: "checkbox", "data-group": group, "data-value": value });
    input.checked = !off[group].has(value);
    input.addEventListener("change", () => { off[group][input.checked ? "delete" : "add"](value); changed(); });
    return Make.element("label", { class: "choice" }, input, sign, Make.element("span", { class: "grow", text }), Make.element("span", { class: "count", text: String(count) }));
  };

  const chip = (quad, status) => {
    const sign = Make.element("span", { class: "chip", "aria-hidden": "true" });
    const dark = document.documentElement.dataset.theme === "dark";
    const look = Data.style.quads[quad];
    sign.style.borderColor = status === "negated" ? "#7d8790" : look?.border ?? "currentColor";
    if (look && !(status && Data.style.statuses[status].hollow)) sign.style.background = dark ? look.dark_fill : look.fill;
    if (status) sign.classList.add(`status-${status}`);
    return sign;
  };

  const bulk = (group, values) => {
    const button = (key, clear) => Make.element("button", { type: "button", class: "plain", text: Words.word(key), on: { click: () => {
      off[group] = clear ? new Set() : new Set(values);
      render();
      changed();
    } } });
    return Make.element("span", { class: "bulk" }, button("all", true), button("none", false));
  };

  const group = (title, tools, ...rows) =>
    Make.element("section", { class: "group" }, Make.element("h2", {}, Make.element("span", { text: title }), tools), ...rows);

  const types = () => {
    const counted = new Map();
    for (const node of events) counted.set(typeOf(node), (counted.get(typeOf(node)) ?? 0) + 1);
    const rows = [];
    for (const quad of Object.keys(Data.style.quads)) {
      const here = [...counted.keys()].filter((name) => Data.types[name].quad === quad);
      here.sort((a, b) => counted.get(b) - counted.get(a) || (a < b ? -1 : 1));
      if (here.length) rows.push(Make.element("h3", { text: Words.word(quad) }));
      rows.push(...here.map((name) => box("type", name, counted.get(name), chip(quad), Words.type(name))));
    }
    return group(Words.word("types"), bulk("type", [...counted.keys()]), ...rows);
  };

  const count = (test) => Data.nodes.filter(test).length;

  const render = () => {
    const said = Make.element("input", { type: "checkbox", id: "speakers" });
    said.checked = speakers;
    said.addEventListener("change", () => { speakers = said.checked; changed(); });
    place.replaceChildren(
      group(Words.word("statuses"), null, ...statuses.map((status) => box("status", status, count((node) => node.status === status), chip(null, status), Words.word(status)))),
      types(),
      group(Words.word("actors"), null, ...kinds.map((kind) => box("kind", kind, count((node) => node.kind === kind),
        Make.shape(Data.style.kinds[kind].shape, Data.style.actor.fill, Data.style.actor.border), Words.word(`kind-${kind}`)))),
      Make.element("label", { class: "choice" }, said, Make.element("span", { class: "chip line", "aria-hidden": "true" }), Make.element("span", { class: "grow", text: Words.word("speakers") })),
    );
  };

  return { render, apply, onChange: (action) => { changed = action; }, chip };
})();
