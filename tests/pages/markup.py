"""How a page may be written in HTML: independent choices, each with the values it can take.

The first value of a choice is the plainest, so that hypothesis shrinks towards it. A value that only a hard
page takes is listed under `hard`.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from hypothesis import strategies as st

from .expected import SITE

STYLES = (
    "dl", "dl_each", "dl_div", "table_td", "table_th", "table_four", "p_bold", "p_strong_br", "heading", "heading_box",
    "fieldset", "span_div", "span_span", "span_multi", "label_input", "label_span", "ul_colon", "ul_bold", "grid",
    "grid_deep", "div_div", "dsfr_row", "dsfr_accordion", "dsfr_card", "custom", "nineties", "bold_br", "details",
)  # fmt: skip
WRITTEN_FLAT = ("p_bold", "p_strong_br", "ul_colon", "ul_bold", "nineties", "bold_br", "label_input", "span_span",
                "span_multi", "label_span", "table_four", "span_div")  # fmt: skip
"""Styles whose value is a run of text, so that a table cannot be one."""


def one_of(*values: object, hard: Sequence[object] = ()) -> Any:
    """Declare a choice."""
    return field(default=values[0], metadata={"values": values, "hard": tuple(hard)})


@dataclass(frozen=True)
class Markup:
    """One way of writing a page."""

    seed: int = 0
    """Decides what is too small to be a choice: class names, which words are emphasised."""
    # --- labels and values
    scalar_style: str = one_of(*STYLES, hard=("plain",))
    prose_style: str = one_of("same", "same", "same", *STYLES)
    post_style: str = one_of("same", "heading_p", "block_br", "spans", "table", *STYLES)
    empty_value: str = one_of("element", "omitted", "nbsp")
    scalar_wrap: str = one_of("none", "none", "p", "span", "div")
    heading: str = one_of("h3", "h2", "h4", "h5")
    class_names: str = one_of("words", "hash", "none", "role")
    label_case: str = one_of("verbatim", "verbatim", "upper", "upper_ascii")
    label_apostrophe: str = one_of("straight", "straight", "curly", "missing")
    label_space: str = one_of("plain", "plain", "nbsp", "wrapped")
    label_end: str = one_of("none", "none", "colon", "nbsp_colon")
    label_extra: str = one_of("none", "none", "abbr", "star", "empty_star", "anchor", "nested", hard=("help_link",))
    label_entities: str = one_of("raw", "named", "numeric")
    post_quote: str = one_of("straight", "entity", "guillemets", "element")
    email_form: str = one_of("text", "mailto", "span")
    # --- data
    data_entities: str = one_of("raw", "named", "numeric", "mixed", "double")
    data_spaces: str = one_of("plain", "plain", "typographic", hard=("zero_width",))
    data_unicode: str = one_of("nfc", hard=("nfd",))
    amounts: str = one_of("plain", "nbsp", "narrow", "point", "decimals", "euro", "space", "currency")
    paragraph_cut: str = one_of("p", "br", "brbr", "div", "li", "mixed", "p_span", hard=("pre",))
    inline: str = one_of("none", "links", "emphasis", "spans", hard=("strong",))
    source_wrap: str = one_of("none", "none", "indented", "wrapped")
    # --- tables
    table_title: str = one_of("heading", "heading", "as_label", "caption", "bold", "legend", "first_row")
    caption: bool = one_of(False, True)
    title_case: str = one_of("verbatim", "as_label")
    header_cells: str = one_of("th", "td", "td_bold")
    header_break: bool = one_of(False, hard=(False, True))
    """A line break within a column's header."""
    sections: str = one_of("thead_tbody", "tbody", "none")
    ids: bool = one_of(False, False, True)
    header_colspan: str = one_of("none", "none", "equal", "icon")
    rowspan: bool = one_of(False, False, True)
    empty_colspan: bool = one_of(False, False, True)
    icon_header: str = one_of("nbsp", "empty", "img")
    icon_cell: str = one_of("a_img", "img", "a_title", "empty", hard=("a_text",))
    link_at: str = one_of("icon", "name", "both")
    link_form: str = one_of("rooted", "absolute", "session", "dead", "relative")
    hidden_id: str = one_of("none", "none", "first", "last")
    empty_table: str = one_of("tbody_p", "row", "only_p", "bare", "headless_bare")
    cell_wrap: str = one_of("none", "none", "p", "div", "ul", "span", "nested", "font", "a", "br")
    ragged: bool = one_of(False, False, True)
    shuffled: bool = one_of(False, False, True)
    header_again: str = one_of("none", "none", "top", "middle")
    pager: str = one_of("text", "keys", "none")
    pager_markup: str = one_of("spans", "list", "links_only", "plain")
    pager_pages: int = one_of(1, 1, 3, hard=(1001,))
    pager_everywhere: bool = one_of(False, True)
    table_box: str = one_of("none", "div", "fr-table", "center")
    # --- the page around
    doctype: str = one_of("html5", "xhtml_prolog", "html4", "none")
    blank_lines: bool = one_of(False, True)
    newlines: str = one_of("lf", "crlf", "mixed")
    tags: str = one_of("lower", "lower", "upper", "html")
    """`upper` writes `<TABLE>` and `<BR>`, `html` writes `<br>` for `<br/>`."""
    main: str = one_of("div_main", "main", "div_content", "article", "form", hard=("nothing", "layout_table"))
    menu: str = one_of("none", "nav", "ul", "table", "toc_nav", hard=("toc_in_main",))
    breadcrumb: str = one_of("resolved", "keys", "none")
    breadcrumb_markup: str = one_of("p", "ol", "fr-breadcrumb", "div")
    site_title: str = one_of("h1", "h1_in_main", "logo", "none")
    scripts: str = one_of("none", "head", "content")
    hidden: str = one_of("none", "div", "style", "input", "template", "noscript", "comment", "mso", "dialog", "several")
    extras: str = one_of("none", "search", "cookies", "login", "all")
    footer: str = one_of("none", "footer", "div", "links")
    group_titles: str = one_of("none", hard=("none", "h2", "fieldset"))
    encoding: str = one_of("utf-8", "utf-8-bom", "cp1252-as-latin1", "utf-8-as-latin1", "utf-16-bom")
    """`cp1252-undeclared` is there too, to be pinned: whether such a page is read or refused is the parser's choice."""
    url: str | None = one_of(SITE + "?criteres.prjId=14565", None)
    # --- hard things
    unlisted: str = one_of("none", hard=("text", "prose", "table", "several", "none"))
    unlisted_columns: bool = one_of(False, hard=(True,))
    label_lines: bool = one_of(False, hard=(True,))
    """Lines of the prose that equal labels; `page.make_page` puts them into the facts."""
    end_tags: str = one_of("all", hard=("omitted", "stray", "stray_div", "all"))
    # --- what made readers lose a part of a page; below everything else, so that a seed's other choices stay
    dead_links: str = one_of("none", "none", hard=("values", "words"))
    """Values, or words within prose, in links that lead nowhere."""
    panes: str = one_of("none", "none", hard=("groups", "sections"))
    """Tabs: a pane for each group of labels, or for each long text and table, whose name stands in its tab alone."""
    pane_hidden: str = one_of("display_none", "aria_hidden", "hidden", "rule")
    """How the panes of tabs that are not chosen are hidden."""
    pane_named: str = one_of("labelledby", "controls", "href")
    table_behind: bool = one_of(False, False, hard=(True,))
    """All labels in one box, the rows of the last table behind it."""
    unlisted_place: str = one_of("anywhere", hard=("behind_empty", "adjacent"))
    pager_current: str = one_of("span", "span", hard=("b", "strong", "aria"))
    """How the number of the page shown is marked."""
    nesting: str = one_of("right", "right", hard=("swapped", "overlapping"))
    """`swapped` closes an inline element behind its block, `overlapping` crosses two inline elements."""
    frame: str = one_of("none", "none", hard=("side", "side_like_labels", "foot", "below"))
    """Text without a landmark that stands on each page of the site; `below` within the content."""

    @property
    def hard(self) -> bool:
        """Whether a value was taken that only hard pages take."""
        return any(
            getattr(self, each.name) in each.metadata["hard"]
            and getattr(self, each.name) not in each.metadata["values"]
            for each in fields(self)
            if each.metadata
        )


def choices_of(markup: object) -> Iterator[tuple[str, object]]:
    """Give the choices made, by name; for the report of which choice breaks the parser."""
    return ((each.name, getattr(markup, each.name)) for each in fields(markup) if each.metadata)  # type: ignore[arg-type]  # any of our dataclasses


def settled(markup: Markup) -> Markup:
    """Put right the combinations that no page can have, or on which not even a person could read the page."""
    changes: dict[str, object] = {}
    scalar, prose = markup.scalar_style, markup.prose_style
    if prose == "same":
        prose = changes["prose_style"] = "p_bold" if scalar == "table_four" else scalar
    if scalar == "plain" or prose == "plain":
        changes |= {"scalar_style": "plain", "prose_style": "plain", "unlisted": "none", "label_lines": False,
                    "table_title": "heading", "empty_value": "omitted"}  # fmt: skip
        scalar = prose = "plain"
    if markup.post_style == "same":
        changes["post_style"] = scalar
    if markup.table_title == "as_label" and prose in WRITTEN_FLAT:
        changes["table_title"] = "heading"
    if markup.source_wrap == "wrapped" and markup.paragraph_cut == "pre":
        changes["source_wrap"] = "none"
    return replace(markup, **changes | _settled_around(markup))  # type: ignore[arg-type]  # idem


def _settled_around(markup: Markup) -> dict[str, object]:
    """Settle what stands around labels and values: boxes, panes, frames, links."""
    changes: dict[str, object] = {}
    if markup.dead_links == "values" and markup.cell_wrap == "a":
        changes["cell_wrap"] = "none"  # no link within a link
    if markup.dead_links == "words" and markup.inline == "links":
        changes["inline"] = "none"
    if markup.panes != "none":
        changes |= {"group_titles": "none", "table_behind": False}
    elif markup.table_behind:
        changes["table_title"] = markup.table_title if markup.table_title == "bold" else "heading"
    # Nobody could tell these frames from the content of a page that has no box for it, or lost it.
    if markup.main == "nothing" or markup.end_tags == "stray_div" or (markup.table_behind and markup.frame == "foot"):
        changes["frame"] = "none"
    return changes


def choice_values(each: Any, *, hard: bool) -> tuple[Any, ...]:
    """Give the values that a choice can take."""
    values: tuple[Any, ...] = each.metadata["values"]
    return values + each.metadata["hard"] if hard else values


def random_markup(rng: random.Random, *, hard: bool = False, **fixed: Any) -> Markup:
    """Draw a way of writing a page; `fixed` pins choices by name."""
    drawn = {each.name: rng.choice(choice_values(each, hard=hard)) for each in fields(Markup) if each.metadata}
    return settled(Markup(**{"seed": rng.getrandbits(32), **drawn, **fixed}))


@st.composite
def markup_strategy(draw: st.DrawFn, /, *, hard: bool = False, **fixed: Any) -> Markup:
    """Draw a way of writing a page; every choice shrinks to its plainest value."""
    drawn = {
        each.name: draw(st.sampled_from(choice_values(each, hard=hard)))
        for each in fields(Markup)
        if each.metadata and each.name not in fixed
    }
    return settled(Markup(**{"seed": draw(st.integers(0, 2**16)), **drawn, **fixed}))
