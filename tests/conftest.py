"""What the tests of the explorer share that pytest hands out: a browser, a page in it, a release; which are slow."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bytecode  # noqa: F401 - before all others
import pytest
from explored import partnerships, release_of
from fuzzing import pytest_pyfunc_call
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright
from slow_files import SLOW_FILES
from visiting import CHROMIUM, QUIET, show, visit
from xdist.scheduler import LoadFileScheduling

__all__ = ["pytest_pyfunc_call"]

# A shell lets what it runs in the background ignore Ctrl-C, and all that is started from there would.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Tests kill processes and never cut the power: what a file holds need not reach the disk before they look at it.
os.fsync = lambda fd: None  # noqa: ARG005 - as it is called

# An example may take as long as a machine that does other things needs for it.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if settings.get_current_profile_name() == "default":
    settings.load_profile("any-machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, "--disable-quic"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release_of(tmp_path_factory.mktemp("release"), partnerships(300))


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def kept(browser: Any, release: Path) -> Iterator[Any]:
    """A page with the explorer of the release, opened once for all tests of a file that begin with `show`."""
    context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="en-GB")
    yield visit(context.new_page(), release)
    context.close()


@pytest.fixture
def again(kept: Any) -> Any:
    """That page in the window and on the view in which it was opened: opening it takes a second of a processor."""
    kept.set_viewport_size({"width": 1366, "height": 900})
    kept.emulate_media(color_scheme="light")
    return show(kept, "#/")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the slow files, and run those first, so that no process is left with the longest at the end."""
    for item in items:
        if _is_of_slow_file(item):
            item.add_marker("slow")
    items.sort(key=lambda item: not _is_of_slow_file(item))


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what collecting made: none of it will ever be any."""
    gc.collect()
    gc.freeze()


def _is_of_slow_file(item: pytest.Item) -> bool:
    return item.path.parent == Path(__file__).parent and item.path.stem in SLOW_FILES


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling | None:
    """Give all tests of a file to one process: servers, browsers, nights and builds that they share are made once."""
    if config.getoption("dist") != "load":
        return None
    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)
