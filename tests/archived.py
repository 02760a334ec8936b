"""What web archives hold in tests: pages of invented projects over ten years, and the truth of it."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pages import make_page

from atlas_scraper.fetch.archive import ArchiveWriter, Earlier
from atlas_scraper.fetch.raw_page import RawPage

HOST = "pastel.diplomatie.gouv.fr"
BASE = f"https://{HOST}/cncdext/"
PAGE = "dyn/public/atlas/detailProjet.html?criteres.prjId="
TYPE = ("Content-Type", "text/html;charset=UTF-8")
ERROR = "<html><head><title>Erreur - Atlas</title></head><body><div id='main'><p>Une erreur technique est survenue.</p>"


@dataclass(frozen=True)
class Captured:
    """A capture: number, moment, what was there: a body, a number that it redirects to, or a status."""

    number: int
    moment: datetime
    body: bytes = b""
    to: int = 0
    status: int = 200
    base: str = BASE

    @property
    def address(self) -> str:
        return f"{self.base}{PAGE}{self.number}"

    @property
    def stamp(self) -> str:
        return f"{self.moment:%Y%m%d%H%M%S}"

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()

    @property
    def line(self) -> list[str]:
        """The line of an index, as the Internet Archive has it."""
        status = "302" if self.to else str(self.status)
        return ["key", self.stamp, self.address, "text/html", status, self.digest, "1000"]

    @property
    def answer(self) -> RawPage:
        status = 302 if self.to else self.status
        headers = (("Location", f"/cncdext/{PAGE}{self.to}"),) if self.to else (TYPE,)
        return RawPage(self.address, status, "", headers, self.body, self.body, self.moment)


def page(number: int, version: int) -> bytes:
    """Give the page of a project as it was in a version."""
    return make_page(number * 10 + version).data


def at(year: int, month: int = 3, day: int = 4) -> datetime:
    return datetime(year, month, day, 5, 6, 7, tzinfo=UTC)


def ten_years() -> list[Captured]:
    """List captures of ten years: three generations of pages, redirects, error pages as 200, 404, an unchanged one."""
    www, plain = BASE.replace("//", "//www."), BASE.replace("https:", "http:")
    return [
        Captured(11, at(2012), page(11, 1), base=plain),
        Captured(11, at(2015), page(11, 1)),
        Captured(11, at(2019), page(11, 2), base=www),
        Captured(12, at(2013), page(12, 1)),
        Captured(12, at(2016), ERROR.encode()),
        Captured(12, at(2021), page(12, 2)),
        Captured(13, at(2013) - timedelta(seconds=5), to=12),
        Captured(14, at(2014), ERROR.encode()),
        Captured(15, at(2014), status=404),
        Captured(16, at(2016), to=12, base=www),
        Captured(17, at(2020), status=503),
        Captured(20, at(2022), page(20, 1)),
    ]


def keep(path: Path, captures: list[Captured]) -> Path:
    """Write captures as a WARC file; what an address gave before becomes a revisit."""
    writer = ArchiveWriter(path, about={"software": "a crawler"})
    before: dict[tuple[int, bytes], Earlier] = {}
    for one in captures:
        kept = writer.write(one.answer, before.get((one.number, one.body)))
        before.setdefault((one.number, one.body), Earlier(kept.digest, kept.date, one.address))
    writer.close()
    return path
