// The pages of an authority, a partner and a country, each with its partnerships.
import { addressOf, changed, toggled, unfiltered } from "./address.js";
import { back, fact, missing } from "./partnership.js";
import { elsewhere, h } from "./dom.js";
import { figures } from "./figures.js";
import { index } from "./data.js";
import { linkTo, inOrder, authoritiesOf, countriesOf } from "./list.js";
import { NOTHING } from "./facets.js";
import { ranking } from "./charts.js";
import { countryName, euros, fill, french, number, say, side } from "./words.js";

const TITLES = 200;

/**
 * @param {View} view
 * @param {string} key
 */
export async function authorityPage(view, key) {
  const { authorities: a, partnerships: p, frenchRegions } = index();
  const place = a.key.indexOf(key);
  if (place < 0) return missing(view);
  const rows = rowsWith(p.authorities, place);
  const given = a.given[place];
  return bodyPage(view, "authority", key, a.name[place] || key, rows, [
    fact("spellings", spellings(a.spellings[place])),
    fact("kind", a.kind[place] && say(a.kind[place] || "", "value")),
    fact("region", a.region[place] && (frenchRegions[a.region[place] || ""] || null)),
    fact("departement", a.departement[place]),
    fact("code", a.code[place]),
    fact("siren", a.siren[place]),
    fact("population", a.population[place] && `${number(a.population[place] || 0)}${a.populationYear[place] ? ` (${a.populationYear[place]})` : ""}`),
    fact("given", given ? euros(given) : null),
  ], ["country", "partner", "theme"]);
}

/**
 * @param {View} view
 * @param {string} key
 */
export async function partnerPage(view, key) {
  const { partners: a, partnerships: p, countries } = index();
  const place = a.key.indexOf(key);
  if (place < 0) return missing(view);
  const country = countries.findIndex((each) => each[0] === a.country[place]);
  return bodyPage(view, "partner", key, a.name[place] || key, rowsWith(p.partners, place), [
    fact("spellings", spellings(a.spellings[place])),
    fact("country", country < 0 ? a.countryName[place] : h("a", { href: addressOf({ ...view, page: "country", key: countries[country][0] }) }, countryName(country))),
    fact("place", [a.place[place], a.division[place]].filter(Boolean).join(", ")),
    fact("population", a.population[place] && number(a.population[place] || 0)),
    fact("geonames", a.geonames[place] && elsewhere(`https://www.geonames.org/${a.geonames[place]}`, String(a.geonames[place]))),
  ], ["authority", "theme"]);
}

/**
 * @param {View} view
 * @param {string} key
 */
export async function countryPage(view, key) {
  const { countries, countryFacts: facts, partnerships: p, worldRegions } = index();
  const place = countries.findIndex((each) => each[0] === key);
  if (place < 0) return missing(view);
  const regions = countries[place][4].map((each) => (worldRegions[each] || [each, each])[side()]);
  return bodyPage(view, "country", key, countryName(place), rowsWith(p.countries, place), [
    fact("worldRegion", regions.join(" › ")),
    fact("income", facts.income[place] && say(facts.income[place] || "", "value")),
    fact("eligible", facts.eligible[place] === null ? null : say(facts.eligible[place] ? "yes" : "no")),
  ], ["partner", "authority", "theme", "kind", "region"]);
}

/**
 * @param {number[][]} of
 * @param {number} place
 */
function rowsWith(of, place) {
  return of.flatMap((each, row) => (each.includes(place) ? [row] : []));
}

/** @param {string | null} text */
function spellings(text) {
  return text && h("ul", {}, ...text.split("\n").map((each) => h("li", {}, each)));
}

/**
 * @param {View} view
 * @param {string} filter
 * @param {string} key
 * @param {string} name
 * @param {number[]} rows
 * @param {Child[]} facts
 * @param {string[]} charts
 */
function bodyPage(view, filter, key, name, rows, facts, charts) {
  const { partnerships: p } = index();
  const whole = toggled({ ...unfiltered(view), page: "list", key: "" }, filter, key);
  const go = (/** @type {View} */ to) => { location.hash = addressOf(changed(to, { page: "list", key: "" })); };
  const known = facts.some(Boolean);
  return h("article", {},
    back(view),
    h("p", { class: "note" }, say(filter, "filter")),
    h("h1", { tabindex: -1 }, name),
    known && h("dl", { class: "facts" }, ...facts),
    figures(rows, ["until", filter === "country" ? "countries" : "", filter === "partner" ? "partners" : "", filter === "authority" ? "authorities" : ""]),
    h("p", {}, h("a", { href: addressOf(whole), id: "as-filter" }, fill("asFilter", { count: number(rows.length) }))),
    h("section", {},
      h("h2", {}, say("list")),
      h("ul", { class: "titles" }, ...inOrder(rows, "-begun").slice(0, TITLES).map((row) => h("li", {},
        h("a", { href: linkTo(view, row), lang: french() }, p.title[row]),
        h("span", { class: "brief" }, [p.begun[row], authoritiesOf(row), countriesOf(row), p.status[row] && say(p.status[row] || NOTHING, "value")].filter(Boolean).join(" · "))))),
      rows.length > TITLES && h("p", {}, fill("first", { count: TITLES }))),
    h("div", { class: "charts" }, ...charts.map((each) => ranking(whole, rows, each, go))));
}
