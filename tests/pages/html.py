"""A page of the atlas as HTML: facts, written in one of very many ways."""

from dataclasses import dataclass, field
from itertools import groupby

from . import prose
from .cells_html import links_are_written
from .chrome_html import before_main, closing, hidden_piece, main_start, main_tags, opening
from .damage_html import encoded, misnested, stray_end_tag, with_line_ends, with_tags, without_end_tags
from .expected import SITE
from .facts import Facts
from .frame_html import before_content, behind_content, below_content, frame_texts
from .items import Cell, Column, Item, Pair, PostBlock, Sentence, Table, page_items
from .kit import Kit, Value
from .labels_html import write_pairs
from .markup import Markup
from .panes_html import in_panes
from .post_html import write_post
from .tables_html import END_OF_BOX, titled, write_table

UNLISTED_LABELS = (
    "Budget global", "Évaluation du partenariat", "Calendrier prévisionnel", "Perspectives", "Bénéficiaires directs",
    "Mots-clés", "Organisme de suivi", "Livrables attendus",
)  # fmt: skip
GROUP_TITLES = {"title": "Informations générales", "context": "Présentation", "context_and_history": "Présentation",
                "form": "Partenaires et moyens"}  # fmt: skip


@dataclass
class Written:
    """A page as bytes, with what it says beside the record."""

    data: bytes = b""
    extras: list[tuple[str, str]] = field(default_factory=list)
    """Labels (or columns) that nobody has listed, each with its text: a parser keeps them as unread."""
    link_base: str | None = SITE
    """What the links of the page resolve against; null where none can be made absolute."""
    frame: tuple[str, ...] = ()
    """Text around the content, the same on each page of the site: no record says it, not even as unread."""
    goes_on: bool = False
    """Whether a table has further pages, which the record must say."""


def _unlisted(kit: Kit) -> Pair | Table:
    kind = kit.markup.unlisted
    if kind == "several":
        kind = kit.rng.choice(("text", "prose", "table"))
    label = kit.rng.choice(UNLISTED_LABELS)
    if kind == "table":
        columns = (Column("Intitulé du volet"), Column("Échéance"))
        rows = tuple(
            (Cell(f"Volet {number}"), Cell(f"juin {2020 + number}")) for number in range(1, kit.rng.randint(2, 4))
        )
        return Table("unlisted", label, columns, rows)
    if kind == "prose":
        return Pair("unlisted", label, prose.paragraphs(kit.rng, 2), prose=True)
    return Pair("unlisted", label, (kit.rng.choice(("120 000", "Oui", "à préciser", "eau, jeunesse & école", "2019")),))


def _with_unlisted(kit: Kit, items: list[Item]) -> list[Item]:
    kind = kit.markup.unlisted
    adjacent = kit.markup.unlisted_place == "adjacent"
    count = {"none": 0, "several": 3}.get(kind, 2 if adjacent else 1)
    extras: dict[str, Pair | Table] = {}
    for _ in range(count):
        extra = _unlisted(kit)
        extras.setdefault(extra.label, extra)
    at = 0
    for number, extra in enumerate(extras.values()):
        at = at + 1 if adjacent and number else kit.rng.choice(_places(kit, items))
        items.insert(at, extra)
    return items


def _places(kit: Kit, items: list[Item]) -> list[int]:
    """Give the places where an unlisted label may stand: anywhere, or behind a known one without a value."""
    # Right behind the post's block it could as well be a third role there.
    places = [at for at in range(len(items) + 1) if not (at and isinstance(items[at - 1], PostBlock))]
    if kit.markup.unlisted_place != "behind_empty":
        return places
    empty = [at for at in places if at and isinstance(before := items[at - 1], Pair) and not before.paragraphs]
    return empty or places


def _texts(item: Pair | Table) -> list[tuple[str, str]]:
    if isinstance(item, Pair):
        return [(item.label, text) for text in item.paragraphs]
    return [(item.label, cell.text) for row in item.rows for cell in row]


def _style(kit: Kit, item: Item) -> str:
    """Say what the item shares with its neighbours: pairs of one style make one run."""
    if isinstance(item, Pair):
        return kit.markup.prose_style if item.prose else kit.markup.scalar_style
    return item.name


def _write(kit: Kit, run: list[Item], written: Written) -> str:
    """Write a run: pairs that share a style, or a single item of another kind."""
    for item in run:
        if item.name == "unlisted" and isinstance(item, Pair | Table):
            written.extras += _texts(item)
    first = run[0]
    if isinstance(first, Table):
        paginated = first.name == "other_themes" or kit.markup.pager_everywhere
        markup, extra = write_table(kit, first, paginated=paginated)
        written.extras += extra
        return markup
    if isinstance(first, PostBlock):
        return write_post(kit, first)
    if isinstance(first, Sentence):
        return _sentence(kit, first)
    pairs = [(kit.label(item.label), Value(item.paragraphs, item.prose)) for item in run if isinstance(item, Pair)]
    return write_pairs(kit, _style(kit, first), pairs)


def _sentence(kit: Kit, sentence: Sentence) -> str:
    text = kit.label(sentence.text, end=False)
    return kit.rng.choice(("<p>{}</p>", "<div>{}</div>", "<div><span>{}</span></div>", "<p><em>{}</em></p>")).format(
        text
    )


def _pane(kit: Kit, item: Pair | Table, written: Written) -> tuple[str, str]:
    """Write a long text or a table without its title, which stands in its tab."""
    if item.name == "unlisted":
        written.extras += _texts(item)
    if isinstance(item, Pair):
        return kit.label(item.label), kit.flow(Value(item.paragraphs, item.prose))
    paginated = item.name == "other_themes" or kit.markup.pager_everywhere
    body, extra = write_table(kit, item, paginated=paginated, bare=True)
    written.extras += extra
    return kit.label(item.label, end=False), body


def _in_section_panes(kit: Kit, items: list[Item], written: Written) -> list[str]:
    """Write neighbouring long texts and tables as tabs, everything else as it comes."""
    parts: list[str] = []
    for is_paned, group in groupby(
        items, lambda item: isinstance(item, Table) or (isinstance(item, Pair) and item.prose)
    ):
        if is_paned:
            tabs = [_pane(kit, item, written) for item in group if isinstance(item, Pair | Table)]
            parts.append(in_panes(kit, tabs) if len(tabs) > 1 else titled(kit, *tabs[0], "heading"))
        else:
            parts += [_write(kit, run, written) for _, run in _runs(kit, list(group))]
    return parts


def _in_group_panes(kit: Kit, items: list[Item], written: Written) -> list[str]:
    """Write the page in tabs, each with a group of labels."""
    starts = [at for at, item in enumerate(items) if item.name in GROUP_TITLES]
    parts = [_write(kit, run, written) for _, run in _runs(kit, items[: starts[0]])]
    tabs = []
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        content = "\n".join(_write(kit, run, written) for _, run in _runs(kit, items[start:end]))
        tabs.append((GROUP_TITLES[items[start].name], content))
    return [*parts, in_panes(kit, tabs)]


def _content(kit: Kit, facts: Facts, written: Written) -> list[str]:
    items = _with_unlisted(kit, list(page_items(facts, amounts=kit.markup.amounts)))
    if kit.markup.panes == "sections":
        return _in_section_panes(kit, items, written)
    if kit.markup.panes == "groups":
        return _in_group_panes(kit, items, written)
    parts = []
    for _, run in _runs(kit, items):
        text = _write(kit, run, written)
        title = GROUP_TITLES.get(run[0].name)
        if title and kit.markup.group_titles == "h2":
            text = f"<h2>{title}</h2>\n{text}"
        if title and kit.markup.group_titles == "fieldset":
            text = titled(kit, title, text, "legend")
        parts.append(text)
    return parts


def _runs(kit: Kit, items: list[Item]) -> list[tuple[str, list[Item]]]:
    """Cut the items into runs: pairs of one style that follow each other, or a single item of another kind."""
    runs: list[tuple[str, list[Item]]] = []
    for item in items:
        key = _style(kit, item)
        starts_group = kit.markup.group_titles != "none" and item.name in GROUP_TITLES
        if runs and isinstance(item, Pair) and runs[-1][0] == key and not starts_group:
            runs[-1][1].append(item)
        else:
            runs.append((key, [item]))
    return runs


def write_html(facts: Facts, markup: Markup) -> Written:
    """Write the page, and say what it holds beside the record."""
    kit, written = Kit(markup), Written()
    opened, closed = main_tags(kit)
    content = _content(kit, facts, written)
    if markup.end_tags == "stray":
        content = [part + (stray_end_tag(kit.rng) if kit.rng.random() < 0.4 else "") for part in content]
    if markup.end_tags == "stray_div":
        content.insert(kit.rng.randint(1, len(content)), "</div>")
    if markup.hidden != "none":
        content = [part + ("\n" + hidden_piece(kit) if kit.rng.random() < 0.5 else "") for part in content]
    inside, _, behind = "\n".join([*content, *below_content(kit)]).partition(END_OF_BOX)
    main = "\n".join([opened, main_start(kit), inside, closed, *filter(None, (behind, *behind_content(kit)))])
    page = opening(kit) + before_main(kit) + before_content(kit) + misnested(main, markup.nesting, kit.rng)
    if markup.end_tags == "omitted":
        page = without_end_tags(page, kit.rng)
    page = with_line_ends(with_tags(page + closing(kit), markup.tags), markup.newlines, kit.rng)
    written.data = encoded(page, markup)
    written.frame = frame_texts(markup.frame, markup.scalar_style)
    written.goes_on = markup.pager != "none" and markup.pager_pages > 1
    base = SITE if markup.link_form == "absolute" else markup.url
    written.link_base = base if links_are_written(kit) else None
    return written


def render_html(facts: Facts, markup: Markup) -> bytes:
    """Write the page as bytes.

    Args:
        facts: what the page states.
        markup: how it is written.
    """
    return write_html(facts, markup).data
