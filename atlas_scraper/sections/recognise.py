"""Is it a record? Pages that come in a record's place, told apart and named.

The site answers errors, logins, maintenance and unknown projects with HTTP 200, and its other pages use a record's
labels, too: lists, forms, help. What a page shows decides. A page of a partnership has nearly all of its labels,
even where their values are empty; and the values that have a kind are of that kind.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from atlas_scraper.blocks.document import Signal
from atlas_scraper.errors import LayoutError, NotARecord, PageGone
from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.items import Evidence, whole_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.menus import has_value
from atlas_scraper.sections.generations import expected_labels
from atlas_scraper.values.addresses import project_id_of
from atlas_scraper.values.text import fold

_FEWEST_LABELS = 5
# Shares of the labels that a page of its kind has. A whole page of HTML has them all; the tables of newer pages
# were never seen and may be called otherwise. A text may be cut off, so there only those before the last one count.
_MOST_OF_ALL = 0.5
_MOST_SO_FAR = 0.6
_MOST_AT_ANOTHER_ADDRESS = 0.8
_MOST_REPEATED = 0.5
_ALL_REPEATED = 0.8
_FEWEST_REPEATED = 4
_FEWEST_MISFITS = 2
# Labels with two values side by side, of those that have one value on a record; titles among them, and a kind of value.
_FEWEST_DOUBLED = 3
_MOST_DOUBLED = 0.5
# Fewer labels do where they speak for themselves: values of their kind, and labels behind those of a search form.
_FEWEST_THAT_SPEAK = 7
_FEWEST_FITTING = 2
_FEWEST_BEHIND = 2
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
    "another page": "check that this is the page of a partnership",
    "entry form": "ask for the page of the partnership itself",
    "record without values": "ask for the page again; if it stays so, the partnership may have been withdrawn",
    "several records": "save or fetch each partnership as a page of its own",
}


def refuse_other_pages(division: Division, address: str | None, *, title: Label) -> None:
    """Refuse a page that is none of a partnership, or is cut off.

    Args:
        division: the page.
        address: its address, where it is known.
        title: the label of the title.

    Raises:
        PageGone: the site says that there is no such project.
        NotARecord: an error page, a login, maintenance, a challenge, a list, a redirect, or something else.
        LayoutError: labels of a partnership, but no title among them; or the end of the page is missing.
    """
    document = division.document
    if _is_error(document.title) or (
        document.rendition != "html" and division.items and _is_error(division.items[0].text)
    ):
        if any(map(_UNKNOWN_PROJECT.search, _said(division))):
            raise _gone(division)
        raise _not_a_record("error page", division)
    if len(division.found) < _FEWEST_LABELS:
        raise _other_page(division)
    if Signal.ENTRY_FORM in document.signals and _values_are_fields(division):
        raise _not_a_record("entry form", division)
    _refuse_cut_short(division)
    _refuse_few_labels(division, address, title=title)


def _values_are_fields(division: Division) -> bool:
    """Tell whether most values of a page stand in the fields of a form."""
    first = [items[0] for label in division.found if (items := division.sections.get(label, ()))]
    return 2 * sum(item.line is not None and item.line.is_value for item in first) > len(first)


def _refuse_cut_short(division: Division) -> None:
    signals, last = division.document.signals, division.labels.ordered[-1]
    if Signal.NO_END in signals and (Signal.OPEN_TABLE in signals or not _reaches(division, last)):
        tail = next((item.text.splitlines()[-1][-60:] for item in reversed(division.items) if item.text), "")
        raise LayoutError("the end of the page", f"a page cut short after {tail!r}", "fetch or save it again")


def _refuse_few_labels(division: Division, address: str | None, *, title: Label) -> None:
    """Refuse a page that has labels of a record, but not most of them, or no title."""
    expected = expected_labels(division)
    found = [label for label in expected if label in division.found]
    so_far = expected[: expected.index(found[-1]) + 1] if found else []
    is_text = division.document.rendition != "html"
    share = len(found) / len(so_far if is_text else expected) if found else 0.0
    most = _MOST_SO_FAR if is_text else _MOST_OF_ALL
    if address and project_id_of(address) is None:
        most = _MOST_AT_ANOTHER_ADDRESS
    fitting, misfits = _kinds_of_values(division)
    if len(misfits) >= _FEWEST_MISFITS and not fitting:
        raise _explains_labels(misfits)
    if share < most and not (most < _MOST_AT_ANOTHER_ADDRESS and _speaks_for_itself(division, fitting, misfits)):
        raise _other_page(division)
    if title not in division.found:
        raise LayoutError(
            f"the label {title.spellings[0]!r}",
            f"{len(division.found)} other labels and no title among them",
            "see `explain` for the page's blocks; if the site renamed the label, add its new words to the section",
        )


def _speaks_for_itself(division: Division, fitting: Sequence[Label], misfits: Sequence[str]) -> bool:
    """Tell whether fewer labels do: where values are of their kind, and what a search form has not is there, too."""
    last = max((division.labels.rank[label] for label in division.labels.ordered if label.fits), default=0)
    behind = [label for label in division.found if division.labels.rank[label] > last]
    return (
        len(division.found) >= _FEWEST_THAT_SPEAK
        and len(fitting) >= _FEWEST_FITTING
        and len(behind) >= _FEWEST_BEHIND
        and not misfits
    )


def _kinds_of_values(division: Division) -> tuple[list[Label], list[str]]:
    """Give the labels whose values are of their kind, such as a year, and the values that are not."""
    fitting: list[Label] = []
    misfits: list[str] = []
    for label in division.found:
        first = division.sections.get(label, ())[:1] if label.fits else ()
        lines = whole_lines([item for item in first if item.line is None or not item.line.is_heading])
        for text, _ in lines:
            if label.fits and label.fits(text):
                fitting.append(label)
            elif fold(text):
                misfits.append(text)
    return fitting, misfits


def _explains_labels(misfits: Sequence[str]) -> NotARecord:
    kind = "another page"
    found = f"words in place of years, dates and states: {', '.join(repr(text[:60]) for text in misfits)}"
    return NotARecord("the values of a partnership", found, _NEXT[kind], kind=kind)


def _reaches(division: Division, last: Label) -> bool:
    """Tell whether the last section is there with what follows its heading."""
    return last in division.found and any(item.label is not last for item in division.items[division.found[last] + 1 :])


def refuse_several(division: Division, *, title: Label) -> None:
    """Refuse a page that holds several partnerships: most of its labels come again, and some with other values.

    A menu repeats labels without values, a text repeats a few of them, and a summary repeats their values.

    So is a comparison: most labels that have one value on a record have two, side by side, of their kind.

    Raises:
        NotARecord: with the titles.
    """
    if side_by_side := _side_by_side(division, title):
        raise _several(side_by_side)
    values = _values(division)
    repeated = {label for label, texts in values.items() if len(texts) > 1}
    differing = {label for label in repeated if len(set(values[label])) > 1}
    titles = values.get(title, [])
    number = len(set(titles)) if title in differing else len(titles)
    most = max(_FEWEST_REPEATED, _MOST_REPEATED * sum(bool(texts) for texts in values.values()))
    is_copy = len(repeated) >= _ALL_REPEATED * len(values)
    if title in repeated and len(repeated) >= most and (title in differing or len(differing) > 1 or is_copy):
        raise _several(titles, number)


def _several(titles: Sequence[str], number: int = 0) -> NotARecord:
    these = ", ".join(repr(text[:60]) for text in dict.fromkeys(titles))
    kind = "several records"
    found = f"{number or len(titles)} of them: {these}"
    return NotARecord("the page of one partnership", found, _NEXT[kind], kind=kind)


def _side_by_side(division: Division, title: Label) -> list[str]:
    """Give the titles of partnerships that a page shows side by side; none where it shows one."""
    single = [label for label in division.found if label.has_one_value]
    values = {label: _boxes_of(division, label) for label in single}
    doubled = [label for label in single if len(values[label]) > 1]
    of_a_kind = [label for label in doubled if label.fits and all(map(label.fits, values[label]))]
    fewest = max(_FEWEST_DOUBLED, _MOST_DOUBLED * sum(bool(texts) for texts in values.values()))
    return values[title] if title in doubled and of_a_kind and len(doubled) >= fewest else []


def _boxes_of(division: Division, label: Label) -> list[str]:
    """Give the texts below a label, one for each box."""
    lines = [item for item in division.sections.get(label, ()) if item.line is not None and item.fate is None]
    boxes = groupby(lines, key=lambda item: item.line and item.line.block)
    texts = [" ".join(text for text, _ in whole_lines(list(box))) for _, box in boxes]
    return [text for text in texts if fold(text)]


def _values(division: Division) -> dict[Label, list[str]]:
    """Give the values that stand below each label, wherever it stands in the content as one."""
    values: dict[Label, list[str]] = {}
    items = division.items
    for number in [number for number, item in enumerate(items[:-1]) if item.label is not None]:
        item, following = items[number], items[number + 1]
        label = item.label
        if label not in division.labels.rank or item.evidence is Evidence.INSIDE:
            continue
        if following.text and not item.has_link and has_value(item, following):
            values.setdefault(label, []).append(following.text)
    return values


def refuse_empty(parts: Mapping[str, object]) -> None:
    """Refuse a page whose labels have no values, and one that has values but no title.

    Raises:
        NotARecord: no section has a value, or only the title has one.
        LayoutError: there is no title.
    """
    says = any(value for name, value in parts.items() if name not in {"post", "triennial", "title"})
    if parts["title"] and says:
        return
    if parts["title"]:
        kind = "record without values"
        raise NotARecord("values", f"no more than the title {parts['title']!r}", _NEXT[kind], kind=kind)
    if not says:
        kind = "page of empty labels"
        raise NotARecord("values", kind, _NEXT[kind], kind=kind)
    raise LayoutError("a title", "the label of the title with no value", "see `explain` for the page's blocks")


def _said(division: Division) -> list[str]:
    """Give what a page says of itself, folded: its title, and the beginnings of its first blocks."""
    document = division.document
    return [fold(document.title), *(fold(block.text[:500]) for block in document.blocks[:200])]


def _other_page(division: Division) -> NotARecord:
    texts = _said(division)
    if any(map(_UNKNOWN_PROJECT.search, texts)):
        return _gone(division)
    signals = division.document.signals
    if Signal.PASSWORD_FIELD in signals:
        return _not_a_record("login", division)
    for kind, words in _KINDS:
        if any(re.search(words, text) for text in texts):
            return _not_a_record(kind, division)
    if sum(len(values) > 1 for values in _values(division).values()) > 1:
        return _not_a_record("list", division)
    if signals & {Signal.SCRIPT_REDIRECT, Signal.META_REFRESH} and len(division.items) < 10:
        return _not_a_record("redirect by script", division)
    found = f"{len(division.found)} of them, and: {_excerpt(division)}"
    return NotARecord(_SOUGHT, found, _NEXT["another page"], kind="another page")


def _gone(division: Division) -> PageGone:
    return PageGone(_SOUGHT, f"the site's page for an unknown project: {_excerpt(division)}", "check the number")


def _not_a_record(kind: str, division: Division) -> NotARecord:
    return NotARecord(_SOUGHT, f"{kind}: {_excerpt(division)}", _NEXT[kind], kind=kind)


def _is_error(title: str) -> bool:
    return re.match(r"erreur\s*[-–—:]|erreur(?:\s+\d+)?$", title.strip(), re.IGNORECASE) is not None


def _excerpt(division: Division) -> str:
    """Give the first words of a page's content, or its title where it has none."""
    words = division.labels.words
    texts = (item.text for item in division.items if not item.block.landmark and not words.is_frame(item.text))
    return repr(" / ".join(filter(None, texts))[:160] or division.document.title)
