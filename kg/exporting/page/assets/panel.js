// The side panel: all events in time order, or everything known of the node that was chosen; and the card beside the pointer.
const Panel = (() => {
  const place = document.getElementById("panel");
  const card = document.getElementById("card");
  const { element } = Make;
  let choose = () => {};

  const statusMark = (status, manner) =>
    element("span", { class: `mark status-${status}`, text: manner && manner !== "announced" ? `${Words.word(status)} · ${Words.word(manner)}` : Words.word(status) });

  const name = (id) => (Data.things[id] ? element("button", { type: "button", class: "name", dir: "auto", text: Words.label(id), on: { click: () => choose(id) } })
    : element("span", { dir: "auto", text: Words.label(id) }));

  const listed = (ids) => {
    const made = element("span", { class: "names" });
    ids.forEach((id, index) => made.append(index ? (Words.language === "ar" ? "، " : ", ") : "", name(id)));
    return made;
  };

  const row = (key, value) => (value === null || value === "" ? [] : [element("dt", { text: key }), element("dd", {}, value)]);

  const says = (thing) => (thing.says.length ? listed(thing.says) : element("span", { text: Words.word("themselves") }));

  const heading = (thing, above) => element("header", { class: "head" },
    element("button", { type: "button", class: "plain back", text: Words.word("back"), on: { click: () => choose(null) } }),
    element("p", { class: "above" }, ...above),
    element("h2", { dir: "auto", lang: Words.language, text: thing.label[Words.language] }),
    thing.label[Words.other] === thing.label[Words.language] ? null : element("p", { class: "other", dir: "auto", lang: Words.other, text: thing.label[Words.other] }));

  const when = (thing) => {
    const exact = thing.time.text ? element("q", { dir: "auto", text: thing.time.text }) : null;
    return element("span", {}, Words.time(thing.time), exact ? " " : "", exact);
  };

  const roles = (thing) => {
    const filled = new Map();
    for (const [role, id] of thing.roles) filled.set(role, [...(filled.get(role) ?? []), id]);
    return [...filled].flatMap(([role, ids]) => row(Words.role(thing.type, role), listed(ids)));
  };

  const claim = (said) => {
    const article = Data.articles[said.article];
    const by = [article.publisher && element("bdi", { text: article.publisher }), article.publisher && " · ", Words.date(article.published)];
    const title = element("cite", { dir: "auto", lang: article.lang, text: article.title });
    const voice = said.says ? element("p", { class: "voice" }, `${Words.word("according_to")} `, name(said.says)) : null;
    return element("article", { class: "claim" },
      element("header", {}, statusMark(said.factuality), element("span", { class: "source" }, ...by)),
      ...said.sentences.map((sentence) => Make.sentence(sentence, article.lang)),
      voice,
      element("footer", {}, title, article.url ? Make.link(article.url, Words.word("article")) : null));
  };

  const section = (title, ...children) => (children.length ? element("section", { class: "part" }, element("h3", { text: title }), ...children) : null);

  const about = (value, type) => (["status", "time", "place"].includes(value) ? Words.word(value) : Words.role(type, value));

  const contested = (id, thing) => {
    const here = Data.contradictions.filter((each) => each.event === id);
    const values = here.length ? here.map((each) => each.about) : thing.contested;
    return values.length ? element("p", { class: "contested", text: `${Words.word("contested")}: ${values.map((value) => about(value, thing.type)).join(Words.language === "ar" ? "، " : ", ")}` }) : null;
  };

  const eventPanel = (id, thing) => {
    const invited = Picture.edgesOf(id).filter((edge) => edge.way === "content" && edge.to === id).map((edge) => edge.from);
    return [
      heading(thing, [Filters.chip(Data.types[thing.type].quad, thing.status), element("span", { text: Words.type(thing.type) }), statusMark(thing.status, thing.manner)]),
      contested(id, thing),
      element("dl", {}, ...row(Words.word("time"), when(thing)), ...(thing.place ? row(Words.word("place"), name(thing.place)) : []), ...roles(thing),
        ...(thing.content && Data.things[thing.content] ? row(Words.word("about"), name(thing.content)) : []),
        ...(invited.length ? row(Words.word("content_of"), listed(invited)) : []),
        ...row(Words.word("says"), says(thing)), ...row(Words.word("first_reported"), Words.date(thing.reported)), ...row(Words.word("sources"), String(thing.sources))),
      section(Words.word("evidence"), ...thing.claims.map(claim)),
    ];
  };

  const period = (each, id) => {
    const dates = [each.start && `${Words.word("from")} ${Words.date(each.start)}`, each.end && `${Words.word("by")} ${Words.date(each.end)}`,
      !each.start && !each.end && each.stated.length && `${Words.word("stated")} ${Words.date(each.stated[0])}`].filter(Boolean).join(" · ");
    const sides = [each.holder, each.office, each.organization].filter((side) => side && side !== id);
    return element("li", {}, element("span", { class: "grow" }, element("small", { text: Words.word(each.kind) }), " ", listed(sides)), element("small", { text: dates }));
  };

  const actorPanel = (id, thing) => {
    const mine = Picture.edgesOf(id).map((edge) => edge.from).filter((event) => event !== id);
    const order = Data.nodes.filter((node) => mine.includes(node.id)).map((node) => node.id);
    const kind = Words.word(`kind-${thing.kind}`);
    return [
      heading(thing, [Make.shape(Data.style.kinds[thing.kind].shape, Data.style.actor.fill, Data.style.actor.border), element("span", { text: kind })]),
      element("dl", {},
        ...(thing.aliases.length ? row(Words.word("aliases"), element("span", { dir: "auto", text: thing.aliases.map((alias) => alias.text).join(" · ") })) : []),
        ...(thing.country ? row(Words.word("country"), thing.country) : []), ...(thing.within ? row(Words.word("place"), name(thing.within)) : []),
        ...(thing.count ? row(Words.word("count"), String(thing.count)) : []),
        ...(thing.same.length ? row(Words.word("same_as"), element("span", { class: "names" }, ...thing.same.map((address) => Make.link(address, address.replace(/^https?:\/\/(www\.)?/, ""))))) : [])),
      section(Words.word("periods"), ...(thing.periods.length ? [element("ul", { class: "rows" }, ...thing.periods.map((each) => period(each, id)))] : [])),
      section(`${Words.word("events")} (${order.length})`, ...(order.length ? [element("ol", { class: "timeline" }, ...order.map(entry))] : [])),
    ];
  };

  const entry = (id) => {
    const thing = Data.things[id];
    return element("li", {}, element("button", { type: "button", class: "entry", on: { click: () => choose(id) } },
      Filters.chip(Data.types[thing.type].quad, thing.status),
      element("span", { class: "grow" }, element("time", { text: Words.time(thing.time) }), element("span", { class: "what", dir: "auto", text: thing.label[Words.language] })),
      thing.status === "occurred" ? null : statusMark(thing.status)));
  };

  const timeline = () => {
    const ids = Data.nodes.filter((node) => node.kind === "event" && Picture.shown.has(node.id)).map((node) => node.id);
    return [element("header", { class: "head" }, element("h2", { text: Words.word("timeline") })), element("ol", { class: "timeline" }, ...ids.map(entry))];
  };

  const show = (id) => {
    const thing = id === null ? null : Data.things[id];
    place.replaceChildren(...(thing === null ? timeline() : thing.event ? eventPanel(id, thing) : actorPanel(id, thing)).filter(Boolean));
    place.scrollTop = 0;
  };

  const hover = (id, pointer) => {
    const thing = Data.things[id];
    const first = thing.event ? thing.claims[0] : null;
    const facts = thing.event ? [Words.type(thing.type), Words.time(thing.time), Words.word(thing.status)] : [Words.word(`kind-${thing.kind}`)];
    card.replaceChildren(...[
      element("strong", { dir: "auto", text: thing.label[Words.language] }),
      element("p", { text: facts.join(" · ") }),
      thing.event ? element("p", { text: `${Words.word("says")}: ${thing.says.length ? thing.says.map(Words.label).join(" · ") : Words.word("themselves")}` }) : null,
      first?.sentences.length ? Make.sentence(first.sentences[0], Data.articles[first.article].lang) : null,
    ].filter(Boolean));
    card.hidden = false;
    const stage = card.parentElement.getBoundingClientRect();
    const x = pointer.clientX - stage.left, y = pointer.clientY - stage.top;
    card.style.left = `${Math.max(8, Math.min(x + 16, stage.width - card.offsetWidth - 8))}px`;
    card.style.top = `${y + 16 + card.offsetHeight > stage.height ? Math.max(8, y - card.offsetHeight - 12) : y + 16}px`;
  };

  return { show, hover, leave: () => { card.hidden = true; }, onChoose: (action) => { choose = action; } };
})();
