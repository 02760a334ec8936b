"""Which file each project was read from: told when it comes again, and kept in a few bytes."""

import tracemalloc

from atlas_scraper.saved.origins import Origins


def test_a_project_that_comes_again_names_the_file_that_held_it_first() -> None:
    origins = Origins()
    assert [origins.add(7, "a.warc.gz"), origins.add(7, "b.warc.gz"), origins.add(7, "c.html")] == [
        None,
        "a.warc.gz",
        "a.warc.gz",
    ]


def test_projects_that_are_neighbours_by_number_keep_files_of_their_own() -> None:
    origins = Origins()
    assert [origins.add(number, f"{number}.html") for number in range(1, 200)] == [None] * 199
    assert [origins.add(number, "again") for number in range(1, 200)] == [f"{number}.html" for number in range(1, 200)]


def test_a_project_of_a_number_that_no_site_gives_is_noted_all_the_same() -> None:
    origins = Origins()
    assert origins.add(10**30, "a.html") is None
    assert origins.add(10**30, "b.html") == "a.html"


def test_an_archive_of_many_projects_takes_a_few_bytes_of_each() -> None:
    origins, count = Origins(), 20_000
    tracemalloc.start()
    for number in range(count):
        origins.add(number + 1, f"{'a folder':>100}/a.warc.gz")
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 16 * count
