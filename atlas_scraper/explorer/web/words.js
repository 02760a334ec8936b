// What this page says, in English and in French, and how it writes numbers and dates.
import { index } from "./data.js";

const spoken = { language: "en" };

/** @param {string} language */
export function speak(language) {
  spoken.language = language;
  document.documentElement.lang = language;
}

export function language() {
  return spoken.language;
}

/** @returns {0 | 1} place of the language in a pair */
export function side() {
  return spoken.language === "fr" ? 1 : 0;
}

/**
 * Say a word of `words.toml`.
 * @param {string} key
 * @param {string} [group]
 * @returns {string} the key itself where nobody has listed it
 */
export function say(key, group = "text") {
  const pair = (index().words[group] || {})[key];
  return pair ? pair[side()] : key;
}

/**
 * Say a word of `words.toml` with numbers or names in it.
 * @param {string} key
 * @param {Record<string, string | number>} parts
 */
export function fill(key, parts) {
  return say(key).replace(/\{(\w+)\}/g, (_, name) => String(parts[name]));
}

/**
 * Set a name apart that runs from right to left: what stands beside it stays in its order.
 * @param {string} name
 */
export function apart(name) {
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}

/** @param {number | null} code number of a country */
export function countryName(code) {
  const found = code === null || code < 0 ? null : index().countries[code];
  return found ? found[2 + side()] + "" : say("unknown");
}

/** @param {string | null} theme */
export function themeName(theme) {
  if (!theme) return say("unknown");
  return side() === 1 ? theme : index().themesInEnglish[theme] || theme;
}

/** @param {string | null} theme */
export function isUntranslated(theme) {
  return side() === 0 && Boolean(theme) && !index().themesInEnglish[theme || ""];
}

/** The language of what the site says, where the page is in another. */
export function french() {
  return side() === 0 ? "fr" : null;
}

/** @param {string | number} goal */
export function goalName(goal) {
  return `${goal} – ${say(String(goal), "goal")}`;
}

/** @type {Map<string, Intl.NumberFormat>} what writes numbers: to make one takes longer than to use it a hundred times */
const writers = new Map();

/**
 * @param {string} name
 * @param {Record<string, unknown>} options
 */
function writer(name, options) {
  const key = `${spoken.language} ${name}`;
  const known = writers.get(key) || new Intl.NumberFormat(spoken.language, /** @type {Intl.NumberFormatOptions} */ (options));
  writers.set(key, known);
  return known;
}

/** @param {number} value */
export function number(value) {
  return writer("number", { maximumFractionDigits: 2 }).format(value);
}

/** @param {number} share */
export function percent(share) {
  return writer("percent", { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** @param {number} value */
export function euros(value) {
  const digits = Number.isInteger(value) ? 0 : 2;
  return writer(`euros${digits}`, { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** @param {number} value */
export function short(value) {
  return writer("short", { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** @param {string} iso a day, or a time */
export function day(iso) {
  const time = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(spoken.language === "en" ? "en-GB" : spoken.language, { dateStyle: "long", timeZone: "UTC" }).format(time);
}
