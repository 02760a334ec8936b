"""Is it a record? Pages that come in a record's place, told apart and named.

The site answers errors, logins, maintenance and unknown projects with HTTP 200. What such a page shows decides:
a page of a partnership has its labels, and some of them have values.
"""

import re
from collections.abc import Mapping

from atlas_scraper.blocks.document import Signal
from atlas_scraper.errors import LayoutError, NotARecord, PageGone
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections.site_words import name_of_site_line
from atlas_scraper.values.text import fold

_FEWEST_LABELS = 3
_FEWEST_IN_LIST = 3
_SOUGHT = "the labels of a partnership's page"

# What a page that is no record says of itself, by the words of its title or text, folded; first match counts.
_KINDS: tuple[tuple[str, str], ...] = (
    ("maintenance", r"maintenance|indisponible|serviceinterrompu|interruptiondeservice|travauxencours"),
    (
        "challenge",
        r"captcha|verifyyouarehuman|verifiezquevousetes|checkingyourbrowser|justamoment|accesrefuse|enablejava",
    ),
    ("login", r"motdepasse|identifiezvous|authentification|connectezvous|seconnecter|sessionexpire"),
    ("list", r"resultatsdelarecherche|listedesprojets|listedespartenariats|partenariatstrouves|projetstrouves"),
)
_UNKNOWN_PROJECT = re.compile(
    r"(?:projet|partenariat|fiche|identifiant)\w{0,40}(?:inconnu|introuvable|nexistepas|nexisteplus|naetetrouve|supprime)"
    r"|aucun(?:projet|partenariat|fiche)"
)
_NEXT = {
    "maintenance": "try again later",
    "challenge": "slow down and try again later",
    "login": "the page is not public or the session has ended; try again without cookies",
    "list": "fetch the pages of the projects that it lists",
    "redirect by script": "fetch the address that the script leads to",
    "page of empty labels": "ask for the page again; the site shows this when it cannot load a project",
    "error page": "try again later",
}


def refuse_other_pages(reader: SectionReader, *, title: Label, last: Label) -> None:
    """Refuse a page that is none of a partnership, or is cut off.

    Raises:
        PageGone: the site says that there is no such project.
        NotARecord: an error page, a login, maintenance, a challenge, a list, a redirect, or something else.
        LayoutError: labels of a partnership, but no title among them; or the end of the page is missing.
    """
    document = reader.document
    texts = [fold(document.title), *(fold(block.text[:500]) for block in document.blocks[:200])]
    if _is_error(document.title) or (document.rendition != "html" and reader.items and _is_error(reader.items[0].text)):
        if any(map(_UNKNOWN_PROJECT.search, texts)):
            raise PageGone(_SOUGHT, f"the site's page for an unknown project: {_excerpt(reader)}", "check the number")
        raise _not_a_record("error page", reader)
    if len(reader.found) < _FEWEST_LABELS:
        raise _other_page(reader, texts)
    if _is_list(reader, title):
        raise _not_a_record("list", reader)
    if not reader.has(title):
        raise LayoutError(
            f"the label {title.spellings[0]!r}",
            f"{len(reader.found)} other labels and no title among them",
            "see `explain` for the page's blocks; if the site renamed the label, add its new words to the section",
        )
    if Signal.NO_END in document.signals and (Signal.OPEN_TABLE in document.signals or not _reaches(reader, last)):
        tail = next((item.text.splitlines()[-1][-60:] for item in reversed(reader.items) if item.text), "")
        raise LayoutError("the end of the page", f"a page cut short after {tail!r}", "fetch or save it again")


def _is_list(reader: SectionReader, title: Label) -> bool:
    """Tell whether a page holds several partnerships: the title's label and another come again, marked alike."""
    repeated = [
        label
        for label, number in reader.found.items()
        if _count_alike(reader, label, reader.items[number].mark) >= _FEWEST_IN_LIST
    ]
    return title in repeated and len(repeated) > 1


def _count_alike(reader: SectionReader, label: Label, mark: str) -> int:
    return sum(item.label is label and item.mark == mark and bool(item.block.path) for item in reader.items)


def _reaches(reader: SectionReader, last: Label) -> bool:
    """Tell whether the last section is there with what follows its heading."""
    return reader.has(last) and any(item.label is not last for item in reader.items[reader.found[last] + 1 :])


def refuse_empty(parts: Mapping[str, object]) -> None:
    """Refuse a page whose labels have no values, and one that has values but no title.

    Raises:
        NotARecord: no section has a value.
        LayoutError: there is no title.
    """
    if parts["title"]:
        return
    if not any(value for name, value in parts.items() if name not in {"post", "triennial"}):
        kind = "page of empty labels"
        raise NotARecord("values", kind, _NEXT[kind], kind=kind)
    raise LayoutError("a title", "the label of the title with no value", "see `explain` for the page's blocks")


def _other_page(reader: SectionReader, texts: list[str]) -> NotARecord:
    if any(map(_UNKNOWN_PROJECT.search, texts)):
        return PageGone(_SOUGHT, f"the site's page for an unknown project: {_excerpt(reader)}", "check the number")
    signals = reader.document.signals
    if Signal.PASSWORD_FIELD in signals:
        return _not_a_record("login", reader)
    for kind, words in _KINDS:
        if any(re.search(words, text) for text in texts):
            return _not_a_record(kind, reader)
    if signals & {Signal.SCRIPT_REDIRECT, Signal.META_REFRESH} and len(reader.items) < 10:
        return _not_a_record("redirect by script", reader)
    return NotARecord(
        _SOUGHT,
        f"{len(reader.found)} of them, and: {_excerpt(reader)}",
        "check that this is the page of a partnership",
    )


def _not_a_record(kind: str, reader: SectionReader) -> NotARecord:
    return NotARecord(_SOUGHT, f"{kind}: {_excerpt(reader)}", _NEXT[kind], kind=kind)


def _is_error(title: str) -> bool:
    return re.match(r"erreur\s*[-–—:]|erreur(?:\s+\d+)?$", title.strip(), re.IGNORECASE) is not None


def _excerpt(reader: SectionReader) -> str:
    """Give the first words of a page's content, or its title where it has none."""
    words = (item.text for item in reader.items if not item.block.landmark and not name_of_site_line(item.text))
    return repr(" / ".join(filter(None, words))[:160] or reader.document.title)
