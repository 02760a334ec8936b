"""Ways of marking a label and its value: each takes pairs that follow one another and gives their markup."""

from collections.abc import Callable, Sequence

from .kit import Kit, Value

Labelled = tuple[str, Value]
"""A label that is markup already, and its value."""
PairWriter = Callable[[Kit, str, Value], str]


def _dl(kit: Kit, label: str, value: Value) -> str:
    return f"{kit.element('dt', 'dt', label)}\n{kit.holder('dd', 'dd', value)}"


def _dl_div(kit: Kit, label: str, value: Value) -> str:
    return kit.element("div", "rang", _dl(kit, label, value))


def _row(cell: str) -> PairWriter:
    def write(kit: Kit, label: str, value: Value) -> str:
        return f"<tr>{kit.element(cell, 'label', label)}{kit.holder('td', 'value', value)}</tr>"

    return write


def _half_row(kit: Kit, label: str, value: Value) -> str:
    return f"<td{kit.classes('label')}>{label}</td><td{kit.classes('value')}>{kit.flow(value) or '&nbsp;'}</td>"


def _lead(kit: Kit, value: Value) -> tuple[str, str]:
    """Split a value for a `p` that starts with its label: the text inside the `p`, the blocks after it."""
    cut = kit.markup.paragraph_cut
    if value.prose and cut not in {"br", "brbr"} and value.paragraphs:
        inside = 1 if cut == "p" and kit.markup.seed % 2 else 0
        first, rest = value.paragraphs[:inside], value.paragraphs[inside:]
        return kit.joined(Value(first, prose=True)), kit.flow(Value(rest, prose=True)) if rest else ""
    return kit.joined(value), ""


def _p_bold(kit: Kit, label: str, value: Value) -> str:
    inside, after = _lead(kit, value)
    return f"<p{kit.classes('p')}><b>{label}</b> {inside}</p>\n{after}"


def _p_strong_br(kit: Kit, label: str, value: Value) -> str:
    inside, after = _lead(kit, value)
    return f"<p><strong>{label}</strong><br/>{inside}</p>\n{after}"


def _heading(kit: Kit, label: str, value: Value) -> str:
    loose = value.prose and kit.markup.paragraph_cut in {"p", "div", "mixed", "p_span", "li"} and kit.markup.seed % 2
    body = kit.flow(value) if loose or value.ready else kit.holder("div", "texte", value)
    return f"{kit.element(kit.markup.heading, 'titre', label)}\n{body}"


def _heading_box(kit: Kit, label: str, value: Value) -> str:
    return kit.element(("section", "article", "div")[kit.markup.seed % 3], "boite", _heading(kit, label, value))


def _fieldset(kit: Kit, label: str, value: Value) -> str:
    return kit.element("fieldset", "boite", f"<legend>{label}</legend>\n{kit.holder('div', 'texte', value)}")


def _span_div(kit: Kit, label: str, value: Value) -> str:
    return f"<div{kit.classes('l')}>{kit.element('span', 'label', label)}</div>\n{kit.holder('div', 'v', value)}"


def _span_span(kit: Kit, label: str, value: Value) -> str:
    return f"<div>{_span_pair(kit, label, value)}</div>"


def _span_pair(kit: Kit, label: str, value: Value) -> str:
    holder = kit.holder("span", "value", value) or kit.element("span", "value", "")
    return f"{kit.element('span', 'label', label)}\n{holder}"


def _label_input(kit: Kit, label: str, value: Value) -> str:
    identity, text = kit.new_id(), "\n".join(value.paragraphs)
    classes = kit.classes("field")
    required = f"<span{kit.classes('required')}></span>"
    head = f'<label for="{identity}"{kit.classes("label")}>{label}{required}</label>\n<a name="{identity}"></a>'
    if value.prose:
        box = kit.data(kit.rng.choice(("\n", "\n\n", "\r\n")).join(value.paragraphs))
        field = f'<textarea id="{identity}" cols="80" rows="9" readonly="readonly"{classes}>\n{box}</textarea>'
    else:
        shown = f' value="{kit.data(text, attribute=True)}"' if text else ""
        shown = ' value=""' if not text and kit.markup.empty_value == "nbsp" else shown
        field = f'<input type="text" id="{identity}" name="projet.{identity}"{shown} readonly="readonly"{classes} />'
    return kit.element(("p", "div", "div")[kit.markup.seed % 3], "ligne", f"{head}\n{field}")


def _label_span(kit: Kit, label: str, value: Value) -> str:
    return f"<div>{kit.element('label', 'label', label)} {kit.holder('span', 'value', value)}</div>"


def _colon(label: str) -> str:
    return label if label.rstrip().endswith(":") else f"{label} :"


def _ul_colon(kit: Kit, label: str, value: Value) -> str:
    start = "<br/>" if value.prose else ""
    return f"<li>{_colon(label)} {start}{kit.joined(value)}</li>"


def _ul_bold(kit: Kit, label: str, value: Value) -> str:
    return f"<li><b>{label}</b> {'' if label.rstrip().endswith(':') else ': '}{kit.joined(value)}</li>"


def _grid(kit: Kit, label: str, value: Value) -> str:
    holder = kit.holder("div", "", value) or "<div></div>"
    return f"<div><div>{label}</div>{holder}</div>"


def _grid_deep(kit: Kit, label: str, value: Value) -> str:
    holder = kit.holder("div", "", value)
    return f"<div>\n<div><div>{label}</div></div>\n<div>{holder}</div>\n</div>"


def _div_div(kit: Kit, label: str, value: Value) -> str:
    return f"{kit.element('div', 'label', label)}\n{kit.holder('div', 'value', value)}"


def _rows_of_two(_kit: Kit, pairs: list[str]) -> str:
    rows = ("".join(pairs[start : start + 2]) for start in range(0, len(pairs), 2))
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def grouped(tag: str) -> Callable[[Kit, list[str]], str]:
    """Make a writer that puts all pairs of a run into one element."""
    return lambda kit, pairs: kit.element(tag, "groupe", "\n" + "\n".join(pairs) + "\n")


PAIRS: dict[str, PairWriter] = {
    "dl": _dl, "dl_each": _dl, "dl_div": _dl_div, "table_td": _row("td"), "table_th": _row("th"),
    "table_four": _half_row, "p_bold": _p_bold, "p_strong_br": _p_strong_br, "heading": _heading,
    "heading_box": _heading_box, "fieldset": _fieldset, "span_div": _span_div, "span_span": _span_span,
    "span_multi": _span_pair, "label_input": _label_input, "label_span": _label_span, "ul_colon": _ul_colon,
    "ul_bold": _ul_bold, "grid": _grid, "grid_deep": _grid_deep, "div_div": _div_div,
}  # fmt: skip
GROUPS: dict[str, Callable[[Kit, list[str]], str]] = {
    "dl": grouped("dl"), "dl_div": grouped("dl"), "table_td": grouped("table"), "table_th": grouped("table"),
    "table_four": _rows_of_two, "span_div": grouped("fieldset"), "span_multi": grouped("div"),
    "ul_colon": grouped("ul"), "ul_bold": grouped("ul"),
    "dl_each": lambda kit, pairs: "\n".join(kit.element("dl", "groupe", pair) for pair in pairs),
}  # fmt: skip


def write_pairs(kit: Kit, style: str, pairs: Sequence[Labelled]) -> str:
    """Write a run of labels and values in one of `markup.STYLES`."""
    from .labels_modern_html import MODERN_PAIRS  # noqa: PLC0415 - the two halves of one table

    write = (PAIRS | MODERN_PAIRS)[style]
    written = [write(kit, label, value) for label, value in pairs]
    return GROUPS[style](kit, written) if style in GROUPS else "\n".join(written)
