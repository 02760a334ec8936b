// The headline figures of the chosen partnerships.
import { h } from "./dom.js";
import { index } from "./data.js";
import { sum } from "./facets.js";
import { day, euros, number, percent, say } from "./words.js";

/**
 * @param {number[]} rows
 * @param {string[]} left names of figures that say nothing there
 */
export function figures(rows, left = []) {
  const { partnerships: p, release } = index();
  const ongoing = rows.filter((row) => p.status[row] === "ongoing").length;
  const total = rows.reduce((all, row) => all + Math.round((sum(p.money[row]) || 0) * 100), 0) / 100;
  /** @type {[string, string][]} */
  const pairs = [
    ["partnerships", number(rows.length)],
    ["countries", number(distinct(rows, p.countries))],
    ["authorities", number(distinct(rows, p.authorities))],
    ["partners", number(distinct(rows, p.partners))],
    ["ongoing", rows.length ? percent(ongoing / rows.length) : "–"],
    ["euros", euros(Math.round(total))],
    ["until", day(release.created)],
  ];
  return h("dl", { class: "figures" }, ...pairs.filter(([name, value]) => value && !left.includes(name)).map(([name, value]) =>
    h("div", { "data-figure": name }, h("dt", {}, say(name, "figure")), h("dd", {}, value))));
}

/**
 * @param {number[]} rows
 * @param {number[][]} of
 */
function distinct(rows, of) {
  const seen = new Set();
  for (const row of rows || []) for (const each of of[row]) if (each >= 0) seen.add(each);
  return seen.size;
}
