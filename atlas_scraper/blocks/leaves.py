"""Elements without elements in them, as three in four are: the line in a box, the words of a stretch or a link.

All that others need is left out. What is read is what the walk would read of them.
"""

from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import heads_box, is_ticked
from atlas_scraper.blocks.document import UNMADE, Line, new_line, new_run
from atlas_scraper.blocks.kinds import Kind, landmark_of, marked_as, name_of
from atlas_scraper.blocks.lines import SIGNS_OF_PLACES, Count, Lines, Place
from atlas_scraper.blocks.unseen import speaks_of_button
from atlas_scraper.values.text import tidy


def leaf_line(element: Element, kind: Kind, name: str, place: Place, count: Count) -> Line | None:
    """Read the line in a box or a cell, which is counted; `None` where it says nothing.

    Args:
        element: the box or cell.
        kind: what it is.
        name: how it is marked.
        place: where it stands.
        count: the boxes and blocks of the page so far.
    """
    block, count.blocks = count.blocks, count.blocks + 1
    count.boxes = number = count.boxes + 1
    text = element.text
    if not text or not (tidied := tidy(text)):
        return None
    mark = place.marks_of_boxes.get(name) or place.mark_of_box(name)
    run = new_run((text, mark, place.href, place.interactive, number if kind.tag == "dt" else 0))
    landmark = place.landmark or (kind.landmark and landmark_of(element, kind))
    is_heading = place.is_heading or kind.is_heading
    return new_line((tidied, (run,), (*place.path, number), block, landmark, False, is_heading))


def add_words(element: Element, kind: Kind, text: str, place: Place, lines: Lines) -> None:
    """Add the words of a stretch, or those of a link with where it leads, to the line in the making."""
    href = element.get("href") if kind.tag == "a" else None
    if href is not None and href[:1] == "#" and text.strip() in SIGNS_OF_PLACES:
        return
    mark = place.mark_of_stretch(name_of(element, kind), is_first=lines.is_first)
    if href is None:
        lines.runs.append(new_run((text, mark, place.href, place.interactive, place.label)))
    else:
        lines.runs.append(new_run((text, mark, href, True, place.label)))
        lines.links.append(href)


def kind_of_words(label: Element, kind: Kind, choice: Element, count: Count) -> Kind | None:
    """Give what the label of a choice is: `None` where that is not made and the label can be no heading either."""
    if is_ticked(choice):
        return kind
    if not heads_box(label, choice):
        return None
    count.has_unmade = True
    return marked_as(kind, UNMADE)


def place_within(element: Element, kind: Kind, place: Place, href: str | None, count: Count) -> Place:
    """Give the place in a stretch of a line, which leads somewhere or not."""
    label = place.label
    if kind.tag == "label":
        count.boxes += 1
        label = count.boxes
    elif kind.tag == "output":
        label = 0  # a value, by the markup's own word
    count.speaks |= kind.is_spoken
    is_button = kind.tag == "button" or (kind.is_report and speaks_of_button(element))
    return place.within(name_of(element, kind), label, href, kind.keeps_lines, is_button=is_button)
