"""Measure what leaving people out costs: thousands of partnerships, and texts made to be slow.

python tests/bench_people.py [--records 12000]

CPU seconds. Each partnership names five people of its own and holds some 4,000 letters of text, a part of which names
them; the posts' people of all are looked for in each.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator

from harmless import sentences_with_towns, sentences_with_words
from invented import AS_A_NAME, Invented, people, said
from records import full_record, make_record

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
}


def partnerships(count: int) -> Iterator[Partnership]:
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
    records = list(partnerships(count))
    letters = sum(len(text) for record in records for text in record.context)
    sys.stdout.write(f"{count} partnerships, {letters // count} letters of context each\n")
    policies: list[Policy] = []
    measure("gathering the people of all", lambda: policies.append(policy.knowing(records, [])))
    measure("leaving people out", lambda: [policies[0].apply(record) for record in records])


if __name__ == "__main__":
    main()
