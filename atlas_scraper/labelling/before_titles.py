"""What a page puts before all its titles in one form: `Section 3 : Contexte`, `Étape 3 sur 11`, `Fiche – Contexte`.

Those are words, then a number or a sign, each time the same but for the number. They are the page's, whatever they
say, and part of no title: none of several labels that have them stands on the page without them, save in links. They
are ignored like the frame around the content, and checked across pages.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from atlas_scraper.blocks.document import Block, Cell, Document, Line, Run
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.tails import lacks_titles
from atlas_scraper.labelling.thresholds import FEWEST_IN_CHORUS, FEWEST_WITH_HEAD, LONGEST_HEAD, LONGEST_LABEL
from atlas_scraper.values.beginnings import TESTED

BEFORE_TITLES = "before most titles"
_WORD = r"[^\W\d_][\w'’°.]*+"
_OF_ALL = r" ?(?:/|[^\W\d_]{2,3}) ?\d{1,2}"  # how many there are: `Étape 3 sur 11`
_HEAD = re.compile(
    rf"(?P<words>{_WORD}(?: {_WORD}){{0,2}}?)"
    rf"(?P<number> (?:\d{{1,2}}(?:(?:\.\d{{1,2}}){{1,3}}|(?P<all>{_OF_ALL}))?|[IVX]{{1,5}}|[A-Z]))?"
    r" ?(?P<sign>[:.)–—/|>»-]?) ?"
)

Form = tuple[str, bool, str]
"""Words, whether a number follows, and how many there are and the sign behind those."""


def without_heads(document: Document, items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> Document:
    """Leave what a page puts before all its titles out of them.

    Args:
        document: the page.
        items: its items.
        labelled: the places of those that could be labels.
        labels: the labels.
    """
    if not (lacks_titles([items[number] for number in labelled], labels) or _stand_behind_heads(items, labelled)):
        return document
    by_form: defaultdict[Form, set[Label]] = defaultdict(set)
    whole: set[Label] = set()
    for text in _texts(document.blocks):
        if label := labels.find(text):
            whole.add(label)
        elif (parted := _parted(text, labels)) and (label := labels.find(text[parted[1] :])):
            by_form[parted[0]].add(label)
    forms = {form for form, found in by_form.items() if len((found - whole) & labels.rank.keys()) >= FEWEST_WITH_HEAD}
    if not forms:
        return document
    headings = [block for block in document.blocks if isinstance(block, Line) and block.is_heading]
    titles = {line.text[:end]: line.is_heading for line in headings if (end := _end_of_head(line.text, forms, labels))}
    levels = frozenset(titles.values())

    def change(line: Line) -> Line:
        end = _end_of_head(line.text, forms, labels, is_title=line.is_heading in levels)
        if any(map(str.isdigit, head := line.text[:end])) and head in titles and not labels.find(line.text[end:]):
            return line  # an author who counts anew
        runs = tuple(_without_beginning(line.runs, line.text[:end])) if end else line.runs
        return line._replace(text=text_of(runs), runs=runs) if end else line

    def may_hold(cell: Cell) -> bool:
        return len(cell.blocks) > 1 or _end_of_head(cell.text, forms, labels) > 0

    bare = with_lines_changed(document, change, may_hold)
    said = tuple([Line(words, (), landmark=BEFORE_TITLES) for words in sorted({words for words, *_ in forms})])
    return bare._replace(hidden=(*document.hidden, *said))


def _stand_behind_heads(items: Sequence[Item], labelled: Sequence[int]) -> bool:
    """Tell whether several labels stand on lines that begin with words and a number in an element of their own."""
    before = [items[number - 1] for number in labelled if items[number].continues]
    return sum(not item.continues and _HEAD.fullmatch(item.text) is not None for item in before) >= FEWEST_WITH_HEAD


def ignore_numbered_captions(items: Sequence[Item], found: Mapping[Label, int], labels: LabelIndex) -> list[str]:
    """Ignore captions that say the label of their table once more, behind words and a number, and give the words.

    Args:
        items: the items of the page.
        found: where its labels are.
        labels: the labels.
    """
    captions: defaultdict[str, list[Sequence[Item]]] = defaultdict(list)
    for label, place in found.items():
        if not label.heads_table or place + 1 == len(items) or items[place + 1].line is None:
            continue
        line = [items[place + 1], *takewhile(lambda item: item.continues, items[place + 2 : place + 4])]
        text = text_of([run for item in line for run in item.runs])
        parted = _parted(text, labels) if len(text) <= LONGEST_LABEL + LONGEST_HEAD else None
        if parted is not None and parted[0][1] and labels.find(text[parted[1] :]) is label:
            captions[parted[0][0]].append(line)
    told = {words: lines for words, lines in captions.items() if len(lines) >= FEWEST_IN_CHORUS}
    for item in (item for lines in told.values() for line in lines for item in line):
        if item.fate is None:
            item.ignore(BEFORE_TITLES)
    return sorted(told)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the texts of lines and cells that may be a title, in no link."""
    for block in blocks:
        if isinstance(block, Line):
            is_link = any(run.href is not None for run in block.runs)
            yield from () if is_link or len(block.text) > LONGEST_LABEL else (block.text,)
            continue
        for cell in {id(cell): cell for row in block.rows for cell in row}.values():
            if len(cell.blocks) > 1:  # a page that is laid out by tables
                yield from _texts(cell.blocks)
            elif cell.text and len(cell.text) <= LONGEST_LABEL and not cell.links:
                yield cell.text


def _parted(text: str, labels: LabelIndex) -> tuple[Form, int] | None:
    """Give the form of what stands before a label in a text, and where the label begins; `None` where none does."""
    for end in _ends(text):
        is_label = labels.may_begin_with(text[end : end + TESTED]) and labels.find(text[end:]) is not None
        if is_label and (form := _form_of(text[:end], labels)):
            return None if labels.words.targets(text) else (form, end)  # which moves on to what it names
    return None


def _ends(text: str) -> Iterator[int]:
    """Yield where in a text its title may begin: at a word near its beginning."""
    for end in range(1, min(len(text), LONGEST_HEAD + 1)):
        if text[end - 1] == " " and text[end].isalpha():
            yield end


def _form_of(head: str, labels: LabelIndex) -> Form | None:
    """Give the form of what stands before a title; `None` where it may be the title's own words, or is a label."""
    found = _HEAD.fullmatch(head)
    if found is None or not (found["number"] or found["sign"]) or labels.find(found["words"]):
        return None
    return found["words"], found["number"] is not None, (found["all"] or "") + found["sign"]


def _end_of_head(text: str, forms: Collection[Form], labels: LabelIndex, *, is_title: bool = False) -> int:
    """Give where a title begins behind words of some forms; 0 where it has none, or is neither listed nor told one."""
    if len(text) > LONGEST_LABEL or not text.startswith(tuple([words for words, *_ in forms])):
        return 0
    parted = _parted(text, labels)
    if parted is not None:
        return parted[1] if parted[0] in forms else 0
    return next((end for end in _ends(text) if is_title and _form_of(text[:end], labels) in forms), 0)


def _without_beginning(runs: Sequence[Run], head: str) -> Iterator[Run]:
    """Yield stretches without what they begin with."""
    left = len(head.replace(" ", ""))
    for run in runs:
        said = run.text
        while left > 0 and said:
            left -= not said[0].isspace()
            said = said[1:]
        if left == 0 and said.strip():
            yield run._replace(text=said.lstrip() if said is not run.text else said)
