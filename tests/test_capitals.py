"""Capitals as the mark of labels, where nothing else tells them from text."""

from fragments import page_of

from atlas_scraper import Partnership, parse


def _read(**values: str) -> Partnership:
    page = page_of(
        lambda label, value: f"<p>{label.upper()}</p><p>{value}</p>",
        **{"title": "Un jumelage", "start_year": "2017", "historique": "Un voyage.", "status": "En cours", **values},
    )
    return parse(page.encode())


def _unread(record: Partnership) -> list[tuple[str | None, str]]:
    return [(each.label, each.text) for each in record.unread]


def test_a_line_in_capitals_among_labels_in_capitals_is_a_label() -> None:
    record = _read(contexte="Une amitié.</p><p>CALENDRIER PRÉVISIONNEL</p><p>juin 2021")
    assert record.context == ["Une amitié."]
    assert _unread(record) == [("CALENDRIER PRÉVISIONNEL", "juin 2021")]


def test_a_label_in_capitals_below_an_empty_one_is_no_value() -> None:
    record = _read(contexte="BUDGET GLOBAL</p><p>à préciser")
    assert record.context == []
    assert _unread(record) == [("BUDGET GLOBAL", "à préciser")]


def test_a_heading_in_capitals_is_prose_where_all_labels_end_with_a_colon() -> None:
    def pair(label: str, value: str) -> str:
        return f"<p>{label.upper()} :</p><p>{value}</p>"

    text = "OBJECTIFS LOCAUX</p><p>Former."
    values = {"title": "Un jumelage", "start_year": "2017", "status": "En cours", "historique": "Un voyage."}
    record = parse(page_of(pair, contexte=text, **values).encode())
    assert record.context == text.split("</p><p>")


def test_a_value_in_capitals_is_a_value() -> None:
    record = _read(status="EN COURS", contexte="Une amitié.")
    assert (record.status, record.unread) == ("ongoing", [])


def test_an_acronym_before_a_colon_is_prose() -> None:
    record = _read(contexte="ONG : une amitié.")
    assert record.context == ["ONG : une amitié."]


def test_headings_in_capitals_are_prose_where_labels_of_long_text_are_marked_otherwise() -> None:
    def pair(label: str, value: str) -> str:
        is_long = label in {"Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat"}
        return f"<h3>{label.upper()}</h3><p>{value}</p>" if is_long else f"<p>{label.upper()}</p><p>{value}</p>"

    text = ["Une amitié.", "OBJECTIFS LOCAUX", "Former."]
    record = parse(page_of(pair, title="Un jumelage", contexte="</p><p>".join(text)).encode())
    assert record.context == text
