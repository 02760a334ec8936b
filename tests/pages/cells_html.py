"""Cells of a page's tables: texts in wrappers, icons with links, header cells, the hidden column of ids."""

from .items import ONE_PERCENT_HEADER, Cell, Column, Table
from .kit import Kit

SITE_HOST = "https://pastel.diplomatie.gouv.fr"
UNLISTED_COLUMNS = ("Type de structure", "Téléphone", "Niveau d'intervention", "Observations")
UNLISTED_CELLS = ("Établissement public", "01 02 03 04 05", "départemental", "à confirmer avec la mairie", "")


def href(kit: Kit, path: str) -> str:
    """Write the address of a row's page as this page writes addresses."""
    form = kit.markup.link_form
    if form == "dead":
        return kit.rng.choice(("#", "javascript:void(0)"))
    if form == "session":
        page, _, query = path.partition("?")
        path = f"{page};jsessionid={kit.rng.getrandbits(64):016X}.node2?{query}"
    if form == "relative":
        path = path.rpartition("/")[2]
    return ((SITE_HOST if form == "absolute" else "") + path).replace("&", "&amp;")


def links_are_written(kit: Kit) -> bool:
    """Tell whether the page's rows lead anywhere."""
    markup = kit.markup
    return markup.link_form != "dead" and (
        markup.link_at != "icon" or markup.icon_cell in {"a_img", "a_title", "a_text"}
    )


def with_unlisted_column(kit: Kit, table: Table) -> tuple[Table, list[tuple[str, str]]]:
    """Put in a column that nobody has listed; gives its header and each of its texts besides."""
    at, header = kit.rng.randint(0, len(table.columns)), kit.rng.choice(UNLISTED_COLUMNS)
    texts = [kit.rng.choice(UNLISTED_CELLS) for _ in table.rows]
    rows = tuple((*row[:at], Cell(text), *row[at:]) for row, text in zip(table.rows, texts, strict=True))
    columns = (*table.columns[:at], Column(header), *table.columns[at:])
    return Table(table.name, table.label, columns, rows), [(header, text) for text in texts if text]


def shuffled(kit: Kit, table: Table) -> Table:
    """Put the columns into another order, the three equal ones among themselves as they were."""
    order = list(range(len(table.columns)))
    kit.rng.shuffle(order)
    equal = [index for index in sorted(order) if table.columns[index].header == ONE_PERCENT_HEADER]
    if equal and kit.markup.header_colspan == "equal":
        at = order.index(equal[0])
        order = [
            *(index for index in order[:at] if index not in equal),
            *equal,
            *(index for index in order[at:] if index not in equal),
        ]
    ranked = iter(equal)
    order = [next(ranked) if index in equal else index for index in order]
    rows = tuple(tuple(row[index] for index in order) for row in table.rows)
    return Table(table.name, table.label, tuple(table.columns[index] for index in order), rows)


def header_row(kit: Kit, table: Table, ids: list[str]) -> str:
    """Write the row of headers."""
    cells, index, merge = [], 0, kit.markup.header_colspan
    while index < len(table.columns):
        column, span = table.columns[index], 1
        unlisted = column.header in UNLISTED_COLUMNS
        if merge == "equal" and column.header == ONE_PERCENT_HEADER:
            span = sum(other.header == ONE_PERCENT_HEADER for other in table.columns[index : index + 3])
        elif merge == "icon" and column.header and not unlisted and index + 1 < len(table.columns):
            span = 1 if table.columns[index + 1].header else 2
        cells.append(_header_cell(kit, column, span, ids[index]))
        index += span
    return f"<tr>{with_hidden(kit, 'Identifiant', 'th', cells)}</tr>"


def _header_cell(kit: Kit, column: Column, span: int, identity: str) -> str:
    markup = kit.markup
    tag = "th" if markup.header_cells == "th" else "td"
    if column.header:
        text = kit.label(column.header, end=False)
        if markup.header_break and "<" not in text:
            text = text.replace(" ", "<br/>", 1)
        text = f"<b>{text}</b>" if markup.header_cells == "td_bold" else text
    else:
        text = {"nbsp": "&nbsp;", "empty": "", "img": '<img src="/img/voir.gif" alt="" />'}[markup.icon_header]
    attributes = f' id="{identity}"' if markup.ids else ""
    return f"<{tag}{attributes}{_span('col', span)}>{text}</{tag}>"


def with_hidden(kit: Kit, text: str, tag: str, cells: list[str]) -> str:
    """Join a row's cells, with the hidden column of ids where the page has one."""
    where = kit.markup.hidden_id
    if where == "none":
        return "".join(cells)
    way = ('style="display:none"', "hidden", 'class="id" style="display: none;"')[kit.markup.seed % 3]
    cell = f"<{tag} {way}>{text}</{tag}>"
    return "".join([cell, *cells] if where == "first" else [*cells, cell])


def _span(kind: str, size: int) -> str:
    return f' {kind}span="{size}"' if size > 1 else ""


def _icon(kit: Kit, link: str | None) -> str:
    kind, image = kit.markup.icon_cell, '<img src="/img/loupe.png" alt="Voir la fiche" />'
    if not link or kit.markup.link_at == "name":
        return image if kind in {"img", "a_img"} else ""
    target = f'<a title="Voir la fiche" href="{href(kit, link)}">'
    return {
        "a_img": f"{target}{image}</a>",
        "a_title": f"{target}</a>",
        "a_text": f"{target}Voir</a>",
        "img": image,
    }.get(kind, "")


def _content(kit: Kit, text: str, link: str | None) -> str:
    wrap, shown = kit.markup.cell_wrap, kit.data(text)
    if not shown:
        return kit.rng.choice(("", "", "&nbsp;"))
    if link and kit.markup.link_at != "icon":
        shown = f'<a href="{href(kit, link)}">{shown}</a>'
        wrap = "none" if wrap == "a" else wrap
    elif "@" in text and kit.markup.email_form == "mailto":
        shown = f'<a href="mailto:{text}">{shown}</a>'
        wrap = "none" if wrap == "a" else wrap
    else:
        shown = kit.dead_link(shown)
    patterns = {
        "none": "{}",
        "ul": "<ul><li>{}</li></ul>",
        "nested": "<div><p><span>{}</span></p></div>",
        "br": "{}<br/>",
    }
    return patterns.get(wrap, f"<{wrap}>{{}}</{wrap}>").format(shown)


def merged_rows(kit: Kit, table: Table) -> list[int]:
    """Give for each row how many rows its first cell covers; 0 where it is covered by one above."""
    firsts = [(row[0].text, kit.markup.link_at != "icon" and [cell.link for cell in row]) for row in table.rows]
    spans = [1] * len(firsts)
    if kit.markup.rowspan:
        for index in range(len(firsts) - 1, 0, -1):
            if firsts[index][0] and firsts[index] == firsts[index - 1]:  # a cell leads to one place
                spans[index - 1], spans[index] = spans[index] + 1, 0
    return spans


def body_row(kit: Kit, table: Table, number: int, ids: list[str], covers: int) -> str:
    """Write one row; its first cell covers so many rows, or is left out where one above covers it."""
    markup, row = kit.markup, table.rows[number]
    link = next((cell.link for cell in row if cell.link), None)
    start, stop, cells = (0 if covers else 1), len(row), []
    while markup.ragged and markup.hidden_id != "last" and stop > start + 1 and row[stop - 1] == Cell():
        stop -= 1
    while start < stop:
        span = 1
        if markup.empty_colspan and row[start] == Cell():
            span = next((at for at in range(start, stop) if row[at] != Cell()), stop) - start
        column = table.columns[start]
        own = link if column.header.startswith("Nom de la") else None
        shown = _icon(kit, link) if column.icon else _content(kit, row[start].text, own)
        attributes = f' headers="{ids[start]}"' if markup.ids else ""
        attributes += _span("row", covers) if start == 0 else ""
        cells.append(f"<td{attributes}{_span('col', span)}>{shown}</td>")
        start += span
    return f"<tr>{with_hidden(kit, str(number + 4321), 'td', cells)}</tr>"
