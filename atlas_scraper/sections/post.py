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
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Post, PostContact
from atlas_scraper.sections.emails import address_of, hidden_address
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn, count_listed, upright
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.values.beginnings import without_number
from atlas_scraper.values.emails import read_email
from atlas_scraper.values.roles import is_role
from atlas_scraper.values.text import says_something, without_signs

LABEL = Label("post", ("Contacts dans le poste diplomatique",), takes_more=True, reads_itself=True, may_be_absent=True)
ROLE = Label("role", ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"))
EMAIL = Label("email", ("Courriel", "Courriels", "Adresse électronique", "Mél", "E-mail"))
NAME = Label("name", ("Nom", "Nom et prénom", "Prénom et nom", "Fonction"))
INNER = (ROLE, EMAIL, NAME)
ROLE_COLUMN = PageColumn("role", ("Fonction", "Rôle", "Qualité"))
NAME_COLUMN = PageColumn("name", ("Nom", "Nom et prénom", "Prénom et nom", "Contact"))
EMAIL_COLUMN = PageColumn("email", ("Courriel", "Adresse électronique"), read_email)
COLUMNS = (ROLE_COLUMN, NAME_COLUMN, EMAIL_COLUMN)

_HEADING = re.compile(r"^.*?poste?\s+diplomatiques?", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"[\"«“„]([^\"«»“”„]++)[\"»”](?:\s++(\w.*)|[^\w\"]*+)", re.DOTALL)
_QUOTES = " \t:–—-\"'«»“”„‟‘’"
_BEHIND_ROLE = re.compile(r"(?<![\W_])[\W_]++(?:\d{1,3}[\])])?\Z")  # a listed role ends with a letter
_PARTICLE = 3  # letters of the small words within a name
_NOBODY = re.compile(r"^(?:pas\s+de|pas\s+d['’]|aucun)\b", re.IGNORECASE)
_POST = re.compile(
    r"^(?:ambassade|consulat|consul|mission|d[ée]l[ée]gation|repr[ée]sentation|institut|bureau|haut-commissariat)",
    re.IGNORECASE,
)


def read_post(reader: SectionReader) -> Post | None:
    """Read the block of the diplomatic post.

    Returns:
        The post; `None` when the page has no such block.
    """
    if not reader.has(LABEL):
        return None
    items = reader.items_of(LABEL)
    name = _name_of(reader) or _name_below(items)
    has_roles = any(item.label is ROLE for item in items)
    if any(item.table and (not has_roles or _has_columns(item.table)) for item in items):
        return Post(name=name or None, contacts=[*_contacts_of_rows(reader)])
    lines = [item for item in items if item.line is not None and item.text and item.fate is None]
    if lines and lines[-1].label is ROLE and reader.is_cut_short(LABEL):
        lines.pop()  # whose role it is may stand behind that label: it stays unread, as that does
    drafts = _Drafts(are_numbered=any(map(_is_numbered_label, lines)))
    for item, following in zip(lines, [*lines[1:], None], strict=False):
        if _read_line(reader, drafts, item, following):
            item.take(LABEL.field)
    contacts = [
        PostContact(role=draft.role, name=draft.name, email=draft.email)
        for draft in drafts.all
        if draft.name or draft.email
    ]
    return Post(name=name or None, contacts=contacts)


def _has_columns(table: PageTable) -> bool:
    """Tell whether a table has columns of contacts; below a role one of other pairs may stand between theirs."""
    header = upright(table, COLUMNS)[1]
    return header is not None and count_listed(header.columns) > 1


def _name_of(reader: SectionReader) -> str:
    """Give the name of the post that the heading holds; what a converter wrote behind its quotes is left unread."""
    name = _HEADING.sub("", reader.heading(LABEL), count=1).strip()
    if found := _QUOTED.fullmatch(name):
        if found[2]:
            reader.keep_unread(None, found[2], LABEL.field, IssueCode.UNREAD_TEXT, place=reader.place(LABEL))
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
    if first is None or first.label or not _POST.match(first.text.lstrip(_QUOTES)):
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


def _read_line(reader: SectionReader, drafts: "_Drafts", item: Item, following: Item | None) -> bool:
    """Read a line of the block: a role, words in place of one, `Courriel`, an address or a name."""
    if item.line is not None and item.line.is_heading and not item.label:
        return False
    if item.label is ROLE:
        drafts.begin(role=_words_of(item.text, are_numbered=drafts.are_numbered))
    elif _NOBODY.match(item.text):
        drafts.begin()
    elif item.label is EMAIL:
        drafts.announce_address()
    elif item.label is not NAME:
        return _read_value(reader, drafts, item, following)
    return True


def _read_value(reader: SectionReader, drafts: "_Drafts", item: Item, following: Item | None) -> bool:
    """Read a line that is no label: an address, a name, a role that nobody has listed, or a dash for none of them."""
    hidden = hidden_address(item.links)
    if not hidden and not says_something(item.text):
        drafts.give_up_address()
    elif read_email(item.text) or drafts.awaits_address:
        address = address_of(reader, LABEL, item.text, item.links)
        if address:
            drafts.add_address(address)
        else:
            drafts.give_up_address()
    elif hidden:
        # A name that links to its address.
        drafts.add_name(item.text, may_begin=True)
        drafts.add_address(hidden.address)
    else:
        announces = following is not None and (following.label is EMAIL or read_email(following.text) is not None)
        if is_role(item.text):
            drafts.add_role(item.text.rstrip(" :"), ends=announces)
            return True
        return not _is_remark(item.text) and drafts.add_name(item.text, may_begin=announces)
    return True


def _is_remark(text: str) -> bool:
    """Tell whether a line is a sentence rather than a name: a colon or a full stop, and several common words."""
    words = [word for word in text.split() if word.isalpha() and word.islower() and len(word) > _PARTICLE]
    return len(words) > 1 and (" : " in text or text.endswith("."))


@dataclass(slots=True)
class _Draft:
    role: str | None = None
    name: str | None = None
    email: str | None = None


class _Drafts:
    """The contacts so far: a role begins one, and so does what the last one already has."""

    def __init__(self, *, are_numbered: bool) -> None:
        self.all = [_Draft()]
        self.are_numbered = are_numbered
        self.awaits_address = False

    def begin(self, role: str | None = None) -> None:
        self.all.append(_Draft(role=role))
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
        if self.all[-1].email:
            self.begin()
        self.all[-1].email, self.awaits_address = address, False

    def give_up_address(self) -> None:
        self.awaits_address = False

    def add_name(self, name: str, *, may_begin: bool) -> bool:
        """Add a name; tell whether the words can be one. Without a role, only an address begins a contact."""
        last = self.all[-1]
        if last.email:
            if not may_begin:
                return False
            self.begin()
        elif last.name:
            return False
        self.all[-1].name = name
        return True


SECTION = Section((LABEL,), lambda reader, _: {"post": read_post(reader)}, COLUMNS, INNER)
