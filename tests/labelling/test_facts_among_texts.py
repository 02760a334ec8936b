"""An unlisted fact below the title of an empty text: facts are marked as facts, whatever stands where texts do."""

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse

FACT = "<div class=c><h3 class=f>{0}</h3><p>{1}</p></div>"
TEXTS = ("Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat")


def _read(below_description: str) -> Partnership:
    """Read a page whose facts stand in boxes of their own, with its texts below their titles, the last one empty."""

    def write(known: str, value: str) -> str:
        if known not in TEXTS:
            return FACT.format(known, value)
        text = f"<h3 class=t>{known}</h3><div class=d>{value and f'<p>{value}</p>'}"
        return f"{text}{below_description}</div></section><section>" if known == TEXTS[-1] else f"{text}</div>"

    texts = {"contexte": "Un puits.", "historique": "Deux puits.", "objectif du partenariat": "Trois puits."}
    content = page_of(write, title="Jumelage", start_year="1979", status="En cours", **texts)
    return parse(f"<html><body><main><section>{content}</section></main></body></html>".encode())


def test_a_line_marked_as_facts_below_an_empty_text_is_one_of_them() -> None:
    record = _read(f"</div>{FACT.format('Livrables', 'à préciser')}<div>")
    assert (record.description, [(u.label, u.text) for u in record.unread]) == ([], [("Livrables", "à préciser")])


@pytest.mark.parametrize("mark", ["<p class=u>{0}</p><p>{1}</p>", "<p>{0}</p><p>{1}</p>"])
def test_a_line_of_another_mark_within_a_text_is_of_the_text(mark: str) -> None:
    record = _read(mark.format("Livrables", "à préciser"))
    assert (record.description, record.unread) == (["Livrables", "à préciser"], [])
