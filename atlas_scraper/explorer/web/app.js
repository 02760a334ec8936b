// The page: reads the address, chooses, shows.
import { addressOf, changed, isFirst, viewOf } from "./address.js";
import { authorityPage, countryPage, partnerPage } from "./bodies.js";
import { charts } from "./charts.js";
import { choose } from "./filter.js";
import { chips, showPanel } from "./panel.js";
import { fillIn, h } from "./dom.js";
import { figures } from "./figures.js";
import { index, openIndex, openTitles } from "./data.js";
import { list } from "./list.js";
import { mapOf } from "./map.js";
import { partnershipPage } from "./partnership.js";
import { fill, language, number, say, speak } from "./words.js";
import { isRead, readTexts } from "./search.js";

const app = /** @type {HTMLElement} */ (document.getElementById("app"));
/** @type {{view: View, shown: number, timer: number}} */
const state = { view: viewOf(location.hash), shown: 0, timer: 0 };
/** @type {Record<string, ((view: View, key: string) => Promise<HTMLElement>) | undefined>} */
const PAGES = { partnership: partnershipPage, authority: authorityPage, partner: partnerPage, country: countryPage };

/** @type {Map<string, number>} how far down each list was when it was left */
const places = new Map();
history.scrollRestoration = "manual"; // the browser scrolls before a view is there

/**
 * Go to a view; its address can be sent.
 * @param {View} view
 * @param {boolean} isQuiet whether the address replaces the one before, as while somebody types
 */
function go(view, isQuiet = false) {
  places.set(addressOf(state.view), scrollY);
  state.view = view;
  if (!isQuiet) /** @type {HTMLInputElement} */ (byId("search")).value = view.words;
  if (isQuiet) history.replaceState(null, "", addressOf(view));
  else history.pushState(null, "", addressOf(view));
  void show(false);
}

/** Build what stays, in the language of the view. */
function build() {
  speak(state.view.language || (navigator.language.startsWith("fr") ? "fr" : "en"));
  document.title = say("title");
  const other = language() === "fr" ? "en" : "fr";
  fillIn(
    app,
    h("a", { class: "skip", href: "#content", click: skip }, say("skip")),
    h("header", { class: "top" },
      h("a", { class: "home", id: "home", href: "#/", click: () => places.clear() }, say("title")),
      h("label", { class: "search" }, h("span", { class: "unseen" }, say("search")),
        h("input", { type: "search", id: "search", placeholder: say("search"), value: state.view.words, autocomplete: "off", input: typed, focus: () => void readTexts(tellReading) })),
      h("nav", { id: "views", "aria-label": say("views") }),
      h("button", { type: "button", id: "language", lang: other, click: () => { state.view = { ...state.view, language: other }; history.replaceState(null, "", addressOf(state.view)); build(); void show(false); document.getElementById("language")?.focus(); } }, say("otherLanguage"))),
    h("div", { class: "body" },
      h("aside", { "aria-labelledby": "filters-title", id: "aside" }, h("details", { id: "panel-fold", open: innerWidth >= 900 }, h("summary", {}, say("filters")), h("div", { id: "panel" }))),
      h("main", { id: "content", tabindex: -1 },
        h("p", { id: "counted", role: "status", "aria-live": "polite" }),
        h("progress", { id: "reading", max: 1, value: 0, hidden: true, "aria-label": say("reading") }),
        h("div", { id: "chips" }),
        h("div", { id: "page" }))),
    h("footer", {}, h("p", {}, fill(index().release.is_public ? "footPublic" : "foot", { generator: index().release.generator, run: index().release.run }))),
  );
}

/** @param {number} share of the texts that are read */
function tellReading(share) {
  /** @type {HTMLProgressElement} */ (byId("reading")).value = share;
}

/** @param {Event} event */
function skip(event) {
  event.preventDefault();
  byId("content").focus();
}

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {{target: HTMLInputElement}} event */
function typed(event) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => go(changed(state.view, { words: event.target.value, page: state.view.page === "charts" ? "charts" : "list", key: "" }), true), 120);
}

/** @param {boolean} isNew whether the address led here, and not a click on a filter */
async function show(isNew) {
  const { view } = state;
  const turn = (state.shown += 1);
  const isPending = Boolean(view.words) && !isRead();
  if (isPending) {
    byId("counted").textContent = say("reading");
    byId("reading").hidden = false;
    await readTexts(tellReading);
    byId("reading").hidden = true;
    if (turn !== state.shown) return;
  }
  if (!isFirst(view)) await openTitles();
  if (turn !== state.shown) return;
  const page = PAGES[view.page];
  const found = choose(view);
  app.dataset.page = view.page;
  byId("aside").hidden = Boolean(page);
  fillIn(byId("chips"), page ? null : chips(view, go));
  fillIn(byId("views"), ...["list", "charts"].map((name) => viewLink(name)));
  byId("counted").textContent = page ? "" : fill(found.rows.length === 1 ? "one" : "counted", { count: number(found.rows.length), all: number(index().release.records) });
  if (page) {
    const body = await page(view, view.key);
    if (turn !== state.shown) return;
    fillIn(byId("page"), body);
  } else {
    showPanel(byId("panel"), view, found, go);
    const focused = document.activeElement?.id;
    if (view.page === "charts") fillIn(byId("page"), title(), figures(found.rows, ["partnerships"]), charts(view, found, go));
    else fillIn(byId("page"), title(), figures(found.rows, ["partnerships"]), mapOf(view, found, go), list(view, found.rows, go));
    if (focused) document.getElementById(focused)?.focus();
  }
  document.title = page ? `${byId("page").querySelector("h1")?.textContent} – ${say("title")}` : say("title");
  if (isNew) {
    if (page) byId("page").querySelector("h1")?.focus();
    scrollTo({ top: page ? 0 : places.get(addressOf(view)) || 0, behavior: "instant" });
  }
  app.removeAttribute("aria-busy");
  app.dataset.shown = String(turn);
  if (turn > 1) return;
  performance.mark("first view");
  void openTitles();
}

function title() {
  return h("h1", { class: "unseen", tabindex: -1 }, say("title"));
}

/** @param {string} name */
function viewLink(name) {
  const isHere = state.view.page === name;
  return h("a", { href: addressOf({ ...state.view, page: name, key: "", leaf: 1 }), "aria-current": isHere ? "page" : null, id: `view-${name}` }, say(name, "view"));
}

addEventListener("hashchange", () => {
  if (location.hash === addressOf(state.view)) return;
  const before = state.view.language;
  places.set(addressOf(state.view), scrollY);
  state.view = viewOf(location.hash);
  if (state.view.language !== before) build();
  /** @type {HTMLInputElement} */ (byId("search")).value = state.view.words;
  void show(true);
});

openIndex().then(() => {
  build();
  return show(true);
}).catch((error) => {
  fillIn(app, h("main", {}, h("h1", {}, "Atlas"), h("p", { role: "alert" }, `This browser cannot open the data; one of 2023 or later can. / Ce navigateur ne peut pas ouvrir les données ; un navigateur de 2023 ou plus récent le peut. (${error})`)));
});
