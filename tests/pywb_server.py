"""A real web archive on the loopback: pywb, in an environment of its own, since its pins are not ours."""

import fcntl
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from urllib.error import URLError

CONSTRAINTS = Path(__file__).with_name("pywb-constraints.txt")
VERSION = next(line for line in CONSTRAINTS.read_text("utf-8").splitlines() if line.startswith("pywb=="))


def install(folder: Path) -> Path:
    """Install pywb into a folder, once, and give the folder of its commands.

    Raises:
        OSError: it cannot be had here; the message says why.
    """
    home = folder / VERSION
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "done").exists():
            shutil.rmtree(home, ignore_errors=True)
            pip = [home / "bin" / "python", "-m", "pip", "install", "-q", "-c", CONSTRAINTS, "pywb"]
            for command in ([sys.executable, "-m", "venv", home], pip):
                done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=500)  # noqa: S603
                if done.returncode:
                    raise OSError(f"pywb cannot be installed: {done.stderr.strip().splitlines()[-1:]}")
            (home / "done").touch()
    return home / "bin"


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
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

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
        with (self._folder / "log").open("w") as log:
            self._process = subprocess.Popen(command, cwd=self._folder, stdout=log, stderr=log)  # noqa: S603
        for _ in range(300):
            try:
                urllib.request.urlopen(self.collection, timeout=5).close()  # noqa: S310 - our own loopback
            except URLError:
                time.sleep(0.1)
            else:
                return self
        raise TimeoutError((self._folder / "log").read_text("utf-8"))

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
