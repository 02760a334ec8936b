"""Tables of a page: heading and caption, header rows, empty ones, boxes, paginators; and titles of sections."""

from .cells_html import body_row, header_row, merged_rows, shuffled, with_hidden, with_unlisted_column
from .items import Table
from .kit import Kit, Value
from .labels import NO_ROWS
from .labels_html import write_pairs

END_OF_BOX = "<!-- end of box -->"
"""Stands where the box around the content ends, on pages that end it before their last table."""
BOXES = {
    "div": '<div class="tableau">{}</div>',
    "fr-table": '<div class="fr-table">{}</div>',
    "center": "<center>{}</center>",
}


def titled(kit: Kit, title: str, content: str, way: str) -> str:
    """Put a title, which is markup already, over a part of the page."""
    if way == "legend":
        return kit.element("fieldset", "boite", f"<legend>{title}</legend>\n{content}")
    if way == "bold":
        return f"<p><b>{title}</b></p>\n{content}"
    if way == "as_label":
        return write_pairs(kit, kit.markup.prose_style, [(title, Value(ready=content))])
    return f"{kit.element(kit.markup.heading, 'titre', title)}\n{content}"


def write_table(kit: Kit, table: Table, *, paginated: bool, bare: bool = False) -> tuple[str, list[tuple[str, str]]]:
    """Write a table with its title, or bare; gives the texts of a column that nobody has listed besides."""
    markup, way = kit.markup, kit.markup.table_title
    extra: list[tuple[str, str]] = []
    if markup.unlisted_columns and kit.rng.random() < 0.5:
        table, extra = with_unlisted_column(kit, table)
    if markup.shuffled:
        table = shuffled(kit, table)
    verbatim = kit.escaped(table.label, markup.label_entities)
    title = kit.label(table.label) if markup.title_case == "as_label" else verbatim
    no_table = not table.rows and markup.empty_table == "only_p"
    body = f"<p>{NO_ROWS}</p>" if no_table else _table(kit, table, title)
    body = BOXES.get(markup.table_box, "{}").replace("{}", body)
    if not table.rows and markup.empty_table == "tbody_p":
        body += f"\n<p>{NO_ROWS}</p>"
    if paginated and markup.pager != "none":
        body += "\n" + write_pager(kit, table.name)
    if bare:
        return body, extra
    if markup.table_behind and table.name == "volunteers":
        body = END_OF_BOX + body
    headless = not table.rows and markup.empty_table in {"only_p", "headless_bare"}
    if (way == "caption" and not no_table) or (way == "first_row" and not headless):
        return body, extra
    return titled(kit, kit.label(table.label) if way == "as_label" else title, body, way), extra


def _table(kit: Kit, table: Table, title: str) -> str:
    markup = kit.markup
    ids = [f"{kit.new_id()}c" for _ in table.columns]
    head = header_row(kit, table, ids)
    width = len(table.columns) + (markup.hidden_id != "none")
    top = f'<tr><th colspan="{width}">{title}</th></tr>\n{head}' if markup.table_title == "first_row" else head
    if markup.header_again == "top":
        top += f"\n{head}"
    spans = merged_rows(kit, table)
    rows = [body_row(kit, table, number, ids, covers) for number, covers in enumerate(spans)]
    if markup.header_again == "middle" and len(rows) > 1 and spans[1]:
        rows.insert(1, head.replace(' id="', ' data-id="'))
    if not rows and markup.empty_table == "row":
        cell = f'<td colspan="{len(table.columns)}">{NO_ROWS}</td>'
        rows = [f"<tr>{with_hidden(kit, '', 'td', [cell])}</tr>"]
    if not rows and markup.empty_table == "headless_bare":
        top = ""
    body = "\n".join(rows)
    if markup.sections == "thead_tbody":
        inner = f"<thead>\n{top}\n</thead>\n<tbody>\n{body}\n</tbody>" if top else f"<tbody>{body}</tbody>"
    else:
        inner = f"<tbody>\n{top}\n{body}\n</tbody>" if markup.sections == "tbody" else f"{top}\n{body}"
    caption = markup.caption or markup.table_title == "caption"
    words = f"<caption>{kit.escaped(table.label, markup.label_entities)}</caption>\n" if caption else ""
    summary = f' summary="{kit.escaped(table.label, "raw", attribute=True)}"' if markup.ids else ""
    return f"<table{kit.classes('table')}{summary}>\n{words}{inner}\n</table>"


def write_pager(kit: Kit, name: str) -> str:
    """Write the paginator below a table: an element per item, `a` where enabled."""
    markup = kit.markup
    before, after = (
        ("&lt; Précédent", "Suivant &gt;") if markup.pager == "text"
        else ("&lt; pagination.page.precedent", "pagination.page.suivant &gt;")
    )  # fmt: skip
    more = markup.pager_pages > 1
    current = {"b": "<b>1</b>", "strong": "<strong>1</strong>", "aria": '<a aria-current="page"><b>1</b></a>'}
    # From 1,000 on the site puts a no-break space into the number.
    numbers = [(f"{page:,}".replace(",", "&nbsp;"), page > 1) for page in range(1, markup.pager_pages + 1)]
    numbers[0] = current.get(markup.pager_current, "1"), False
    entries = [("&lt;&lt;", False), (before, False), *numbers, (after, more), ("&gt;&gt;", more)]
    if markup.pager_markup == "plain":
        return f"<p>{' '.join(text for text, _ in entries)}</p>"
    shown: list[str] = []
    for text, enabled in entries:
        target = f"/cncdext/dyn/public/atlas/detailProjet.html?d-{name}-p={len(shown)}"
        link = enabled or markup.pager_markup == "links_only"
        is_bare = text in current.values()
        shown.append(text if is_bare else f'<a href="{target}">{text}</a>' if link else f"<span>{text}</span>")
    if markup.pager_markup == "list":
        return kit.element("ul", "pages", "\n".join(f"<li>{item}</li>" for item in shown))
    return kit.element("div", "pages", "\n".join(shown))
