// The partnerships that were chosen, a leaf at a time.
import { addressOf, changed } from "./address.js";
import { csvOf, download } from "./csv.js";
import { h } from "./dom.js";
import { index, openTitles } from "./data.js";
import { sum } from "./facets.js";
import { apart, countryName, euros, fill, french, isUntranslated, language, number, say, themeName } from "./words.js";

const LEAF = 50;

/**
 * Show a list of partnerships.
 * @param {View} view
 * @param {number[]} rows
 * @param {(view: View) => void} go
 */
export function list(view, rows, go) {
  const sorted = inOrder(rows, view.sort);
  const leaves = Math.max(1, Math.ceil(sorted.length / LEAF));
  const leaf = Math.min(view.leaf, leaves);
  const shown = sorted.slice((leaf - 1) * LEAF, leaf * LEAF);
  return h(
    "section",
    { "aria-labelledby": "list-title", class: "list" },
    h("div", { class: "bar" },
      h("h2", { id: "list-title" }, say("list")),
      h("button", { type: "button", id: "csv", disabled: !rows.length, click: () => void openTitles().then(() => download(csvOf(sorted))) }, say("csv"))),
    rows.length ? tableOf(view, shown, go) : h("p", {}, say("nothing")),
    leaves > 1 && pager(view, leaf, leaves, go),
  );
}

/** @type {Record<string, (row: number) => string | number | null>} */
const ORDERS = {
  title: (row) => index().partnerships.title[row],
  country: (row) => countriesOf(row),
  authority: (row) => authoritiesOf(row),
  begun: (row) => index().partnerships.begun[row],
  euros: (row) => sum(index().partnerships.money[row]),
};

/**
 * Sort partnerships; what does not say stays at the end.
 * @param {number[]} rows
 * @param {string} sort such as `begun` or `-begun`
 */
export function inOrder(rows, sort) {
  const order = ORDERS[sort.replace("-", "")];
  if (!order) return rows;
  const down = sort.startsWith("-") ? -1 : 1;
  const collator = new Intl.Collator(language());
  const keyed = rows.map((row) => ({ row, key: order(row) }));
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null || a === "" || b === "") return Number(a === null || a === "") - Number(b === null || b === "");
    return down * (typeof a === "number" ? a - Number(b) : collator.compare(a, String(b)));
  });
  return keyed.map(({ row }) => row);
}

/**
 * @param {View} view
 * @param {number[]} rows
 * @param {(view: View) => void} go
 */
function tableOf(view, rows, go) {
  const heads = Object.keys(ORDERS).map((name) => {
    const isUp = view.sort === name;
    const isDown = view.sort === `-${name}`;
    const next = isUp ? `-${name}` : name;
    const button = h("button", { type: "button", class: "plain", id: `sort-${name}`, click: () => go(changed(view, { sort: next })) },
      say(name, "column"), h("span", { "aria-hidden": "true" }, isUp ? " ▲" : isDown ? " ▼" : ""));
    return h("th", { scope: "col", class: `c-${name}${name === "euros" ? " n" : ""}`, "aria-sort": isUp ? "ascending" : isDown ? "descending" : null }, button);
  });
  return h("table", { class: "partnerships" },
    h("caption", { class: "unseen" }, say("list")), h("thead", {}, h("tr", {}, ...heads)),
    h("tbody", {}, ...rows.map((row) => rowOf(view, row))));
}

/**
 * @param {View} view
 * @param {number} row
 */
function rowOf(view, row) {
  const { partnerships: p, themes } = index();
  const [theme] = p.theme[row] < 0 ? [null] : themes[p.theme[row]];
  const total = sum(p.money[row]);
  const brief = [authoritiesOf(row), countriesOf(row), p.begun[row]].filter(Boolean).join(" · ");
  return h("tr", {},
    h("th", { scope: "row" },
      h("a", { href: linkTo(view, row), lang: french() }, p.title[row]),
      h("span", { class: "brief" }, brief),
      h("span", { class: isUntranslated(theme) ? "theme untranslated" : "theme", lang: isUntranslated(theme) ? "fr" : null }, theme ? themeName(theme) : "")),
    h("td", { class: "c-country" }, countriesOf(row)),
    h("td", { class: "c-authority" }, authoritiesOf(row)),
    h("td", { class: "c-begun" }, p.begun[row] === null ? "" : String(p.begun[row])),
    h("td", { class: "c-euros n" }, total === null ? "" : euros(total)));
}

/**
 * Give the address of a partnership's page; one without a number has the place of its record.
 * @param {View} view
 * @param {number} row
 */
export function linkTo(view, row) {
  const id = index().partnerships.id[row];
  return addressOf({ ...view, page: "partnership", key: id === null ? `~${row}` : String(id) });
}

/** @param {number} row */
export function countriesOf(row) {
  return [...new Set(index().partnerships.countries[row])].filter((each) => each >= 0).map(countryName).join(", ");
}

/** @param {number} row */
export function authoritiesOf(row) {
  const { partnerships: p, authorities } = index();
  return [...new Set(p.authorities[row])].filter((each) => each >= 0).map((each) => apart(authorities.name[each] || "")).join(", ");
}

/**
 * @param {View} view
 * @param {number} leaf
 * @param {number} leaves
 * @param {(view: View) => void} go
 */
function pager(view, leaf, leaves, go) {
  /**
   * @param {string} name
   * @param {number} to
   */
  const button = (name, to) =>
    h("button", { type: "button", id: `leaf-${name}`, disabled: to < 1 || to > leaves || to === leaf, click: () => go({ ...view, leaf: to }) }, say(name));
  return h("nav", { class: "pager", "aria-label": say("leaves") },
    button("first", 1), button("previous", leaf - 1),
    h("span", {}, fill("leaf", { leaf: number(leaf), leaves: number(leaves) })),
    button("next", leaf + 1), button("last", leaves));
}
