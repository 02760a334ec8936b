// Searching the texts: every word of the question must stand somewhere in a partnership, whatever its case and accents.
import { eachPart, index } from "./data.js";

const NOT_SEARCHED = new Set(["provenance", "changes", "state", "source_url", "country_code"]);

/** @type {string[]} all that a partnership says, folded; empty until it is read */
const texts = [];
/** @type {{reading: Promise<void> | null, isRead: boolean}} */
const progress = { reading: null, isRead: false };

/**
 * Fold a text: no accents, no capitals, one kind of apostrophe and of space.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.toLowerCase().replace(/[^\x00-\x7f]|[`\t\n\r]/gu, plainLetter);
  return plain.includes("  ") ? plain.replace(/ {2,}/g, " ") : plain;
}

/** @type {Map<string, string>} letters that were folded before: few come again and again in millions of them */
const plainLetters = new Map([..."’‘ʼ`´"].map((each) => [each, "'"]));

/** @param {string} letter */
function plainLetter(letter) {
  const known = plainLetters.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const folded = plain.replace("œ", "oe").replace("æ", "ae").replace(/\s+/g, " ");
  plainLetters.set(letter, folded);
  return folded;
}

/**
 * Split a question into what must be found; words between quotes stay together.
 * @param {string} question
 */
export function termsOf(question) {
  const found = fold(question).matchAll(/[«"]\s*([^"»]+?)\s*["»]|[^\s"«»]+/g);
  return [...found].map((each) => each[1] || each[0]);
}

/** @type {{question: string, terms: string[]}} */
const asked = { question: "", terms: [] };

/**
 * Tell whether a partnership answers a question.
 * @param {number} row
 * @param {string} question
 */
export function isFound(row, question) {
  if (!question) return true;
  if (asked.question !== question) Object.assign(asked, { question, terms: termsOf(question) });
  return asked.terms.every((term) => (texts[row] || "").includes(term));
}

export function isRead() {
  return progress.isRead;
}

/**
 * Read all texts, once; it takes a few seconds for thousands of partnerships, so it begins when somebody asks.
 * @param {(share: number) => void} tell is told how far it is
 */
export function readTexts(tell) {
  const all = (index().partnerships.id || []).length;
  progress.reading ??= eachPart((row, part) => {
    if (row % index().part === 0) tell(row / all);
    texts[row] = fold([...ofIndex(row), ...stringsIn(part)].join("\0"));
  }).then(() => {
    progress.isRead = true;
  });
  return progress.reading;
}

/**
 * @param {number} row
 * @returns {Generator<string>}
 */
function* ofIndex(row) {
  const { partnerships: p, countries, themes, themesInEnglish } = index();
  yield String(p.id[row] ?? "");
  yield p.title[row];
  for (const each of p.countries[row]) if (each >= 0) yield `${countries[each][2]}\n${countries[each][3]}`;
  for (const each of [p.theme[row], ...p.further[row]])
    if (each >= 0) for (const level of themes[each]) if (level) yield `${level}\n${themesInEnglish[level] || ""}`;
}

/**
 * @param {unknown} value
 * @returns {Generator<string>}
 */
function* stringsIn(value) {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const each of value) yield* stringsIn(each);
  else if (value && typeof value === "object")
    for (const [name, each] of Object.entries(value)) if (!NOT_SEARCHED.has(name)) yield* stringsIn(each);
}
