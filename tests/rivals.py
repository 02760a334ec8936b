"""Two plain scrapers of our own generated pages, to measure the parser against: one in XPath, one in BeautifulSoup.

Each knows one markup alone (`MARKUP`): labels in `dt`, values in `dd`, tables by caption, columns by position. They
read the same fields as the parser, and do nothing else: nothing unknown is noticed and nothing is checked.
"""

import json
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import urljoin

import lxml.html
from bs4 import BeautifulSoup, Tag
from lxml import etree
from pages.expected import SITE
from pages.labels import CONVENTION_LABELS, NARRATIVE_LABELS, SCALAR_LABELS, TABLE_LABELS, TRIENNIAL
from pages.vocabulary import COUNTRIES, STATUSES

MARKUP: dict[str, Any] = {"menu": "nav", "scripts": "content", "footer": "footer", "caption": True, "prose_style": "dl"}
"""Choices of the markup that the rivals read; all others are the plainest."""
_POST = "Contacts dans le poste diplomatique"
Row = list[tuple[str | None, str | None]]
"""Text and address of each cell."""


class Opened(Protocol):
    """What a rival's tree can be asked for."""

    def value(self, label: str) -> str | None:
        """Give the text behind a label."""

    def paragraphs(self, label: str) -> list[str]:
        """Give the paragraphs behind a label."""

    def rows(self, caption: str) -> list[Row]:
        """Give the rows of a table."""

    def post(self) -> tuple[str | None, list[tuple[str, str | None]]]:
        """Give the heading of the post's block, and its labels with their values."""

    def has_sentence(self, sentence: str) -> bool:
        """Tell whether a line of the page is this sentence."""


def _xpath(path: str) -> Callable[..., Any]:
    return etree.XPath(path)


class _XPath:
    _value = _xpath("//dt[normalize-space(.)=$label]/following-sibling::dd[1]")
    _paragraphs = _xpath("//dt[normalize-space(.)=$label]/following-sibling::dd[1]/p")
    _rows = _xpath("//table[normalize-space(caption)=$caption]/tbody/tr")
    _cells = _xpath("td")
    _link = _xpath("string(.//a/@href)")
    _post_name = _xpath("string(//h3[starts-with(., $words)])")
    _post_labels = _xpath("//h3[starts-with(., $words)]/following-sibling::dl[following-sibling::dl[dt='Titre']]/dt")
    _sentences = _xpath("//div[@id='main']/*[normalize-space(.)=$sentence]")

    def __init__(self, data: bytes) -> None:
        self._tree = lxml.html.document_fromstring(data)

    def value(self, label: str) -> str | None:
        found = self._value(self._tree, label=label)
        return _tidy(" ".join(found[0].itertext())) if found else None

    def paragraphs(self, label: str) -> list[str]:
        return [text for each in self._paragraphs(self._tree, label=label) if (text := _tidy("".join(each.itertext())))]

    def rows(self, caption: str) -> list[Row]:
        rows = self._rows(self._tree, caption=caption)
        return [[(_tidy("".join(td.itertext())), self._link(td) or None) for td in self._cells(tr)] for tr in rows]

    def post(self) -> tuple[str | None, list[tuple[str, str | None]]]:
        labels = self._post_labels(self._tree, words=_POST)
        pairs = [(str(dt.text).strip(), _tidy("".join(dt.getnext().itertext()))) for dt in labels]
        return _tidy(self._post_name(self._tree, words=_POST)), pairs

    def has_sentence(self, sentence: str) -> bool:
        return bool(self._sentences(self._tree, sentence=sentence))


class _Soup:
    def __init__(self, data: bytes) -> None:
        self._soup = BeautifulSoup(data, "lxml")
        self._values = {dt.get_text(" ", strip=True): dt.find_next_sibling("dd") for dt in self._soup.find_all("dt")}
        self._tables = {
            caption.get_text(strip=True): caption.find_parent("table") for caption in self._soup.find_all("caption")
        }

    def value(self, label: str) -> str | None:
        value = self._values.get(label)
        return _tidy(value.get_text(" ")) if value else None

    def paragraphs(self, label: str) -> list[str]:
        value = self._values.get(label)
        found = value.find_all("p") if isinstance(value, Tag) else []
        return [text for each in found if (text := _tidy(each.get_text()))]

    def rows(self, caption: str) -> list[Row]:
        table = self._tables.get(caption)
        rows = table.find_all("tr")[1:] if table else []
        return [[(_tidy(td.get_text()), self._link(td)) for td in tr.find_all("td")] for tr in rows]

    def post(self) -> tuple[str | None, list[tuple[str, str | None]]]:
        title = next((each for each in self._soup.find_all("h3") if each.get_text().startswith(_POST)), None)
        pairs: list[tuple[str, str | None]] = []
        for block in title.find_next_siblings("dl") if title else []:
            labels = block.find_all("dt")
            if labels[0].get_text() == "Titre":
                break
            pairs += [(dt.get_text(strip=True), _tidy(dt.find_next_sibling("dd").get_text())) for dt in labels]  # type: ignore[union-attr]  # the page has it
        return (_tidy(title.get_text()) if title else None), pairs

    def has_sentence(self, sentence: str) -> bool:
        main = self._soup.find(id="main")
        return any(each.get_text(strip=True) == sentence for each in main.find_all(recursive=False)) if main else False

    @staticmethod
    def _link(cell: Tag) -> str | None:
        link = cell.find("a")
        return str(link["href"]) if link else None


def by_xpath(data: bytes) -> str:
    """Read a page with XPath into JSON."""
    return json.dumps(_record(_XPath(data)), ensure_ascii=False)


def by_soup(data: bytes) -> str:
    """Read a page with BeautifulSoup into JSON."""
    return json.dumps(_record(_Soup(data)), ensure_ascii=False)


def _tidy(text: str) -> str | None:
    return " ".join(text.split()) or None


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _named(row: Row, *names: str) -> dict[str, Any]:
    return {name: text for name, (text, _) in zip(names, row, strict=False)}


def _with_link(row: Row) -> dict[str, Any]:
    return {"name": row[0][0], "link": urljoin(SITE, row[-1][1]) if row[-1][1] else None}


def _partner(row: Row) -> dict[str, Any]:
    country = row[1][0]
    return {**_with_link(row), "country": country, "country_code": COUNTRIES.get(country or "")}


def _grant(row: Row) -> dict[str, Any]:
    funder, amount, *thirds, year = (text for text, _ in row)
    return {
        "funder": funder, "amount_eur": _number(amount), "one_percent_eur": [_number(each) for each in thirds],
        "year": _whole(year),
    }  # fmt: skip


def _goal(row: Row) -> dict[str, Any]:
    number, _, label = (row[0][0] or "").partition(" - ")
    return {"goal": int(number), "label": label, "level": _whole(row[1][0])}


def _theme(row: Row) -> dict[str, Any]:
    return {**_named(row, "theme", "subtheme", "subsubtheme"), "priority": _whole(row[3][0])}


def _person(row: Row) -> dict[str, Any]:
    found = _named(row, "organisation", "last_name", "first_name", "position", "email")
    return {**found, "email": _email(found["email"])}


def _email(text: str | None) -> str | None:
    return text.replace("[at]", "@") if text else None


def _post(page: Opened) -> dict[str, Any] | None:
    title, pairs = page.post()
    if title is None:
        return None
    contacts: list[dict[str, Any]] = []
    for label, value in pairs:
        if label == "Courriel :" and contacts:
            contacts[-1]["email"] = _email(value)
        elif label != "Courriel :":
            contacts.append({"role": label, "name": value, "email": None})
    return {
        "name": title.partition('"')[2].rstrip('"').strip(),
        "contacts": [each for each in contacts if each["name"] or each["email"]],
    }


_TABLES: dict[str, Callable[[Row], dict[str, Any]]] = {
    "other_themes": _theme,
    "sdgs": _goal,
    "foreign_partners": _partner,
    "foreign_contacts": _person,
    "french_authorities": _with_link,
    "funding": _grant,
    "volunteers": lambda row: _named(row, "last_name", "first_name", "mission", "field", "host"),
}


def _record(page: Opened) -> dict[str, Any]:
    scalars = {name: page.value(label) for name, label in SCALAR_LABELS.items()}
    status = page.value("Le partenariat est") or page.value("Le partenariat est :")
    years = [year for label in CONVENTION_LABELS.values() if (year := page.value(label))]
    day, month, year = scalars["end_date"].split("/") if scalars["end_date"] else ("", "", "")
    theme = {name: scalars[name] for name in ("theme", "subtheme", "subsubtheme")}
    return {
        "title": scalars["title"],
        "convention_year": _whole(years[0]) if years else None,
        "start_year": _whole(scalars["start_year"]),
        "status": STATUSES[status] if status else None,
        "status_label": status,
        "end_date": f"{year}-{month}-{day}" if year else None,
        "theme": theme if theme["theme"] else None,
        "post": _post(page),
        **{name: page.paragraphs(label) for name, label in NARRATIVE_LABELS.items()},
        "form": scalars["form"],
        "triennial": next((means for means, words in TRIENNIAL.items() if page.has_sentence(words)), None),
        **{name: [read(row) for row in page.rows(TABLE_LABELS[name])] for name, read in _TABLES.items()},
    }
