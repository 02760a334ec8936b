"""The profile `fuzz`: each target again and again, with other examples each time, for the minutes that are given.

    ATLAS_FUZZ_MINUTES=10 pytest tests/fuzz -s -k pages --hypothesis-profile=fuzz

Without that profile a target draws the same few examples each time, as a test of the suite that it can be run.
"""

import functools
import os
import re
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from atlas_scraper.errors import AtlasError

FUZZ = "fuzz"
CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
CHECKS += [HealthCheck.function_scoped_fixture]
FEW = settings(max_examples=6, derandomize=True, deadline=None, suppress_health_check=CHECKS)
settings.register_profile(FUZZ, max_examples=50, deadline=None, print_blob=True, suppress_health_check=CHECKS)


def examples() -> settings:
    """Give the settings of a target: those of the profile where it was asked for, else a few examples."""
    return settings.get_profile(FUZZ) if settings.get_current_profile_name() == FUZZ else FEW


def check(error: AtlasError) -> None:
    """Have an error say what was sought, what was found and what to do, in letters that a terminal can show."""
    assert all((error.sought, error.found, error.next_step))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", str(error))


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Go on with a target until its minutes are over, and say how many examples it had."""
    if settings.get_current_profile_name() != FUZZ:
        return None
    target: Any = pyfuncitem.obj
    inner, tried = target.hypothesis.inner_test, 0

    @functools.wraps(inner)
    def counted(*args: Any, **named: Any) -> None:
        nonlocal tried
        tried += 1
        inner(*args, **named)

    target.hypothesis.inner_test = counted
    begin, minutes = time.monotonic(), float(os.environ.get("ATLAS_FUZZ_MINUTES", "10"))
    given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    try:
        while time.monotonic() < begin + 60 * minutes:
            target(**given)
    finally:
        spent = (time.monotonic() - begin) / 60
        print(f"\n{pyfuncitem.name}: {tried:,} examples in {spent:.1f} minutes")  # noqa: T201 - what was asked for
    return True
