// The filters at the side: what one asks for, and how many partnerships each choice would leave.
import { changed, FILTERS, isFiltered, toggled, unfiltered } from "./address.js";
import { facetOf, SHOWN_FACETS } from "./facets.js";
import { fillIn, h } from "./dom.js";
import { index } from "./data.js";
import { isFrench, labelOf } from "./labels.js";
import { number, say } from "./words.js";

/** @typedef {"from" | "until" | "least" | "most"} Bound */
/** @type {[Bound, [string, string], string][]} bounds, what of, and which end they are */
const BOUNDS = [["from", ["begun", "text"], "from"], ["until", ["begun", "text"], "until"], ["least", ["euros", "figure"], "from"], ["most", ["euros", "figure"], "until"]];
const SHOWN = 8;
const OPEN = new Set(["country", "theme"]);
const ORDERED = new Set(["goal", "money", "changed"]);
/** @type {Set<string>} filters that show all their values */
const wide = new Set();
/** @type {Map<string, boolean>} which filters are unfolded */
const unfolded = new Map();

/**
 * Show the filters; what has the focus keeps it.
 * @param {Element} panel
 * @param {View} view
 * @param {Found} found
 * @param {(view: View) => void} go
 */
export function showPanel(panel, view, found, go) {
  const focused = document.activeElement && panel.contains(document.activeElement) ? document.activeElement.id : "";
  const again = () => showPanel(panel, view, found, go);
  fillIn(
    panel,
    h("h2", { id: "filters-title" }, say("filters")),
    h("p", {}, h("button", { type: "button", id: "reset", disabled: !isFiltered(view), click: () => go(unfiltered(view)) }, say("reset"))),
    bounds(view, go, say("begun"), ["from", "until"], { min: 1900, max: 2100 }),
    bounds(view, go, say("euros", "figure"), ["least", "most"], { min: 0, step: "any" }),
    ...SHOWN_FACETS.filter((name) => name !== "changed" || index().hasHistory).map((name) => group(name, view, found, go, again)),
  );
  const before = focused && document.getElementById(focused);
  if (before) before.focus();
}

/**
 * Two fields for the least and the most of a number.
 * @param {View} view
 * @param {(view: View) => void} go
 * @param {string} legend
 * @param {[Bound, Bound]} names
 * @param {Record<string, string | number>} range
 */
function bounds(view, go, legend, names, range) {
  return h("fieldset", { class: "bounds" }, h("legend", {}, legend), ...names.map((name, place) =>
    h("label", {}, h("span", {}, say(place ? "until" : "from")), h("input", {
      type: "number", id: `bound-${name}`, value: view[name], inputmode: "numeric", ...range,
      change: (event) => go({ ...view, leaf: 1, [name]: event.target.value }),
    }))));
}

/**
 * @param {string} name
 * @param {View} view
 * @param {Found} found
 * @param {(view: View) => void} go
 * @param {() => void} again
 */
function group(name, view, found, go, again) {
  const chosen = view.chosen.get(name) || new Set();
  const isOpen = unfolded.get(name) ?? (OPEN.has(name) || chosen.size > 0);
  const all = isOpen ? options(facetOf(name, view.also), chosen, found.counts(name)) : [];
  const few = wide.has(name) ? all : all.filter((each, place) => place < SHOWN || chosen.has(each.value));
  const more = all.length > few.length || wide.has(name) && all.length > SHOWN;
  return h(
    "details",
    {
      open: isOpen,
      "data-filter": name,
      toggle: (event) => {
        if (event.target.open === isOpen) return;
        unfolded.set(name, event.target.open);
        again();
      },
    },
    h("summary", { id: `filter-${name}` }, say(name, "filter"), chosen.size ? h("span", { class: "badge" }, number(chosen.size)) : null),
    h(
      "fieldset",
      {},
      h("legend", { class: "unseen" }, say(name, "filter")),
      name === "theme" && also(view, go),
      isOpen && !all.length && h("p", {}, say("nothing")),
      few.some((each) => isFrench(name, each.value)) && h("p", { class: "note" }, say("untranslated")),
      ...few.map((each) => option(name, each, chosen.has(each.value), () => go(toggled(view, name, each.value)))),
      more && h("button", {
        type: "button",
        class: "plain",
        id: `more-${name}`,
        "aria-expanded": wide.has(name) ? "true" : "false",
        click: () => {
          if (!wide.delete(name)) wide.add(name);
          again();
        },
      }, wide.has(name) ? say("fewer") : `${say("more")} (${number(all.length - few.length)})`),
    ),
  );
}

/**
 * @param {View} view
 * @param {(view: View) => void} go
 */
function also(view, go) {
  return h(
    "label",
    { class: "option" },
    h("input", { type: "checkbox", id: "also", checked: view.also, change: () => go({ ...view, leaf: 1, also: !view.also }) }),
    h("span", {}, say("also")),
  );
}

/**
 * List the values of a filter, most frequent first; sub-themes and sub-regions behind what they belong to.
 * @param {Facet} facet
 * @param {Set<string>} chosen
 * @param {Int32Array} counts
 */
function options(facet, chosen, counts) {
  const known = facet.values.map((value, place) => ({ value, count: counts[place] || 0, above: above(facet, value) }));
  const left = known.filter((each) => each.count > 0 || chosen.has(each.value));
  const isOrdered = ORDERED.has(facet.name);
  left.sort((a, b) => (isOrdered ? Number(a.value) - Number(b.value) || 0 : b.count - a.count || (a.value < b.value ? -1 : 1)));
  /** @type {Map<string, typeof left>} */
  const under = new Map(left.filter((each) => !each.above).map((each) => [each.value, [each]]));
  for (const each of left) if (each.above) under.set(each.above, [...(under.get(each.above) || []), each]);
  return [...under.values()].flat();
}

/**
 * @param {Facet} facet
 * @param {string} value
 */
function above(facet, value) {
  if (facet.name === "theme" && value.includes("|")) return value.slice(0, value.indexOf("|"));
  if (facet.name !== "world") return "";
  const found = index().countries.find((each) => each[4][1] === value);
  return found ? found[4][0] : "";
}

/**
 * @param {string} name
 * @param {{value: string, count: number, above: string}} each
 * @param {boolean} checked
 * @param {() => void} change
 */
function option(name, each, checked, change) {
  return h(
    "label",
    { class: each.above ? "option under" : "option" },
    h("input", { type: "checkbox", id: `${name}=${each.value}`, checked, change }),
    h("span", isFrench(name, each.value) ? { lang: "fr", class: "untranslated" } : {}, labelOf(name, each.value)),
    h("span", { class: "count" }, number(each.count)),
  );
}

/**
 * Show what is asked for, each with a button that takes it back.
 * @param {View} view
 * @param {(view: View) => void} go
 */
export function chips(view, go) {
  /** @type {[string, string, View][]} what is asked for, and the view without it */
  const asked = [];
  if (view.words) asked.push([say("words"), view.words, changed(view, { words: "" })]);
  for (const [name, told, way] of BOUNDS)
    if (view[name]) asked.push([say(...told), `${say(way)} ${view[name]}`, changed(view, { [name]: "" })]);
  for (const name of FILTERS)
    for (const value of view.chosen.get(name) || []) asked.push([say(name, "filter"), labelOf(name, value), toggled(view, name, value)]);
  if (!asked.length) return null;
  return h("ul", { class: "chips", "aria-label": say("asked") }, ...asked.map(([name, value, without]) => {
    const label = `${name}${say("colon")}${value}`;
    const attributes = { type: "button", "aria-label": `${say("remove")} ${label}`, click: () => go(without) };
    return h("li", {}, h("button", attributes, label, h("span", { "aria-hidden": "true" }, " ×")));
  }));
}
