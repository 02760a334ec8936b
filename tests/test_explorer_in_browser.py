"""The explorer in a real browser: it asks nobody for anything, nothing of the data runs, and everybody can use it."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from explored import hostile, partnerships, text_of
from records import PAYLOADS, make_record
from visiting import CHROMIUM, answer, counted, do, faults_in, show, visit

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
VIEWS = [
    *("#/", "#/?q=eau&country=ML&from=1990", "#/charts", "#/partnership/1"),
    *("#/country/ML", "#/authority/villedelyon", "#/partner/bamako-ml", "#/x"),
]
SHOW_ALL = """async views => {
    const [app, frame] = [document.getElementById("app"), () => new Promise(requestAnimationFrame)];
    let shown = 0;
    for (const view of views) {
        const before = app.dataset.shown;
        location.hash = view;
        for (let frames = 0; app.dataset.shown === before && frames < 300; frames += 1) await frame();
        if (app.dataset.shown !== before) shown += 1;
    }
    return shown;
}"""
"""Shows one view after the other, and counts those that were shown."""


def test_the_list_is_sorted_and_leafed_through(again: Any, release: Path) -> None:
    do(again, lambda: again.locator("#sort-begun").click())
    do(again, lambda: again.locator("#sort-begun").click())
    years = again.locator(".partnerships td.c-begun").all_inner_texts()
    expected = answer(release.parent, "SELECT start_year FROM partnerships ORDER BY 1 DESC NULLS LAST LIMIT 50")
    assert years == [str(year) for (year,) in expected]
    do(again, lambda: again.locator("#leaf-last").click())
    assert again.locator(".partnerships tbody tr").count() == 50
    assert "page=6" in again.url


def test_the_selection_is_downloaded_with_formulas_disarmed(page: Any, tmp_path: Path) -> None:
    path = tmp_path / "explore.html"
    path.write_text(text_of([make_record(project_id=n, title=text) for n, text in enumerate(PAYLOADS, 1)]), "utf-8")
    visit(page, path)
    with page.expect_download() as download:
        page.locator("#csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_bytes().decode("utf-8-sig"), newline="")))
    assert [row["title"] for row in rows] == [f"'{make_record(title=text).title}" for text in PAYLOADS]


def test_a_partnership_shows_all_that_its_record_says(kept: Any) -> None:
    for record in partnerships(12):
        show(kept, f"#/partnership/{record.project_id}")
        said = " ".join(kept.locator("#page").inner_text().split())
        dumped = json.loads(record.model_dump_json())
        texts = [record.title, *record.context, *(f["funder"] for f in dumped["funding"] if f["funder"])]
        texts += [each["text"] for each in dumped["unread"]] + [each["detail"] for each in dumped["issues"]]
        texts += [each["name"] for each in dumped["foreign_partners"] + dumped["french_authorities"]]
        assert [text for text in texts if " ".join(text.split()) not in said] == []
    assert kept.locator("[data-section=changes] li").count() >= 1


def test_bodies_have_pages_that_lead_on(again: Any, release: Path) -> None:
    show(again, "#/authority/villedelyon")
    (expected,) = answer(release.parent, "SELECT partnerships FROM authorities WHERE authority_key = 'villedelyon'")
    assert int(again.locator("[data-figure=partnerships] dd").inner_text()) == expected[0]
    do(again, again.locator("#as-filter").click)
    assert counted(again) == expected[0]
    do(again, again.locator(".partnerships tbody a").first.click)
    do(again, lambda: again.locator("#back").click())
    assert counted(again) == expected[0]


def test_a_click_on_the_map_filters(again: Any) -> None:
    again.wait_for_selector("canvas[data-drawn]")
    box = again.locator("canvas").bounding_box()
    do(again, lambda: again.mouse.click(box["x"] + box["width"] * 0.262, box["y"] + box["height"] * 0.16))
    assert re.search(r"[?&]country=CA\b", again.url)


def test_scripts_in_every_field_neither_run_nor_ask_for_anything(page: Any, tmp_path: Path) -> None:
    path, happened = tmp_path / "explore.html", []
    records = hostile()
    path.write_text(text_of(records), "utf-8")
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("dialog", lambda dialog: happened.append(dialog.message))
    page.on("request", lambda request: happened.append(request.url.partition("#")[0]))
    page.goto(path.as_uri())
    page.wait_for_selector("#app[data-shown]")
    views = [*(f"#/partnership/{record.project_id}" for record in records), "#/?q=script", *VIEWS[1:]]
    assert page.evaluate(SHOW_ALL, views) == len(views)
    page.wait_for_timeout(300)
    for link in page.evaluate("[...document.querySelectorAll('a[href]')].map(each => each.getAttribute('href'))"):
        assert re.match(r"#|https?://", link)
    assert happened == [path.as_uri()]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1366), ("dark", 360)])
def test_axe_finds_no_fault(kept: Any, view: str, scheme: str, width: int) -> None:
    kept.set_viewport_size({"width": width, "height": 900})
    kept.emulate_media(color_scheme=scheme)
    show(kept, view)
    assert faults_in(kept) == []


@pytest.mark.parametrize("width", [360, 768, 1600])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_no_wider_than_its_window(kept: Any, width: int, view: str) -> None:
    kept.set_viewport_size({"width": width, "height": 900})
    show(kept, f"{view}{'&' if '?' in view else '?'}lang=fr")
    kept.wait_for_timeout(100)
    assert kept.evaluate("document.documentElement.scrollWidth") == width


def test_everything_is_done_by_keyboard_alone(page: Any, release: Path) -> None:
    visit(page, release)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    reached = tab_to(page, "country=ML", backwards=True)
    do(page, lambda: page.keyboard.press("Space"))
    assert reached
    assert page.evaluate("document.activeElement.id") == "country=ML"
    assert tab_to(page, "sort-title")
    page.keyboard.press("Tab")
    assert tab_to(page, "sort-euros")
    page.keyboard.press("Tab")
    do(page, lambda: page.keyboard.press("Enter"))
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert tab_to(page, "back", backwards=True)
    do(page, lambda: page.keyboard.press("Enter"))
    assert "country=ML" in page.url


def tab_to(page: Any, name: str, *, backwards: bool = False) -> bool:
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == name:
            return True
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    return False


def test_the_language_is_that_of_the_browser_or_chosen(browser: Any, page: Any, release: Path) -> None:
    visit(page, release)
    do(page, lambda: page.locator("#language").click())
    assert (page.evaluate("document.documentElement.lang"), page.evaluate("document.activeElement.id")) == (
        "fr",
        "language",
    )
    assert "Télécharger" in page.locator("#csv").inner_text()
    context = browser.new_context(locale="fr-FR")
    french = visit(context.new_page(), release, "#/?country=ML")
    assert french.locator(".chips").inner_text().startswith("Pays : Mali")
    context.close()


def test_a_view_that_is_sent_is_the_same_view(browser: Any, page: Any, release: Path) -> None:
    visit(page, release, "#/?q=ecole&theme=Culture+et+Patrimoine&sort=-begun&lang=fr")
    context = browser.new_context(locale="en-GB")
    other = visit(context.new_page(), release, "#" + page.url.partition("#")[2])
    assert other.locator("#content").inner_text() == page.locator("#content").inner_text()
    context.close()


def test_a_printed_partnership_has_its_texts_and_no_controls(page: Any, release: Path) -> None:
    visit(page, release, "#/partnership/1")
    page.emulate_media(media="print")
    assert not page.locator("#search").is_visible()
    assert page.locator("article .text").first.is_visible()
    cut = "[...document.querySelectorAll('.scroll')].filter(each => each.scrollWidth > each.clientWidth + 2).length"
    assert page.evaluate(cut) == 0


def test_a_browser_that_cannot_open_the_data_says_so(page: Any, release: Path) -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(release.as_uri())
    assert "2023" in page.locator("[role=alert]").inner_text()


def test_the_map_is_moved_and_enlarged_by_keys(again: Any) -> None:
    again.wait_for_selector("canvas[data-moved]")
    again.locator("#map-canvas").focus()
    found = []
    for key in ("ArrowRight", "+", "ArrowRight", "ArrowLeft", "ArrowDown", "-", "0"):
        again.keyboard.press(key)
        again.evaluate("() => new Promise(done => setTimeout(done, 50))")
        found.append(again.locator("#map-canvas").get_attribute("data-moved"))
    assert found == [
        *("1.00 0.00 0.00", "1.60 -0.30 -0.30", "1.60 -0.40 -0.30", "1.60 -0.30 -0.30", "1.60 -0.30 -0.40"),
        *("1.00 0.00 0.00", "1.00 0.00 0.00"),
    ]


def test_a_theme_without_a_translation_is_marked_as_french_and_said_to_be(page: Any, tmp_path: Path) -> None:
    path = tmp_path / "explore.html"
    themes = [
        {"theme": name, "subtheme": None, "subsubtheme": None} for name in ("Thème neuf", "Culture et Patrimoine")
    ]
    path.write_text(text_of([make_record(project_id=n, theme=theme) for n, theme in enumerate(themes, 1)]), "utf-8")
    marked = "all => all.map(each => [each.textContent, each.lang])"
    visit(page, path)
    for view, selector in (
        ("#/", "[data-filter=theme] .option span:nth-child(2), .theme"),
        ("#/charts", "[data-chart=theme] th button"),
    ):
        show(page, view)
        found = {tuple(each) for each in page.locator(selector).evaluate_all(marked) if each[0]}
        assert {("Thème neuf", "fr"), ("Culture and heritage", "")} <= found
    show(page, "#/")
    assert "in French" in page.locator("[data-filter=theme] .note").inner_text()
    show(page, "#/?lang=fr")
    assert page.locator(".untranslated, [data-filter=theme] .note").count() == 0


def test_titles_and_texts_are_marked_as_french_on_an_english_page(kept: Any) -> None:
    show(kept, "#/")
    assert kept.locator(".partnerships tbody th a:not([lang=fr])").count() == 0
    show(kept, "#/partnership/1")
    assert kept.locator("article h1").get_attribute("lang") == "fr"
    assert kept.locator("article .text:not([lang=fr])").count() == 0
