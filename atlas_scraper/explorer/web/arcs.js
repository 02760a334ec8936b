// Arcs from French authorities to partners, where both have places, bundled by town.
import { index } from "./data.js";

/**
 * Bundle the pairs of the chosen partnerships: one arc for all between two towns, the fewest first.
 * @param {number[]} rows
 * @returns {Arc[]}
 */
export function arcsOf(rows) {
  const { partnerships: p, authorities: a, partners } = index();
  /** @type {Map<string, Arc>} */
  const bundles = new Map();
  for (const row of rows) {
    const seen = new Set();
    for (const authority of p.authorities[row]) {
      const from = authority < 0 ? null : point(a, authority);
      if (!from) continue;
      for (const partner of p.partners[row]) {
        const to = partner < 0 ? null : point(partners, partner);
        if (!to) continue;
        const town = String(partners.geonames[partner]);
        const key = `${from} ${town}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const known = bundles.get(key);
        if (known) known.count += 1;
        else bundles.set(key, { from, to, town, count: 1 });
      }
    }
  }
  return [...bundles.values()].sort((one, other) => one.count - other.count);
}

/**
 * @param {{longitude: (number | null)[], latitude: (number | null)[]}} bodies
 * @param {number} place
 * @returns {[number, number] | null}
 */
function point(bodies, place) {
  const [longitude, latitude] = [bodies.longitude[place], bodies.latitude[place]];
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Arc[]} arcs
 * @param {(at: [number, number]) => [number, number]} project
 * @param {number} scale how far the map is enlarged
 * @param {(name: string) => string} colour
 */
export function drawArcs(context, arcs, project, scale, colour) {
  const small = Math.min(1, context.canvas.clientWidth / 800);
  context.strokeStyle = colour("--arc");
  context.fillStyle = colour("--arc");
  const faint = Math.max(0.05, Math.min(0.5, 6 / Math.sqrt(arcs.length || 1))); // thousands of arcs would hide the map
  for (const { from, to, count } of arcs) {
    const [[ax, ay], [bx, by]] = [project(from), project(to)];
    const bend = 0.18 * Math.hypot(bx - ax, by - ay);
    context.globalAlpha = Math.min(0.7, faint * Math.sqrt(count)) / (scale > 4 ? 2 : 1);
    context.lineWidth = (small * Math.min(3, 0.6 + 0.35 * Math.sqrt(count))) / Math.sqrt(scale) / (scale > 1 ? Math.sqrt(scale) : 1);
    context.beginPath();
    context.moveTo(ax, ay);
    context.quadraticCurveTo((ax + bx) / 2, (ay + by) / 2 - bend, bx, by);
    context.stroke();
  }
  context.globalAlpha = 1;
  for (const { at, count } of townsOf(arcs).values()) {
    const [x, y] = project(at);
    context.beginPath();
    context.arc(x, y, (radius(count) * Math.sqrt(small)) / scale, 0, 7);
    context.fill();
  }
}

/** @param {number} count */
function radius(count) {
  return Math.min(6, 1.2 + 0.6 * Math.sqrt(count));
}

/**
 * Count the partnerships of each partner town.
 * @param {Arc[]} arcs
 */
export function townsOf(arcs) {
  /** @type {Map<string, {town: string, at: [number, number], count: number}>} */
  const towns = new Map();
  for (const { to, town, count } of arcs) {
    const known = towns.get(town);
    if (known) known.count += count;
    else towns.set(town, { town, at: to, count });
  }
  return towns;
}

/**
 * Gather the places of French authorities: those that share one are one dot.
 * @param {number[]} rows
 * @returns {Home[]} the places with the fewest partnerships first
 */
export function homesOf(rows) {
  const { partnerships: p, authorities: a } = index();
  /** @type {Map<string, {at: [number, number], keys: Set<string>, rows: Set<number>}>} */
  const homes = new Map();
  for (const row of rows)
    for (const authority of p.authorities[row]) {
      const at = authority < 0 ? null : point(a, authority);
      if (!at) continue;
      const home = homes.get(String(at)) || { at, keys: new Set(), rows: new Set() };
      homes.set(String(at), home);
      home.keys.add(a.key[authority]);
      home.rows.add(row);
    }
  const found = [...homes.values()].map(({ at, keys, rows: of }) => ({ at, keys: [...keys], count: of.size }));
  return found.sort((one, other) => one.count - other.count);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Home[]} homes
 * @param {(at: [number, number]) => [number, number]} project
 * @param {number} scale how far the map is enlarged
 * @param {(name: string) => string} colour
 */
export function drawHomes(context, homes, project, scale, colour) {
  context.fillStyle = colour("--ink");
  context.strokeStyle = colour("--map-line");
  context.lineWidth = 1 / scale;
  for (const { at, count } of homes) {
    const [x, y] = project(at);
    context.beginPath();
    context.arc(x, y, (radius(count) + 0.5) / scale, 0, 7);
    context.fill();
    context.stroke();
  }
}

/**
 * Find the place nearest to a point of the screen, if it is near.
 * @template {{at: [number, number]}} Place
 * @param {Iterable<Place>} places
 * @param {(at: [number, number]) => number[]} onScreen
 * @param {number} x
 * @param {number} y
 * @returns {{place: Place, far: number} | null}
 */
export function nearest(places, onScreen, x, y) {
  let best = null;
  for (const place of places) {
    const [ax, ay] = onScreen(place.at);
    const far = Math.hypot(ax - x, ay - y);
    if (far < (best ? best.far : 7)) best = { place, far };
  }
  return best;
}
