"""A few of the nights of `simulate_weeks.py`, with everything that befalls them."""

from pathlib import Path

from simulate_weeks import Fates, simulate

FATES = Fates(
    nights=9,
    outage=frozenset({2, 3, 4}),
    killed={1: "archive", 6: "publication", 7: "pruning"},
    full_disk=5,
    upgrade=8,
    jumps={6: 400},
    says_status=False,
)


def test_nights_with_an_outage_kills_jumps_and_an_upgrade_end_with_the_truth(tmp_path: Path) -> None:
    said = list(simulate(tmp_path, 40, FATES, seed=1))
    assert said[-1] == "verify finds nothing wrong"
