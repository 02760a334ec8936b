"""What the explorer counts, chooses and finds is what DuckDB says of the Parquet files beside it."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from explored import facts_of, partnerships
from lxml import html
from visiting import CHROMIUM, answer, counted, do, options, show

from atlas_scraper.report.page import report_of

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine: apt-get install chromium")
# Filter → its values and how many partnerships have each, by the Parquet files.
COUNTS = {
    "country": "SELECT coalesce(country_code, '-'), project_id FROM foreign_partners",
    "world": "SELECT unnest(CASE WHEN c.country_code IS NULL THEN ['-'] ELSE [m49_region_code, m49_subregion_code]"
    " END), project_id FROM foreign_partners p LEFT JOIN countries c USING (country_code)",
    "theme": "SELECT unnest([coalesce(theme, '-'), theme || '|' || subtheme]), project_id FROM partnerships",
    "kind": "SELECT coalesce(a.register_kind, '-'), project_id FROM french_authorities"
    " LEFT JOIN authorities a USING (authority_key)",
    "region": "SELECT coalesce(a.register_region, '-'), project_id FROM french_authorities"
    " LEFT JOIN authorities a USING (authority_key)",
    "status": "SELECT coalesce(status, '-'), project_id FROM partnerships",
    "funder": "SELECT coalesce(funder_kind, '-'), project_id FROM funding",
    "goal": "SELECT goal, project_id FROM sdgs",
    "money": "SELECT CASE WHEN e IS NULL THEN '-' WHEN e < 1 THEN '0' WHEN e < 1e3 THEN '1' WHEN e < 1e4 THEN '1000'"
    " WHEN e < 1e5 THEN '10000' WHEN e < 1e6 THEN '100000' ELSE '1000000' END, project_id FROM partnerships LEFT JOIN"
    " (SELECT project_id, sum(amount_eur) e FROM funding GROUP BY 1) USING (project_id)",
    "changed": "SELECT d, project_id FROM (SELECT project_id, max(day) AS day FROM changes GROUP BY 1),"
    " (SELECT unnest([7, 31, 366]) d) WHERE day > DATE '2026-01-02' - d",
    "issue": "SELECT coalesce(code, '-'), project_id FROM partnerships LEFT JOIN issues USING (project_id)",
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_filter_counts_as_the_tables_do(kept: Any, release: Path, name: str) -> None:
    show(kept, "#/")
    query = f"SELECT v::VARCHAR, count(DISTINCT p) FROM ({COUNTS[name]}) t(v, p) WHERE v IS NOT NULL GROUP BY 1"  # noqa: S608
    expected = dict(answer(release.parent, query))
    assert options(kept, name) == expected
    assert len(expected) >= 2


@pytest.mark.parametrize("name", COUNTS)
def test_a_filter_chooses_what_it_counts(kept: Any, name: str) -> None:
    show(kept, "#/?status=ongoing")
    value, count = next(iter(options(kept, name).items()))
    box = kept.locator(f"[id='{name}={value}']")
    if name == "status":
        do(kept, lambda: kept.locator("[id='status=ongoing']").click())
        count = options(kept, name)[value]
    do(kept, box.click)
    assert counted(kept) == count
    assert f"{name}=" in kept.url
    assert kept.evaluate("document.activeElement.id") == f"{name}={value}"


def test_filters_come_together_and_their_values_are_alternatives(kept: Any, release: Path) -> None:
    show(kept, "#/?country=ML&country=SN&status=ongoing&from=2000&until=2015")
    (expected,) = answer(
        release.parent,
        "SELECT count(DISTINCT project_id) FROM partnerships JOIN foreign_partners USING (project_id)"
        " WHERE country_code IN ('ML', 'SN') AND status = 'ongoing' AND start_year BETWEEN 2000 AND 2015",
    )
    assert (counted(kept),) == expected
    assert expected[0] > 0


def test_years_are_typed(kept: Any, release: Path) -> None:
    show(kept, "#/")
    kept.locator("#bound-from").fill("2010")
    do(kept, lambda: kept.keyboard.press("Tab"))
    (expected,) = answer(release.parent, "SELECT count(*) FROM partnerships WHERE start_year >= 2010")
    assert (counted(kept),) == expected


@pytest.mark.parametrize(
    ("name", "amount", "condition"),
    [("least", "5000", "e >= 5000"), ("most", "5999.98", "e <= 5999.98"), ("least", "0", "e >= 0")],
)
def test_money_is_typed(kept: Any, release: Path, name: str, amount: str, condition: str) -> None:
    show(kept, "#/")
    kept.locator(f"#bound-{name}").fill(amount)
    do(kept, lambda: kept.keyboard.press("Tab"))
    query = "SELECT count(*) FROM (SELECT sum(amount_eur) e FROM funding GROUP BY project_id) WHERE "
    (expected,) = answer(release.parent, query + condition)
    assert (counted(kept),) == expected
    assert 0 < expected[0] < 300
    assert f"{name}={amount}" in kept.url


def test_further_themes_are_counted_where_that_is_ticked(kept: Any, release: Path) -> None:
    show(kept, "#/?also=1")
    query = (
        "SELECT t, count(DISTINCT p) FROM (SELECT coalesce(theme, '-'), project_id FROM partnerships UNION ALL"
        " SELECT theme, project_id FROM other_themes) x(t, p) GROUP BY 1"
    )
    found = {value: count for value, count in options(kept, "theme").items() if "|" not in value}
    assert found == dict(answer(release.parent, query))


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("oeuvre d'ART", "SELECT count(*) FROM paragraphs WHERE text LIKE '%Œuvre d’art%'"),
        ("ecole", "SELECT count(*) FROM partnerships WHERE title LIKE 'École%'"),
        ("morocco", "SELECT count(DISTINCT project_id) FROM foreign_partners WHERE country_code = 'MA'"),
        (
            "ouagadougou connu",
            "SELECT count(DISTINCT project_id) FROM foreign_partners JOIN unread USING (project_id)"
            " WHERE foreign_partners.name LIKE '%Ouagadougou'",
        ),
        ('"lignes de"', "SELECT count(DISTINCT project_id) FROM paragraphs WHERE text LIKE 'Deux lignes%'"),
        ("texte. deux", "SELECT count(DISTINCT project_id) FROM paragraphs WHERE text LIKE 'Deux lignes%'"),
        ('"texte. rien"', "SELECT 0"),
    ],
)
def test_a_search_looks_into_everything_whatever_case_and_accents(
    kept: Any, release: Path, words: str, query: str
) -> None:
    show(kept, "#/")
    do(kept, lambda: kept.locator("#search").fill(words))
    kept.wait_for_function("() => !document.getElementById('counted').textContent.includes('…')")
    (expected,) = answer(release.parent, query)
    assert (counted(kept),) == expected


def test_figures_and_charts_say_what_the_tables_say(kept: Any, release: Path) -> None:
    show(kept, "#/charts?country=ML")
    chosen = "WHERE project_id IN (SELECT project_id FROM foreign_partners WHERE country_code = 'ML')"

    def ask(what: str, group: str = "") -> list[Any]:
        return answer(release.parent, f"SELECT {what} {chosen} {group}")

    ((bodies,),) = ask("count(DISTINCT authority_key) FROM french_authorities")
    ((euros,),) = ask("round(sum(amount_eur)) FROM funding")
    assert kept.locator("[data-figure=authorities] dd").inner_text() == str(bodies)
    assert kept.locator("[data-figure=euros] dd").inner_text() == f"€{int(euros):,}"
    years = ask("start_year, count(*) FROM partnerships", "GROUP BY 1")
    assert {row[0]: row[-1] for row in cells(kept, "begun")} == {str(a or "not stated"): str(b) for a, b in years}
    given = ask("year, sum(coalesce(amount_eur, 0)) FROM funding", "GROUP BY 1")
    found = {row[0]: float(row[-1].replace("€", "").replace(",", "")) for row in cells(kept, "given")}
    assert found == {str(a or "not stated"): float(b) for a, b in given}
    goals = ask("goal::VARCHAR, count(DISTINCT project_id)::VARCHAR FROM sdgs", "GROUP BY 1")
    read = "rows => rows.map(row => [row.dataset.value, row.cells[1].textContent])"
    assert dict(kept.locator("[data-chart=goal] tr[data-value]").evaluate_all(read)) == dict(goals)


@pytest.mark.parametrize("name", ["theme", "country", "goal"])
def test_the_bars_of_a_chart_are_what_the_tables_say(kept: Any, release: Path, name: str) -> None:
    show(kept, "#/charts?status=ongoing")
    chosen = "p IN (SELECT project_id FROM partnerships WHERE status = 'ongoing') AND v::VARCHAR NOT LIKE '%|%'"
    query = f"SELECT v::VARCHAR, count(DISTINCT p) FROM ({COUNTS[name]}) t(v, p) WHERE {chosen} GROUP BY 1"  # noqa: S608
    expected = dict(answer(release.parent, query))
    read = """rows => rows.map(row =>
        [row.dataset.value, +row.cells[1].textContent, +row.querySelector("rect").getAttribute("width")])"""
    found = kept.locator(f"[data-chart={name}] tr[data-value]").evaluate_all(read)
    assert {value: count for value, count, _ in found} == expected
    most = max(expected.values())
    assert [width for _, _, width in found] == pytest.approx([100 * count / most for _, count, _ in found])


def test_a_row_of_the_report_leads_to_as_many_partnerships(kept: Any) -> None:
    tree: Any = html.fromstring(report_of(partnerships(300), facts_of(300), [], explorer="explore.html"))
    rows = {
        section: [
            (link.get("href").removeprefix("explore.html"), int(row.xpath("string(.//data/@value)")))
            for row in tree.xpath(f"//section[@id='{section}']//tbody/tr")
            for link in row.xpath(".//a")
        ]
        for section in ("countries", "themes", "subthemes", "starts", "goals", "authorities", "unread")
    }
    assert [section for section, links in rows.items() if not links] == []
    show(kept, "#/")
    shown = "document.querySelector('[data-figure=partnerships] dd')?.textContent"
    for place, count in (link for links in rows.values() for link in links[:10]):
        do(kept, partial(kept.evaluate, "place => { location.hash = place; }", place))
        found = counted(kept) if place.startswith("#/?") else int(kept.evaluate(shown))
        assert (place, found) == (place, count)


def cells(page: Any, chart: str) -> list[list[str]]:
    read = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    found: list[list[str]] = page.locator(f"[data-chart={chart}] .scroll tbody tr").evaluate_all(read)
    return found
