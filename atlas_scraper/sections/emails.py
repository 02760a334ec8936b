"""E-mail addresses of contacts: written out, obfuscated, or only behind a mail link."""

from collections.abc import Iterable

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.values.emails import Email, read_email


def address_of(reader: SectionReader, label: Label, text: str | None, links: Iterable[str] = ()) -> str | None:
    """Read the address that a text is, or that a mail link beside it hides; report what is odd about it.

    Returns:
        The address with `@`; `None` when there is none. A text that is no address becomes an issue.
    """
    email = read_email(text) if text else None
    hidden = hidden_address(links)
    if email and hidden and (words := _words_of_link(email, hidden)):
        reader.keep_unread(None, words, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label))
        email = hidden
    email = email or hidden
    if text and email is None:
        reader.issue(IssueCode.UNREADABLE_VALUE, label.field, f"address: {text}")
    if email and email.suspicious:
        reader.issue(IssueCode.SUSPICIOUS_EMAIL, label.field, f"{email.address}: {email.suspicious}")
    return email.address if email else None


def hidden_address(links: Iterable[str]) -> Email | None:
    """Give the address of the first mail link, or `None`."""
    return next(filter(None, (read_email(link) for link in links if link[:7].lower() == "mailto:")), None)


def _words_of_link(email: Email, hidden: Email) -> str:
    """Give what a mail link says behind its own address that stands before it: `name@example.org Écrire`."""
    words = email.address[len(hidden.address) :].strip()
    is_before = email.address.lower().startswith(f"{hidden.address.lower()} ")
    return words if is_before and "@" not in words else ""
