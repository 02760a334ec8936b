"""Pages in markups that developers are seldom seen to write, each whole in one way of pairing labels with values.

`html` draws every choice of a page by itself; here a page is of one piece, and what is tried is the pair. `{0}` is the
label, `{1}` the value, `{id}` a number that the page has once.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from .facts import Facts
from .items import Item, Pair, PostBlock, Sentence, Table, page_items
from .odd_tables_html import TABLES, TableWay, write_odd_table

PAIRS = {
    "web component": '<x-field><span slot="label">{0}</span><span slot="value">{1}</span></x-field>',
    "component with boxes": "<app-row><app-label>{0}</app-label><app-value>{1}</app-value></app-row>",
    "definition list in a table": "<table><tr><td><dl><dt>{0}</dt><dd>{1}</dd></dl></td></tr></table>",
    "details": "<details open><summary>{0}</summary>{1}</details>",
    "grid of spans": '<span class="g1">{0}</span><span class="g2">{1}</span><br>',
    "labelled group": '<div role="group" aria-labelledby="l{id}"><span id="l{id}">{0}</span><div>{1}</div></div>',
    "fieldset and legend": "<fieldset><legend>{0}</legend>{1}</fieldset>",
    "heading and text node": "<h4>{0}</h4>{1}",
    "output": '<div><label for="o{id}">{0}</label> <output id="o{id}">{1}</output></div>',
    "output within its label": "<p><label>{0} <output>{1}</output></label></p>",
    "icon in the label": '<div><i class="icon" aria-hidden="true"></i><b>{0}</b><div class="v">{1}</div></div>',
    "ligature in the label": '<div><b><i aria-hidden="true">chevron_right</i>{0}</b><div class="v">{1}</div></div>',
    "nested tables": "<table><tr><td><table><tr><td><b>{0}</b></td></tr></table></td>"
    "<td><table><tr><td>{1}</td></tr></table></td></tr></table>",
    "boxes in cells": "<table><tr><td><p>{0}</p></td><td><div>{1}</div></td></tr></table>",
    "colon in a cell": "<table><tr><td>{0}</td><td>:</td><td>{1}</td></tr></table>",
    "named box": '<div data-label="{0}">{1}</div>',
    "value above": '<div class="tile"><div class="figure">{1}</div><div class="name">{0}</div></div>',
    "strong and line break": "<p><strong>{0}</strong><br>{1}</p>",
    "list in a list": "<ul><li>{0}<ul><li>{1}</li></ul></li></ul>",
    "time and data": '<div class="f"><span class="n">{0}</span><data value="x">{1}</data></div>',
    "article with header": "<article><header>{0}</header><div>{1}</div></article>",
    "figure": "<figure><figcaption>{0}</figcaption><div>{1}</div></figure>",
    "label with a colon of its own": "<div><span>{0}</span><span> : </span><span>{1}</span></div>",
    "row of two columns": '<div class="row"><div class="col-4">{0}</div><div class="col-8"><p>{1}</p></div></div>',
    "dash": "<p><em>{0}</em> – {1}</p>",
    "arrow and nothing else": "<p>{0} → {1}</p>",
    "stray end tag": "<table><tr><td>{0}</td></td>{1}</td></tr></table>",
    "style of its own": '<p style="font-weight: bold">{0}</p><p>{1}</p>',
    "columns of a grid": '<div style="grid-column:1">{0}</div><div style="grid-column:2">{1}</div>',
    "colour of a font": '<font color="navy">{0}</font><br><font>{1}</font><br>',
    "colour of a cell": '<table><tr><td bgcolor="#DDEEFF">{0}</td></tr><tr><td>{1}</td></tr></table>',
    "help button": '<div><b><span>{0}</span> <button type="button">?</button></b> <span>{1}</span></div>',
    "badge of the State": '<div class="fr-mb-4w"><h3 class="fr-h6">{0}</h3><p class="fr-badge">{1}</p></div>',
    "blocks of WordPress": '<div class="wp-block-columns"><div class="wp-block-column"><p><b>{0}</b></p></div>'
    '<div class="wp-block-column"><p>{1}</p></div></div>',
    "field of Drupal 7": '<section class="field field-name-f{id}"><h2 class="field-label">{0}:&nbsp;</h2>'
    '<div class="field-items"><div class="field-item even">{1}</div></div></section>',
    "component of Angular": '<app-row _nghost-c11><div _ngcontent-c12 class="label">{0}</div>'
    '<div _ngcontent-c12 class="value">{1}</div></app-row>',
    "saved by Word": "<p class=MsoNormal><b><span lang=FR>{0}<o:p></o:p></span></b></p>"
    '<p class=MsoNormal><span style="font-size:11.0pt">{1}<o:p></o:p></span></p>',
    "dots that lead over": "<p>{0} ........ {1}</p>",
    "field list of Sphinx": '<dl class="field-list"><dt class="field-odd">{0}<span class="colon">:</span></dt>'
    '<dd class="field-odd"><p>{1}</p></dd></dl>',
    "form of SharePoint": '<table><tr><td class="ms-formlabel"><h3><nobr>{0}</nobr></h3></td>'
    '<td class="ms-formbody"><!-- FieldType="SPFieldText" -->{1}&nbsp;</td></tr></table>',
    "term and definition": '<div><div role="term">{0}</div><div role="definition">{1}</div></div>',
    "bold value": "<p>{0} : <strong>{1}</strong></p>",
    "colon for readers of screens": '<div><b>{0}<span class="sr-only"> : </span></b><span>{1}</span></div>',
    "list of Word": "<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>{0} : {1}</p>",
    "list of Word in bold": "<p class=MsoListParagraph><span>·<span>&nbsp;&nbsp; </span></span><b>{0}</b> : {1}</p>",
    "bullet": "<p>• {0} : {1}</p>",
    "bullet and tab": "<p>•\t{0} : {1}</p>",
    "icon of a font": '<p><i class="fa">&#xf02e;</i> <b>{0}</b> : {1}</p>',
    "triangle": "<p>► <b>{0}</b> : {1}</p>",
    "bullet of SPIP": '<p><img class="puce" src="puce.gif" alt="-">&nbsp;<strong>{0}</strong> : {1}</p>',
    "box that a tick opens": '<div><input type="checkbox" id="t{id}"><label for="t{id}">{0}</label>'
    "<div>{1}</div></div>",
    "tab that a choice opens": '<div><input type="radio" name="t" id="r{id}"><label for="r{id}">{0}</label>'
    "<section>{1}</section></div>",
    "shadow of a component": '<x-field><template shadowrootmode="open"><b>{0}</b><div>{1}</div></template></x-field>',
    "slots of a shadow": '<x-field><template shadowrootmode="open"><b><slot name="l"></slot></b>'
    '<div><slot></slot></div></template><span slot="l">{0}</span><div>{1}</div></x-field>',
    "field of Drupal": '<div class="field field--name-f{id}"><div class="field__label">{0}</div>'
    '<div class="field__item">{1}</div></div>',
    "field of Joomla": '<dl><dd class="field-entry f{id}"><span class="field-label">{0} : </span>'
    '<span class="field-value">{1}</span></dd></dl>',
    "property of microdata": '<div itemprop="additionalProperty" itemscope><span itemprop="name">{0}</span>: '
    '<span itemprop="value">{1}</span></div>',
    "pictures that hold places": '<table><tr><td width="10"><img src="s.gif" alt=""></td>'
    '<td><font size="2"><b>{0}</b></font></td><td width="10"><img src="s.gif" alt=""></td>'
    '<td><font size="2">{1}</font></td></tr></table>',
    "cell that indents": '<table><tr><td colspan="2"><b>{0}</b></td></tr>'
    '<tr><td width="20">&nbsp;</td><td>{1}</td></tr></table>',
    "link to the heading": '<h3 id="h{id}">{0}<a href="#h{id}" title="Lien permanent">¶</a></h3><p>{1}</p>',
    "sign before the heading": '<h3 id="h{id}"><a href="#h{id}" aria-hidden="true">#</a>{0}</h3><p>{1}</p>',
    "message in Outlook": '<p class="x_MsoNormal"><b><span style="font-size:10pt">{0}</span></b>'
    '<span style="font-size:10pt"><br>{1}</span></p>',
    "quoted message": '<blockquote type="cite"><div><b>{0}</b></div><div>{1}</div></blockquote>',
    "saved by LibreOffice": '<p style="margin-bottom:0cm"><font face="Arial"><font size="2"><b>{0} :</b></font></font>'
    '<font face="Arial"><font size="2"> {1}</font></font></p>',
    "saved by a reader": '<div lang="fr"><p nodeIndex="{id}"><strong>{0}</strong></p>'
    '<p nodeIndex="b{id}">{1}</p></div>',
    "quotation marks": "<p>« {0} » : {1}</p>",
    "gap of spaces": "<p>{0}&nbsp;&nbsp;&nbsp; {1}</p>",
    "heading of a wiki": '<h3><span id="s{id}">{0}</span><span>[</span><a href="/e">modifier</a><span> | </span>'
    '<a href="/e">modifier le code</a><span>]</span></h3><p>{1}</p>',
    "element of TYPO3": '<div id="c{id}" class="frame"><header><h3>{0}</h3></header><div><p>{1}</p></div></div>',
    "view of Drupal": '<div class="views-field views-field-{id}"><span class="views-label">{0} : </span>'
    '<span class="field-content">{1}</span></div>',
    "field of Plone": '<div class="field" data-fieldname="f{id}"><label for="f{id}"><span>{0}</span></label>'
    '<div class="widget"><span id="f{id}">{1}</span></div></div>',
    "file saved whole": "<div style=display:flex><div style=font-weight:700;width:200px>{0}</div>"
    "<div style=flex:1>{1}</div></div>",
    "message sent on": '<div style="font-family:Arial"><b>{0}</b></div><div style="font-family:Arial">{1}</div>',
    "tabs of Word": "<p class=MsoNormal><b>{0}</b><span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
    "{1}</p>",
    "property of schema.org": '<div itemscope><span itemprop="name">{0}</span>'
    '<meta itemprop="propertyID" content="{id}"> <span itemprop="value">{1}</span></div>',
    "page of a book": '<p class="calibre1"><span class="bold">{0}</span></p><p class="calibre2">{1}</p>',
    "spacers in a row": '<table><tr><td>&nbsp;</td><td class="l">{0}</td><td>&nbsp;</td><td>{1}</td></tr></table>',
    "dialog": '<p><button type="button" onclick="d{id}.showModal()">{0}</button></p><dialog id="d{id}"><h2>{0}</h2>'
    '<form method="dialog"><button aria-label="Fermer">×</button></form><div>{1}</div></dialog>',
    "dialog without a title": '<h3>{0}</h3><button>Voir</button><dialog id="d{id}"><div>{1}</div></dialog>',
    "dialog of the State": '<button data-fr-opened="false" aria-controls="m{id}">{0}</button><dialog id="m{id}" '
    'class="fr-modal" role="dialog"><button class="fr-btn">Fermer</button><div><h1>{0}</h1>{1}</div></dialog>',
    "dialog by its role": '<button>{0}</button><div class="modal fade" role="dialog" aria-hidden="true"><div '
    'role="document"><div class="head"><h5>{0}</h5></div><div>{1}</div></div></div>',
    "dialog under a cover": '<button>Voir : {0}</button><div aria-hidden="true" id="m{id}"><div tabindex="-1">'
    '<div role="dialog" aria-modal="true"><h2>{0}</h2><main>{1}</main></div></div></div>',
    "what pops up": '<p><button popovertarget="p{id}">Voir : {0}</button></p><div popover id="p{id}"><h2>{0}</h2>'
    '{1}<button popovertarget="p{id}" popovertargetaction="hide">Fermer</button></div>',
    "dialog without a role": '<button data-bs-toggle="modal">{0}</button><div class="modal fade" tabindex="-1">'
    '<div><h5>{0}</h5><button aria-label="Fermer"></button></div><div>{1}</div><button>Fermer</button></div>',
    "stretches made boxes": '<div><span style="display:block">{0}</span><span style="display: block">{1}</span></div>',
    "stretches made boxes by a rule": "<style>.k, .v {{ display: flex }}</style>"
    '<div><b class="k">{0}</b> <span class="v">{1}</span></div>',
    "stretch around a pair": '<span style="display:table"><span>{0}</span> <span>{1}</span></span>',
    "label on a line of its own": '<label style="display:block">{0}</label> <span>{1}</span><br>',
    "words to copy each value": '<div class="f"><dt>{0}</dt><dd>{1}<span inert> Copier la valeur</span></dd></div>',
    "words before each value": '<p><b>{0}</b><br><span class="sr-only">Valeur : </span><span>{1}</span></p>',
    "drawing that holds elements": '<svg><g><switch><foreignObject width="100%"><div><h4>{0}</h4><div>{1}</div></div>'
    "</foreignObject><text>…</text></switch></g></svg>",
    "flex in reverse": '<div style="display:flex;flex-direction:row-reverse"><span class="v">{1}</span>'
    '<span class="l">{0}</span></div>',
    "header behind the value": "<table><tr><td>{1}</td><th>{0}</th></tr><tr><td></td><th></th></tr></table>",
    "name behind the value": '<div><span aria-labelledby="n{id}">{1}</span><span id="n{id}">{0}</span></div>',
    "tip": '<div><h4>{0}</h4><div role="tooltip">{1}</div></div>',
}
"""Ways to write a label and its value, by name."""
MODES = ("links", "omitted", "spaces", "unlisted", "wrapped")
"""What makes a page hard: dead links, boxes of empty values left out, spaces, unlisted labels, line feeds."""


class OddPage(NamedTuple):
    """A page, and the words of unlisted labels that a reader must keep."""

    data: bytes
    unlisted: tuple[str, ...]


def write_odd_page(
    facts: Facts,
    name: str,
    rng: random.Random,
    modes: frozenset[str] = frozenset(),
    *,
    table: str = "table",
    order: Callable[[list[Item]], Iterable[Item]] = iter,
) -> OddPage:
    """Write facts as a page.

    Args:
        facts: what the page says; links are left out.
        name: of the way to write a pair, one of `PAIRS`.
        rng: decides the rest.
        modes: some of `MODES`.
        table: of the way to write a table, one of `odd_tables_html.TABLES`.
        order: puts the items of the page in another order.
    """
    writer = _Writer(PAIRS[name], TABLES[table], rng, modes)
    body = "\n".join(text for item in order(list(page_items(facts))) for text in writer.item(item))
    html = f"<!DOCTYPE html><html><head><title>Fiche</title></head><body><main>{body}</main></body></html>"
    return OddPage(html.encode(), tuple(writer.unlisted))


class _Writer:
    def __init__(self, pair: str, table: TableWay, rng: random.Random, modes: frozenset[str]) -> None:
        self.pair_of, self.table_way, self.rng, self.modes = pair, table, rng, modes
        self.unlisted: list[str] = []
        self._number = 0
        write: dict[type[Item], Callable[..., Iterator[str]]] = {
            Pair: self._pairs, Table: self._table, PostBlock: self._post, Sentence: self._sentence,
        }  # fmt: skip
        self._write = write

    def item(self, item: Item) -> Iterator[str]:
        """Write an item of the page, and what stands behind it."""
        return self._write[type(item)](item)

    def _pairs(self, item: Pair) -> Iterator[str]:
        yield self._pair(item.label, "<br>".join(self._value(text) for text in item.paragraphs))
        if "unlisted" in self.modes and not item.prose and self.rng.random() < 0.3:
            self.unlisted.append(f"Repère {len(self.unlisted) + 1}")
            yield self._pair(self.unlisted[-1], f"valeur {self.rng.randrange(10**6)}")

    def _pair(self, label: str, value: str) -> str:
        self._number += 1
        written = self.pair_of if value or "omitted" not in self.modes else self._without_value()
        return written.format(self._label(label), value, id=self._number)

    def _without_value(self) -> str:
        """Leave out the innermost element of a value, where it has one of its own."""
        start, end = self.pair_of.index("{1}"), self.pair_of.index("{1}") + 3
        opens, closes = self.pair_of.rfind("<", 0, start), self.pair_of.find(">", end) + 1
        has_own = (
            self.pair_of[start - 1] == ">" and self.pair_of[opens + 1] != "/" and self.pair_of[end : end + 2] == "</"
        )
        return (
            self.pair_of[:opens] + self.pair_of[closes:]
            if has_own and "{0}" not in self.pair_of[opens:closes]
            else self.pair_of
        )

    def _label(self, text: str) -> str:
        text = escape(text, quote=True)
        if "spaces" in self.modes:
            text = text.replace(" ", "&nbsp;", 1) if self.rng.random() < 0.5 else f"&nbsp;{text} "
        return text.replace(" ", "\n    ", 1) if "wrapped" in self.modes else text

    def _value(self, text: str) -> str:
        lines = [escape(line, quote=False) for line in text.split("\n")]
        if "links" in self.modes and self.rng.random() < 0.5:
            lines = [f'<a href="#">{line}</a>' for line in lines]
        return "<br>".join(lines)

    def _table(self, table: Table) -> Iterator[str]:
        yield f"<h3>{escape(table.label)}</h3>{write_odd_table(table, self.table_way, self._value)}"

    def _post(self, block: PostBlock) -> Iterator[str]:
        yield f"<h3>{escape(block.label)}</h3>"
        for contact in block.post.contacts:
            if contact.absent:
                yield f"<p>{escape(contact.absent)}</p>"
                continue
            if contact.role:
                yield f"<p><b>{escape(contact.role)}</b></p><p>{escape(contact.name or '')}</p>"
            yield f"<p>Courriel : {escape(contact.email or '')}</p>"

    def _sentence(self, sentence: Sentence) -> Iterator[str]:
        yield f"<p>{escape(sentence.text)}</p>"
