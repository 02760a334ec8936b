"""Lines in the making: what the walk meets becomes runs, runs become lines, and lines stand in boxes.

Where in the page the walk stands is a `Place`, which is handed down and never changed; what has been read so far
is in `Lines`.
"""

from itertools import takewhile

from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import CHOICE_MARK, control_lines, is_choice, is_ticked, said_of_choices
from atlas_scraper.blocks.document import Block, Line, PageTable, Run, Signal, new_line, new_run
from atlas_scraper.blocks.drawn import TAB, cells_at, read_drawn
from atlas_scraper.blocks.tabs import grouped_by_tabs
from atlas_scraper.values.choices import TICKED, UNTICKED
from atlas_scraper.values.text import tidy

SIGNS_OF_PLACES = frozenset("¶#§🔗⚓")
"""What a link to a place in its own page shows where it says nothing else."""
_MOST_WORDLESS_BOXES = 2  # around a link that shows no more than an icon, within the box that it is of
_CELLS = frozenset({"td[", "th[", "td.", "th."})


class Place:
    """Where in the page a text stands.

    Args:
        path: numbers of the boxes around it, outermost first.
        outer: how the box around the innermost one is marked.
        box: how the innermost box is marked.
        bare_box: the same without its place among its neighbours, a cell's column aside, as boxes in it know it.
        inline: how the stretches around it within the line are marked, outermost first.
        landmark: the part of the site around the content that it belongs to, or empty.
        is_heading: whether the markup says that it heads what follows, as in `Line`.
        label: number of the element that the markup calls a label and that holds it, 0 for none.
        keeps_lines: whether line feeds are line breaks here.
        href: address that it links to.
        interactive: whether it is part of a link or a button.
    """

    __slots__ = (
        "_first",
        "_later",
        "bare_box",
        "box",
        "href",
        "inline",
        "interactive",
        "is_heading",
        "keeps_lines",
        "label",
        "landmark",
        "marks_of_boxes",
        "outer",
        "path",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - what a place is
        self,
        path: tuple[int, ...] = (),
        outer: str = "",
        box: str = "",
        inline: str = "",
        landmark: str = "",
        is_heading: int = 0,
        label: int = 0,
        keeps_lines: bool = False,
        href: str | None = None,
        interactive: bool = False,
    ) -> None:
        self.path, self.outer, self.box, self.inline = path, outer, box, inline
        self.landmark, self.is_heading, self.label, self.keeps_lines = landmark, is_heading, label, keeps_lines
        self.href, self.interactive = href, interactive
        # The column of a cell stays: it tells the label in one from the value in the other.
        self.bare_box = box.partition("[")[0] if "[" in box and box[:3] not in _CELLS else box
        self._first = self._later = ""
        self.marks_of_boxes: dict[str, str] = {}

    def within(self, name: str, label: int, href: str | None, keeps: bool | None, *, is_button: bool) -> "Place":
        """Give the place in a stretch of a line, by its mark, its label's number, where it links to, its line feeds."""
        return Place(
            self.path,
            self.outer,
            self.box,
            f"{self.inline}>{name}" if self.inline else name,
            self.landmark,
            self.is_heading,
            label,
            self.keeps_lines if keeps is None else keeps,
            self.href if href is None else href,
            self.interactive or href is not None or is_button,
        )

    def mark(self, *, is_first: bool) -> str:
        """Give the mark of a text here: of the first line of a box, or of a later one."""
        if is_first:
            if not self._first:
                self._first = f"{len(self.path)}:{self.outer}>{self.box}>{self.inline}"
            return self._first
        if not self._later:
            self._later = f"{len(self.path)}/br:{self.outer}>{self.box}>{self.inline}"
        return self._later

    def mark_of_stretch(self, name: str, *, is_first: bool) -> str:
        """Give the mark of a text alone in a stretch here, by how that is marked."""
        mark = self.mark(is_first=is_first)
        return f"{mark}>{name}" if self.inline else mark + name

    @property
    def marks_of_cells(self) -> str:
        """How a text that is alone in a box in the innermost one is marked, up to how that box is."""
        return f"{len(self.path) + 1}:{self.bare_box}>"

    def mark_of_box(self, name: str) -> str:
        """Make the mark of a text that is alone in a box in the innermost one; those made are in `marks_of_boxes`."""
        mark = self.marks_of_boxes[name] = f"{self.marks_of_cells}{name}>"
        return mark


class Count:
    """The numbers given to boxes and to the blocks of lines in them; one for a whole page, its cells included.

    It knows as well whether words only for who hears the page were met, or of choices that may be headings.
    """

    __slots__ = ("blocks", "boxes", "has_unmade", "speaks")

    def __init__(self) -> None:
        self.boxes = self.blocks = 0
        self.speaks = self.has_unmade = False

    @property
    def signals(self) -> frozenset[Signal]:
        """What was met."""
        met = {Signal.SPOKEN: self.speaks, Signal.UNMADE: self.has_unmade}
        return frozenset([signal for signal, is_met in met.items() if is_met])

    def add(self, cells: int) -> None:
        """Count cells, each of which is a box with a block in it."""
        self.boxes += cells
        self.blocks += cells


class Lines:
    """What has been read so far, of the page or of one cell of it."""

    __slots__ = ("_ahead", "_begun_by_links", "_count", "_has_choices", "blocks", "is_first", "links", "runs")

    def __init__(self, count: Count) -> None:
        self.blocks: list[Block] = []
        self.links: list[str] = []
        self._count = count
        self.runs: list[Run] = []
        self.is_first = True
        self._has_choices = False
        self._ahead: list[tuple[int, tuple[int, ...], str]] = []
        self._begun_by_links: set[tuple[int, ...]] = set()

    @property
    def length(self) -> tuple[int, int]:
        """How much has been written: a number of blocks, and of runs of the line in the making."""
        return len(self.blocks), len(self.runs)

    def text(self, text: str, place: Place) -> None:
        """Add a text, which ends the line where it holds a line feed that counts."""
        if place.keeps_lines and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.end_line(place)
                self._add(line, place)
        else:
            self._add(text, place)

    def join_rows(self, start: int) -> None:
        """Make tables of the lines from a place on, which keep their line ends, that draw one or part cells by tabs."""
        self.blocks[start:] = read_drawn(self.blocks[start:])
        lines = [block for block in self.blocks[start:] if isinstance(block, Line)]
        written = ["".join([run.text for run in line.runs]) for line in lines]
        if len(lines) < len(self.blocks) - start or not any("\t" in text for text in written):
            return
        blocks: list[Block] = []
        for is_table, numbers in grouped_by_tabs(written):
            of_group = [lines[number] for number in numbers]
            rows = tuple([cells_at(line, TAB) for line in of_group]) if is_table else ()
            blocks += [PageTable(rows, of_group[0].path, of_group[0].landmark)] if is_table else of_group
        self.blocks[start:] = blocks

    def value(self, text: str, place: Place) -> None:
        """Add a line that is the value of a form control."""
        self.runs.append(Run(text, "control"))
        self.end_line(place, is_value=True)

    def wordless_link(self, href: str, place: Place, *, is_alone: bool) -> None:
        """Note where a link leads that shows no more than an icon, with what stands before it on its line or box.

        A mail link says its address nowhere else.
        """
        if href[:7].lower() == "mailto:":
            self.text(href[7:].partition("?")[0], place)
        elif self.runs:
            if self.runs[-1].href is None:
                self.runs[-1] = self.runs[-1]._replace(href=href)
        else:
            # In a box of its own it belongs to what stands before it in the box around that.
            self._add_link_to_box(href, place.path[:-1] if is_alone else place.path)

    def drop_sign(self, since: tuple[int, int], *, is_button: bool) -> None:
        """Drop what the line in the making says since a length, if it is a sign: the `?` of a help, `¶` of a place."""
        blocks, runs = since
        text = "".join([run.text for run in self.runs[runs:]]) if blocks == len(self.blocks) else ""
        if text and ((is_button and not any(map(str.isalnum, text))) or text.strip() in SIGNS_OF_PLACES):
            del self.runs[runs:]

    def _add_link_to_box(self, href: str, around: tuple[int, ...]) -> None:
        """Add a link to the last line in a box, or keep it for the first: a box that begins with one has it before."""
        last = self.blocks[-1] if self.blocks else None
        is_in_box = isinstance(last, Line) and bool(around) and last.path[: len(around)] == around
        if not is_in_box or around in self._begun_by_links:
            self._ahead.append((len(self.blocks), around, href))
            self._begun_by_links.add(around)
        elif isinstance(last, Line) and last.runs[-1].href is None:
            runs = (*last.runs[:-1], last.runs[-1]._replace(href=href))
            self.blocks[-1] = last._replace(runs=runs)

    def end(self, place: Place) -> None:
        """End the last line, and add the links that stand ahead of what they belong to."""
        self.end_line(place)
        for number, around, href in self._ahead:
            line = self.blocks[number] if number < len(self.blocks) else None
            if isinstance(line, Line) and line.path[: len(around)] == around and line.runs[0].href is None:
                self.blocks[number] = line._replace(runs=(line.runs[0]._replace(href=href), *line.runs[1:]))
            elif number:
                self._add_link_before(number, around, href)

    def _add_link_before(self, number: int, around: tuple[int, ...], href: str) -> None:
        """Add a link, in boxes without words, to the line before them unless it is nearer to the next."""
        before, after = self.blocks[number - 1], self.blocks[number] if number < len(self.blocks) else None
        fewest = max(1, len(around) - _MOST_WORDLESS_BOXES)
        is_within = isinstance(before, Line) and before.path[:fewest] == around[:fewest]
        if isinstance(before, Line) and is_within and before.runs[-1].href is None:
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before.path, around, strict=False)))
            if after is None or after.path[: shared + 1] != around[: shared + 1]:
                runs = (*before.runs[:-1], before.runs[-1]._replace(href=href))
                self.blocks[number - 1] = before._replace(runs=runs)

    def choice(self, *, is_ticked: bool) -> None:
        """Add the sign of a choice; what its words say is settled once the line is whole."""
        self.runs.append(Run(TICKED if is_ticked else UNTICKED, CHOICE_MARK))
        self._has_choices = True

    def name(self, text: str, place: Place) -> None:
        """Add a line that names the pane it stands at the head of."""
        self.new_block(place)
        self.runs.append(Run(text, f"{len(place.path)}:pane"))
        heading = Place(place.path, landmark=place.landmark, is_heading=True)
        self.new_block(heading)

    def _add(self, text: str, place: Place) -> None:
        if self.runs or not text.isspace() or (place.keeps_lines and "\t" in text):
            if not text:
                return
            mark = place.mark(is_first=self.is_first)
            self.runs.append(new_run((text, mark, place.href, place.interactive, place.label)))

    def new_block(self, place: Place) -> None:
        """End the line, and let the next one stand in a box of its own."""
        if self.runs:
            self.end_line(place)
        self._count.blocks += 1
        self.is_first = True

    def end_line(self, place: Place, *, is_value: bool = False) -> None:
        """End the line in the making, if there is one."""
        runs = self.runs
        if not runs:
            return
        if self._has_choices:
            runs, self._has_choices = said_of_choices(runs) or [Run("", CHOICE_MARK)], False
        text = tidy(runs[0].text if len(runs) == 1 else "".join([run.text for run in runs]))
        if text:
            number = self._count.blocks
            line = text, tuple(runs), place.path, number, place.landmark, is_value, place.is_heading
            self.blocks.append(new_line(line))
            self.is_first = False
        self.runs = []


def read_control(control: Element, place: Place, lines: Lines) -> None:
    """Read the value of a form control, on lines of its own; or the sign of a choice, within the line."""
    if is_choice(control):
        if all(above.tag != "label" for above in control.iterancestors()):  # a label around it speaks for it
            lines.choice(is_ticked=is_ticked(control))
        return
    lines.new_block(place)
    for text in control_lines(control):
        lines.value(text, place)
    lines.new_block(place)
