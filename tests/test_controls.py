"""Controls that name, open or hold what a page says: boxes that a tick opens, inputs that name themselves."""

from unittest.mock import Mock

import pytest
from fragments import page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.blocks import controls

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une amitié."}


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


def test_what_holds_a_thousand_choices_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    holds = Mock(wraps=controls._holds_pairs)
    monkeypatch.setattr(controls, "_holds_pairs", holds)
    pair = "<input type=checkbox id=i{0}><label for=i{0}>Une mention</label><div>{0}</div>"
    parse((page_of("<h3>{0}</h3><p>{1}</p>".format, **VALUES) + "".join(map(pair.format, range(1_000)))).encode())
    assert holds.call_count == 1


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
