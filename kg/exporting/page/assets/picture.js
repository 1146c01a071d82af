// The picture: vis-network over the nodes as Python placed them. It knows how a node looks, not what a reader asked for.
const Picture = (() => {
  const container = document.getElementById("picture");
  const nodes = new vis.DataSet(Data.nodes);
  const edges = new vis.DataSet(Data.edges);
  const byNode = new Map(Data.nodes.map((node) => [node.id, []]));
  for (const edge of Data.edges) {
    byNode.get(edge.from).push(edge);
    byNode.get(edge.to).push(edge);
  }
  const ranked = Data.nodes.filter((node) => node.kind !== "event")
    .sort((a, b) => byNode.get(b.id).length - byNode.get(a.id).length || (a.id < b.id ? -1 : 1));
  const LANDMARKS = 40, READABLE = 7, READING = 0.7;
  let network = null;
  let shown = new Set(Data.nodes.map((node) => node.id));
  let lines = new Set();
  let near = null;
  let chosen = null;

  const dark = () => document.documentElement.dataset.theme === "dark";
  const ink = () => (dark() ? { text: "#eef2f6", page: "#14181d", line: "#5d6975", faint: "#3c4651", pale: "#76818c" }
    : { text: "#16202a", page: "#ffffff", line: "#a4afba", faint: "#d5dce2", pale: "#8d98a3" });

  const neighbours = (id) => {
    const around = new Set([id]);
    for (const edge of byNode.get(id) ?? []) if (lines.has(edge.id)) around.add(edge.from).add(edge.to);
    return around;
  };

  const colours = (node) => {
    if (node.kind !== "event") return Data.style.actor;
    const quad = Data.style.quads[node.quad];
    const hollow = Data.style.statuses[node.status].hollow;
    return { border: node.status === "negated" ? "#7d8790" : quad.border, fill: hollow ? ink().page : dark() ? quad.dark_fill : quad.fill };
  };

  const faded = (id) => near !== null && !near.has(id);

  const look = (node) => {
    const away = faded(node.id);
    const { border, fill } = colours(node);
    const colour = away ? { border: `${border}80`, background: ink().page } : { border, background: fill };
    const text = away ? ink().pale : node.status === "negated" ? (dark() ? "#a9b3bd" : "#5c6670") : ink().text;
    return {
      id: node.id, label: node.labels[Words.language], hidden: !shown.has(node.id),
      color: { ...colour, highlight: { border: ink().text, background: fill }, hover: { border: ink().text, background: fill } },
      font: { ...node.font, face: Data.style.face, color: text, strokeWidth: node.kind === "event" ? 0 : 4, strokeColor: ink().page },
      borderWidthSelected: 3,
      scaling: { label: { enabled: false, drawThreshold: READABLE } },
    };
  };

  const names = (edge) => {
    if (edge.way !== "role") return Words.word(edge.way);
    const type = Data.things[edge.from].type;
    return edge.roles.map((role) => Words.role(type, role)).join(Words.language === "ar" ? "، " : ", ");
  };

  const line = (edge) => {
    const touched = chosen !== null && (edge.from === chosen || edge.to === chosen);
    const away = near !== null && !(near.has(edge.from) && near.has(edge.to));
    return {
      id: edge.id, hidden: !lines.has(edge.id), dashes: edge.way === "speaker" ? [2, 5] : edge.way === "content" ? [8, 4] : false,
      color: { color: away ? ink().faint : touched ? ink().text : ink().line, highlight: ink().text, hover: ink().text, inherit: false },
      width: touched ? 2 : 1.3,
    };
  };

  const draw = () => {
    nodes.update(Data.nodes.map(look));
    edges.update(Data.edges.map(line));
  };

  // vis-network has no struck label, and turns the label of an edge with its line: both are drawn here, over the picture.
  const strike = (context) => {
    context.lineWidth = 1.5;
    for (const node of Data.nodes) {
      if (!(node.status && Data.style.statuses[node.status].struck) || !shown.has(node.id)) continue;
      const { left, right, top, bottom } = network.getBoundingBox(node.id);
      const first = (top + bottom) / 2 - ((node.labels[Words.language].split("\n").length - 1) / 2) * node.font.size;
      context.strokeStyle = faded(node.id) ? ink().faint : "#7d8790";
      context.beginPath();
      context.moveTo(left + 6, first);
      context.lineTo(right - 6, first);
      context.stroke();
    }
  };

  const write = (context, text, x, y, size, weight = "") => {
    context.font = `${weight} ${size}px ${Data.style.face}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = size / 3;
    context.strokeStyle = ink().page;
    context.fillStyle = ink().text;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  };

  // What links the chosen node with a neighbour is written above that neighbour, where nothing else stands.
  const caption = (context) => {
    if (chosen === null || network.getScale() < 0.45) return;
    for (const edge of byNode.get(chosen)) {
      if (!lines.has(edge.id)) continue;
      const other = edge.from === chosen ? edge.to : edge.from;
      const { left, right, top } = network.getBoundingBox(other);
      write(context, `\u2068${names(edge)}\u2069`, (left + right) / 2, top - 8, 12);
    }
  };

  // From afar the labels of actors are too small to read: then those of the best linked are written large, as on a map.
  const landmarks = (context) => {
    const scale = network.getScale(), size = 12 / scale, taken = [];
    for (const node of ranked) {
      if (taken.length >= LANDMARKS) return;
      if (!shown.has(node.id) || faded(node.id) || node.font.size * scale >= READABLE) continue;
      const text = node.labels[Words.language].replaceAll(/[\u2068\u2069]/g, "").replaceAll("\n", " ");
      const { x, y } = network.getPosition(node.id);
      const half = (text.length * size * 0.56) / 2, middle = y + node.size + size * 0.8;
      if (taken.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.middle - middle) < size * 1.5)) continue;
      taken.push({ x, middle, half });
      write(context, `\u2068${text}\u2069`, x, middle, size, "500");
    }
  };

  const start = (on) => {
    draw();
    network = new vis.Network(container, { nodes, edges }, Data.options);
    network.on("afterDrawing", (context) => { strike(context); landmarks(context); caption(context); });
    network.on("hoverNode", ({ node, event }) => on.hover(node, event));
    network.on("blurNode", () => on.leave());
    network.on("dragStart", () => on.leave());
    network.on("zoom", () => on.leave());
    network.on("click", (click) => on.choose(click.nodes[0] ?? null));
  };

  const show = (nodeIds, edgeIds) => { shown = nodeIds; lines = edgeIds; };
  const emphasise = (id) => { chosen = id; near = id === null ? null : neighbours(id); };
  const still = { animation: false };
  const moving = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? still : { animation: { duration: 350, easingFunction: "easeInOutQuad" } });

  const fit = (ids, { jump = false, closest = 1 } = {}) => {
    if (ids.length === 0) return;
    network.fit({ nodes: ids, minZoomLevel: 0.02, maxZoomLevel: closest, ...(jump ? still : moving()) });
  };

  // The first view: all, where all can be read; else the part with the most links that can be read at once.
  const open = (ids) => {
    fit(ids, { jump: true });
    if (ids.length === 0 || network.getScale() >= READING) return;
    const wide = container.clientWidth / READING / 2, high = container.clientHeight / READING / 2;
    const points = ids.map((id) => ({ ...network.getPosition(id), weight: byNode.get(id).length }));
    const around = (middle) => points.reduce((sum, { x, y, weight }) => (Math.abs(x - middle.x) < wide && Math.abs(y - middle.y) < high ? sum + weight : sum), 0);
    let position = points[0], most = -1;
    for (const point of points) {
      const weight = around(point);
      if (weight > most) [position, most] = [point, weight];
    }
    network.moveTo({ position: { x: position.x, y: position.y }, scale: READING, ...still });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, ...moving() });
  const select = (id) => (id === null ? network.unselectAll() : network.selectNodes([id], false));
  return { start, draw, show, emphasise, fit, open, zoom, select, neighbours, edgesOf: (id) => byNode.get(id) ?? [], get network() { return network; }, get shown() { return shown; } };
})();
