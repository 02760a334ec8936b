// Choosing partnerships, and counting what each further choice would leave.
import { facets } from "./facets.js";
import { index } from "./data.js";
import { isFound } from "./search.js";

/**
 * Choose the partnerships that a view asks for. Values of one filter are alternatives, filters come together; the counts
 * of a filter's values are those of its alternatives, all other filters being as they are.
 * @param {View} view
 * @returns {Found}
 */
export function choose(view) {
  const { partnerships: p } = index();
  const known = facets(view.also);
  const wanted = known.map((facet) => numbersOf(facet, view.chosen.get(facet.name)));
  const counts = known.map((facet) => new Int32Array(facet.values.length));
  const isWithin = period(view);
  const rows = [];
  for (let row = 0; row < (p.id || []).length; row += 1) {
    if (!isWithin(p.begun[row]) || !isFound(row, view.words)) continue;
    const failing = failingFacet(known, wanted, row);
    if (failing === MANY) continue;
    if (failing === NONE) rows.push(row);
    known.forEach((facet, place) => {
      if (failing === NONE || failing === place) for (const value of facet.of[row]) counts[place][value] += 1;
    });
  }
  return { rows, counts: new Map(known.map((facet, place) => [facet.name, counts[place]])) };
}

const NONE = -1;
const MANY = -2;

/**
 * Tell which one facet a partnership fails.
 * @param {Facet[]} known
 * @param {(Set<number> | null)[]} wanted
 * @param {number} row
 */
function failingFacet(known, wanted, row) {
  let failing = NONE;
  for (let place = 0; place < known.length; place += 1) {
    const values = wanted[place];
    if (values && !known[place].of[row].some((value) => values.has(value))) {
      if (failing !== NONE) return MANY;
      failing = place;
    }
  }
  return failing;
}

/**
 * @param {Facet} facet
 * @param {Set<string> | undefined} chosen
 */
function numbersOf(facet, chosen) {
  return chosen ? new Set([...chosen].map((value) => facet.values.indexOf(value))) : null;
}

/**
 * @param {View} view
 * @returns {(year: number | null) => boolean}
 */
function period(view) {
  if (!view.from && !view.until) return () => true;
  const from = Number(view.from) || 0;
  const until = Number(view.until) || 9999;
  return (year) => year !== null && from <= year && year <= until;
}
