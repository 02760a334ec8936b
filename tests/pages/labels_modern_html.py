"""Further ways of marking a label and its value: the State's design system, custom elements, the nineties."""

from .kit import Kit, Value


def _dsfr_row(kit: Kit, label: str, value: Value) -> str:
    holder = kit.holder("p", "", value) if not value.ready and not value.prose else kit.flow(value)
    return (
        '<div class="fr-grid-row fr-grid-row--gutters">\n'
        f'<div class="fr-col-12 fr-col-md-4"><p class="fr-text--bold">{label}</p></div>\n'
        f'<div class="fr-col-12 fr-col-md-8">{holder}</div>\n</div>'
    )


def _dsfr_accordion(kit: Kit, label: str, value: Value) -> str:
    identity = kit.new_id()
    return (
        '<section class="fr-accordion"><h3 class="fr-accordion__title">'
        f'<button class="fr-accordion__btn" aria-expanded="false" aria-controls="{identity}">{label}</button></h3>\n'
        f'<div class="fr-collapse" id="{identity}">{kit.flow(value)}</div></section>'
    )


def _dsfr_card(kit: Kit, label: str, value: Value) -> str:
    holder = kit.flow(value) if value.prose or value.ready else kit.holder("p", "", value)
    return (
        '<div class="fr-card fr-card--no-arrow"><div class="fr-card__body"><div class="fr-card__content">'
        f'<h4 class="fr-card__title">{label}</h4>\n<div class="fr-card__desc">{holder}</div></div></div></div>'
    )


def _custom(kit: Kit, label: str, value: Value) -> str:
    prefix = ("atlas", "app", "mae")[kit.markup.seed % 3]
    holder = kit.holder(f"{prefix}-valeur", "", value)
    return f"<{prefix}-champ><{prefix}-libelle>{label}</{prefix}-libelle>{holder}</{prefix}-champ>"


def _nineties(kit: Kit, label: str, value: Value) -> str:
    title = f'<font color="#003366" size="2"><b>{label}</b></font>'
    return f'{title}&nbsp;<br>\n<font face="Arial" size="2">{kit.joined(value)}</font><br>\n<br>'


def _bold_br(kit: Kit, label: str, value: Value) -> str:
    return f"<b>{label}</b> {kit.joined(value)}<br/>"


def _details(kit: Kit, label: str, value: Value) -> str:
    holder = kit.holder("div", "texte", value)
    return f"<details{kit.rng.choice(('', ' open'))}><summary>{label}</summary>{holder}</details>"


def _plain(kit: Kit, label: str, value: Value) -> str:
    """Mark nothing: labels and values are paragraphs alike, as in the text renditions."""
    lines = [kit.paragraph(text) if value.prose else kit.scalar(text) for text in value.paragraphs]
    return "\n".join(f"<p>{line}</p>" for line in (label, *lines)) + value.ready


MODERN_PAIRS = {
    "dsfr_row": _dsfr_row, "dsfr_accordion": _dsfr_accordion, "dsfr_card": _dsfr_card, "custom": _custom,
    "nineties": _nineties, "bold_br": _bold_br, "details": _details, "plain": _plain,
}  # fmt: skip
