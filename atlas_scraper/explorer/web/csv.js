// The chosen partnerships as CSV: a row each, with the columns that the list has and more.
import { index } from "./data.js";
import { sum } from "./facets.js";

// As `writers/csv.py` has it: what a spreadsheet would run as a formula gets an apostrophe in front.
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const BETWEEN = " | ";

/** @param {string | number | null | undefined} value */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Write partnerships as CSV.
 * @param {number[]} rows
 */
export function csvOf(rows) {
  const { partnerships: p, authorities, partners, countries, themes } = index();
  /** @type {Record<string, (row: number) => string | number | null | undefined>} */
  const columns = {
    project_id: (row) => p.id[row],
    title: (row) => p.title[row],
    convention_year: (row) => p.signed[row],
    start_year: (row) => p.begun[row],
    end_date: (row) => p.ended[row],
    status: (row) => p.status[row],
    theme: (row) => (themes[p.theme[row]] || [])[0],
    subtheme: (row) => (themes[p.theme[row]] || [])[1],
    subsubtheme: (row) => (themes[p.theme[row]] || [])[2],
    french_authorities: (row) => joined(p.authorities[row].map((each) => authorities.name[each])),
    foreign_partners: (row) => joined(p.partners[row].map((each) => partners.name[each])),
    country_codes: (row) => joined(p.countries[row].map((each) => (countries[each] || [])[0])),
    sdgs: (row) => joined(p.goals[row].map(String)),
    amount_eur: (row) => sum(p.money[row]),
    issues: (row) => joined(p.issues[row]),
  };
  const names = Object.keys(columns);
  const lines = rows.map((row) => names.map((name) => cell(columns[name](row))).join(","));
  return `${[names.join(","), ...lines].join("\n")}\n`;
}

/** @param {(string | null | undefined)[]} values */
function joined(values) {
  return [...new Set(values.filter(Boolean))].join(BETWEEN);
}

/**
 * Hand a file to the browser's downloads.
 * @param {string} text
 */
export function download(text) {
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "atlas-selection.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
