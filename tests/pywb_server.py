"""A real web archive on the loopback: pywb, in an environment of its own, since its pins are not ours."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import apart

CONSTRAINTS = Path(__file__).with_name("pywb-constraints.txt")


def install(folder: Path) -> Path:
    """Install pywb into a folder, once, and give the folder of its commands.

    Raises:
        OSError: it cannot be had here; the message says why.
    """
    return apart.install(folder, CONSTRAINTS, "pywb")


class Pywb:
    """A collection of WARC files, served; use it as a context manager.

    Args:
        commands: folder of pywb's commands.
        folder: where the collection is made.
        archives: WARC files.
    """

    def __init__(self, commands: Path, folder: Path, archives: Iterable[Path]) -> None:
        self._commands, self._folder = commands, folder
        for line in (["init", "atlas"], ["add", "atlas", *map(str, archives)]):
            subprocess.run([str(commands / "wb-manager"), *line], cwd=folder, check=True, capture_output=True)  # noqa: S603
        self.port = apart.free_port()

    @property
    def collection(self) -> str:
        """Address of the collection."""
        return f"http://127.0.0.1:{self.port}/atlas/"

    def replay_of(self, base_url: str, moment: str = "") -> str:
        """Give the base address of a site as the archive replays it, raw, at a moment or the newest."""
        return f"{self.collection}{moment}id_/{base_url}"

    @property
    def requests(self) -> list[str]:
        """The paths that were asked for."""
        return re.findall(r'"GET (\S+) ', (self._folder / "log").read_text("utf-8"))

    def __enter__(self) -> "Pywb":
        command = [str(self._commands / "wayback"), "-p", str(self.port), "-b", "127.0.0.1"]
        self._process = apart.serve(command, self._folder, self.collection)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
