"""Text of the site that stands on each of its pages without a landmark around it: a side column, a foot."""

from .kit import Kit, Value
from .labels_html import write_pairs

SIDE = (
    ("La coopération en chiffres", "Plus de 4 000 collectivités françaises sont engagées à l'étranger."),
    ("Prochaine session", "Les dossiers du fonds conjoint sont à déposer avant le 30 juin."),
)
FOOT = (
    "Délégation pour l'action extérieure des collectivités, 27 rue des Essais, 00000 Exemple",
    "Les informations de cet atlas sont déclarées par les collectivités elles-mêmes.",
)
BELOW = ("Une erreur sur cette fiche ? Signalez-la au secrétariat de l'atlas.",)


def frame_texts(kind: str, style: str) -> tuple[str, ...]:
    """Give the texts that the page has around its content, and that no record should hold; a table is no frame."""
    if kind == "side_like_labels" and style.startswith("table"):
        return ()
    if kind.startswith("side"):
        return tuple(text for pair in SIDE for text in pair)
    return FOOT if kind == "foot" else ()


def before_content(kit: Kit) -> str:
    """Write the side column, plainly or marked like the labels and values of the page."""
    kind = kit.markup.frame
    if kind == "side":
        body = "".join(f"<p><b>{head}</b></p><p>{text}</p>" for head, text in SIDE)
    elif kind == "side_like_labels":
        body = write_pairs(kit, kit.markup.scalar_style, [(head, Value((text,))) for head, text in SIDE])
    else:
        return ""
    return f'<div id="colonne">{body}</div>\n'


def below_content(kit: Kit) -> list[str]:
    """Write what stands at the end of the content itself."""
    return [f"<p>{text}</p>" for text in BELOW] if kit.markup.frame == "below" else []


def behind_content(kit: Kit) -> list[str]:
    """Write the foot of the page."""
    return [f'<div id="bas">{"".join(f"<p>{text}</p>" for text in FOOT)}</div>'] if kit.markup.frame == "foot" else []
