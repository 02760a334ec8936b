// The world: countries shaded by their number of partnerships, arcs from French authorities to partners.
import { arcsOf, drawArcs, drawHomes, homesOf, nearest, townsOf } from "./arcs.js";
import { facetOf } from "./facets.js";
import { h, table } from "./dom.js";
import { index, world } from "./data.js";
import { labelOf } from "./labels.js";
import { shades } from "./shades.js";
import { toggled } from "./address.js";
import { fill, number, say } from "./words.js";

const RATIO = 0.44;
// From the south of Patagonia to the north of Greenland: nobody cooperates with Antarctica.
const FRAME = { type: "MultiPoint", coordinates: [[-168, 20], [180, 20], [0, -57], [0, 83]] };
const [FARTHEST, NEAREST] = [1, 40];
const NEAR = 3; // from which scale on French authorities are seen one by one
const FRANCE = [0.49, 0.233]; // where the middle of France lies, in parts of the width and the height
/** How the map is moved: enlarged, and shifted in parts of its width. */
const moved = { scale: 1, x: 0, y: 0 };
/** @type {{shapes: Promise<Shapes> | null, width: number, paths: {numeric: string, path: Path2D}[], france: Path2D | null}} */
const drawn = { shapes: null, width: 0, paths: [], france: null };

function shapes() {
  drawn.shapes ??= world().then(({ topology, france }) => ({ countries: topojson.feature(topology, topology.objects.countries).features, france }));
  return drawn.shapes;
}

/** @param {number} width */
export function projectionOf(width) {
  return d3.geoNaturalEarth1().fitExtent([[0, 0], [width, width * RATIO]], FRAME);
}

/**
 * @param {View} view
 * @param {Found} found
 * @param {(view: View) => void} go
 */
export function mapOf(view, found, go) {
  const byCode = countsBy("country", view, found);
  const byTown = () => countsBy("town", view, found);
  const scale = shades([...byCode].filter(([code]) => code.length === 2).map(([, count]) => count));
  const arcs = arcsOf(found.rows);
  const canvas = /** @type {HTMLCanvasElement} */ (h("canvas", { role: "img", tabindex: 0, id: "map-canvas", "aria-describedby": "map-told", "aria-label": fill("mapLabel", { countries: number(scale.count), arcs: number(arcs.length) }) }));
  const told = h("p", { class: "told", id: "map-told" }, say("mapHint"));
  const board = { canvas, view, byCode, byTown, scale, arcs, homes: onDemand(() => homesOf(found.rows)) };
  const draw = () => void shapes().then((found) => drawOn(board, found));
  new ResizeObserver(draw).observe(canvas);
  listen(board, told, draw, go);
  /**
   * @param {string} name
   * @param {string} sign
   * @param {() => void} act
   */
  const button = (name, sign, act) => h("button", { type: "button", id: `map-${name}`, "aria-label": say(name), title: say(name), click: () => { act(); draw(); } }, sign);
  return h("figure", { class: "map", "aria-labelledby": "map-title" },
    h("h2", { id: "map-title", class: "unseen" }, say("map")),
    canvas,
    h("div", { class: "tools" },
      button("zoomIn", "+", () => zoom(1.6, 0.5, 0.5)), button("zoomOut", "−", () => zoom(1 / 1.6, 0.5, 0.5)),
      button("zoomFrance", say("france"), () => Object.assign(moved, { scale: 9, x: 0.5 - 9 * FRANCE[0], y: 0.5 - 9 * FRANCE[1] })),
      button("zoomReset", say("whole"), () => Object.assign(moved, { scale: 1, x: 0, y: 0 }))),
    h("figcaption", {}, told, legend(scale), asTable(byCode)));
}

/**
 * Make what gives a value that is worked out when somebody first asks for it: the first view does not.
 * @template Value
 * @param {() => Value} make
 */
function onDemand(make) {
  /** @type {Value | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * @param {string} name
 * @param {View} view
 * @param {Found} found
 * @returns {Map<string, number>}
 */
function countsBy(name, view, found) {
  const counts = found.counts(name);
  return new Map(facetOf(name, view.also).values.map((value, place) => [value, counts[place]]));
}

/** @param {ReturnType<typeof shades>} scale */
function legend(scale) {
  return h("ul", { class: "key" }, ...scale.classes.map(({ from, until }, place) => h("li", {},
    h("span", { class: `swatch m${place}`, "aria-hidden": "true" }), from === until ? number(from) : `${number(from)} – ${number(until)}`)));
}

/** @param {Map<string, number>} byCode */
function asTable(byCode) {
  const rows = [...byCode].filter(([, count]) => count).sort((a, b) => b[1] - a[1]).map(([code, count]) => [labelOf("country", code), number(count)]);
  const details = h("details", { toggle: () => { if (details.children.length === 1) details.append(table(say("country", "chart"), [say("country", "filter"), say("number", "column")], rows, [1])); } }, h("summary", {}, say("asTable")));
  return details;
}

/** @typedef {{countries: any[], france: any}} Shapes */
/** @typedef {{canvas: HTMLCanvasElement, view: View, byCode: Map<string, number>, byTown: () => Map<string, number>, scale: ReturnType<typeof shades>, arcs: Arc[], homes: () => Home[]}} Board */

/**
 * @param {Board} board
 * @param {Shapes} found
 */
function drawOn(board, found) {
  const { canvas } = board;
  const width = canvas.clientWidth;
  if (!width) return;
  const pixels = Math.min(devicePixelRatio || 1, 2);
  if (drawn.width !== width) {
    const path = d3.geoPath(projectionOf(width));
    drawn.france = new Path2D(path(found.france) || "");
    drawn.paths = found.countries.map((feature) => ({ numeric: feature.id, path: new Path2D(path(feature) || "") }));
    drawn.width = width;
  }
  canvas.width = width * pixels;
  canvas.height = width * RATIO * pixels;
  const context = canvas.getContext("2d");
  if (!context) return;
  placeMap(context, width, pixels);
  const colour = colours(canvas);
  const codes = codesByNumber();
  context.lineWidth = 0.6 / moved.scale;
  for (const { numeric, path } of drawn.paths) {
    const code = codes.get(numeric);
    context.fillStyle = colour(`--map-${board.scale.of(board.byCode.get(code || "") || 0)}`);
    context.strokeStyle = colour("--map-line");
    context.fill(path);
    context.stroke(path);
  }
  const project = projectionOf(width);
  if (drawn.france && moved.scale > 2) {
    context.fillStyle = colour(`--map-${board.scale.of(board.byCode.get("FR") || 0)}`);
    context.fill(drawn.france);
  }
  context.strokeStyle = colour("--map-line");
  for (const { code, at } of dots()) {
    const [x, y] = project(at);
    context.fillStyle = colour(`--map-${board.scale.of(board.byCode.get(code) || 0)}`);
    context.beginPath();
    context.arc(x, y, 3 / Math.sqrt(moved.scale), 0, 7);
    context.fill();
    context.stroke();
  }
  drawArcs(context, board.arcs, project, moved.scale, colour);
  context.strokeStyle = colour("--ink");
  context.lineWidth = 1 / moved.scale;
  if (drawn.france && moved.scale > 2) context.stroke(drawn.france);
  if (moved.scale >= NEAR) drawHomes(context, board.homes(), project, moved.scale, colour);
  context.strokeStyle = colour("--ink");
  context.lineWidth = 1.8 / moved.scale;
  for (const { numeric, path } of drawn.paths) if (board.view.chosen.get("country")?.has(codes.get(numeric) || "?")) context.stroke(path);
  canvas.dataset.drawn = String(board.arcs.length);
  canvas.dataset.moved = [moved.scale, moved.x, moved.y].map((each) => each.toFixed(2)).join(" ");
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} pixels
 */
function placeMap(context, width, pixels) {
  context.setTransform(pixels * moved.scale, 0, 0, pixels * moved.scale, pixels * moved.x * width, pixels * moved.y * width * RATIO);
}

/** @param {Element} element */
function colours(element) {
  const style = getComputedStyle(element);
  return (/** @type {string} */ name) => style.getPropertyValue(name).trim();
}

function codesByNumber() {
  return new Map(index().countries.map((each) => [each[1], each[0]]));
}

/** Countries of the data that are too small for the map. */
function dots() {
  return index().countries.filter((each) => index().smallStates[each[1]]).map((each) => ({ code: each[0], at: index().smallStates[each[1]] }));
}

/**
 * Enlarge the map around a point, given in parts of its width and height.
 * @param {number} by
 * @param {number} x
 * @param {number} y
 */
function zoom(by, x, y) {
  const scale = Math.min(NEAREST, Math.max(FARTHEST, moved.scale * by));
  const real = scale / moved.scale;
  Object.assign(moved, { scale, x: x - (x - moved.x) * real, y: y - (y - moved.y) * real });
  bound();
}

/** @type {Record<string, () => void>} what keys do: arrows move by a tenth of what is seen */
const KEYS = {
  ArrowLeft: () => shift(0.1, 0), ArrowRight: () => shift(-0.1, 0), ArrowUp: () => shift(0, 0.1), ArrowDown: () => shift(0, -0.1),
  "+": () => zoom(1.6, 0.5, 0.5), "=": () => zoom(1.6, 0.5, 0.5), "-": () => zoom(1 / 1.6, 0.5, 0.5),
  0: () => Object.assign(moved, { scale: 1, x: 0, y: 0 }),
};

/**
 * @param {number} x
 * @param {number} y
 */
function shift(x, y) {
  moved.x += x;
  moved.y += y;
  bound();
}

/** Keep the map within its frame. */
function bound() {
  moved.x = Math.min(0, Math.max(1 - moved.scale, moved.x));
  moved.y = Math.min(0, Math.max(1 - moved.scale, moved.y));
}

/**
 * @param {Board} board
 * @param {HTMLElement} told
 * @param {() => void} draw
 * @param {(view: View) => void} go
 */
function listen(board, told, draw, go) {
  const { canvas } = board;
  const drag = { x: 0, y: 0, far: 0, isOn: false };
  canvas.addEventListener("pointerdown", (event) => Object.assign(drag, { x: event.clientX, y: event.clientY, far: 0, isOn: true }));
  canvas.addEventListener("pointermove", (event) => {
    if (!drag.isOn) {
      const hit = hitAt(board, event);
      told.textContent = hit ? hit.label : say("mapHint");
      canvas.classList.toggle("over", Boolean(hit));
      return;
    }
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    Object.assign(drag, { x: event.clientX, y: event.clientY, far: drag.far + Math.abs(dx) + Math.abs(dy) });
    moved.x += dx / canvas.clientWidth;
    moved.y += dy / canvas.clientHeight;
    bound();
    draw();
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) canvas.addEventListener(end, () => { drag.isOn = false; });
  canvas.addEventListener("click", (event) => {
    const hit = drag.far < 6 ? hitAt(board, event) : null;
    if (hit) go(toggled(board.view, hit.filter, ...hit.values));
  });
  canvas.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!act || (moved.scale === 1 && event.key.startsWith("Arrow"))) return; // the whole map does not move: the page scrolls
    event.preventDefault();
    act();
    draw();
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX / canvas.clientWidth, event.offsetY / canvas.clientHeight);
    draw();
  }, { passive: false });
}

/**
 * Tell what lies under the pointer: a town abroad or in France, else a country.
 * @param {Board} board
 * @param {MouseEvent} event
 * @returns {{filter: string, values: string[], label: string} | null}
 */
function hitAt(board, event) {
  const { canvas } = board;
  const width = canvas.clientWidth;
  const pixels = canvas.width / (width || 1);
  const project = projectionOf(width);
  /** @param {[number, number]} at */
  const onScreen = (at) => {
    const [x, y] = project(at);
    return [x * moved.scale + moved.x * width, y * moved.scale + moved.y * width * RATIO];
  };
  /**
   * @param {string} filter
   * @param {string[]} values
   * @param {number} count
   */
  const hitOf = (filter, values, count) => ({ filter, values, label: `${values.map((each) => labelOf(filter, each)).join(", ")} – ${fill("counted1", { count: number(count) })}` });
  const town = nearest(townsOf(board.arcs).values(), onScreen, event.offsetX, event.offsetY);
  const home = moved.scale < NEAR ? null : nearest(board.homes(), onScreen, event.offsetX, event.offsetY);
  if (home && !(town && town.far < home.far)) return hitOf("authority", home.place.keys, home.place.count);
  if (town) return hitOf("town", [town.place.town], board.byTown().get(town.place.town) || 0);
  const near = dots().find(({ at }) => { const [x, y] = onScreen(at); return Math.hypot(x - event.offsetX, y - event.offsetY) < 6; });
  const context = canvas.getContext("2d");
  const hit = context && drawn.paths.find(({ path }) => context.isPointInPath(path, event.offsetX * pixels, event.offsetY * pixels));
  const code = near ? near.code : hit && codesByNumber().get(hit.numeric);
  return code ? hitOf("country", [code], board.byCode.get(code) || 0) : null;
}
