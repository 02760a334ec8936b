"""Which file each project was read from, in a few bytes a project: an archive may hold a hundred thousand."""

from array import array

_BLOCK = 64  # numbers of projects; those of the site are dense enough


class Origins:
    """The file in which each project was met first.

    The name of a file is kept once for all the projects that follow each other in it.
    """

    def __init__(self) -> None:
        self._files: list[str] = []
        self._places: dict[int, array[int]] = {}  # of a block of numbers: which of the files, from 1 on, 0 for none

    def add(self, project_id: int, file: str) -> str | None:
        """Note that a project was read from a file; give the file that already held it, if one did."""
        block, place = divmod(project_id, _BLOCK)
        places = self._places.get(block)
        if places is None:
            places = self._places[block] = array("I", [0]) * _BLOCK
        if known := places[place]:
            return self._files[known - 1]
        if not self._files or self._files[-1] != file:
            self._files.append(file)
        places[place] = len(self._files)
        return None
