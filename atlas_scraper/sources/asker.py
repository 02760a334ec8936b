"""Asking several hosts, each as is polite there."""

from contextlib import ExitStack
from dataclasses import replace
from urllib.parse import urlsplit

from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.file_systems import FileSystems
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.sources.archives import manners_at


class Asker:
    """Asks hosts for addresses; use it as a context manager.

    Args:
        manners: how hosts are asked that want nothing slower.
    """

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._clients: dict[str, Client | FileSystems] = {}
        self._stack = ExitStack()

    def __enter__(self) -> "Asker":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def requests(self) -> int:
        """How many requests were made."""
        return sum(client.requests for client in self._clients.values())

    def ask(self, address: str, headers: Headers = ()) -> RawPage:
        """Ask for an address, once or as often as may help; redirects are not followed.

        One that is neither `http://` nor `https://` is a file elsewhere, such as in S3, of which a part can be had.

        Raises:
            FetchError: there is no answer.
            RunStopped: the host forbids it, asks for a long rest, or is down.
        """
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._clients:
            manners = manners_at(address, self._manners)
            is_web = parts.scheme in {"http", "https"}
            client: Client | FileSystems
            client = Client(manners, lambda _: None) if is_web else FileSystems(manners.delay)
            self._stack.push(client)
            self._clients[host] = client
        return self._clients[host].ask(address, headers)


def for_indexes(manners: Manners) -> Manners:
    """Give how indexes are asked: their answers are long, and slow to come."""
    return replace(manners, max_bytes=200_000_000, timeout=max(manners.timeout, 300.0))
