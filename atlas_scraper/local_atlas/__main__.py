"""`python -m atlas_scraper.local_atlas`: serve the local atlas until Ctrl-C."""

import argparse
import contextlib
import sys
import threading

from atlas_scraper.local_atlas.server import LocalAtlas


def main() -> None:
    """Serve."""
    options = argparse.ArgumentParser(prog="python -m atlas_scraper.local_atlas", description=__doc__)
    options.add_argument("--port", type=int, default=0, help="port of the loopback (default: any)")
    options.add_argument("--night", type=int, default=1, help="1 or 2: pages differ between them")
    options.add_argument("--numbers", type=int, default=300, help="highest number of a project")
    given = options.parse_args()
    with LocalAtlas(range(1, given.numbers + 1), night=given.night, port=given.port) as atlas:
        sys.stdout.write(f"{atlas.base_url}\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
