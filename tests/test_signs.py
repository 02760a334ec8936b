"""What a page puts between a label and its value on one line: a colon, a dash, an arrow; learnt from the page."""

import itertools

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours"}
SIGNS = ["-", "–", "—", "=", "→", "=>", "|", "·", "»", "......", "____", "…"]


def _read(pair: str, **values: str) -> Partnership:
    """Read a page of pairs; of a label without a value nothing but the label stands there."""
    bare = pair.partition("{0}")[0] + "{0}" + pair.rpartition("{1}")[2]
    return parse(page_of(lambda *both: (pair if both[1] else bare).format(*both), **VALUES, **values).encode())


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("pair", ["<p><em>{0}</em> %s {1}</p>", "<li><b>{0} %s</b> <span>{1}</span></li>"])
@pytest.mark.parametrize("prose", ["Une amitié.", "- un puits<br>- deux puits", "• un puits", "– un puits"])
def test_the_sign_that_parts_labels_from_values_is_no_part_of_either(sign: str, pair: str, prose: str) -> None:
    record = _read(pair.replace("%s", sign), contexte=prose)
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (prose.split("<br>"), [])


@pytest.mark.parametrize("sign", ["-", "–", "*", "•"])
def test_a_bullet_stays_where_no_sign_parts_labels_from_values(sign: str) -> None:
    record = _read("<p><b>{0}</b> {1}</p>", contexte=f"{sign} un puits<br>{sign} deux puits")
    assert record.context == [f"{sign} un puits", f"{sign} deux puits"]


@pytest.mark.parametrize("pair", ["<p><em>{0} :</em> {1}</p>", "<p>{0} : {1}</p>", "<p><em>{0}</em> : {1}</p>"])
def test_bullets_behind_the_colons_of_labels_are_the_values_however_many(pair: str) -> None:
    bulleted = ("contexte", "historique", "objectif du partenariat", "description détaillée du partenariat")
    words = {"title": "Un jumelage", "status": "En cours"} | dict.fromkeys(bulleted, "- un puits")
    record = parse(page_of(pair.format, **words).encode())
    assert [record.context, record.history, record.objective, record.description] == [["- un puits"]] * 4


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_parts_labels_from_values_where_nothing_else_does(sign: str) -> None:
    record = _read(f"<p>{{0}} {sign} {{1}}</p>", contexte="- un puits")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["- un puits"], [])


@pytest.mark.parametrize("pair", ["[{0}] {1}", "[<b>{0}</b>] {1}", "<b>[{0}]</b> : {1}", "({0}) <i>{1}</i>"])
def test_the_brackets_around_labels_are_no_part_of_them_or_of_values(pair: str) -> None:
    record = _read(f"<p>{pair}</p>", contexte="[1] un puits")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["[1] un puits"], [])


def test_a_line_of_text_in_doubt_begins_with_a_bracket_as_labels_do() -> None:
    record = _read("<p>[{0}] {1}</p>", contexte="Une amitié.<br>[Mots-clés] eau")
    assert record.context == ["Une amitié.", "[Mots-clés] eau"]
    assert [issue.section for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL] == ["context"]


def test_a_sign_stands_behind_a_label_with_a_colon_of_its_own_as_well() -> None:
    page = page_of("<p><em>{0}</em> – {1}</p>".format, **VALUES).replace("Le partenariat est<", "Le partenariat est :<")
    assert parse(page.encode()).status_label == "En cours"


def test_lines_of_prose_that_begin_with_the_words_of_labels_stay_prose() -> None:
    lines = ["Contexte – une ville.", "Historique – un puits.", "Titre – aucun.", "Objectif du partenariat – agir."]
    record = parse(page_of("<h3>{0}</h3><p>{1}</p>".format, **VALUES, contexte="<br>".join(lines)).encode())
    assert record.context == lines


def test_an_unlisted_label_before_the_sign_is_one() -> None:
    labels = page_of("<p><em>{0}</em> – {1}</p>".format, **VALUES, contexte="Une amitié.")
    record = parse(labels.replace("<p><em>Historique", "<p><em>Perspectives</em> – 2019</p><p><em>Historique").encode())
    assert (record.context, [(each.label, each.text) for each in record.unread]) == (
        ["Une amitié."],
        [("Perspectives", "2019")],
    )


def test_a_sign_is_left_out_where_the_value_is_of_its_kind_without_it_alone() -> None:
    page = page_of("<p><em>{0} :</em> {1}</p>".format, **VALUES).replace("En cours", "– En cours")
    assert parse(page.encode()).status_label == "En cours"


@pytest.mark.parametrize(("between", "is_label"), [(" – ", True), (" ", False)])
def test_words_marked_like_labels_are_one_where_the_sign_stands_behind_them(between: str, is_label: bool) -> None:
    labels = page_of("<p><em>{0}</em> – {1}</p>".format, **VALUES, contexte="Une amitié.")
    further = f"<p><em>Perspectives</em>{between}eau et écoles</p>"
    record = parse(labels.replace("<p><em>Historique", f"{further}<p><em>Historique").encode())
    assert record.context == (["Une amitié."] if is_label else ["Une amitié.", "Perspectives eau et écoles"])


@pytest.mark.parametrize("sign", ["–", "-", "→"])
def test_a_bullet_before_marked_words_is_part_of_the_value_and_the_sign_before_it_is_not(sign: str) -> None:
    record = _read(f"<p>{{0}} {sign} {{1}}</p>", contexte="- <i>Agir ensemble</i> ici<br>- un puits")
    assert record.context == ["- Agir ensemble ici", "- un puits"]


@pytest.mark.parametrize("sign", ["→", "–", "•", "»"])
def test_a_sign_before_each_value_on_a_line_of_its_own_is_part_of_none(sign: str) -> None:
    pair = f"<dt>{{0}}</dt><dd>{sign} {{1}}</dd>"
    theme = {"thématique d'intervention": "Culture et Patrimoine"}
    record = parse(f"<dl>{page_of(pair.format, **VALUES, **theme)}</dl>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme) == ("Culture et Patrimoine", None)


def test_a_sign_is_one_whatever_spaces_stand_around_it() -> None:
    pairs = itertools.cycle(["<p>{0} –{1}</p>", "<p>{0}– {1}</p>", "<p>{0} – {1}</p>"])
    page = page_of(lambda *both: (next(pairs) if both[1] else "<p>{0}</p>").format(*both), **VALUES)
    record = parse(page.encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")


def test_dots_that_lead_to_a_value_are_one_sign_however_many() -> None:
    dots = iter(range(3, 99))
    page = page_of(lambda label, value: f"<p>{label} {'.' * next(dots)} {value}</p>", **VALUES, contexte="Une amitié.")
    record = parse(page.encode())
    assert (record.title, record.start_year, record.context) == ("Un jumelage", 2001, ["Une amitié."])


def test_a_bullet_in_a_stretch_of_its_own_before_a_label_is_no_text() -> None:
    pair = "<p><span>·&nbsp;</span><b>{0}</b> : {1}</p>"
    record = _read(pair, contexte="Une amitié.")
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Une amitié."], [])


@pytest.mark.parametrize("gap", ["&nbsp; &nbsp;", "&emsp;&emsp;", "&nbsp;&nbsp;&nbsp; ", " \u2003 "])
@pytest.mark.parametrize("pair", ["<p>{0}%s{1}</p>", "{0}%s{1}<br>"])
def test_a_gap_parts_labels_from_values_as_tabs_do_in_a_page_saved_by_a_word_processor(gap: str, pair: str) -> None:
    record = _read(pair.replace("%s", gap), contexte="– un puits")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["– un puits"], [])


def test_a_line_with_the_words_of_a_label_does_not_keep_that_from_being_cut_at_a_gap() -> None:
    prose = "Une amitié.<br>Contexte<br>Historique&nbsp;&nbsp;&nbsp;ancien"
    record = _read("<p>{0}&nbsp;&nbsp;&nbsp;{1}</p>", contexte=prose, historique="Des voyages.")
    assert record.context == ["Une amitié.", "Contexte", "Historique ancien"]
    assert record.history == ["Des voyages."]


def test_a_gap_in_text_parts_nothing_where_labels_stand_on_lines_of_their_own() -> None:
    prose = "Une amitié.<br>Historique&nbsp;&nbsp;&nbsp;ancien<br>Titre&nbsp;&nbsp;&nbsp;provisoire"
    record = _read("<p><b>{0}</b></p><p>{1}</p>", contexte=prose)
    assert record.context == ["Une amitié.", "Historique ancien", "Titre provisoire"]


def test_a_gap_parts_a_label_that_stands_in_no_element_where_it_parts_others_that_do() -> None:
    plain = "{0}&emsp;&emsp;{1}"
    html = page_of(
        lambda label, value: f"<p>{plain if label == 'Historique' else '<span>{0}</span>&emsp;&emsp;{1}'}</p>".format(
            label, value
        ),
        historique="Des voyages.",
        title="Un jumelage",
        status="En cours",
        contexte="Une amitié.",
    )
    record = parse(f"<html><body><main>{html}</main></body></html>".encode())
    assert (record.history, record.context) == (["Des voyages."], ["Une amitié."])


@pytest.mark.parametrize("pair", ["<dt>{0}</dt><dd>{1}</dd>", "<p><b>{0}</b> {1}</p>"])
def test_a_sign_drawn_before_a_value_is_no_part_of_it_where_the_value_is_of_its_kind_without(pair: str) -> None:
    def write(label: str, value: str) -> str:
        drawn = f"<i>✓</i> {value}" if value in {"2001", "En cours"} else value
        return pair.format(label, drawn)

    record = parse(f"<main><dl>{page_of(write, **VALUES)}</dl></main>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
