// The properties by which partnerships are chosen, and the values that each partnership has of them.
import { index } from "./data.js";

export const NOTHING = "-";
export const BINS = ["0", "1", "1000", "10000", "100000", "1000000"];
export const LATELY = [7, 31, 366];
const DAY = 86_400_000;

/** @type {Map<string, Facet[]>} */
const made = new Map();

/**
 * Give the facets.
 * @param {boolean} also whether further themes count beside the main one
 * @returns {Facet[]}
 */
export function facets(also) {
  const known = made.get(String(also));
  if (known) return known;
  const shared = made.values().next().value;
  const fresh = shared ? shared.map((each) => (each.name === "theme" ? themes(also) : each)) : all(also);
  made.set(String(also), fresh);
  return fresh;
}

/**
 * @param {boolean} also
 * @returns {Facet[]}
 */
function all(also) {
  const { partnerships: p, authorities: a, partners, countries } = index();
  const towns = partners.key.map((_, place) => townOf(partners, place));
  return [
    facet("country", (row) => p.countries[row].map((each) => (each < 0 ? NOTHING : countries[each][0]))),
    facet("world", (row) => p.countries[row].flatMap((each) => (each < 0 ? [NOTHING] : countries[each][4]))),
    themes(also),
    facet("kind", (row) => p.authorities[row].map((each) => (each < 0 ? null : a.kind[each]) || NOTHING)),
    facet("region", (row) => p.authorities[row].map((each) => (each < 0 ? null : a.region[each]) || NOTHING)),
    facet("status", (row) => [p.status[row] || NOTHING]),
    facet("funder", (row) => p.money[row].map(([kind]) => kind || NOTHING)),
    facet("goal", (row) => p.goals[row].map(String)),
    facet("money", (row) => [binOf(p.money[row])]),
    facet("changed", (row) => lately(p.changed[row])),
    facet("issue", (row) => (p.issues[row].length ? p.issues[row] : [NOTHING])),
    facet("authority", (row) => p.authorities[row].filter((each) => each >= 0).map((each) => a.key[each]), true),
    facet("partner", (row) => p.partners[row].filter((each) => each >= 0).map((each) => partners.key[each]), true),
    facet("town", (row) => p.partners[row].map((each) => towns[each]).filter(Boolean), true),
  ];
}

/**
 * @param {string} name
 * @param {(row: number) => string[]} valuesOf
 * @param {boolean} hidden
 * @returns {Facet}
 */
function facet(name, valuesOf, hidden = false) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const of = (index().partnerships.id || []).map((_, row) => {
    const found = new Set(valuesOf(row));
    return [...found].map((value) => {
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    });
  });
  return { name, values: [...numbers.keys()], of, hidden };
}

/** @param {boolean} also */
function themes(also) {
  const { partnerships: p, themes: known } = index();
  return facet("theme", (row) =>
    themesOf(p, row, also).flatMap((each) => {
      const [theme, subtheme] = each < 0 ? [null, null] : known[each];
      return subtheme ? [theme || NOTHING, `${theme || NOTHING}|${subtheme}`] : [theme || NOTHING];
    }),
  );
}

/**
 * @param {Partnerships} p
 * @param {number} row
 * @param {boolean} also
 */
export function themesOf(p, row, also) {
  return also ? [p.theme[row], ...p.further[row]] : [p.theme[row]];
}

/**
 * Sum what a partnership's funders gave, in euros; null where no amount is stated.
 * @param {Money[]} money
 */
export function sum(money) {
  const stated = money.filter(([, , euros]) => euros !== null);
  return stated.length ? stated.reduce((total, [, , euros]) => total + Math.round((euros || 0) * 100), 0) / 100 : null;
}

/** @param {Money[]} money */
function binOf(money) {
  const total = sum(money);
  if (total === null) return NOTHING;
  return [...BINS].reverse().find((bin) => total >= Number(bin)) || BINS[0];
}

/** @param {number | null} changed day since 1970 */
function lately(changed) {
  if (changed === null) return [];
  const today = Math.floor(Date.parse(index().release.created) / DAY);
  return LATELY.filter((days) => changed > today - days).map(String);
}

/**
 * Give the key of the town that a partner lies in; the same for all that lie there.
 * @param {Partners} partners
 * @param {number} place
 */
export function townOf(partners, place) {
  const id = partners.geonames[place];
  return id ? String(id) : "";
}
