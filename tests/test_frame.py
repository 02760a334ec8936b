"""The frame around the content: ignored on one page, and compared across pages, where it must not vary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fragments import HEAD_OF_TEXT, LABELS, page
from records import make_record

from atlas_scraper import parse
from atlas_scraper.record.frame import FEWEST_PAGES, NEIGHBOURS, FrameCheck
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.saved.batch import Tally, read_records

FOOT = "<div id=foot><p>Délégation pour l'action extérieure, page servie le 12/03/2026</p></div>"


def issues_of(frames: list[list[str]]) -> list[list[str]]:
    """Check pages by their frames, and give what was marked on each."""
    check: FrameCheck[int] = FrameCheck()

    def checked() -> Iterator[list[str]]:
        for number, frame in enumerate(frames):
            for _, record in check.add(number, make_record(), frame):
                yield [issue.detail for issue in record.issues]
        for _, record in check.rest():
            yield [issue.detail for issue in record.issues]

    return list(checked())


def test_a_line_that_is_on_every_page_is_the_sites() -> None:
    assert issues_of([["Un pied de page", f"servi le {day}"] for day in range(30)]) == [[]] * 30


def test_a_line_that_one_page_of_many_has_is_marked_on_it() -> None:
    found = issues_of([["Un pied", *(["Budget : trop"] if number == 7 else [])] for number in range(30)])
    assert (found[7], sum(map(len, found))) == (["Budget : trop"], 1)


def test_two_layouts_of_a_site_have_a_frame_each() -> None:
    assert not any(issues_of([[f"layout {'ab'[number % 2]}"] for number in range(100)]))


def test_pages_that_have_nothing_in_common_show_nothing() -> None:
    assert not any(issues_of([[f"line {letter}"] for letter in "abcdefghijklmnopqrstuvwxyz"]))


def test_few_pages_show_nothing() -> None:
    assert not any(issues_of([[f"line {'abcdefghi'[number]}"] for number in range(FEWEST_PAGES - 1)]))


def test_a_site_that_changes_its_frame_is_noticed_on_few_pages() -> None:
    found = issues_of([["Atlas", "before" if number < 700 else "after"] for number in range(1500)])
    assert 0 < sum(map(len, found)) <= NEIGHBOURS / 10


def test_records_come_out_in_their_order() -> None:
    check: FrameCheck[int] = FrameCheck()
    order = [name for number in range(500) for name, _ in check.add(number, make_record(), [])]
    assert [*order, *(name for name, _ in check.rest())] == list(range(500))


def test_a_foot_of_the_page_is_not_unread() -> None:
    html = page("<h3>Contexte</h3><p>Un.</p>").replace("</main>", f"</main>{FOOT}")
    record = parse(html.encode())
    assert (record.context, record.unread) == (["Un."], [])


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    for number in range(1, 21):
        varying = "<div><p>Une subvention exceptionnelle fut versée.</p></div>" if number == 5 else ""
        html = page("<h3>Contexte</h3><p>Un.</p>").replace("</main>", f"</main>{varying}{FOOT}")
        (tmp_path / f"{number}.html").write_text(html, "utf-8")
    return [str(tmp_path / f"{number}.html") for number in range(1, 21)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_parse_marks_the_one_page_whose_frame_says_something_else(pages: list[str], jobs: int) -> None:
    records = read_records(pages, Tally(), print, jobs=jobs)
    marked = {
        record.project_id: issue.detail
        for record in records
        for issue in record.issues
        if issue.code is IssueCode.IGNORED_TEXT
    }
    assert marked == {5: "Une subvention exceptionnelle fut versée."}


def test_a_picture_that_says_something_else_than_those_of_other_pages_is_marked(tmp_path: Path) -> None:
    for number in range(1, 21):
        words = "Convention résiliée" if number == 5 else "Logo"
        icon = '<a href="/plan"><img src=p.png alt="Plan {}"></a>'.format("abcdefghijklmnopqrstuvwxyz"[number])
        html = page(f"<h3>Contexte</h3><p>Un.<img src=x.png alt='{words}'> {icon}</p>").replace(
            "</main>", f"</main>{FOOT}"
        )
        (tmp_path / f"{number}.html").write_text(html, "utf-8")
    records = read_records([str(tmp_path / f"{number}.html") for number in range(1, 21)], Tally(), print)
    marked = [issue for record in records for issue in record.issues if issue.code is IssueCode.IGNORED_TEXT]
    assert [issue.detail for issue in marked] == ["Convention résiliée"]


TRAIL = "[Accueil](/a) > Atlas > Détail projet"


def markdown(above: str, below: str = "") -> str:
    values = {"Titre": "Un jumelage", "Le partenariat est": "En cours", "Contexte": "Une amitié."}
    lines = [text for text in HEAD_OF_TEXT if text not in values.values()] + LABELS
    pairs = "".join(f"**{label}**\n\n{values.get(label, '')}\n\n" for label in lines)
    return f"{above}\n\n{TRAIL}\n\n{below}\n\n{pairs}"


def test_what_stands_above_the_breadcrumb_is_frame_in_markdown() -> None:
    side = "**La coopération en chiffres**\n\nPlus de 4 000 collectivités."
    assert parse(markdown(side).encode()).unread == []


@pytest.mark.parametrize("below", ["**Numéro**\n\n14565", "Une remarque."])
def test_what_stands_below_the_breadcrumb_is_kept_in_markdown(below: str) -> None:
    record = parse(markdown("", below).encode())
    assert below.rsplit("\n", maxsplit=1)[-1] in str(record.unread)


@pytest.mark.parametrize(
    "above", ["| Volet | Année |\n|---|---|\n| Eau | 2019 |", "**Historique**\n\nUn voyage, 2019."]
)
def test_what_reads_as_data_is_kept_above_the_breadcrumb_too(above: str) -> None:
    assert "2019" in parse(markdown(above).encode()).model_dump_json()


def test_what_varies_above_the_breadcrumb_is_marked(tmp_path: Path) -> None:
    for number in range(1, 21):
        side = "Plus de 4 000 collectivités." + "\n\nConvention résiliée." * (number == 5)
        (tmp_path / f"{number}.md").write_text(markdown(side), "utf-8")
    records = read_records([str(tmp_path / f"{number}.md") for number in range(1, 21)], Tally(), print)
    marked = [issue.detail for record in records for issue in record.issues if issue.code is IssueCode.IGNORED_TEXT]
    assert marked == ["Convention résiliée."]


@pytest.mark.parametrize("landmark", ["aside", "nav", "footer"])
def test_a_record_that_stands_in_a_landmark_is_read_as_any_other(landmark: str) -> None:
    whole = page("<h3>Contexte</h3><p>Un puits.</p><p>Une école.</p>")
    record = parse(whole.replace("<main>", f"<{landmark}>").replace("</main>", f"</{landmark}>").encode())
    assert (record.context, record.unread) == (["Un puits.", "Une école."], [])


CARD = [
    "<dl><dt>Nom</dt><dd>DIALLO</dd><dt>Prénom</dt><dd>Ana</dd><dt>Mission</dt><dd>Eau</dd><dt>Champs d'action</dt>"
    "<dd>Eau</dd><dt>Entité d'affectation</dt><dd>{}</dd></dl>",
    "<div><div>DIALLO</div><div>Ana</div><div>Eau</div><div>Eau</div><div>{}</div></div>",
]
HEADS = "".join(f"<div>{name}</div>" for name in "Nom|Prénom|Mission|Champs d'action|Entité d'affectation".split("|"))


@pytest.mark.parametrize("foot", ["", "<footer><p>Titre et mentions légales</p></footer>", "<div>Plan du site</div>"])
@pytest.mark.parametrize("body", ["MEAE", "Ministère de l'Europe et des Affaires étrangères"])
@pytest.mark.parametrize("card", CARD)
def test_a_body_that_ends_the_last_row_of_a_page_is_a_value_of_it(card: str, body: str, foot: str) -> None:
    rows = card.format(body) * 3 if "dl" in card else f"<div><div>{HEADS}</div><div>{card.format(body) * 3}</div></div>"
    html = page(f"<h3>Volontaires impliqués dans le partenariat</h3>{rows}").replace("</main>", f"</main>{foot}")
    record = parse(html.encode())
    assert ([each.host for each in record.volunteers], record.unread) == ([body] * 3, [])


def test_words_of_the_site_that_end_the_content_are_its_own_above_a_footer_of_other_words() -> None:
    share = "<div><p>Partager la page</p><ul><li><a href='#'>Partager sur Facebook</a></li></ul></div>"
    foot = "<footer><a href='/m'>Titre et mentions légales</a></footer>"
    record = parse(page().replace("</main>", f"{share}</main>{foot}").encode())
    assert record.unread == []
