"""Measure the parser: `python -m tests.pages N [--seed S] [--hard] [--rendition html|markdown|pipe|flat]`."""

import argparse
import json
import sys
from pathlib import Path

from .markdown import CONVERTERS, is_there
from .page import Page, make_page
from .report import Tally, parsed
from .selfcheck import missing_texts

SUFFIXES = {"html": "html", "markdown": "md", "pipe": "txt", "flat": "txt"}


def _arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.pages", description=__doc__)
    reader.add_argument("pages", type=int, help="how many pages")
    reader.add_argument("--seed", type=int, default=0, help="number of the first page")
    reader.add_argument("--hard", action="store_true", help="hard choices may be taken")
    reader.add_argument("--rendition", choices=tuple(SUFFIXES), default="html")
    reader.add_argument("--converter", choices=CONVERTERS, default="markdownify", help="what writes the Markdown")
    reader.add_argument("--fix", action="append", default=[], metavar="CHOICE=VALUE", help="pin a choice of the markup")
    reader.add_argument("--save", type=Path, metavar="DIR", help="write failing pages and their expected records there")
    reader.add_argument("--show", type=int, default=12, metavar="K", help="how many differences and choices to print")
    reader.add_argument("--self-check", action="store_true", help="check the generator alone; no parser is needed")
    return reader.parse_args()


def _pinned(pairs: list[str]) -> dict[str, object]:
    words = {"true": True, "false": False, "None": None}
    split = (pair.split("=", 1) for pair in pairs)
    return {name: int(value) if value.isdigit() else words.get(value, value) for name, value in split}


def _page(arguments: argparse.Namespace, seed: int) -> Page:
    choices = {"hard": arguments.hard, "converter": arguments.converter, **_pinned(arguments.fix)}
    return make_page(seed, arguments.rendition, **choices)


def _self_check(arguments: argparse.Namespace) -> int:
    bad = 0
    for seed in range(arguments.seed, arguments.seed + arguments.pages):
        page = _page(arguments, seed)
        missing = missing_texts(page)
        bad += bool(missing)
        for text in missing[:3]:
            sys.stdout.write(f"seed {seed}: not on the page: {text!r}\n")
    sys.stdout.write(f"{arguments.pages - bad} of {arguments.pages} pages hold all their facts\n")
    return 1 if bad else 0


def main() -> int:
    """Run the command; 0 when every page was read without fault."""
    arguments = _arguments()
    if arguments.rendition == "markdown" and not is_there(arguments.converter):
        sys.stderr.write(f"{arguments.converter.partition('-')[0]} is not installed on this machine\n")
        return 2
    if arguments.self_check:
        return _self_check(arguments)
    tally = Tally()
    for seed in range(arguments.seed, arguments.seed + arguments.pages):
        page = _page(arguments, seed)
        record, error = parsed(page)
        outcome = tally.add(seed, page, record, error)
        if arguments.save and outcome.differences:
            folder = arguments.save / f"{arguments.rendition}-{seed}"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"page.{SUFFIXES[arguments.rendition]}").write_bytes(page.data)
            notes = {"url": page.url, "choices": str(page.choices), "error": error, "differences": outcome.differences}
            parts = {"expected": page.expected, "found": record, "notes": notes, "unlisted": page.extras}
            for name, content in parts.items():
                text = json.dumps(content, ensure_ascii=False, indent=1, default=str)
                (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(tally.report(arguments.show))
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
