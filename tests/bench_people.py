"""Measure what leaving people out costs: thousands of partnerships, and texts made to be slow.

python tests/bench_people.py [--records 12000]

CPU seconds. Partnerships of two kinds: those of the generator of pages, as pages come (four or five people in fields,
some 1,200 letters of text); and heavy ones, of which each names five people of its own, again in texts of some 3,000
letters that are full of titles and of words that are names too. The posts' people of all are looked for in each.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator

from harmless import sentences_with_towns, sentences_with_words
from invented import AS_A_NAME, Invented, people, said
from pages.expected import expected_record
from pages.make_facts import random_facts
from records import PROVENANCE, full_record, make_record

from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership

SLOW = {
    "100,000 letters without a space": "a" * 100_000,
    "100,000 capitals and small letters": "aB" * 50_000,
    "100,000 letters with accents": "é" * 100_000,
    "20,000 dots": "." * 20_000,
    "20,000 @": "@" * 20_000,
    "20,000 a@": "a@" * 20_000,
    "20,000 a.": "a." * 20_000,
    "20,000 at": "at " * 20_000,
    "a data URI of 200,000 letters": "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAA/+" * 8_000,
    "100,000 digits": "1" * 100_000,
    "20,000 numbers": "12 " * 20_000,
    "20,000 %41": "%41" * 20_000,
    "20,000 &": "&" * 20_000,
    "20,000 <": "<a " * 20_000,
    "20,000 times the page's name": "Dupont " * 20_000,
    "20,000 times the page's first name": "Jean " * 20_000,
    "20,000 titles": "M. " * 20_000,
    "20,000 initials": "J. " * 20_000,
    "20,000 letters by themselves": "a " * 20_000,
}


def as_pages_come(count: int) -> Iterator[Partnership]:
    """Give partnerships as pages state them."""
    chance = random.Random(1)  # noqa: S311 - for tests
    rest: dict[str, object] = {"source_url": None, "unread": [], "issues": [], "provenance": PROVENANCE}
    for number in range(1, count + 1):
        read = expected_record(random_facts(chance), "html")
        yield Partnership.model_validate(read | rest | {"project_id": number})


def heavy(count: int) -> Iterator[Partnership]:
    """Give partnerships whose texts are half about nobody, and name their people in hard forms."""
    chance, everybody = random.Random(1), people(1_500)  # noqa: S311 - for tests
    plain = [*sentences_with_words(1_000), *sentences_with_towns(500)]
    for number in range(1, count + 1):
        own = chance.sample(everybody, 5)
        texts = [" ".join(chance.sample(plain, 12)) for _ in range(4)]
        texts += [said(chance.choice(AS_A_NAME), person) for person in own]
        yield full_record(number).model_copy(update=_fields(own, texts))


def _fields(own: list[Invented], texts: list[str]) -> dict[str, object]:
    contacts = [{"role": "Conseiller", "name": f"{each.first} {each.last}", "email": each.address} for each in own[:2]]
    rows = [
        {"organisation": "Ville", "last_name": last, "first_name": first, "position": "Maire", "email": None}
        for first, last in own[2:]
    ]
    record = make_record(context=texts, post={"name": "Ambassade", "contacts": contacts}, foreign_contacts=rows)
    return {name: getattr(record, name) for name in ("context", "post", "foreign_contacts", "volunteers")}


def measure(name: str, what: Callable[[], object]) -> float:
    """Do something, print its CPU seconds, and give them."""
    start = time.process_time()
    what()
    seconds = time.process_time() - start
    sys.stdout.write(f"{name:44} {seconds * 1000:9.0f} ms\n")
    return seconds


def main() -> None:
    """Measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=12_000)
    count = options.parse_args().records
    contact = {"organisation": None, "last_name": "DUPONT", "first_name": "Jean", "position": None, "email": None}
    policy = Policy(leaves_out_people=True)
    measure("the first record, with all there is to load", lambda: policy.apply(full_record(1)))
    for name, text in SLOW.items():
        record = make_record(objective=[text], foreign_contacts=[contact])
        measure(name, lambda record=record: policy.apply(record))  # type: ignore[misc]
    for name, make in (("as pages come", as_pages_come), ("heavy", heavy)):
        records = list(make(count))
        letters = sum(len(text) for record in records for texts in _texts(record) for text in texts)
        sys.stdout.write(f"{count} partnerships, {name}, {letters // count} letters of text each\n")
        policies: list[Policy] = []
        measure("gathering the people of all", lambda: policies.append(policy.knowing(records, [])))  # noqa: B023
        measure("leaving people out", lambda: [policies[0].apply(record) for record in records])  # noqa: B023


def _texts(record: Partnership) -> tuple[list[str], ...]:
    return record.context, record.history, record.context_and_history, record.objective, record.description


if __name__ == "__main__":
    main()
