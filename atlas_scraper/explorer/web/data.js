// The data inside this page: found, decompressed, read.
import { bytesOf } from "./signs.js";
import { textOf, wordsOf } from "./wording.js";

/** @type {{index?: Index, words?: Promise<Words>, titles?: Promise<void>}} */
const held = {};

/**
 * Give the index; it is there from the first view on.
 * @returns {Index}
 */
export function index() {
  if (!held.index) throw new Error("the index is not open yet");
  return held.index;
}

export async function openIndex() {
  const index = await stream(document.querySelector("script[data-name=index]")).json();
  index.partnerships.money = moneyOf(index.partnerships.money || [], index.money);
  held.index = index;
}

/**
 * Give each partnership what its funders gave.
 * @param {number[]} counts
 * @param {Payments} money
 * @returns {Money[][]}
 */
function moneyOf(counts, { kinds, kind, year, euros }) {
  let place = 0;
  return counts.map((count) => Array.from({ length: count }, () => [kinds[kind[place]], year[place], euros[place++]]));
}

/** Open the titles of all partnerships; the index has those that the first view shows. */
export function openTitles() {
  held.titles ??= inWords("script[data-name=titles]").then((titles) => {
    index().partnerships.title = titles;
  });
  return held.titles;
}

/** @returns {Promise<{topology: any, france: any}>} the outlines of the world's countries, as TopoJSON, and France's */
export async function world() {
  return stream(await read("script[data-name=world]")).json();
}

/** @type {Map<number, Promise<Record<string, unknown[]>>>} the parts that were opened last */
const recent = new Map();
const KEPT = 4;
const PATIENCE = 20; // milliseconds

/**
 * Open what the index does not hold of a partnership.
 * @param {number} row
 * @returns {Promise<Part>}
 */
export async function partOf(row) {
  const size = index().part;
  return rowOfPart(await part(Math.floor(row / size)), row % size);
}

/**
 * Open the parts one after the other, and take of each partnership what is wanted.
 * @param {(row: number, part: Part) => void} take
 */
export async function eachPart(take) {
  const { part: size, partnerships } = index();
  for (let start = 0; start < (partnerships.id || []).length; start += size) {
    const found = await part(start / size);
    const count = Math.min(size, partnerships.id.length - start);
    for (let place = 0; place < count; place += 1) take(start + place, rowOfPart(found, place));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * @param {Record<string, unknown[]>} columns
 * @param {number} place
 * @returns {Part}
 */
function rowOfPart(columns, place) {
  const stated = Object.entries(columns).filter(([, values]) => values[place] !== null);
  return Object.fromEntries(stated.map(([name, values]) => [name, values[place]]));
}

/**
 * @param {number} number
 * @returns {Promise<Record<string, unknown[]>>}
 */
function part(number) {
  const known = recent.get(number);
  if (known) return known;
  const opened = inWords(`script[data-name=part][data-number="${number}"]`);
  recent.set(number, opened);
  if (recent.size > KEPT) recent.delete([...recent.keys()][0]);
  return opened;
}

/**
 * Open a list that is told by the numbers of its words.
 * @param {string} selector
 */
async function inWords(selector) {
  const [list, bytes] = await Promise.all([words(), read(selector).then(bytesIn)]);
  return JSON.parse(textOf(list, bytes));
}

/** The words of all parts; they are opened with the first of these. */
function words() {
  held.words ??= read("script[data-name=words]").then((found) => stream(found).text()).then((text) => wordsOf(text.split("\n")));
  return held.words;
}

/**
 * Wait until the page is read as far as an element: all but what the first view needs stands behind the scripts.
 * @param {string} selector
 * @returns {Promise<Element | null>}
 */
async function read(selector) {
  for (;;) {
    const found = document.querySelector(selector);
    if (found?.nextElementSibling || document.readyState !== "loading") return found;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}

/** @param {Element | null} from */
async function bytesIn(from) {
  return new Uint8Array(await stream(from).arrayBuffer());
}

/** @param {Element | null} from */
function stream(from) {
  const bytes = bytesOf((from && from.textContent) || "");
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
