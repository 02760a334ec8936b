// What a value of a filter is called.
import { BINS, LATELY, NOTHING } from "./facets.js";
import { index } from "./data.js";
import { apart, countryName, day, euros, fill, goalName, say, isUntranslated, side, themeName } from "./words.js";

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
  country: (value) => {
    const place = index().countries.findIndex((each) => each[0] === value);
    return place < 0 ? value : countryName(place); // a link may name one that no partnership has any more
  },
  world: (value) => (index().worldRegions[value] || [value, value])[side()],
  theme: (value) => themeName(value.includes("|") ? value.slice(value.indexOf("|") + 1) : value),
  region: (value) => index().frenchRegions[value] || value,
  goal: (value) => (index().words.goal[value] ? goalName(value) : value),
  changed: (value) => (LATELY.includes(Number(value)) ? fill("lately", { days: value, date: day(index().release.created) }) : value),
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
  if (place < 0) return value;
  if (place === 0) return say("nearlyNothing");
  const [from, until] = [euros(Number(value)), place + 1 < BINS.length ? euros(Number(BINS[place + 1])) : ""];
  return until ? fill("between", { from, until }) : fill("atLeast", { from });
}

/**
 * @param {{key: string[], name: (string | null)[]}} bodies
 * @param {string} key
 */
function bodyName(bodies, key) {
  return apart(bodies.name[bodies.key.indexOf(key)] || key);
}
