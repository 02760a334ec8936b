"""Asking several hosts, each as is polite there."""

from contextlib import ExitStack
from dataclasses import replace
from urllib.parse import urlsplit

from atlas_scraper.fetch.client import Client, Manners
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.sources.archives import manners_at


class Asker:
    """Asks hosts for addresses; use it as a context manager.

    Args:
        manners: how hosts are asked that want nothing slower.
    """

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._clients: dict[str, Client] = {}
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

        Raises:
            FetchError: there is no answer.
            RunStopped: the host forbids it, asks for a long rest, or is down.
        """
        host = urlsplit(address).netloc
        if host not in self._clients:
            client = Client(manners_at(address, self._manners), lambda _: None)
            self._clients[host] = self._stack.enter_context(client)
        return self._clients[host].ask(address, headers)


def for_indexes(manners: Manners) -> Manners:
    """Give how indexes are asked: their answers are long, and slow to come."""
    return replace(manners, max_bytes=200_000_000, timeout=max(manners.timeout, 300.0))
