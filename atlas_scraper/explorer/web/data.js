// The data inside this page: found, decompressed, read.

/** @type {{index?: Index}} */
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
  held.index = await unpack(element("index"));
}

/** @returns {Promise<{topology: any, france: any}>} the outlines of the world's countries, as TopoJSON, and France's */
export async function world() {
  return unpack(element("world"));
}

/** @type {Map<number, Promise<Part[]>>} the parts that were opened last */
const recent = new Map();
const KEPT = 4;

/**
 * Open what the index does not hold of a partnership.
 * @param {number} row
 * @returns {Promise<Part>}
 */
export async function partOf(row) {
  const size = index().part;
  return (await part(Math.floor(row / size)))[row % size];
}

/**
 * Open the parts one after the other, and take of each partnership what is wanted.
 * @param {(row: number, part: Part) => void} take
 */
export async function eachPart(take) {
  const { part: size, partnerships } = index();
  for (let start = 0; start < (partnerships.id || []).length; start += size) {
    const found = await part(start / size);
    found.forEach((each, place) => take(start + place, each));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * @param {number} number
 * @returns {Promise<Part[]>}
 */
function part(number) {
  const known = recent.get(number);
  if (known) return known;
  const opened = whole().then(() => unpack(document.querySelectorAll("script[data-name=part]")[number]));
  recent.set(number, opened);
  if (recent.size > KEPT) recent.delete([...recent.keys()][0]);
  return opened;
}

/** Wait until the page is read to its end: the parts stand behind the scripts. */
function whole() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** @param {string} name */
function element(name) {
  return document.querySelector(`script[data-name=${name}]`);
}

/** @param {Element | null} from */
async function unpack(from) {
  const letters = atob((from && from.textContent) || "");
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}
