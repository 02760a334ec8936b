"""Archives cut into pieces: stretches of a file, or the captures of projects that an index names.

A stretch stands for the records that begin in it, so that nobody has to read an archive to cut it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from atlas_scraper.cluster.index import Entry, entries_of
from atlas_scraper.cluster.places import beside, is_index, size_of
from atlas_scraper.cluster.zipped import Member, index_lines, lines_of, members_of
from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.stretches import Stretch
from atlas_scraper.values.addresses import project_id_of

_STRETCH = 4_000_000  # bytes: some hundred pages, packed
_CAPTURES = 300  # of a piece that an index names
_NOWHERE = Stretch(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """What one task reads: whole records.

    Args:
        file: path or URL.
        member: the WARC file within a WACZ file; empty for others.
        stretch: of the WARC file; all of it where places are named.
        places: offsets and lengths of the records, where an index names them.
        is_packed: whether the member is compressed once more, and is to be unpacked before it is read.
    """

    file: str
    member: str = ""
    stretch: Stretch = _NOWHERE
    places: tuple[tuple[int, int], ...] = ()
    is_packed: bool = False

    @property
    def name(self) -> str:
        """Name of the WARC file."""
        return f"{self.file}: {self.member}" if self.member else self.file


@dataclass(frozen=True, slots=True)
class Cut:
    """What came of cutting a file.

    Args:
        pieces: of it, or of the files that it is the index of.
        indexed: the files whose captures an index names.
        passed_over: why captures that an index names are not looked at, and how many.
        problems: what could not be used.
    """

    pieces: list[Piece] = field(default_factory=list)
    indexed: frozenset[str] = frozenset()
    passed_over: Counter[str] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()


def cut(place: str) -> Cut:
    """Cut an archive, or what an index names.

    Raises:
        FetchError: it cannot be read.
    """
    if is_index(place):
        return _by_index(place, lines_of(place), lambda name: _whole(beside(place, name)))
    if place.lower().endswith(".wacz"):
        return _wacz(place)
    return Cut(list(_stretches(_whole(place))))


def _whole(place: str) -> Piece:
    size = size_of(place)
    if size is None:
        raise FetchError(f"the size of {place}", "a server that does not tell it", "copy it to a place that does")
    return Piece(place, stretch=Stretch(0, size, 0, size))


def _wacz(place: str) -> Cut:
    """Cut a WACZ file by its own index, and what that does not name into stretches."""
    members = {each.name.rpartition("/")[2]: each for each in members_of(place)}
    if not members:
        raise FetchError("a WARC file", f"none in {place}", "give a WACZ file with an archive/ folder")
    named = _by_own_index(place, members)
    # What is packed has no offsets that an index could name.
    rest = (each for each in members.values() if each.is_packed or _piece_of(place, each).name not in named.indexed)
    others = [piece for each in rest for piece in _stretches(_piece_of(place, each))]
    return replace(named, pieces=named.pieces + others, indexed=frozenset())


def _by_own_index(place: str, members: Mapping[str, Member]) -> Cut:
    lines = list(index_lines(place))
    if not lines:
        return Cut()
    found = _by_index(place, lines, lambda name: _piece_of(place, members.get(name) or Member(name, 0, 0)))
    there = [each for each in found.pieces if each.stretch.end and not each.is_packed]
    gone = sorted({each.name for each in found.pieces if not each.stretch.end})
    return replace(
        found, pieces=there, problems=(*found.problems, *(f"{each}: only the index has it" for each in gone))
    )


def _piece_of(place: str, member: Member) -> Piece:
    stretch = Stretch(member.start, member.end, member.start, member.end)
    return Piece(place, member.name, stretch, is_packed=member.is_packed)


def _stretches(of: Piece) -> Iterator[Piece]:
    if of.is_packed:
        yield of
        return
    base, limit, first, last = of.stretch
    for start in range(first, last, _STRETCH):
        yield replace(of, stretch=Stretch(base, limit, start, min(start + _STRETCH, last)))


def _by_index(index: str, lines: Iterable[str], archive: Callable[[str], Piece]) -> Cut:
    found: dict[str, list[tuple[int, int]]] = {}
    passed_over, unreadable = Counter[str](), 0
    for entry in entries_of(lines):
        if entry is None:
            unreadable += 1
            continue
        places = found.setdefault(entry.file, [])
        if why := _why_not(entry):
            passed_over[why] += 1
        else:
            places.append((entry.offset, entry.length))
    if not found:
        raise FetchError("an index of archives (CDX, CDXJ)", f"no capture in {index}", "give the archives themselves")
    bases = {name: archive(name) for name in sorted(found)}
    pieces = [piece for name, base in bases.items() for piece in _groups(base, sorted(found[name]))]
    problems = (f"{index}: {unreadable} lines say nothing of a capture",) if unreadable else ()
    return Cut(pieces, frozenset(each.name for each in bases.values()), passed_over, problems)


def _groups(of: Piece, places: list[tuple[int, int]]) -> Iterator[Piece]:
    for first in range(0, len(places), _CAPTURES):
        some = places[first : first + _CAPTURES]
        yield replace(of, places=tuple((of.stretch.base + offset, length) for offset, length in some))


def _why_not(entry: Entry) -> str:
    """Say why a capture need not be looked at; empty when it may show a page of a project."""
    if project_id_of(entry.address) is None:
        return OTHER
    if entry.mime == "warc/revisit":
        return REVISIT
    return "" if entry.status in {"200", "-", ""} else f"status {entry.status}"


OTHER, REVISIT = "another address", "a revisit"
"""Why a capture is passed over."""
