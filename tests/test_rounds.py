"""How labels are chosen: in rounds only where there is something to choose, and each line looked at a few times."""

from typing import SupportsIndex

import pytest
from pages import make_page

from atlas_scraper.blocks.read import read_document
from atlas_scraper.labelling.assign import assign_labels
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.sections.page import LABELS


def items_of(seed: int, rendition: str, *, hard: bool) -> list[Item]:
    page = make_page(seed, rendition, hard=hard)  # type: ignore[arg-type]  # one of the four
    return cut_into_items(read_document(page.data).blocks, LABELS)


@pytest.mark.parametrize("hard", [False, True])
@pytest.mark.parametrize("rendition", ["html", "pipe", "flat"])
def test_labels_and_marks_are_the_same_with_rounds_and_without(rendition: str, hard: bool) -> None:
    for seed in range(60):
        items = items_of(seed, rendition, hard=hard)
        assert assign_labels(items, LABELS) == assign_labels(items, LABELS, in_rounds=True)


@pytest.mark.parametrize("rendition", ["html", "pipe"])
def test_there_are_pages_that_leave_no_choice(rendition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atlas_scraper.labelling.assign._choose_in_rounds", lambda *_: ({}, Marks()))
    without_rounds = [assign_labels(items_of(seed, rendition, hard=True), LABELS)[0] for seed in range(60)]
    assert any(without_rounds)


def test_a_label_that_is_said_a_thousand_times_is_not_looked_at_a_million_times() -> None:
    class Items(list[Item]):
        looks = 0

        def __getitem__(self, place: SupportsIndex) -> Item:  # type: ignore[override]  # slices are not asked for
            self.looks += 1
            return super().__getitem__(place)

    lines = cut_into_items(read_document(b"<p>Titre</p><p>x</p>" + b"<p>Contexte</p>" * 1_000).blocks, LABELS)
    items = Items(lines)
    assign_labels(items, LABELS)
    assert 1_000 < items.looks < 10 * len(items)
