"""`python -m atlas_scraper.local_atlas`: serve the local atlas until Ctrl-C, with a fault where one is wanted."""

import argparse
import contextlib
import sys
import threading
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from atlas_scraper.local_atlas import pages
from atlas_scraper.local_atlas.faults import WORDS, Fault, FaultServer, faults, page
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.local_atlas.twins import NIGHTS, page_of

# What the site itself says for an error, with status 200.
PAGES: dict[str, tuple[Callable[[], str], str]] = {
    "maintenance": (pages.maintenance, "the page of a site that is being worked on, with status 200"),
    "login": (pages.login, "a login page, with status 200"),
    "error page": (lambda: pages.error_page("Une erreur technique est survenue."), "an error page, with status 200"),
    "empty labels": (pages.empty_labels, "a page of labels with every value empty"),
}


def main() -> None:
    """Serve."""
    given = options().parse_args()
    numbers = range(1, given.numbers + 1)
    with contextlib.ExitStack() as stack:
        port = 0 if given.fault else given.port
        atlas = stack.enter_context(LocalAtlas(numbers, night=given.night, port=port, page_of=page_of))
        base_url = atlas.base_url
        if given.fault:
            answer = answers(atlas, given.fault, given.on)
            base_url = stack.enter_context(FaultServer(answer, port=given.port)).base_url
        sys.stdout.write(f"{base_url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


def options() -> argparse.ArgumentParser:
    """Describe the options."""
    words = {**WORDS} | {name: line for name, (_, line) in PAGES.items()}
    listed = "\n".join(f"  {_dashed(name):30} {line}" for name, line in words.items())
    parser = argparse.ArgumentParser(
        prog="python -m atlas_scraper.local_atlas",
        description=__doc__,
        epilog=f"faults:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, help="port of the loopback (default: any)")
    parser.add_argument("--night", type=int, default=1, help=f"1 to {NIGHTS}: pages differ between them")
    parser.add_argument("--numbers", type=int, default=300, help="highest number of a project")
    choices = [_dashed(name) for name in words]
    parser.add_argument(
        "--fault", metavar="NAME", choices=choices, help="what befalls the pages of projects; see below"
    )
    parser.add_argument("--on", type=int, nargs="*", metavar="N", help="numbers that it befalls (default: all)")
    return parser


def answers(atlas: LocalAtlas, name: str, on: list[int] | None) -> Callable[[str], Fault]:
    """Answer as an atlas does, but for a fault.

    Args:
        atlas: gives the good pages.
        name: of the fault, with dashes.
        on: numbers of the projects that it befalls; `None` for all.
    """

    def answer(path: str) -> Fault:
        status, headers, body = atlas.answer(path, None)
        number = parse_qs(urlsplit(path).query).get("criteres.prjId", [""])[0]
        if not number.isdigit() or (on is not None and int(number) not in on):
            return page(body, str(status), **{name: text for name, text in headers.items() if name == "Set-Cookie"})
        made = {_dashed(each): fault for each, fault in faults(body, path).items()}
        made |= {_dashed(each): page(text().encode()) for each, (text, _) in PAGES.items()}
        return made[name]

    return answer


def _dashed(name: str) -> str:
    return name.replace(" ", "-")


if __name__ == "__main__":
    main()
