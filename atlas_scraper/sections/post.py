"""The block of the diplomatic post: `Contacts dans le poste diplomatique "Ambassade de France à Ottawa"`.

Below the heading two roles, each followed by a name and `Courriel :` with an address written `name[at]host`.

What is odd about it: the whole block can be absent; a role can stand without name and address, or a sentence
(`Pas de correspondant …`) in its place; a second contact can be a lone `Courriel :`; one person can hold both
roles; the name of the post can stand on a line of its own, in capitals, or with a space at its end; a role that nobody
has listed (`Conseiller`) can stand in a listed one's place, below it, or between a name and its address.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atlas_scraper.blocks.document import PageTable
from atlas_scraper.labelling.items import Fate, Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Post, PostContact
from atlas_scraper.sections.emails import address_of, hidden_address
from atlas_scraper.sections.post_lines import (
    EMAIL,
    NAME,
    POST,
    ROLE,
    SIGNS,
    Kind,
    Part,
    is_person,
    parts_of,
    with_linked,
)
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn, count_listed
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.tables.upright import upright
from atlas_scraper.values.beginnings import without_number
from atlas_scraper.values.emails import read_email
from atlas_scraper.values.text import says_something, without_signs

LABEL = Label("post", ("Contacts dans le poste diplomatique",), takes_more=True, reads_itself=True, may_be_absent=True)
INNER = (ROLE, EMAIL, NAME)
ROLE_COLUMN = PageColumn("role", ("Fonction", "Rôle", "Qualité"))
NAME_COLUMN = PageColumn("name", ("Nom", "Nom et prénom", "Prénom et nom", "Contact"))
EMAIL_COLUMN = PageColumn("email", ("Courriel", "Adresse électronique"), read_email)
COLUMNS = (ROLE_COLUMN, NAME_COLUMN, EMAIL_COLUMN)

_HEADING = re.compile(r"^.*?poste?\s+diplomatiques?", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"[\"«“„]([^\"«»“”„]++)[\"»”]([^\"«»“”„]*+)", re.DOTALL)
_QUOTES = " \t:–—-\"'«»“”„‟‘’"
_BEGINNING = frozenset({Kind.ROLE, Kind.OTHER_ROLE, Kind.NOBODY})
_OF_ADDRESS = frozenset({Kind.EMAIL, Kind.ADDRESS})
_WITH_ADDRESS = frozenset({*_OF_ADDRESS, Kind.LINKED})
_FIRST = frozenset({ROLE, EMAIL})
_CAPITALS = 2  # words of a name
_DIGIT = re.compile(r"\d")
_MANY_DIGITS = 6  # of a telephone, or of a day
_BEHIND_ROLE = re.compile(r"(?<![\W_])[\W_]++(?:\d{1,3}[\])])?\Z")  # a listed role ends with a letter
_NO_ADDRESS = re.compile(r"(?<!\s)\s*+\(courriel\s*+:?+\s*+\)?+\Z", re.IGNORECASE)
_PARTICLE = 3  # letters of the small words within a name


def read_post(reader: SectionReader) -> Post | None:
    """Read the block of the diplomatic post.

    Returns:
        The post; `None` when the page has no such block.
    """
    if not reader.has(LABEL):
        return None
    items = _items_of(reader)
    name = _name_of(reader) or _name_below(items)
    has_roles = any(item.label is ROLE for item in items)
    if any(item.table and (not has_roles or _has_columns(item.table)) for item in items):
        return Post(name=name or None, contacts=[*_contacts_of_rows(reader)])
    lines = [item for item in items if item.line is not None and item.text and item.fate is None]
    if lines and lines[-1].label is ROLE and reader.is_cut_short(LABEL):
        lines.pop()  # whose role it is may stand behind that label: it stays unread, as that does
    parts = with_linked(parts_of(lines), _ignored(reader))
    drafts = _Drafts(are_numbered=any(map(_is_numbered_label, lines)))
    first_role = next((place for place, part in enumerate(parts) if part.kind in _BEGINNING), 0)
    last_line = max((place for place in range(first_role) if parts[place].kind in _WITH_ADDRESS), default=-1)
    left: list[Part] = []
    for place, (part, following) in enumerate(zip(parts, [*parts[1:], None], strict=False)):
        # What stands above the first role and has no address introduces the contacts, or says where the post is.
        is_named = following is not None and following.kind is Kind.OTHER_ROLE
        is_above = last_line < place < first_role and part.kind is Kind.TEXT and not is_named
        if is_above or not _read_part(reader, drafts, part, following):
            left.append(part)
    _account(reader, parts, left)
    contacts = [
        PostContact(role=draft.role, name=draft.name, email=draft.email or draft.linked)
        for draft in drafts.all
        if draft.name or draft.email or draft.linked
    ]
    return Post(name=name or None, contacts=contacts)


def _items_of(reader: SectionReader) -> list[Item]:
    """Give the items of the block, with those below headings in it that name a person and head a role or an address."""
    items = reader.items_of(LABEL)
    for heading, below in reader.headings_behind(LABEL):
        if not is_person(heading.text) or not any(item.label in _FIRST for item in below[:2]):
            break
        items += [heading, *below]
    return items


def _ignored(reader: SectionReader) -> list[Item]:
    """Give the items of the block that say no more than the site's own words, links and buttons among them.

    Where no section follows, lines of such words are the foot of the page, whose `Contact` is that of the site.
    """
    sections = [*reader.division.sections]
    inside = reader.division.sections.get(LABEL, ())
    own_lines = [item for item in inside if item.fate is Fate.IGNORED] if sections[-1] is not LABEL else []
    numbers = {item.number for item in inside if item.fate is not Fate.IGNORED}
    beside = [item for item in reader.division.actions if item.number in numbers]
    return sorted([*own_lines, *beside], key=lambda item: item.number)


def _account(reader: SectionReader, parts: Sequence[Part], left: Sequence[Part]) -> None:
    """Take the lines that were read; of those read in part keep what is left."""
    unread = set(map(id, left))
    read = {id(part.item): part.item for part in parts if id(part) not in unread}
    for item in read.values():
        if item.fate is None:
            item.take(LABEL.field)
    for part in left:
        if id(part.item) in read:
            reader.keep_unread(None, part.text, LABEL.field, IssueCode.UNREAD_TEXT, place=reader.place(LABEL))


def _has_columns(table: PageTable) -> bool:
    """Tell whether a table has columns of contacts; below a role one of other pairs may stand between theirs."""
    header = upright(table, COLUMNS)[1]
    return header is not None and count_listed(header.columns) > 1


def _name_of(reader: SectionReader) -> str:
    """Give the name of the post that the heading holds; what a converter wrote behind its quotes is left unread."""
    name = _HEADING.sub("", reader.heading(LABEL), count=1).strip()
    if found := _QUOTED.fullmatch(name):
        if any(map(str.isalnum, found[2])):
            reader.keep_unread(None, found[2].strip(), LABEL.field, IssueCode.UNREAD_TEXT, place=reader.place(LABEL))
        name = found[1].strip()
    name = without_signs(name).strip(_QUOTES)
    return name if says_something(name) else ""


def _contacts_of_rows(reader: SectionReader) -> Iterator[PostContact]:
    """Read contacts that a page shows as the rows of a table."""
    for row in take_rows(reader, LABEL, COLUMNS):
        email = address_of(reader, LABEL, row.get(EMAIL_COLUMN), row.links)
        if row.get(NAME_COLUMN) or email:
            yield PostContact(role=row.get(ROLE_COLUMN), name=row.get(NAME_COLUMN), email=email)


def _name_below(items: Sequence[Item]) -> str:
    """Take the name of the post from the line below the heading, when the heading does not hold it."""
    first = next((item for item in items if item.line and item.fate is None), None)
    if first is None or first.label or not POST.match(first.text.lstrip(_QUOTES)):
        return ""
    first.take(LABEL.field)
    return first.text.strip(_QUOTES)


def _is_numbered_label(item: Item) -> bool:
    """Tell whether an item is a numbered label other than a role, of which a number may be a part."""
    return item.label in {EMAIL, NAME} and without_number(item.text) != item.text


def _words_of(role: str, *, are_numbered: bool) -> str:
    """Give the words of a role without the colon, quotation marks, signs or number that a page gives to its labels."""
    words = without_signs((without_number(role) if are_numbered else role).rstrip(" :")).strip(_QUOTES)
    return _BEHIND_ROLE.sub("", words)


def _read_part(reader: SectionReader, drafts: "_Drafts", part: Part, following: Part | None) -> bool:
    """Read a line of the block or a part of one: a role, words in place of one, `Courriel`, an address or a name."""
    line = part.item.line
    if line is not None and line.is_heading and not part.item.label and not is_person(part.text):
        return False
    if part.kind is Kind.ROLE:
        linked = hidden_address(part.links)
        role = _words_of(part.text, are_numbered=drafts.are_numbered)
        drafts.begin(role=role, linked=linked.address if linked else None)
    elif part.kind is Kind.NOBODY:
        drafts.begin(is_nobody=True)
    elif part.kind is Kind.EMAIL:
        drafts.announce_address()
    elif part.kind is not Kind.NAME:
        return _read_value(reader, drafts, part, following)
    return True


def _read_value(reader: SectionReader, drafts: "_Drafts", part: Part, following: Part | None) -> bool:
    """Read a line that is no label: an address, a name, a role that nobody has listed, or a dash for none of them."""
    hidden = hidden_address(part.links)
    if not hidden and part.kind is Kind.NOTHING:
        drafts.give_up_address()
    elif read_email(part.text) or drafts.awaits_address:
        address = address_of(reader, LABEL, part.text, part.links)
        if address:
            drafts.add_address(address)
        else:
            drafts.give_up_address()
    elif hidden:
        # A name that links to its address.
        drafts.add_name(part.text, may_begin=True)
        drafts.add_address(hidden.address)
    else:
        announces = following is not None and following.kind in _OF_ADDRESS
        if part.kind is Kind.OTHER_ROLE:
            drafts.add_role(part.text.rstrip(" :"), ends=announces)
            return True
        return not _is_remark(part.text) and drafts.add_name(part.text, may_begin=announces)
    return True


def _is_remark(text: str) -> bool:
    """Tell whether a line is something else than a name: a pair that nobody has listed, a sentence."""
    if text.endswith(":") or _is_number(text) or (" : " in text and not is_person(text)):
        return True  # a label that nobody has listed, a telephone, a day
    words = [word for word in text.split() if word.isalpha() and word.islower() and len(word) > _PARTICLE]
    return len(words) > 1 and text.endswith(".")


def _is_number(text: str) -> bool:
    """Tell whether a line is a telephone or a day, and not a name with one behind it, which has capitals of its own."""
    if sum(map(str.isdigit, text)) < _MANY_DIGITS:
        return False
    words = _DIGIT.split(text, maxsplit=1)[0].split()
    return sum(word[:1].isupper() for word in words) < _CAPITALS and not any(map(_is_surname, words))


def _is_surname(word: str) -> bool:
    return word.isupper() and len(word) > _PARTICLE and ":" not in word


@dataclass(slots=True)
class _Draft:
    role: str | None = None
    linked: str | None = None  # the address that the role links to
    is_nobody: bool = False
    name: str | None = None
    email: str | None = None


class _Drafts:
    """The contacts so far: a role begins one, and so does what the last one already has."""

    def __init__(self, *, are_numbered: bool) -> None:
        self.all = [_Draft()]
        self.are_numbered = are_numbered
        self.awaits_address = False

    def begin(self, role: str | None = None, *, linked: str | None = None, is_nobody: bool = False) -> None:
        self.all.append(_Draft(role, linked, is_nobody))
        self.awaits_address = False

    def add_role(self, role: str, *, ends: bool) -> None:
        """Add a role that nobody has listed: of the listed one above it, of the name above it, or of somebody else."""
        last = self.all[-1]
        if last.role and not (last.name or last.email):
            last.role = f"{last.role}, {role}"
        elif last.name and not last.role and not last.email and ends:
            last.role = role
        else:
            self.begin(role=role)

    def announce_address(self) -> None:
        if self.all[-1].email or self.awaits_address:
            self.begin()
        self.awaits_address = True

    def add_address(self, address: str) -> None:
        """Add an address; the one that was said last may stand once more in a link, and one more begins a contact."""
        if self.all[-1].email and self.all[-1].email != address:
            self.begin()
        self.all[-1].email, self.awaits_address = address, False

    def give_up_address(self) -> None:
        self.awaits_address = False

    def add_name(self, name: str, *, may_begin: bool) -> bool:
        """Add a name; tell whether the words can be one. Without a role, only an address begins a contact."""
        last, name = self.all[-1], _NO_ADDRESS.sub("", name) or name
        if last.email or last.is_nobody:
            if not may_begin:
                return False
            self.begin()
        elif last.name:
            return False
        self.all[-1].name = name.strip(SIGNS) if name[0] in SIGNS else name
        return True


SECTION = Section((LABEL,), lambda reader, _: {"post": read_post(reader)}, COLUMNS, INNER)
