// The view that this page's address asks for, so that a view can be sent.

import { SHOWN_FACETS } from "./facets.js";

const UNLISTED = ["authority", "partner", "town"];
export const FILTERS = [...SHOWN_FACETS, ...UNLISTED];

/**
 * Read an address such as `#/partnership/12?country=ML&q=eau`.
 * @param {string} hash
 * @returns {View}
 */
export function viewOf(hash) {
  const [path, query] = parted(hash.replace(/^#/, ""), "?");
  const [, page = "", key = ""] = path.split("/");
  const given = new URLSearchParams(query);
  const chosen = new Map(FILTERS.filter((name) => given.has(name)).map((name) => [name, new Set(given.getAll(name))]));
  return {
    page: page || "list",
    key: decoded(key),
    words: given.get("q") || "",
    from: given.get("from") || "",
    until: given.get("until") || "",
    least: given.get("least") || "",
    most: given.get("most") || "",
    also: given.has("also"),
    sort: given.get("sort") || "",
    leaf: Math.max(1, Number.parseInt(given.get("page") || "1", 10) || 1),
    language: given.get("lang") || "",
    chosen,
  };
}

/**
 * Write the address of a view.
 * @param {View} view
 */
export function addressOf(view) {
  const given = new URLSearchParams();
  for (const [name, value] of [["q", view.words], ["from", view.from], ["until", view.until], ["least", view.least], ["most", view.most]])
    if (value) given.append(name, value);
  for (const name of FILTERS) for (const value of view.chosen.get(name) || []) given.append(name, value);
  if (view.also) given.append("also", "1");
  if (view.sort) given.append("sort", view.sort);
  if (view.leaf > 1) given.append("page", String(view.leaf));
  if (view.language) given.append("lang", view.language);
  const path = view.page === "list" ? "/" : `/${view.page}${view.key ? `/${encodeURIComponent(view.key)}` : ""}`;
  return `#${path}${given.size ? `?${given}` : ""}`;
}

/**
 * Give a view that differs in some parts.
 * @param {View} view
 * @param {Partial<View>} parts
 * @returns {View}
 */
export function changed(view, parts) {
  return { ...view, leaf: 1, ...parts };
}

/**
 * Give a view with values of a filter more, or less where all of them are chosen.
 * @param {View} view
 * @param {string} name
 * @param {...string} toggling
 * @returns {View}
 */
export function toggled(view, name, ...toggling) {
  const chosen = new Map(view.chosen);
  const values = new Set(chosen.get(name));
  const areChosen = toggling.every((value) => values.has(value));
  for (const value of toggling) if (areChosen) values.delete(value); else values.add(value);
  if (values.size) chosen.set(name, values);
  else chosen.delete(name);
  return changed(view, { chosen });
}

/**
 * Give a view without any filter.
 * @param {View} view
 * @returns {View}
 */
export function unfiltered(view) {
  return changed(view, { words: "", from: "", until: "", least: "", most: "", also: false, chosen: new Map() });
}

/**
 * Tell whether a view is one that people come to first, which shows the titles of the first partnerships alone.
 * @param {View} view
 */
export function isFirst(view) {
  return view.page === "list" && view.leaf === 1 && !view.sort && !isFiltered(view);
}

/** @param {View} view */
export function isFiltered(view) {
  return Boolean(view.words || view.from || view.until || view.least || view.most || view.chosen.size);
}

/**
 * @param {string} text
 * @param {string} mark
 */
function parted(text, mark) {
  const place = text.indexOf(mark);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
