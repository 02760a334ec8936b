"""Programs that tests need beside them, each in an environment of its own, since its pins are not ours."""

import fcntl
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.error import URLError

import pytest


def install(folder: Path, constraints: Path, *packages: str) -> Path:
    """Install packages into a folder, once, and give the folder of their commands.

    Args:
        folder: where; it may be used by several at once.
        constraints: the versions; the first package's names the environment.
        packages: what to install.

    Raises:
        OSError: they cannot be had here; the message says why.
    """
    name = packages[0].partition("[")[0]
    home = folder / next(line for line in constraints.read_text("utf-8").splitlines() if line.startswith(f"{name}=="))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "done").exists():
            shutil.rmtree(home, ignore_errors=True)
            # By our pip, and compiled when it is imported: most of it never is.
            pip = [sys.executable, "-m", "pip", "--python", home, "install", "--no-compile", "-q", "-c", constraints]
            for command in ([sys.executable, "-m", "venv", "--without-pip", home], [*pip, *packages]):
                done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=500)  # noqa: S603
                if done.returncode:
                    raise OSError(f"{name} cannot be installed: {done.stderr.strip().splitlines()[-1:]}")
            (home / "done").touch()
    return home / "bin"


def commands_or_skip(config: pytest.Config, install: Callable[[Path], Path], name: str) -> Path:
    """Install programs beside pytest's cache, and give the folder of their commands; skip where they cannot be had."""
    try:
        return install(config.cache.mkdir(name))
    except OSError as error:
        pytest.skip(str(error))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def serve(command: Sequence[str], folder: Path, address: str) -> "subprocess.Popen[bytes]":
    """Start a server that writes to `log` in a folder, and give its process once an address of it answers."""
    log = folder / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=folder, stdout=stream, stderr=stream)  # noqa: S603 - our own
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own loopback
        except URLError:
            time.sleep(0.1)
        else:
            return process
    process.kill()
    process.wait(10)
    raise TimeoutError(log.read_text("utf-8"))
