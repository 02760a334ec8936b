"""A real S3 server on the loopback: moto, in an environment of its own, since its pins are not ours."""

import re
import urllib.request
from pathlib import Path

import apart

CONSTRAINTS = Path(__file__).with_name("moto-constraints.txt")


def install(folder: Path) -> Path:
    """Install moto into a folder, once, and give the folder of its commands.

    Raises:
        OSError: it cannot be had here; the message says why.
    """
    return apart.install(folder, CONSTRAINTS, "moto[s3]", "flask", "flask-cors")


class Buckets:
    """An S3 server whose buckets are empty at first; use it as a context manager.

    Args:
        commands: folder of moto's commands.
        folder: where it writes its log.
    """

    def __init__(self, commands: Path, folder: Path) -> None:
        self._command, self._folder = str(commands / "moto_server"), folder
        self.port = apart.free_port()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which every S3 library finds the server, and credentials that it takes."""
        keys = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests", "AWS_DEFAULT_REGION": "us-east-1"}
        return {"AWS_ENDPOINT_URL": self.address, "AWS_EC2_METADATA_DISABLED": "true", **keys}

    @property
    def reads(self) -> list[tuple[str, int]]:
        """The objects that were read, and with what status."""
        log = re.sub(r"\x1b\[\d+m", "", (self._folder / "log").read_text("utf-8"))
        return [(path, int(status)) for path, status in re.findall(r'"GET /(\S+) HTTP/1.1" (\d+)', log)]

    def put(self, place: str, data: bytes = b"") -> None:
        """Make a bucket (`name`) or an object (`name/key`)."""
        head = {"Content-Type": "application/octet-stream", "Authorization": "AWS tests:tests"}
        request = urllib.request.Request(self.address + place, data, head, method="PUT")  # noqa: S310 - our own loopback
        urllib.request.urlopen(request, timeout=10).close()  # noqa: S310

    def __enter__(self) -> "Buckets":
        command = [self._command, "-H", "127.0.0.1", "-p", str(self.port)]
        self._process = apart.serve(command, self._folder, f"{self.address}moto-api/")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(10)
