"""Choices that a page shows: check boxes, radio buttons and lists to choose from."""

import re

import pytest
from fragments import HEAD, codes, page

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

BOX = "<input type=checkbox>"
TICKED = "<input type=checkbox checked>"
SENTENCE = "Le partenariat est triennal"
ABOVE = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
EMPTY_THEME = "<h3>Thématique d'intervention</h3><p></p>"


def _read(html: str) -> Partnership:
    return parse(page(ABOVE + html).encode())


def _with_status(html: str) -> Partnership:
    return parse(page(head=HEAD.replace("<p>En cours</p>", html)).encode())


def _with_theme(html: str) -> Partnership:
    return parse(page(head=HEAD.replace(EMPTY_THEME, f"<h3>Thématique d'intervention</h3>{html}")).encode())


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{BOX} {SENTENCE}</p>",
        f"<p>{SENTENCE} {BOX}</p>",
        f"<div><span>{BOX}</span><span>{SENTENCE}</span></div>",
        f"<table><tr><td>{BOX}</td><td>{SENTENCE}</td></tr></table>",
        f"<table><tr><td>{SENTENCE}</td><td>{BOX}</td></tr></table>",
        f"<p><input type=radio name=a> {SENTENCE}</p>",
        f"<p><span role=checkbox aria-checked=false></span> {SENTENCE}</p>",
        f"<p role=checkbox aria-checked=false>{SENTENCE}</p>",
        f"<p>☐ {SENTENCE}</p>",
    ],
)
def test_an_unticked_sentence_is_not_true(markup: str) -> None:
    assert _read(markup).triennial is not True


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{TICKED} {SENTENCE}</p>",
        f"<p>{SENTENCE} {TICKED}</p>",
        f"<table><tr><td>{SENTENCE}</td><td>{TICKED}</td></tr></table>",
        f"<p role=checkbox aria-checked=true>{SENTENCE}</p>",
        f"<p>☑ {SENTENCE}</p>",
    ],
)
def test_a_ticked_sentence_is_true(markup: str) -> None:
    record = _read(markup)
    assert (record.triennial, record.unread) == (True, [])


@pytest.mark.parametrize(
    "answer",
    [
        "<img src=x alt=non>",
        '<span aria-label="Non"></span>',
        '<i title="Non"></i>',
        '<svg aria-label="Non"></svg>',
        "✘",
        "✗",
    ],
)
@pytest.mark.parametrize(
    "pair", ["<p>%s : {}</p>", "<p>%s {}</p>", "<h3>%s</h3><p>{}</p>", "<dl><dt>%s</dt><dd>{}</dd></dl>"]
)
def test_a_sentence_that_a_picture_or_a_sign_denies_is_not_true(pair: str, answer: str) -> None:
    record = _read((pair % SENTENCE).format(answer))
    assert (record.triennial, record.unread, record.issues) == (False, [], _read(f"<p>{SENTENCE}</p>").issues)


@pytest.mark.parametrize(
    "markup",
    [
        f'<p>{SENTENCE} <i class="fa fa-times"></i></p>',
        f'<p><i class="fa fa-check" aria-hidden="true"></i> {SENTENCE}</p>',
        f"<p>{SENTENCE} <img src=x></p>",
        f"<p>{SENTENCE} <span hidden>non</span></p>",
        f'<h3>{SENTENCE}</h3><p><i class="fa fa-times"></i></p>',
        f"<h3>{SENTENCE}</h3><p>Non renseigné</p>",
        f"<h3>{SENTENCE}</h3><p>—</p>",
        f"<h3>{SENTENCE}</h3><p>0</p>",
        f"<p>{SENTENCE} :</p>",
        f"<p>{SENTENCE} ?</p>",
        f"<dl><dt>{SENTENCE}</dt><dd></dd></dl>",
        f"<table><tr><th>{SENTENCE}</th><td></td></tr></table>",
        f"<p><b>{SENTENCE}</b> <span></span></p>",
    ],
)
def test_a_sentence_with_an_answer_that_nobody_understands_is_null_and_it_is_said(markup: str) -> None:
    record = _read(markup)
    assert record.triennial is None
    assert {(issue.code, issue.section) for issue in record.issues} & {
        (IssueCode.UNREADABLE_VALUE, "triennial"),
        (IssueCode.UNREAD_TEXT, "triennial"),
    }


@pytest.mark.parametrize(
    ("around", "icon"),
    [("<h3>%s</h3>", '<i class="fa fa-tag"></i> '), ("<div>%s<h3>{}</h3></div>", '<i class="fa fa-tag"></i>')],
)
def test_an_icon_beside_each_label_says_nothing_of_the_sentence(around: str, icon: str) -> None:
    html = page(ABOVE + f"<h3>{SENTENCE}</h3>")
    heading = around % icon if "{}" in around else around % f"{icon}{{}}"
    assert parse(re.sub("<h3>(.*?)</h3>", lambda found: heading.format(found[1]), html).encode()).triennial is True


@pytest.mark.parametrize("line", [f"{SENTENCE} {BOX} Oui {TICKED} Non", f"{SENTENCE} Oui {BOX} Non {TICKED}"])
def test_the_ticked_answer_is_the_answer(line: str) -> None:
    assert _read(f"<p>{line}</p>").triennial is not True


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{BOX}En cours {TICKED}Terminé {BOX}En sommeil</p>",
        f"<p>En cours {BOX} Terminé {TICKED} En sommeil {BOX}</p>",
        f"<ul><li>{BOX}En cours</li><li>{TICKED}Terminé</li></ul>",
        f"<ul><li>En cours {BOX}</li><li>Terminé {TICKED}</li></ul>",
        "<p>☐ En cours</p><p>☑ Terminé</p>",
    ],
)
def test_the_ticked_one_of_several_values_is_the_value(markup: str) -> None:
    assert _with_status(markup).status_label == "Terminé"


STATES = "En sommeil", "Terminé", "En cours"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>☐ En cours ☒ Terminé ☐ En sommeil</p>",
        "<p>En cours ☐ Terminé ☒ En sommeil ☐</p>",
        "<p>✗ En cours ✓ Terminé ✗ En sommeil</p>",
        "<p>○ En cours ● Terminé ○ En sommeil</p>",
        "<p>[ ] En cours [x] Terminé [ ] En sommeil</p>",
        "<p><s>En cours</s> / <b>Terminé</b> / <s>En sommeil</s></p>",
        "<p>En cours / <b>Terminé</b> / En sommeil</p>",
        "<ol><li>En sommeil</li><li aria-current=step>Terminé</li><li>En cours</li></ol>",
        "<ol><li class=a>En sommeil</li><li class=b><strong>Terminé</strong></li><li>En cours</li></ol>",
        "<p><span>En sommeil</span> <span class=x aria-current=true>Terminé</span> <span>En cours</span></p>",
        "<div><div role=option>En sommeil</div><div role=option aria-selected=true>Terminé</div></div>",
    ],
)
def test_of_several_states_the_one_that_is_marked_is_read(markup: str) -> None:
    record = _with_status(markup)
    assert (record.status_label, record.status) == ("Terminé", "completed")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>☐ En cours ☐ Terminé ☐ En sommeil</p>",
        "<p>☑ En cours ☑ Terminé ☐ En sommeil</p>",
        "<p>En cours / Terminé / En sommeil</p>",
        "<ol><li>En sommeil</li><li>Terminé</li><li>En cours</li></ol>",
        "<ol><li>En sommeil</li><li class=fini>Terminé</li><li>En cours</li></ol>",
        "<ol><li><b>En sommeil</b></li><li><b>Terminé</b></li><li>En cours</li></ol>",
        "<ol><li aria-current=page>En sommeil</li><li>Terminé</li><li>En cours</li></ol>",
    ],
)
def test_of_several_states_that_nothing_marks_none_is_read_and_all_are_said(markup: str) -> None:
    head = HEAD.replace("<p>En cours</p>", markup)
    record = parse(page("<h3>Contexte</h3><p>Un puits.</p>", head=head).encode())
    said = " ".join(issue.detail for issue in record.issues if issue.section == "status")
    assert (record.status_label, record.status) == (None, None)
    assert all(state in said for state in STATES)


@pytest.mark.parametrize("words", ["-- Choisir --", "Sélectionnez une thématique", "Veuillez choisir"])
@pytest.mark.parametrize("attribute", ["", " value=''"])
def test_an_invitation_to_choose_is_no_value(words: str, attribute: str) -> None:
    options = f"<option{attribute} selected>{words}</option><option>Economie durable</option>"
    record = _with_theme(f"<select>{options}</select>")
    assert (record.theme, record.unread, codes(record)) == (None, [], [])


def test_the_only_option_of_a_list_is_its_value() -> None:
    theme = _with_theme("<select disabled><option value=1>Culture et Patrimoine</option></select>").theme
    assert theme is not None
    assert theme.theme == "Culture et Patrimoine"


def test_words_that_invite_to_choose_are_prose_in_prose() -> None:
    record = parse(page("<h3>Contexte</h3><p>Choisir :</p><p>une ville.</p>").encode())
    assert record.context == ["Choisir :", "une ville."]


def test_a_box_to_select_a_row_is_no_cell() -> None:
    header = "<tr><th></th><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    rows = f"{header}<tr><td>{BOX}</td><td>Dosso</td><td>Niger</td></tr>"
    record = parse(page(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>").encode())
    assert ([each.name for each in record.foreign_partners], record.unread) == (["Dosso"], [])


def test_a_tick_in_a_column_that_nobody_has_listed_is_kept() -> None:
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th><th>Chef de file</th></tr>"
    rows = f"{header}<tr><td>Dosso</td><td>Niger</td><td>{TICKED}</td></tr>"
    record = parse(page(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>").encode())
    assert [(each.label, each.text) for each in record.unread] == [("Chef de file", "☑")]
    assert IssueCode.UNKNOWN_COLUMN in codes(record)


CHECK, INFO = "<svg aria-hidden=true><path d='M1 9l3 3 9-9'/></svg>", "<i class=info aria-hidden=true></i>"


@pytest.mark.parametrize("drawing", [CHECK, INFO, "<img src=check.png alt=''>"])
@pytest.mark.parametrize("others", [0, 1, 2, 3])
def test_a_picture_beside_the_sentence_says_nothing_where_other_labels_have_it_too(drawing: str, others: int) -> None:
    head = HEAD.replace("<h3>", f"<h3>{drawing}", others)
    record = parse(page(f"{ABOVE}<p>{drawing}{SENTENCE}</p>", head=head).encode())
    assert record.triennial is (True if others > 1 else None)


def test_a_picture_of_its_own_beside_the_sentence_is_an_answer_that_nobody_understands() -> None:
    head = HEAD.replace("<h3>", f"<h3>{INFO}", 3)
    record = parse(page(f"{ABOVE}<p>{INFO}{CHECK}{SENTENCE}</p>", head=head).encode())
    assert (record.triennial, codes(record)) == (None, [IssueCode.UNREADABLE_VALUE])
