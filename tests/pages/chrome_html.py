"""The page around the record: prologs, menus, search form, cookie banner, footer, scripts, and what is hidden."""

from .kit import Kit
from .labels import BREADCRUMBS, NARRATIVE_LABELS, SCALAR_LABELS, SITE_TITLE, TABLE_LABELS

_XHTML = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" lang="fr">'
)
_HTML4 = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">\n<html lang="fr">'
_MENU = ("Titre", *NARRATIVE_LABELS.values(), *TABLE_LABELS.values(), SCALAR_LABELS["theme"])
DECLARED = {"cp1252-as-latin1": "ISO-8859-1", "utf-8-as-latin1": "ISO-8859-1", "utf-16-bom": "UTF-16"}


def opening(kit: Kit) -> str:
    """Write what stands before the body's content."""
    markup = kit.markup
    encoding = DECLARED.get(markup.encoding, "UTF-8")
    prologs = {"xhtml_prolog": _XHTML.format(encoding=encoding), "html4": _HTML4, "none": "<html>"}
    blank = "\n" * 37 if markup.blank_lines else ""
    prolog = prologs.get(markup.doctype, '<!DOCTYPE html>\n<html lang="fr">')
    if markup.encoding == "cp1252-undeclared":
        prolog = prolog.replace(f' encoding="{encoding}"', "")
    if prolog.startswith("<?xml"):
        blank, prolog = "", prolog.replace("\n", "\n" + blank, 1)
    declared = (
        f'<meta charset="{encoding}">' if markup.doctype == "html5"
        else f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />'
    )  # fmt: skip
    declared = "" if markup.encoding == "cp1252-undeclared" else declared
    head = f"<head>\n{declared}\n<title>{SITE_TITLE} - Détail projet</title>\n{_script(kit, 'head')}</head>"
    return f"{blank}{prolog}\n{head}\n<body>\n"


def _script(kit: Kit, where: str) -> str:
    if kit.markup.scripts == "none" or (kit.markup.scripts == "head" and where == "content"):
        return ""
    return (
        "<script type=\"text/javascript\">\n//<![CDATA[\nvar colonnes = ['Nom', 'Pays', 'Titre'], "
        'legende = "Financement du partenariat";\nif (a < b && c > d) { document.write("<b>Contexte</b> faux"); }\n'
        "//]]>\n</script>\n"
    )


def _links(labels: tuple[str, ...]) -> list[str]:
    return [f'<a href="#{number}">{label}</a>' for number, label in enumerate(labels)]


def _menu(kit: Kit) -> str:
    kind = kit.markup.menu
    items = "".join(f"<li>{link}</li>" for link in _links(_MENU))
    return {
        "nav": f"<nav><ul>{items}</ul></nav>",
        "toc_nav": f'<nav class="fr-summary" aria-label="Sommaire"><ol>{items}</ol></nav>',
        "ul": f'<ul id="menu">{items}</ul>',
        "table": f'<table class="menu"><tr>{"".join(f"<td>{link}</td>" for link in _links(_MENU))}</tr></table>',
    }.get(kind, "")


def _breadcrumb(kit: Kit) -> str:
    if kit.markup.breadcrumb == "none":
        return ""
    steps = BREADCRUMBS[kit.markup.breadcrumb]
    way = kit.markup.breadcrumb_markup
    if way in {"p", "div"}:
        text = f'<a href="/cncdext/dyn/public/atlas/accesMonde.html">{steps[0]}</a> &gt; {steps[1]} &gt; {steps[2]}'
        return f'<{way} id="filAriane">{text}</{way}>'
    items = "".join(f'<li><a class="fr-breadcrumb__link">{step}</a></li>' for step in steps)
    if way == "ol":
        return f'<ol class="ariane">{items}</ol>'
    return f'<nav role="navigation" class="fr-breadcrumb" aria-label="vous êtes ici :"><ol>{items}</ol></nav>'


def before_main(kit: Kit) -> str:
    """Write header, menu and forms that stand before the main part."""
    markup, parts = kit.markup, []
    if markup.extras in {"cookies", "all"}:
        parts.append(
            '<div id="cookies"><p>Ce site utilise des cookies.</p><button type="button">Tout accepter</button></div>'
        )
    if markup.site_title == "h1":
        parts.append(f'<div id="header"><h1>{SITE_TITLE}</h1></div>')
    if markup.site_title == "logo":
        parts.append(
            '<header><a href="/" title="Accueil"><img src="/img/logo.png" alt="France Diplomatie" /></a></header>'
        )
    if markup.extras in {"search", "all"}:
        parts.append(
            '<form action="/recherche" method="get"><label for="q">Rechercher</label><input id="q" name="q" value="" />'
            '<select name="pays"><option>Canada</option><option>Mali</option></select>'
            '<input type="submit" value="OK" /></form>'
        )
    if markup.extras in {"login", "all"}:
        parts.append('<p class="compte"><a href="/cncdext/login.html">Se connecter</a></p>')
    return "\n".join([*parts, _menu(kit)])


def main_tags(kit: Kit) -> tuple[str, str]:
    """Give the tags around the main part."""
    return {
        "div_main": ('<div id="page"><div id="main">', "</div></div>"),
        "main": ('<main id="contenu" role="main">', "</main>"),
        "div_content": ('<div class="content"><div class="inner">', "</div></div>"),
        "article": ("<article>", "</article>"),
        "form": (
            '<div id="main"><form action="/cncdext/dyn/public/atlas/rechercher.html" method="post">',
            "</form></div>",
        ),
        "layout_table": ('<table width="100%"><tr><td width="180">&nbsp;</td><td valign="top">', "</td></tr></table>"),
        "nothing": ("", ""),
    }[kit.markup.main]


def main_start(kit: Kit) -> str:
    """Write what stands first within the main part."""
    parts = [_breadcrumb(kit)]
    if kit.markup.site_title == "h1_in_main":
        parts.append(f"<h1>{SITE_TITLE}</h1>")
    if kit.markup.menu == "toc_in_main":
        parts.append(f"<ul>{''.join(f'<li>{link}</li>' for link in _links(_MENU))}</ul>")
    return "\n".join([*parts, _script(kit, "content")])


def closing(kit: Kit) -> str:
    """Write what stands after the main part."""
    items = '<li><a href="/mentions">Mentions légales</a></li><li><a href="/plan">Plan du site</a></li>'
    footers = {
        "footer": f"<footer><ul>{items}</ul><p>© Ministère de l'Europe et des Affaires étrangères</p></footer>",
        "div": '<div id="footer"><p><a href="/contact">Contact</a> - <a href="/credits">Crédits</a></p></div>',
        "links": f"<ul>{items}<li><a href='#main'>Contexte</a></li></ul>",
    }
    return f"{footers.get(kit.markup.footer, '')}\n</body>\n</html>\n"


def hidden_piece(kit: Kit) -> str:
    """Write something that no reader sees, with labels and false values in it."""
    label = kit.rng.choice(("Titre", "Contexte", "Le partenariat est", "Date de fin du partenariat", "Historique"))
    false = f"<p><b>{label}</b> Valeur fausse</p><dl><dt>{label}</dt><dd>Valeur fausse</dd></dl>"
    pieces = {
        "div": f"<div hidden>{false}</div>",
        "style": f'<div style="display:none;">{false}</div>',
        "input": '<input type="hidden" name="titre" value="Valeur fausse" />',
        "template": f"<template>{false}</template>",
        "noscript": f"<noscript>{false}</noscript>",
        "comment": f"<!-- <p>{label}</p> <b>Valeur fausse</b> -->",
        "mso": f"<!--[if gte mso 9]><xml><w:p>{label}</w:p></xml><p>Valeur fausse</p><![endif]-->",
        "dialog": f"<dialog>{false}</dialog>",
    }
    kind = kit.markup.hidden
    return pieces[kit.rng.choice(list(pieces))] if kind == "several" else pieces.get(kind, "")
