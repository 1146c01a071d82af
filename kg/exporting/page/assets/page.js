// Ties the parts together: language, theme, search, choice of a node, and the address after "#".
(() => {
  const root = document.documentElement;
  const field = document.getElementById("search");
  const list = document.getElementById("suggestions");
  const notice = document.getElementById("notice");
  let chosen = null;
  let marked = -1;

  const index = Object.entries(Data.things).map(([id, thing]) => ({
    id, weight: Picture.edgesOf(id).length,
    keys: [...new Set([...Object.values(thing.label), ...(thing.aliases ?? []).map((alias) => alias.text)].map(Fold.key))].filter(Boolean),
  }));

  const found = (text) => {
    const key = Fold.key(text);
    if (!key) return [];
    const words = key.split(" ");
    const score = (item) => Math.max(...item.keys.map((each) => (each === key ? 4 : each.startsWith(key) ? 3 : ` ${each}`.includes(` ${key}`) ? 2 : words.every((part) => each.includes(part)) ? 1 : 0)), 0);
    return index.map((item) => ({ ...item, score: score(item) })).filter((item) => item.score)
      .sort((a, b) => b.score - a.score || Data.things[a.id].event - Data.things[b.id].event || b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, 12);
  };

  const close = () => { list.hidden = true; field.setAttribute("aria-expanded", "false"); marked = -1; };
  const suggest = () => {
    const hits = found(field.value);
    const option = ({ id }, number) => {
      const thing = Data.things[id];
      const sign = thing.event ? Filters.chip(Data.types[thing.type].quad, thing.status)
        : Make.shape(Data.style.kinds[thing.kind].shape, Data.style.actor.fill, Data.style.actor.border);
      const note = thing.event ? Words.time(thing.time) : Words.word(`kind-${thing.kind}`);
      return Make.element("li", { role: "option", id: `option-${number}`, "data-id": id, on: { mousedown: (event) => { event.preventDefault(); take(id); } } },
        sign, Make.element("span", { class: "grow", dir: "auto", text: thing.label[Words.language] }), Make.element("small", { text: note }));
    };
    list.replaceChildren(...(hits.length ? hits.map(option) : [Make.element("li", { class: "nothing", text: Words.word("no_results") })]));
    list.hidden = !Fold.key(field.value);
    field.setAttribute("aria-expanded", String(!list.hidden));
    marked = -1;
  };
  const mark = (step) => {
    const options = [...list.querySelectorAll("[role=option]")];
    if (!options.length) return;
    marked = (marked + step + options.length) % options.length;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === marked)));
    options[marked].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[marked].id);
  };
  const take = (id) => { close(); field.value = ""; field.blur(); choose(id, { move: true }); };

  const address = () => {
    const parts = new URLSearchParams({ lang: Words.language });
    if (chosen !== null) parts.set("node", chosen);
    history.replaceState(null, "", `#${parts}`);
  };

  const tell = (text) => { notice.textContent = text ?? ""; notice.hidden = !text; };

  const visible = () => Data.nodes.filter((node) => Picture.shown.has(node.id)).map((node) => node.id);

  const refresh = () => {
    const counts = Filters.apply();
    if (chosen !== null && !Picture.shown.has(chosen)) chosen = null;
    Picture.emphasise(chosen);
    Picture.draw();
    Picture.select(chosen);
    Panel.show(chosen);
    const [total, totalActors] = Data.total;
    document.getElementById("counts").textContent = Words.word("showing", { events: counts.events, total, actors: counts.actors, total_actors: totalActors });
    const drawn = Data.nodes.filter((node) => node.kind === "event").length;
    tell(total === 0 ? Words.word("empty") : counts.events === 0 ? Words.word("nothing_matches") : drawn < total ? Words.word("budget", { total, shown: drawn }) : null);
  };

  const choose = (id, { move = false } = {}) => {
    chosen = id !== null && Data.things[id] ? id : null;
    Panel.leave();
    refresh();
    if (id !== null && chosen === null) tell(Words.word("unknown"));
    if (chosen !== null && move) Picture.fit([...Picture.neighbours(chosen)]);
    address();
  };

  const speak = () => {
    root.lang = Words.language;
    root.dir = Words.language === "ar" ? "rtl" : "ltr";
    document.title = Words.word("title");
    for (const part of document.querySelectorAll("[data-word]")) part.textContent = Words.word(part.dataset.word);
    for (const part of document.querySelectorAll("[data-title]")) { part.title = Words.word(part.dataset.title); part.setAttribute("aria-label", part.title); }
    for (const part of document.querySelectorAll("[data-label]")) part.setAttribute("aria-label", Words.word(part.dataset.label));
    field.placeholder = Words.word("search");
    field.setAttribute("aria-label", field.placeholder);
    const button = document.getElementById("language");
    button.textContent = Data.words[Words.other].name;
    button.lang = Words.other;
    Filters.render();
    refresh();
  };

  const paint = (theme) => { root.dataset.theme = theme; };

  const read = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    if (Data.words[parts.get("lang")]) Words.language = parts.get("lang");
    return parts.get("node");
  };

  paint(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const asked = read();
  Filters.onChange(refresh);
  Panel.onChoose((id) => choose(id, { move: true }));
  Filters.apply();
  Picture.start({ hover: Panel.hover, leave: Panel.leave, choose });
  speak();
  Picture.open(visible());
  if (asked !== null) choose(asked, { move: true });

  field.addEventListener("input", suggest);
  field.addEventListener("focus", suggest);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") mark(1);
    else if (event.key === "ArrowUp") mark(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter") {
      const option = list.querySelectorAll("[role=option]")[Math.max(marked, 0)];
      if (option && !list.hidden) take(option.dataset.id);
    } else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement !== field) choose(null);
    if (event.key === "/" && document.activeElement.tagName !== "INPUT") { event.preventDefault(); field.focus(); }
  });
  document.getElementById("language").addEventListener("click", () => { Words.language = Words.other; speak(); address(); });
  document.getElementById("theme").addEventListener("click", () => { paint(root.dataset.theme === "dark" ? "light" : "dark"); Filters.render(); refresh(); });
  document.getElementById("fit").addEventListener("click", () => Picture.fit(visible()));
  document.getElementById("zoom-in").addEventListener("click", () => Picture.zoom(1.35));
  document.getElementById("zoom-out").addEventListener("click", () => Picture.zoom(1 / 1.35));
  const opener = document.getElementById("open-filters");
  opener.addEventListener("click", () => opener.setAttribute("aria-expanded", String(document.getElementById("filters").classList.toggle("open"))));
  addEventListener("hashchange", () => { const id = read(); speak(); choose(id, { move: true }); });

  // For tests and for the console: what is drawn right now.
  window.hadath = { fold: Fold.key, choose, data: Data, shown: () => visible().length, search: (text) => found(text).map((hit) => hit.id), network: Picture.network };
})();
