// What a value of a filter is called.
import { BINS, NOTHING } from "./facets.js";
import { index } from "./data.js";
import { countryName, day, euros, fill, goalName, say, isUntranslated, side, themeName } from "./words.js";

/**
 * Name a value of a filter in the language of the page.
 * @param {string} name of the filter
 * @param {string} value
 * @returns {string}
 */
export function labelOf(name, value) {
  if (name === "money") return moneyLabel(value);
  if (name === "issue" && value === NOTHING) return say("none");
  if (value === NOTHING) return say("unknown");
  return (LABELS[name] || ((/** @type {string} */ each) => say(each, "value")))(value);
}

/**
 * Tell whether a value of a filter is a theme that this page has no translation for, in English.
 * @param {string} name of the filter
 * @param {string} value
 */
export function isFrench(name, value) {
  return name === "theme" && value !== NOTHING && isUntranslated(value.slice(value.indexOf("|") + 1));
}

/** @type {Record<string, (value: string) => string>} */
const LABELS = {
  country: (value) => countryName(placeOf(index().countries, (each) => each[0] === value)),
  world: (value) => (index().worldRegions[value] || [value, value])[side()],
  theme: (value) => themeName(value.includes("|") ? value.slice(value.indexOf("|") + 1) : value),
  region: (value) => index().frenchRegions[value] || value,
  goal: goalName,
  changed: (value) => fill("lately", { days: value, date: day(index().release.created) }),
  authority: (value) => bodyName(index().authorities, value),
  partner: (value) => bodyName(index().partners, value),
  town: (value) => {
    const { geonames, place } = index().partners;
    return place[geonames.indexOf(Number(value))] || value;
  },
};

/** @param {string} value least amount of a bin */
function moneyLabel(value) {
  if (value === NOTHING) return say("noMoney");
  const place = BINS.indexOf(value);
  if (place === 0) return say("nearlyNothing");
  const [from, until] = [euros(Number(value)), place + 1 < BINS.length ? euros(Number(BINS[place + 1])) : ""];
  return until ? fill("between", { from, until }) : fill("atLeast", { from });
}

/**
 * @template Each
 * @param {Each[]} values
 * @param {(each: Each) => boolean} isIt
 */
function placeOf(values, isIt) {
  const place = values.findIndex(isIt);
  return place < 0 ? null : place;
}

/**
 * @param {{key: string[], name: (string | null)[]}} bodies
 * @param {string} key
 */
function bodyName(bodies, key) {
  return bodies.name[bodies.key.indexOf(key)] || key;
}
