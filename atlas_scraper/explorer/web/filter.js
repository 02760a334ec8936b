// Choosing partnerships, and counting what each further choice would leave.
import { facetOf, sum } from "./facets.js";
import { index } from "./data.js";
import { isFound } from "./search.js";

const NONE = -1;
const MANY = -2;

/**
 * Choose the partnerships that a view asks for. Values of one filter are alternatives, filters come together; the counts
 * of a filter's values are those of its alternatives, all other filters being as they are.
 * @param {View} view
 * @returns {Found}
 */
export function choose(view) {
  const { partnerships: p } = index();
  const names = [...view.chosen.keys()];
  const known = names.map((name) => facetOf(name, view.also));
  const wanted = known.map((facet) => numbersOf(facet, view.chosen.get(facet.name)));
  const isBegun = within(view.from, view.until);
  const isAnyMoney = !view.least && !view.most;
  const isGiven = within(view.least, view.most);
  const failing = (p.id || []).map((_, row) =>
    isBegun(p.begun[row]) && (isAnyMoney || isGiven(sum(p.money[row]))) && isFound(row, view.words) ? failingFacet(known, wanted, row) : MANY,
  );
  /** @type {Map<string, Int32Array>} */
  const counted = new Map();
  return {
    rows: failing.flatMap((each, row) => (each === NONE ? [row] : [])),
    counts: (name) => {
      const before = counted.get(name);
      if (before) return before;
      const counts = count(facetOf(name, view.also), failing, names.indexOf(name));
      counted.set(name, counts);
      return counts;
    },
  };
}

/**
 * Count the values of a facet over the partnerships that fail nothing, or this facet alone.
 * @param {Facet} facet
 * @param {number[]} failing
 * @param {number} place of the facet among those that are chosen by
 */
function count(facet, failing, place) {
  const counts = new Int32Array(facet.values.length);
  failing.forEach((each, row) => {
    if (each === NONE || (each === place && place >= 0)) for (const value of facet.of[row]) counts[value] += 1;
  });
  return counts;
}

/**
 * Tell which one facet a partnership fails.
 * @param {Facet[]} known
 * @param {Set<number>[]} wanted
 * @param {number} row
 */
function failingFacet(known, wanted, row) {
  let failing = NONE;
  for (let place = 0; place < known.length; place += 1) {
    if (!known[place].of[row].some((value) => wanted[place].has(value))) {
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
  return new Set([...(chosen || [])].map((value) => facet.values.indexOf(value)));
}

/**
 * Make what tells whether a number lies within bounds, each of which may be open; what is not stated lies within none.
 * @param {string} least
 * @param {string} most
 * @returns {(value: number | null) => boolean}
 */
function within(least, most) {
  if (!least && !most) return () => true;
  const [from, until] = [least ? Number(least) : -Infinity, most ? Number(most) : Infinity];
  return (value) => value !== null && from <= value && value <= until;
}
