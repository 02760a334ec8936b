"""The pages of the local atlas, written as the site's framework does: XHTML, tables with captions, scripts between.

Each generation of the page has a way of its own to set a label beside its value: read-only form fields, spans in
boxes, headings with paragraphs.
"""

from collections.abc import Iterable, Sequence
from html import escape

from atlas_scraper.local_atlas.facts import Facts

SITE = "Atlas français de la coopération décentralisée et des autres actions extérieures"
ROWS_A_PAGE = 4
SESSION, CLOCK, CODE = "@@SESSION@@", "@@CLOCK@@", "@@CODE@@"
"""What differs from answer to answer, put in by the server: in links, in the footer, in forms."""
_YEAR = (
    "Année de première signature de la convention",
    "Année de signature de la convention",
    "Année de signature de la convention ou de la lettre d'intention",
)
_ONE_PERCENT = "Montant 1% Eau (Loi Oudin 2005)"


def project_page(facts: Facts, page: int = 1) -> str:
    """Write the page of a project, its table of themes at one of its pages."""
    old, colon = facts.generation == 0, "" if facts.generation == 0 else " :"
    narratives = [("Contexte", facts.context), ("Historique", facts.history)]
    if facts.generation == 2:
        narratives = [("Contexte et historique", facts.context + facts.history)]
    narratives += [
        ("Objectif du partenariat", facts.objective),
        ("Description détaillée du partenariat", facts.description),
    ]
    goals = [_table("Objectifs de développement durable - ODD", ("Thématique éligible",), facts.goals)]
    parts = [
        _post(facts),
        _pairs(facts, [
            ("Titre", facts.title), (_YEAR[facts.generation], str(facts.convention_year)),
            ("Thématique d'intervention", facts.theme[0]), ("Sous-thématique d'intervention", facts.theme[1]),
            ("Sous-sous-thématique d'intervention", facts.theme[2]),
        ]),
        _themes(facts, page),
        *(goals if facts.generation == 2 else []),
        _pairs(facts, [
            ("Année de début du partenariat", str(facts.start_year)), (f"Le partenariat est{colon}", facts.status),
            ("Date de fin du partenariat", facts.end_date),
        ]),
        *(f"<h3>{label}</h3>\n<div>{'<br/>'.join(map(_text, lines))}</div>" for label, lines in narratives),
        _pairs(facts, [("Votre partenariat prend la forme d'un(e)", "Projet de coopération décentralisée")]),
        _table("Partenaires étrangers du partenariat", ("Nom de la collectivité étrangère", "Pays", ""),
               facts.partners),
        _table("Contacts dans les partenaires étrangers du partenariat",
               ("Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel"), facts.people),
        _table("Collectivités territoriales partenaires du partenariat", ("Nom de la collectivité territoriale", ""),
               [(name,) for name in facts.authorities]),
        "<p>Le partenariat n'est pas triennal</p>",
        _table("Financement du partenariat",
               ("Nom du financeur", "Montant en euros", *([_ONE_PERCENT] * 3), "Année"),
               [(funder, f"{amount:,}".replace(",", "\u00a0"), "", one, "", str(year))
                for funder, amount, one, year in facts.funding]),
        _table("Volontaires impliqués dans le partenariat (VSI, service civique, etc.) d'Échange et de Solidarité",
               ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation"), facts.volunteers),
    ]  # fmt: skip
    path = "Détail projet" if old else "???menu.atlas.detailProjet.libelle???"
    return frame("Détail projet", f"<p>Accueil &gt; Atlas &gt; {path}</p>\n" + "\n".join(parts))


def frame(title: str, content: str) -> str:
    """Put content into the site's frame."""
    blank = "\r\n" * 25
    menu = "".join(
        f'<li><a href="/cncdext/dyn/public/{each}.html{SESSION}">{each}</a></li>' for each in ("atlas", "aide")
    )
    return (
        f'{blank}<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\r\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head>\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />\n'
        f"<title>{title} - {SITE}</title></head>\n<body>\n<ul>{menu}</ul>\n"
        f'<form action="recherche.html{SESSION}"><input type="hidden" name="_csrf" value="{CODE}" /></form>\n'
        f'<div id="main"><h1>{SITE}</h1>\n{content}\n</div>\n'
        f"<div><p>Page produite le {CLOCK}</p><p>Ministère - Mentions légales</p></div>\n</body></html>\n"
    )


def error_page(message: str) -> str:
    """Write the page that the site shows for an error, with HTTP status 200."""
    return frame("Erreur - Atlas", f'<div class="message"><p>{_text(message)}</p></div>')


def unknown_project(project_id: int) -> str:
    """Write the answer to an unknown number."""
    return error_page(f"Le projet {project_id} n'existe pas.")


def maintenance() -> str:
    """Write the page of a site that is being worked on."""
    return frame("Atlas", "<p>Le service est momentanément indisponible pour cause de maintenance.</p>")


def login() -> str:
    """Write the page that asks for a password."""
    return frame("Connexion", '<p>Identifiez-vous</p><form><input type="password" name="mdp" /></form>')


def empty_labels() -> str:
    """Write the page of a project that could not be loaded: all labels, no values."""
    labels = ("Titre", "Thématique d'intervention", "Le partenariat est", "Contexte", "Objectif du partenariat")
    return frame("Détail projet", "".join(f"<h3>{label}</h3><div></div>" for label in labels))


def _post(facts: Facts) -> str:
    lines = [f"<h2>Contacts dans le poste diplomatique &quot;{_text(facts.post)}&quot;</h2>"]
    for role, name, address in facts.contacts:
        lines.append(f"<p>{_text(role)}</p><p>{_text(name)}</p><p>Courriel : {_text(address)}</p>")
    return "\n".join(lines)


def _pairs(facts: Facts, pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join((_as_field, _as_box, _as_heading)[facts.generation](label, value) for label, value in pairs)


def _as_field(label: str, value: str) -> str:
    shown = f' value="{escape(value)}"' if value else ""
    return (
        f'<p><label>{_text(label)}<span class="required"></span></label><a></a><input readonly="readonly"{shown} /></p>'
    )


def _as_box(label: str, value: str) -> str:
    shown = f"<div>{_text(value)}</div>" if value else ""
    return f'<div><span class="label">{_text(label)}</span></div>{shown}'


def _as_heading(label: str, value: str) -> str:
    return f"<h4>{_text(label)}</h4><p>{_text(value)}</p>"


def _themes(facts: Facts, page: int) -> str:
    columns = ("Thématique éligible", "Sous-thématique", "Sous-sous-thématique", "Priorité")
    rows = facts.other_themes[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    table = _table("Autres thématiques mises en œuvre pour le partenariat", columns, rows)
    pages = max(1, -(-len(facts.other_themes) // ROWS_A_PAGE))

    def item(text: str, number: int) -> str:
        if not 1 <= number <= pages or number == page:
            return f"<span>{text}</span>"
        # The project is not in this address: the session remembers which one was shown.
        return f'<a href="detailProjet.html{SESSION}?themes-p={number}&amp;sctxid={CODE}">{text}</a>'

    numbers = "".join(item(str(number), number) for number in range(1, pages + 1))
    steps = (item("&lt;&lt;", 1), item("&lt; Précédent", page - 1), numbers, item("Suivant &gt;", page + 1))
    return f'{table}\n<div class="pagination">{"".join(steps)}{item("&gt;&gt;", pages)}</div>'


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    names = ", ".join(repr(name) for name in columns if name)
    script = f'<script type="text/javascript">var colonnes = [{names}];</script>'
    header = "".join(f"<th>{_text(name) or '&nbsp;'}</th>" for name in columns)
    width = max([len(columns), *map(len, rows)])
    filled = ([*row, *[""] * (width - len(row))] for row in rows)
    body = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>\n" for row in filled)
    none = "" if rows else "<p>Aucune information à présenter.</p>"
    head = f"<h3>{_text(title)}</h3>\n<table><caption>{_text(title)}</caption><thead><tr>{header}</tr></thead>"
    return f"{head}\n<tbody>{body}</tbody></table>{none}\n{script}"


def _text(text: str) -> str:
    """Escape as the site does: named entities for the accents of data."""
    return escape(text, quote=False).replace("é", "&eacute;").replace("'", "&rsquo;")
