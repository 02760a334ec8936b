// The page of a partnership: all that is known of it.
import { addressOf, unfiltered } from "./address.js";
import { elsewhere, h, table } from "./dom.js";
import { index, partOf } from "./data.js";
import { sum } from "./facets.js";
import { changesOf } from "./changes.js";
import { apart, countryName, day, euros, fill, french, goalName, isUntranslated, say, themeName } from "./words.js";

const TEXTS = /** @type {const} */ (["context", "history", "context_and_history", "objective", "description"]);

/**
 * @param {View} view
 * @param {string} key number of the project, or `~` and the place of a record without one
 */
export async function partnershipPage(view, key) {
  const { partnerships: p } = index();
  const row = key.startsWith("~") ? Number(key.slice(1)) : (p.id || []).indexOf(Number(key));
  if (!(row >= 0 && row < (p.id || []).length)) return missing(view);
  const part = await partOf(row);
  const texts = TEXTS.map((name) => ({ name, paragraphs: part[name] || [] })).filter((each) => each.paragraphs.length);
  return h("article", {},
    back(view),
    h("h1", { tabindex: -1, lang: french() }, p.title[row]),
    h("p", { class: "note" }, p.id[row] === null ? null : fill("project", { id: String(p.id[row]) }), p.id[row] === null || !part.source_url ? null : " · ", part.source_url && elsewhere(part.source_url, fill("onTheSite", { host: hostOf(part.source_url) }))),
    facts(row, part),
    bodies(view, row, part),
    ...texts.map(({ name, paragraphs }) => h("section", {}, h("h2", {}, say(name, "field")), ...paragraphs.map((each) => h("p", { class: "text", lang: french() }, each)))),
    money(row, part),
    people(part),
    changesOf(part),
    doubts(part));
}

/** @param {string} address */
function hostOf(address) {
  return /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] || address;
}

/** @param {View} view */
export function back(view) {
  return h("p", { class: "back" }, h("a", { href: addressOf({ ...view, page: "list", key: "" }), id: "back" }, say("back")));
}

/** @param {View} view */
export function missing(view) {
  return h("article", {}, back(view), h("h1", { tabindex: -1 }, say("missing")), h("p", {}, say("missingNote"), " ", h("a", { href: addressOf({ ...unfiltered(view), page: "list", key: "" }) }, say("reset"))));
}

/**
 * @param {string} name
 * @param {Child} value
 * @returns {Child}
 */
export function fact(name, value) {
  return value ? h("div", { "data-field": name }, h("dt", {}, say(name, "field")), h("dd", {}, value)) : null;
}

/**
 * @param {number} row
 * @param {Part} part
 */
function facts(row, part) {
  const { partnerships: p, themes } = index();
  const path = (/** @type {(string | null | undefined)[]} */ levels) => levels.filter((level) => Boolean(level)).map((level, place) => h("span", {}, place ? " › " : "", h("span", { lang: isUntranslated(level || null) ? "fr" : null }, themeName(level || null))));
  const further = (part.other_themes || []).map((each, place) => h("span", {}, ...path(themes[p.further[row][place]]), each.priority ? ` (${each.priority})` : ""));
  const goals = (part.sdgs || []).map((each) => (each.goal ? goalName(each.goal) : each.label || "") + (each.level ? ` (${say("level")} ${each.level})` : ""));
  return h("dl", { class: "facts" },
    fact("status", p.status[row] ? say(p.status[row] || "", "value") : part.status_label),
    fact("begun", p.begun[row] === null ? null : String(p.begun[row])),
    fact("signed", p.signed[row] === null ? null : String(p.signed[row])),
    fact("ended", p.ended[row] && day(p.ended[row] || "")),
    fact("theme", p.theme[row] < 0 ? null : h("span", {}, ...path(themes[p.theme[row]]))),
    fact("further", listOf(further)),
    fact("goals", listOf(goals)),
    fact("form", part.form && h("span", { lang: french() }, part.form)),
    fact("triennial", part.triennial === undefined ? null : say(part.triennial ? "yes" : "no")),
    fact("euros", sum(p.money[row]) === null ? null : euros(sum(p.money[row]) || 0)),
    fact("seen", part.state?.last_seen ? day(String(part.state.last_seen)) : part.provenance?.retrieved_at ? day(part.provenance.retrieved_at) : null),
    fact("state", part.state && part.state.state !== "current" ? say(String(part.state.state), "value") : null));
}

/** @param {Child[]} texts */
function listOf(texts) {
  return texts.length ? h("ul", {}, ...texts.map((each) => h("li", {}, each))) : null;
}

/**
 * @param {View} view
 * @param {number} row
 * @param {Part} part
 */
function bodies(view, row, part) {
  const { partnerships: p, authorities, partners, countries } = index();
  /**
   * @param {string} page
   * @param {string | undefined} key
   * @param {string | undefined} name
   */
  const own = (page, key, name) => (key ? h("a", { href: addressOf({ ...view, page, key }) }, apart(name || key)) : apart(name || say("unknown")));
  const french = (part.french_authorities || []).map((each, place) => h("li", {}, own("authority", authorities.key[p.authorities[row][place]], each.name), each.link ? h("span", {}, " (", elsewhere(each.link, say("site")), ")") : null));
  const foreign = (part.foreign_partners || []).map((each, place) => {
    const country = p.countries[row][place];
    return h("li", {}, own("partner", partners.key[p.partners[row][place]], each.name), ", ",
      country < 0 ? each.country || say("unknown") : h("a", { href: addressOf({ ...view, page: "country", key: countries[country][0] }) }, countryName(country)),
      each.link ? h("span", {}, " (", elsewhere(each.link, say("site")), ")") : null);
  });
  return h("div", { class: "two" },
    h("section", {}, h("h2", {}, say("authorities", "figure")), french.length ? h("ul", {}, ...french) : h("p", {}, say("unknown"))),
    h("section", {}, h("h2", {}, say("partners", "figure")), foreign.length ? h("ul", {}, ...foreign) : h("p", {}, say("unknown"))));
}

/**
 * @param {number} row
 * @param {Part} part
 */
function money(row, part) {
  const funding = part.funding || [];
  if (!funding.length) return null;
  const used = [0, 1, 2].filter((column) => funding.some((each) => (each.one_percent_eur?.[column] ?? null) !== null));
  const rows = funding.map((each, place) => {
    const [kind, year, given] = index().partnerships.money[row][place];
    const percents = used.map((column) => each.one_percent_eur?.[column] ?? null).map((value) => (value === null ? "" : euros(value)));
    return [year ? String(year) : say("unknown"), each.funder || say("unknown"), kind ? say(kind, "value") : say("unknown"), given === null ? "" : euros(given), ...percents];
  });
  const heads = [say("year", "column"), say("funder", "filter"), say("funderKind", "column"), say("euros", "figure"), ...used.map((column) => fill("percent", { place: column + 1 }))];
  return h("section", { "data-section": "funding" }, h("h2", {}, say("funding", "field")), table(say("funding", "field"), heads, rows, [3, 4, 5, 6]), used.length > 0 && h("p", { class: "note" }, say("percentNote")));
}

/** @param {Part} part */
function people(part) {
  /** @type {[string, Child[][], string[]][]} */
  const tables = [
    ["post", (part.post?.contacts || []).map((each) => [h("span", { lang: french() }, each.role || ""), each.name || "", each.email || ""]), ["role", "person", "email"]],
    ["foreign_contacts", rowsOf(part.foreign_contacts, ["organisation", "last_name", "first_name", "position", "email"]), ["organisation", "last_name", "first_name", "position", "email"]],
    ["volunteers", rowsOf(part.volunteers, ["last_name", "first_name", "mission", "field", "host"]), ["last_name", "first_name", "mission", "field", "host"]],
  ];
  const shown = tables.filter(([name, rows]) => rows.length || (name === "post" && part.post?.name));
  return shown.length ? h("div", {}, ...shown.map(([name, rows, heads]) => h("section", {},
    h("h2", {}, say(name, "field")),
    name === "post" && part.post?.name ? h("p", { lang: french() }, part.post.name) : null,
    rows.length ? table(say(name, "field"), heads.map((head) => say(head, "column")), rows) : null))) : null;
}

/**
 * @param {Record<string, string>[] | undefined} items
 * @param {string[]} names
 */
function rowsOf(items, names) {
  return (items || []).map((each) => names.map((name) => each[name] || ""));
}

/** @param {Part} part */
function doubts(part) {
  const issues = (part.issues || []).map((each) => [say(each.code, "value"), say(each.section, "field"), each.detail]);
  const unread = (part.unread || []).map((each) => h("div", {}, h("h3", {}, each.label || say("unlabelled")), h("p", { class: "text", lang: french() }, each.text)));
  if (!issues.length && !unread.length) return null;
  return h("section", { class: "doubts" }, h("h2", {}, say("doubts")), h("p", { class: "note" }, say("doubtsNote")),
    issues.length ? table(say("issue", "filter"), ["code", "section", "detail"].map((head) => say(head, "column")), issues) : null, ...unread);
}
