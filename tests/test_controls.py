"""Controls that name, open or hold what a page says: boxes that a tick opens, inputs that name themselves."""

import pytest
from fragments import codes, page_of

from atlas_scraper import Partnership, parse

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une amitié."}
PARTS = ("Titre", "Contexte", "Historique", "Financement du partenariat")


def _read(pair: str) -> Partnership:
    count = 0

    def write(label: str, value: str) -> str:
        nonlocal count
        count += 1
        return pair.format(label, value, id=count)

    return parse(page_of(write, **VALUES).encode())


@pytest.mark.parametrize("kind", ["checkbox", "radio"])
@pytest.mark.parametrize("box", ["<div>{1}</div>", "<div><p>{1}</p></div>", "<section>{1}</section>"])
def test_a_choice_that_opens_a_box_is_its_heading_and_no_choice(kind: str, box: str) -> None:
    record = _read(f"<div><input type={kind} name=tab id=t{{id}}><label for=t{{id}}>{{0}}</label>{box}</div>")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une amitié."], [])


def test_choices_that_are_not_made_say_nothing_where_boxes_stand_behind_some() -> None:
    choices = "".join(
        f"<input type=radio name=s id=s{number}{ticked}><label for=s{number}>{words}</label>"
        for number, (words, ticked) in enumerate([("En cours", ""), ("Terminé", " checked"), ("En sommeil", "")])
    )
    page = page_of("<h3>{0}</h3><div>{1}</div>".format, **VALUES | {"status": choices})
    assert parse(page.encode()).status_label == "Terminé"


TICK = "<input type={kind} name=tab id=t{{id}}>"
HEAD = "<label class=head for=t{{id}}>{{0}}</label>"
NEIGHBOURS = {
    "behind the tick": f"{TICK}{HEAD}",
    "before the tick": f"{HEAD}{TICK}",
    "in a heading behind the tick": f"{TICK}<h3>{HEAD}</h3>",
    "in a heading before the tick": f"<h3>{HEAD}</h3>{TICK}",
    "behind the tick and an icon": f"{TICK}<i class=arrow></i>{HEAD}",
    "around the tick": "<label><input type={kind} name=tab>{{0}}</label>",
    "with a sign": f"{TICK}{HEAD}".replace("{{0}}", "<span>{{0}}</span> <span>+</span>"),
}


@pytest.mark.parametrize("kind", ["checkbox", "radio"])
@pytest.mark.parametrize("neighbours", NEIGHBOURS)
def test_choices_with_the_words_of_labels_and_a_box_behind_each_are_headings(neighbours: str, kind: str) -> None:
    record = _read(NEIGHBOURS[neighbours].format(kind=kind) + "<div class=body><p>{1}</p></div>")
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une amitié."], [])


FIELD = "<div><b>{0}</b> <span>{1}</span></div>"
TICKED_TEXT = "<input type=checkbox id=t{0}><label for=t{0}>{0}</label><div><p>{1}</p></div>"


def _with_texts(texts: dict[str, str], behind: str = "") -> Partnership:
    def write(label: str, value: str) -> str:
        if label not in texts:
            return FIELD.format(label, value)
        return TICKED_TEXT.format(label, texts[label]) + behind * (label == "Historique")

    return parse(page_of(write, **VALUES).encode())


@pytest.mark.parametrize("others", [{}, {"Historique": "Dix ans."}])
def test_a_choice_with_the_words_of_a_label_heads_the_box_behind_it_among_fields(others: dict[str, str]) -> None:
    record = _with_texts({"Contexte": "Une amitié."} | others)
    assert (record.context, record.unread, codes(record)) == (["Une amitié."], [], [])


def test_an_unlisted_heading_among_choices_that_open_boxes_is_kept_with_its_text() -> None:
    bilan = TICKED_TEXT.format("Bilan des actions", "Un puits.")
    record = _with_texts({"Contexte": "Une amitié.", "Historique": "Dix ans."}, bilan)
    assert record.history == ["Dix ans."]
    assert [(each.label, each.text) for each in record.unread] == [("Bilan des actions", "Un puits.")]


@pytest.mark.parametrize("behind", ["<br>", "<hr>", "<p>Une aide.</p>"])
def test_values_that_are_not_chosen_are_not_read_whatever_stands_behind_each(behind: str) -> None:
    states = "".join(
        f"<input type=radio name=s id=s{words}><label for=s{words}>{words}</label>{behind}"
        for words in ("Terminé", "Ancien", "Futur", "Autre", "Nouveau")
    )
    page = page_of("<h3>{0}</h3><div>{1}</div>".format, **VALUES | {"status": states})
    assert parse(page.encode()).status_label not in {"Terminé", "Ancien", "Futur", "Autre", "Nouveau"}


def test_a_sentence_that_is_not_ticked_is_not_true_though_a_box_stands_behind_it() -> None:
    tick = "<input type=checkbox id=t><label for=t>Le partenariat est triennal</label><div><p>Trois ans.</p></div>"
    pair = "<input type=checkbox id=t{id}><label for=t{id}>{0}</label><div>{1}</div>"
    count = iter(range(100))
    page = page_of(lambda label, value: pair.format(label, value, id=next(count)), **VALUES)
    assert parse((page + tick).encode()).triennial is not True


def test_choices_of_parts_to_print_head_nothing() -> None:
    parts = "".join(f"<div><input type=checkbox id={each}><label for={each}>{each}</label></div>" for each in PARTS)
    record = parse((parts + page_of("<h3>{0}</h3><div>{1}</div>".format, **VALUES)).encode())
    assert (record.context, record.unread) == (["Une amitié."], [])


@pytest.mark.parametrize("attribute", ["aria-label", "title", "placeholder"])
def test_an_input_may_name_itself(attribute: str) -> None:
    record = _read(f'<p><input readonly {attribute}="{{0}}" value="{{1}}"></p>')
    assert (record.title, record.start_year, record.context) == ("Un jumelage", 2001, ["Une amitié."])


SHADOWS = {
    "all within": "<x-field><template {mode}=open><style>p {{{{ color: red }}}}</style><b>{0}</b>"
    "<div>{1}</div></template>"
    "</x-field>",
    "slots": "<x-field><template {mode}=open><b><slot name=label></slot></b><div><slot></slot></div></template>"
    "<span slot=label>{0}</span>{1}</x-field>",
    "label within": "<x-field><template {mode}=open><b>{0}</b><p><slot></slot></p></template>{1}</x-field>",
}


@pytest.mark.parametrize("mode", ["shadowrootmode", "shadowroot"])
@pytest.mark.parametrize("way", SHADOWS)
def test_what_a_component_keeps_in_its_shadow_is_shown(way: str, mode: str) -> None:
    record = _read(SHADOWS[way].replace("{mode}", mode).replace("{{{{", "{{").replace("}}}}", "}}"))
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une amitié."], [])


def test_what_a_shadow_has_no_slot_for_is_lost_no_more_than_what_stands_in_place_of_nothing() -> None:
    page = page_of("<h3>{0}</h3><p>{1}</p>".format, **VALUES)
    field = "<x-field><template shadowrootmode=open><p>Dedans <slot name=a>rien</slot></p></template>Dehors</x-field>"
    record = parse(page.replace("Une amitié.", f"Une amitié.{field}").encode())
    assert record.context == ["Une amitié.", "Dedans rien", "Dehors"]
