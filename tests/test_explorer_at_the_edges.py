"""The explorer with what nobody thought of: records that say nothing or too much, links of yesterday, odd browsers."""

from pathlib import Path
from typing import Any

import pytest
from explored import RIGHT_TO_LEFT, odd, text_of
from visiting import CHROMIUM, counted, do, show, visit

from atlas_scraper.record.model import Partnership

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
VIEWS = ["#/", "#/charts", "#/partnership/1", "#/partnership/3", "#/country/PS", "#/x", "#/?q=rien", "#/?page=99"]

POINTS_THAT_TELL = """([start, points]) => points.filter(([clientX, clientY]) => {
    const canvas = document.querySelector("canvas");
    canvas.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY }));
    return document.getElementById("map-told").textContent.startsWith(start);
})"""
"""Looks for the points of the map at which a text is told."""


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("edges") / "explore.html"
    path.write_text(text_of(odd()), "utf-8")
    return path


@pytest.mark.parametrize(
    ("records", "width"),
    [(odd(), 360), (odd(), 1600), (odd()[3:4], 1600), ([], 360)],
    ids=["odd-360", "odd-1600", "one-1600", "none-360"],
)
def test_odd_records_are_shown_within_the_window_and_without_a_word_of_the_machine(
    page: Any, tmp_path: Path, records: list[Partnership], width: int
) -> None:
    path, happened = tmp_path / "explore.html", []
    path.write_text(text_of(records), "utf-8")
    page.on("console", lambda message: happened.append(message.text))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, path)
    for view in VIEWS:
        show(page, view)
        said = page.locator("body").inner_text()
        assert not [word for word in ("NaN", "undefined", "null", "Infinity", "[object") if word in said]
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert happened == []


def test_a_year_far_off_does_not_squeeze_the_others_out_of_a_chart(page: Any, edges: Path) -> None:
    visit(page, edges, "#/charts")
    chart = page.locator("[data-chart=begun]")
    assert chart.locator("text", has_text="2010").count() == 1
    assert "in the table alone" in chart.inner_text()
    assert chart.locator(".key").inner_text().split("\n") == ["ongoing", "not stated"]
    chart.locator("summary").click()
    years = chart.locator("tbody td:first-child").all_inner_texts()
    assert years == ["1905", "2010", "2012", "2099", "not stated"]


def test_a_name_that_runs_from_right_to_left_leaves_its_neighbours_in_order(page: Any, edges: Path) -> None:
    visit(page, edges)
    cell = page.locator(".partnerships tbody tr:nth-child(3) .c-authority")
    assert cell.text_content() == f"Ville de Lyon, \u2068{RIGHT_TO_LEFT}\u2069"
    show(page, "#/partnership/3")
    for selector in ("article h1", "article .text"):
        look = page.locator(selector).first.evaluate("it => getComputedStyle(it).unicodeBidi")
        assert look == "plaintext"


def test_a_link_with_values_that_are_gone_names_them_and_can_be_freed_of_them(page: Any, edges: Path) -> None:
    visit(page, edges, "#/?country=ZZ&money=7&goal=99&theme=Rien&region=xx&changed=3&status=y&from=abc&town=5")
    assert counted(page) == 0
    chips = page.locator(".chips button").all_inner_texts()
    assert [chip.removesuffix(" ×").partition(": ")[2] for chip in chips] == [
        *("from abc", "ZZ", "Rien", "xx", "y", "99", "7", "3", "5")
    ]
    for _ in chips:
        do(page, page.locator(".chips button").first.click)
    assert counted(page) == len(odd())


def test_what_is_asked_for_stands_above_the_list_and_each_part_is_taken_back_alone(page: Any, edges: Path) -> None:
    visit(page, edges, "#/?q=rien&from=2000&until=2099&least=-5&most=9")
    assert [chip.removesuffix(" ×") for chip in page.locator(".chips button").all_inner_texts()] == [
        *("Text: rien", "Begun: from 2000", "Begun: to 2099", "Euros declared: from -5", "Euros declared: to 9")
    ]
    do(page, page.locator(".chips button").first.click)
    assert page.locator("#search").input_value() == ""
    assert "q=" not in page.url
    show(page, "#/?q=rien")
    do(page, page.locator("#reset").click)
    assert page.locator("#search").input_value() == ""


def test_back_and_forward_lead_through_filters_and_pages_to_the_same_place(again: Any) -> None:
    do(again, again.locator("[id='country=ML']").click)
    filtered = counted(again)
    again.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    do(again, again.locator(".partnerships tbody tr:nth-child(12) a").click)
    assert again.evaluate("scrollY") == 0
    do(again, again.go_back)
    assert (counted(again), again.evaluate("scrollY")) == (filtered, 700)
    do(again, again.go_back)
    assert (counted(again), again.locator(".chips").count()) == (300, 0)
    do(again, again.go_forward)
    assert counted(again) == filtered
    do(again, again.go_forward)
    assert again.evaluate("document.activeElement.tagName") == "H1"


def test_a_kind_keeps_its_colour_whatever_is_chosen(again: Any) -> None:
    look = "all => all.map(each => [each.parentElement.textContent, each.className])"
    found: set[tuple[str, str]] = set()
    for view in ("#/charts", "#/charts?country=ML", "#/charts?country=VN&status=dormant", "#/charts?money=1000000"):
        show(again, view)
        found |= {tuple(each) for each in again.locator("[data-chart=given] .swatch").evaluate_all(look)}
    assert len({name for name, _ in found}) == len(found) == len({colour for _, colour in found}) > 3


def test_a_french_town_on_the_map_from_near_chooses_its_authorities(again: Any) -> None:
    again.wait_for_selector("canvas[data-drawn]")
    again.locator("#map-zoomFrance").click()
    again.wait_for_function("document.getElementById('map-canvas').dataset.moved.startsWith('9')")
    box = again.locator("canvas").bounding_box()
    points = [
        (box["x"] + box["width"] * x / 200, box["y"] + box["height"] * y / 100)
        for y in range(50, 70)
        for x in range(100, 130)
    ]
    hits = again.evaluate(POINTS_THAT_TELL, ["Ville de Lyon", points])
    again.mouse.move(*hits[len(hits) // 2])
    told = again.locator("#map-told").inner_text()
    assert told.startswith("Ville de Lyon")
    do(again, lambda: again.mouse.click(*hits[len(hits) // 2]))
    expected = int(told.rpartition(" ")[2])
    assert again.locator(".chips").inner_text().startswith("French authority: Ville de Lyon")
    assert counted(again) == expected > 0


def test_tables_of_many_columns_are_lists_on_a_phone_and_nothing_is_cut(again: Any) -> None:
    again.set_viewport_size({"width": 360, "height": 740})
    heads = set()
    for number in (1, 4, 7, 10, 13):
        show(again, f"#/partnership/{number}")
        boxes = again.locator("article .scroll.broad")
        assert boxes.evaluate_all("all => all.filter(each => each.scrollWidth > each.clientWidth).length") == 0
        heads |= set(boxes.locator("td").evaluate_all("all => all.map(it => getComputedStyle(it, '::before').content)"))
    assert {'"Year"', '"Funder"', '"Euros declared"'} <= heads


def test_nothing_moves_by_itself_where_less_motion_is_wished(browser: Any, edges: Path) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = visit(context.new_page(), edges)
    moving = """[...document.querySelectorAll('*')].filter(each => {
        const style = getComputedStyle(each);
        return parseFloat(style.transitionDuration) || parseFloat(style.animationDuration);
    }).length"""
    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    context.close()


def test_without_javascript_the_page_says_in_both_languages_where_the_data_are(browser: Any, edges: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edges.as_uri())
    said = page.locator("body").inner_text()
    assert "JavaScript is switched off" in said
    assert "JavaScript est désactivé" in said
    assert said.count("partnerships.csv") == 2
    assert len(said) < 1500
    context.close()


def test_the_page_is_printed_on_white_though_the_screen_is_dark(page: Any, edges: Path) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    visit(page, edges, "#/partnership/3")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_printed_page_writes_its_address_out_and_shows_nothing_to_press(page: Any, release: Path) -> None:
    page.emulate_media(media="print")
    visit(page, release, "#/partnership/1")
    written = "getComputedStyle(document.querySelector('a[rel~=external]'), '::after').content"
    assert "prjId=1" in page.evaluate(written)
    show(page, "#/?country=ML")
    assert page.locator(".chips").inner_text() == "Country: Mali"
    assert page.get_by_text("As a table").is_visible() is False
