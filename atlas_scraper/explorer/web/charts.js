// Charts that follow the filter; each has its numbers beside it or in a table below.
import { facetOf, NOTHING } from "./facets.js";
import { h, s, table } from "./dom.js";
import { index } from "./data.js";
import { isFrench, labelOf } from "./labels.js";
import { toggled } from "./address.js";
import { euros, number, say, short } from "./words.js";

const MOST = 17; // as many as the UN has goals
const SPAN = 60;
const [WIDEST, NARROWEST, HEIGHT, LEFT, RIGHT, BOTTOM] = [640, 300, 240, 44, 12, 24]; // a year is written out under the last column too

/**
 * @param {View} view
 * @param {Found} found
 * @param {(view: View) => void} go
 */
export function charts(view, found, go) {
  const { partnerships: p } = index();
  const begun = found.rows.map((row) => ({ year: p.begun[row], kind: p.status[row] || NOTHING, value: 1 }));
  const given = found.rows.flatMap((row) => p.money[row].map(([kind, year, value]) => ({ year, kind: kind || NOTHING, value: value || 0 })));
  return h("div", { class: "charts" },
    columns("begun", begun, "status", number),
    columns("given", given, "funder", euros),
    ...["theme", "kind", "country", "goal"].map((name) => ranking(view, found.rows, name, go)));
}

/**
 * Draw the values of a filter as bars, most frequent first: a table with a bar in each row.
 * @param {View} view
 * @param {number[]} rows
 * @param {string} name
 * @param {(view: View) => void} go
 */
export function ranking(view, rows, name, go) {
  const facet = facetOf(name, view.also);
  const counts = new Map();
  for (const row of rows) for (const value of facet.of[row]) counts.set(value, (counts.get(value) || 0) + 1);
  const ranked = [...counts]
    .map(([value, count]) => ({ value: facet.values[value], count }))
    .filter((each) => !each.value.includes("|"))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const most = ranked.length ? ranked[0].count : 1;
  /** @param {{value: string, count: number}} each */
  const line = (each) => {
    const isChosen = Boolean(view.chosen.get(name)?.has(each.value));
    const button = h("button", { type: "button", "aria-pressed": isChosen ? "true" : "false", id: `chart-${name}=${each.value}`, lang: isFrench(name, each.value) ? "fr" : null, class: isFrench(name, each.value) ? "plain untranslated" : "plain", click: () => go(toggled(view, name, each.value)) }, labelOf(name, each.value));
    const bar = s("svg", { class: "meter", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, s("rect", { width: (100 * each.count) / most, height: 10 }));
    return h("tr", { "data-value": each.value }, h("th", { scope: "row" }, button), h("td", { class: "n" }, number(each.count)), h("td", { class: "drawn" }, bar));
  };
  return h("section", { class: "chart", "data-chart": name, "aria-labelledby": `chart-${name}` },
    h("h2", { id: `chart-${name}` }, say(name, "chart")),
    h("p", { class: "note" }, say(name, "chartNote")),
    ranked.length ? h("table", { class: "ranking" },
      h("caption", { class: "unseen" }, say(name, "chart")),
      h("thead", { class: "unseen" }, h("tr", {}, ...["name", "number", "drawn"].map((each) => h("th", { scope: "col" }, say(each, "column"))))),
      h("tbody", {}, ...ranked.slice(0, MOST).map(line))) : h("p", {}, say("nothing")),
    ranked.length > MOST && h("details", {}, h("summary", {}, `${say("more")} (${number(ranked.length - MOST)})`),
      h("table", { class: "ranking" }, h("caption", { class: "unseen" }, say(name, "chart")), h("tbody", {}, ...ranked.slice(MOST).map(line)))));
}

/**
 * Draw a column for each year, stacked by kind.
 * @param {string} name
 * @param {{year: number | null, kind: string, value: number}[]} entries
 * @param {string} filter whose values the kinds are
 * @param {(value: number) => string} write
 */
function columns(name, entries, filter, write) {
  /** @type {Map<number, Map<string, number>>} */
  const years = new Map();
  for (const { year, kind, value } of entries) {
    const of = years.get(year || 0) || new Map();
    years.set(year || 0, of.set(kind, (of.get(kind) || 0) + Math.round(value * 100)));
  }
  const order = [...index().stacked[filter], NOTHING]; // a kind has the same colour whatever is chosen
  const kinds = [...new Set(entries.map((each) => each.kind))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const shades = kinds.map((kind) => `k${order.indexOf(kind)}`);
  const known = [...years.keys()].filter(Boolean).sort((a, b) => a - b);
  const drawn = fullest(known, (year) => [...(years.get(year) || new Map()).values()].reduce((all, each) => all + Math.max(0, each), 0));
  const rows = [...known, ...(years.has(0) ? [0] : [])].map((year) => {
    const of = years.get(year) || new Map();
    const cells = kinds.map((kind) => (of.has(kind) ? write(of.get(kind) / 100) : ""));
    return [year ? String(year) : say("unknown"), ...cells, write([...of.values()].reduce((all, each) => all + each, 0) / 100)];
  });
  const isDrawn = (/** @type {string} */ kind) => drawn.some((year) => (years.get(year)?.get(kind) || 0) > 0);
  const heads = [say("year", "column"), ...kinds.map((kind) => labelOf(filter, kind)), say("total", "column")];
  const title = say(name, "chart");
  return h("section", { class: "chart wide", "data-chart": name, "aria-labelledby": `chart-${name}` },
    h("h2", { id: `chart-${name}` }, title),
    h("p", { class: "note" }, say(name, "chartNote"), known.length > drawn.length ? ` ${say("older")}` : ""),
    drawn.length ? drawing(title, drawn, years, kinds, shades) : h("p", {}, say("nothing")),
    drawn.length > 0 && h("ul", { class: "key" }, ...kinds.map((kind, place) => isDrawn(kind) && h("li", {}, h("span", { class: `swatch ${shades[place]}`, "aria-hidden": "true" }), labelOf(filter, kind)))),
    rows.length > 0 && h("details", {}, h("summary", {}, say("asTable")), table(title, heads, rows, heads.map((_, place) => place).slice(1))));
}

/**
 * Give the years to draw: all, or the sixty in a row that hold the most where a year far off would squeeze them.
 * @param {number[]} years in their order
 * @param {(year: number) => number} weigh
 */
function fullest(years, weigh) {
  let [best, most] = [years, -1];
  for (const first of years) {
    const held = years.filter((year) => first <= year && year < first + SPAN);
    const weight = held.reduce((all, year) => all + weigh(year), 0);
    if (weight > most) [best, most] = [held, weight];
  }
  return best;
}

/**
 * @param {string} title
 * @param {number[]} drawn
 * @param {Map<number, Map<string, number>>} years
 * @param {string[]} kinds
 * @param {string[]} shades
 */
function drawing(title, drawn, years, kinds, shades) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, innerWidth - 24)); // words stay as large as the page's on a phone
  const [first, last] = [drawn[0], drawn[drawn.length - 1]];
  const heights = drawn.map((year) => [...(years.get(year) || new Map()).values()].reduce((all, each) => all + Math.max(0, each), 0) / 100);
  const step = tick(Math.max(...heights, 1) / 4);
  const top = Math.ceil(Math.max(...heights, 1) / step) * step;
  const wide = (width - LEFT - RIGHT) / (last - first + 1);
  /** @param {number} value */
  const y = (value) => 8 + (HEIGHT - BOTTOM - 8) * (1 - value / top);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, place) => place * step);
  const every = [1, 2, 5, 10, 20].find((each) => wide * each >= 38) || 20;
  const labelled = Array.from({ length: last - first + 1 }, (_, place) => first + place).filter((year) => year % every === 0);
  return s("svg", { class: "columns", viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": title },
    ...lines.flatMap((value) => [
      s("line", { class: "grid", x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
      s("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, short(value)),
    ]),
    ...labelled.map((year) => s("text", { x: LEFT + (year - first + 0.5) * wide, y: HEIGHT - 6, "text-anchor": "middle" }, String(year))),
    ...drawn.flatMap((year) => {
      let under = 0;
      return kinds.map((kind, place) => {
        const value = Math.max(0, (years.get(year)?.get(kind) || 0) / 100);
        under += value;
        return value > 0 && s("rect", { class: shades[place], x: LEFT + (year - first) * wide + wide * 0.1, width: wide * 0.8, y: y(under), height: y(under - value) - y(under) });
      });
    }));
}

/** @param {number} about distance of two lines, to be rounded up to 1, 2 or 5 of a power of ten */
function tick(about) {
  const power = 10 ** Math.floor(Math.log10(Math.max(about, 1)));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= about) || 10 * power;
}
