"""The sentence on three years, closed or marked as an author would: read among the sections, kept in a text."""

import pytest
from fragments import codes, read

YES, NO = "Le partenariat est triennal", "Le partenariat n'est pas triennal"
AUTHORITIES = (
    "<h3>Collectivités territoriales partenaires du partenariat</h3>"
    "<table><tr><th>Nom de la collectivité territoriale</th></tr><tr><td>Ville</td></tr></table>"
)
FORMS = [
    "<p>{}.</p>",
    "<p>{} !</p>",
    "<p><strong>{}.</strong></p>",
    "<ul><li>{}.</li></ul>",
    "<p>• {}</p>",
    "<p>{} ;</p>",
]


@pytest.mark.parametrize(("sentence", "triennial"), [(YES, True), (NO, False)])
@pytest.mark.parametrize("form", FORMS)
def test_the_sentence_may_be_closed_or_an_entry_of_a_list(form: str, sentence: str, triennial: bool) -> None:
    record = read(AUTHORITIES + form.format(sentence))
    assert (record.triennial, record.unread, codes(record)) == (triennial, [], [])


@pytest.mark.parametrize("sentence", [YES, NO])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("behind", ["", "<p>Il finit en 2020.</p>"])
def test_the_sentence_of_an_author_stays_in_the_text(form: str, sentence: str, behind: str) -> None:
    record = read(f"<h3>Description détaillée du partenariat</h3><p>Un puits.</p>{form.format(sentence)}{behind}")
    assert record.triennial is None
    assert len(record.description) == 2 + bool(behind)
    assert sentence in record.description[1]
