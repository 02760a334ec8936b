// What became of a partnership since its page was first read.
import { h } from "./dom.js";
import { day, say } from "./words.js";

/** @param {Part} part */
export function changesOf(part) {
  const changes = [...(part.changes || [])].reverse();
  if (!changes.length) return null;
  return h("section", { class: "changes", "data-section": "changes" },
    h("h2", {}, say("changes")),
    h("ol", {}, ...changes.map((each) => h("li", {},
      h("p", {}, h("time", { datetime: each.day }, day(each.day)), " – ", say(each.change, "value"),
        each.field ? `${say("colon")}${say(each.field, "field")}` : "",
        each.cause && each.cause !== "site" ? h("span", { class: "note" }, ` (${say(each.cause, "value")})`) : null),
      each.field && h("dl", { class: "sides" },
        h("dt", {}, say("before")), h("dd", {}, shown(each.before)),
        h("dt", {}, say("after")), h("dd", {}, shown(each.after)))))));
}

/**
 * Show a value of a record, of whatever kind it is.
 * @param {unknown} value
 * @returns {Child}
 */
function shown(value) {
  if (value === undefined || value === null || (Array.isArray(value) && !value.length)) return say("absent");
  if (Array.isArray(value)) return h("ul", {}, ...value.map((each) => h("li", {}, shown(each))));
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "object")
    return Object.entries(value).filter(([, each]) => each !== null && !(Array.isArray(each) && each.every((one) => one === null))).map(([, each]) => (Array.isArray(each) ? each.map((one) => one ?? "–").join(" / ") : String(each))).join(" · ");
  return say(String(value), "value");
}
