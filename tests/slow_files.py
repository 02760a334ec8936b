"""Which tests are the slow ones, in one place: `pytest -m "not slow"` leaves them out.

They run nights, processes, servers, browsers or notebooks, or draw hundreds of pages. A file that takes more than about
five seconds of a processor, imports aside, stands here; one that took less need not.
"""

SLOW_FILES = {
    *("test_any_bytes", "test_accounting", "test_pages", "test_damaged_archives", "test_other_markups", "test_rivals"),
    *("test_weeks", "test_kills", "test_simulation", "test_faults", "test_rounds", "test_operator", "test_modes"),
    *("test_jobs", "test_jobs_of_a_replay", "test_cluster", "test_cluster_pieces", "test_archive_of_changes"),
    *("test_web_archives", "test_discover_and_backfill", "test_release", "test_package", "test_loading"),
    *("test_browse", "test_questions", "test_readme", "test_report_in_browser", "test_build", "test_nightly_example"),
    *("test_sections", "test_recipes", "test_mutate", "test_demo", "test_explorer_in_browser", "test_explorer_counts"),
    *("test_report_numbers", "test_markdown", "test_people", "test_regexes", "test_history_of_captures"),
    *("test_decade_of_pywb", "test_nights_of_replay", "test_docs_of_archives", "test_s3", "test_explorer_at_the_edges"),
    *("test_odd_markups", "test_frames_of_nights", "test_night_commands", "test_people_forms", "test_frontier"),
}
