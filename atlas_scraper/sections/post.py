"""The block of the diplomatic post: `Contacts dans le poste diplomatique "Ambassade de France à Ottawa"`.

Below the heading two roles, each followed by a name and `Courriel :` with an address written `name[at]host`.

What is odd about it: the whole block can be absent; a role can stand without name and address, or a sentence
(`Pas de correspondant …`) in its place; a second contact can be a lone `Courriel :`; one person can hold both
roles; the name of the post can stand on a line of its own, in capitals, or with a space at its end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Post, PostContact
from atlas_scraper.sections.items import Item
from atlas_scraper.sections.labels import Label
from atlas_scraper.sections.reader import SectionReader
from atlas_scraper.values.emails import read_email

LABEL = Label("post", ("Contacts dans le poste diplomatique",), takes_more=True, reads_itself=True)
ROLE = Label("role", ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"))
EMAIL = Label("email", ("Courriel", "Courriels", "Adresse électronique", "Mél", "E-mail"))
NAME = Label("name", ("Nom", "Nom et prénom", "Prénom et nom", "Fonction"))
INNER = (ROLE, EMAIL, NAME)

_HEADING = re.compile(r"^.*?poste?\s+diplomatiques?", re.IGNORECASE | re.DOTALL)
_QUOTES = " \t:–-\"'«»“”„‟‘’"
_NOBODY = re.compile(r"^(?:pas\s+de|pas\s+d['’]|aucun)\b", re.IGNORECASE)
_POST = re.compile(
    r"^(?:ambassade|consulat|consul|mission|d[ée]l[ée]gation|repr[ée]sentation|institut|bureau|haut-commissariat)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Draft:
    role: str | None = None
    name: str | None = None
    email: str | None = None


def read_post(reader: SectionReader) -> Post | None:
    """Read the block of the diplomatic post.

    Returns:
        The post; `None` when the page has no such block.
    """
    if not reader.has(LABEL):
        return None
    items = reader.items_of(LABEL)
    name = _HEADING.sub("", reader.heading(LABEL), count=1).strip(_QUOTES) or _name_below(items)
    contacts = [
        PostContact(role=draft.role, name=draft.name, email=draft.email)
        for draft in _drafts(reader, [item for item in items if not item.fate])
        if draft.name or draft.email
    ]
    return Post(name=name or None, contacts=contacts)


def _name_below(items: Sequence[Item]) -> str:
    """Take the name of the post from the line below the heading, when the heading does not hold it."""
    first = next((item for item in items if item.line and not item.fate), None)
    if first is None or first.label or not _POST.match(first.text.lstrip(_QUOTES)):
        return ""
    first.give("taken", LABEL.field)
    return first.text.strip(_QUOTES)


def _drafts(reader: SectionReader, items: Sequence[Item]) -> Iterator[_Draft]:
    """Read role, name and address line by line; a role, or an address after an address, begins a contact."""
    draft = _Draft()
    is_open = False  # whether an address is announced and may follow
    for text, parts in _lines(items):
        item = parts[0]
        address = _address(reader, parts, text)
        if item.label is ROLE:
            yield draft
            draft, is_open = _Draft(role=text.rstrip(" :")), False
        elif _NOBODY.match(text):
            yield draft
            draft, is_open = _Draft(), False
        elif item.label is EMAIL:
            if draft.email or is_open:
                yield draft
                draft = _Draft()
            is_open = True
        elif item.label is NAME:
            pass
        elif address:
            if draft.email:
                yield draft
                draft = _Draft()
            draft.email, is_open = address, False
        elif draft.name is None and not draft.email and not is_open:
            draft.name = text
        elif draft.email and (draft.role or draft.name) and item.line and ":" not in text:
            yield draft
            draft, is_open = _Draft(name=text), False
        elif is_open:
            reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"address: {text}")
            is_open = False
        else:
            continue
        for part in parts:
            part.give("taken", LABEL.field)
    yield draft


def _lines(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    """Give each label, and each text beside or below it, as a line of its own."""
    for item in items:
        if item.line is not None and item.text:
            yield item.text, [item]


def _address(reader: SectionReader, parts: Sequence[Item], text: str) -> str | None:
    """Read a line as an address, or the address that its mail link hides behind other words."""
    email = read_email(text)
    if email is None:
        hidden = (link for part in parts for link in part.links if link[:7].lower() == "mailto:")
        email = next(filter(None, map(read_email, hidden)), None)
    if email and email.suspicious:
        reader.issue(IssueCode.SUSPICIOUS_EMAIL, LABEL.field, f"{email.address}: {email.suspicious}")
    return email.address if email else None

