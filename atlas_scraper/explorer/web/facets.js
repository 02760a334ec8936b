// The properties by which partnerships are chosen, and the values that each partnership has of them.
import { index } from "./data.js";

export const NOTHING = "-";
export const BINS = ["0", "1", "1000", "10000", "100000", "1000000"];
export const LATELY = [7, 31, 366];
const DAY = 86_400_000;

/** @type {Map<string, Facet>} facets that were asked for */
const made = new Map();
export const SHOWN_FACETS = ["country", "world", "theme", "kind", "region", "status", "funder", "goal", "money", "changed", "issue"];

/**
 * Give a facet; it is made when somebody looks at it, for each takes a look at every partnership.
 * @param {string} name
 * @param {boolean} also whether further themes count beside the main one
 * @returns {Facet}
 */
export function facetOf(name, also) {
  const key = name === "theme" ? `${name}${also}` : name;
  const known = made.get(key);
  if (known) return known;
  const fresh = facet(name, name === "theme" ? themes(also) : VALUES[name]());
  made.set(key, fresh);
  return fresh;
}

/** @type {Record<string, () => (row: number) => string[]>} */
const VALUES = {
  country: () => (row) => of().countries[row].map((each) => (each < 0 ? NOTHING : index().countries[each][0])),
  world: () => (row) => of().countries[row].flatMap((each) => (each < 0 ? [NOTHING] : index().countries[each][4])),
  kind: () => (row) => of().authorities[row].map((each) => (each < 0 ? null : index().authorities.kind[each]) || NOTHING),
  region: () => (row) => of().authorities[row].map((each) => (each < 0 ? null : index().authorities.region[each]) || NOTHING),
  status: () => (row) => [of().status[row] || NOTHING],
  funder: () => (row) => of().money[row].map(([kind]) => kind || NOTHING),
  goal: () => (row) => of().goals[row].map(String),
  money: () => (row) => [binOf(of().money[row])],
  changed: () => (row) => lately(of().changed[row]),
  issue: () => (row) => (of().issues[row].length ? of().issues[row] : [NOTHING]),
  authority: () => (row) => of().authorities[row].filter((each) => each >= 0).map((each) => index().authorities.key[each]),
  partner: () => (row) => of().partners[row].filter((each) => each >= 0).map((each) => index().partners.key[each]),
  town: () => {
    const towns = index().partners.key.map((_, place) => townOf(index().partners, place));
    return (row) => of().partners[row].map((each) => towns[each]).filter(Boolean);
  },
};

function of() {
  return index().partnerships;
}

/**
 * @param {string} name
 * @param {(row: number) => string[]} valuesOf
 * @returns {Facet}
 */
function facet(name, valuesOf) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @param {string} value */
  const numberOf = (value) => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
  const rows = (of().id || []).map((_, row) => {
    const found = valuesOf(row);
    return (found.length > 1 ? [...new Set(found)] : found).map(numberOf);
  });
  return { name, values: [...numbers.keys()], of: rows };
}

/**
 * @param {boolean} also
 * @returns {(row: number) => string[]}
 */
function themes(also) {
  const { partnerships: p, themes: known } = index();
  return (row) =>
    themesOf(p, row, also).flatMap((each) => {
      const [theme, subtheme] = each < 0 ? [null, null] : known[each];
      return subtheme ? [theme || NOTHING, `${theme || NOTHING}|${subtheme}`] : [theme || NOTHING];
    });
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
