"""Elements of a page within a drawing are shown, and what is drawn in their place elsewhere is not."""

import pytest
from lxml import etree

from atlas_scraper.blocks.embedded import show_embedded
from atlas_scraper.blocks.read import read_document


def _texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


def test_what_a_drawing_holds_of_the_page_is_read_in_its_place() -> None:
    inner = "<foreignObject width=9><div xmlns='http://www.w3.org/1999/xhtml'><h3>A</h3><p>B</p></div></foreignObject>"
    assert _texts(f"<p>x</p><svg><defs/><g><switch>{inner}<text>A…</text></switch></g></svg><p>y</p>") == [*"xABy"]


def test_each_part_of_a_drawing_is_a_box_and_the_drawings_in_one_are_read_with_it() -> None:
    inner = "<svg><g><foreignObject>B<svg><foreignObject>C</foreignObject></svg></foreignObject></g></svg>"
    assert _texts(f"<svg><foreignObject>A</foreignObject>{inner}</svg>") == ["A", "B", "C"]


@pytest.mark.parametrize(
    "svg", ["<svg><text>A</text></svg>", "<svg><foreignObject><div> </div></foreignObject><text>A</text></svg>"]
)
def test_a_drawing_that_holds_nothing_of_the_page_stays_one(svg: str) -> None:
    assert _texts(svg) == []


def test_many_drawings_in_each_other_are_read_in_time_that_is_long_as_they_are() -> None:
    assert _texts("<svg><foreignObject>" * 100 + "A") == ["A"]


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        ("<svg a='b'>x<g/><foreignobject c='d'>A</foreignobject>y</svg>z", "<div><div c='d'>A</div></div>z"),
        ("<svg><text>A</text></svg><svg><foreignobject>B</foreignobject></svg>",
         "<svg><text>A</text></svg><div><div>B</div></div>"),
        ("<svg><g><foreignobject>A<foreignobject>B</foreignobject></foreignobject></g></svg>",
         "<div><div>A<foreignobject>B</foreignobject></div></div>"),
        ("<svg><svg><foreignobject>A</foreignobject></svg></svg>", "<div><div>A</div></div>"),
        ("<svg><foreignobject>A<svg><foreignobject>B</foreignobject></svg></foreignobject></svg>",
         "<div><div>A<div><div>B</div></div></div></div>"),
        ("<svg><foreignobject> </foreignobject></svg>", "<svg><foreignobject> </foreignobject></svg>"),
    ],
)  # fmt: skip
def test_what_is_embedded_stands_in_place_of_its_drawing(drawing: str, shown: str) -> None:
    root = etree.fromstring(f"<body>{drawing}</body>")
    show_embedded(root)
    assert etree.tostring(root, encoding="unicode").replace('"', "'") == f"<body>{shown}</body>"
