"""Tables in Markdown: rows with pipes at either end, rows under a rule, and rows without pipes at their ends."""

import pytest

from atlas_scraper.blocks.open_tables import is_open_rule, with_framed_rows
from atlas_scraper.blocks.pipe_rows import SPANNED, PipeTable, find_tables, is_rule, joined, writes_spans

RULE = "---|---"


@pytest.mark.parametrize(
    ("line", "above", "is_it"),
    [
        ("---|---", "", True),
        ("---|---|-----  ", "", True),
        ("---|---\n", "", True),
        ("--|---", "", False),
        ("---|", "", False),
        ("---|--- ", "", False),
        ("---", "a  ", False),
        ("---  ", "a", False),
        ("---  ", "a  ", True),
    ],
)
def test_the_rule_of_an_open_table_has_pipes_or_stands_below_a_row_that_ends_with_two_spaces(
    line: str, above: str, is_it: bool
) -> None:
    assert is_open_rule(line, above) is is_it


def framed(text: str) -> str:
    """Give a text with framed rows, its lines parted by `/`, blank ones left out at the end."""
    return "/".join(with_framed_rows(text.split("\n"))).rstrip("/")


@pytest.mark.parametrize(
    ("rows", "are_framed"),
    [
        ("c| d", "| c| d |"),
        ("c| d\n\ne| f\n\ntext", "| c| d |/| e| f |///text"),
        ("c| d  \ne  \n", "| c| d |/| e |"),
        ("c| d  \ne\nf  \ng\nh", "| c| d |/| e f |//g/h"),
        ("c| d\nmore", "| c| d more |"),
        ("c| * d\n* e\n\nf", "| c| * d e |///f"),
        ("c|\n\nd", "| c| d |"),
        ("c|  \n\nd", "| c| |///d"),
        ("c| d\n\ne\n\n| f\n\ng", "| c| d |/| e | f |///g"),
        ("c| d\n\ne\n1\n2\n3\n| f", "| c| d |///e/1/2/3/| f"),
        ("c| d\n\ne\n1\n2\n| f", "| c| d |///e/1/2/| f"),
        ("c\n| d", "/c/| d"),
        ("a| b  \n| c\n", "| a| b |/| | c |"),
        ("c| d  \n**e**  \nf", "| c| d |//**e**  /f"),
        ("c| d  \n# e  \nf", "| c| d |//# e  /f"),
        ("c| d  \n__e__  \nf", "| c| d |//__e__  /f"),
        ("c| d  \n**e**| f", "| c| d |/| **e**| f |"),
        ("- c  \nd  ", "/- c  /d  "),
        ("1. c  \nd  ", "/1. c  /d  "),
        ("c| d\n\n\xa0| e", "| c| d |/| | e |"),
        ("c| d\n \n \nE| F\n---|---\ng| h", "| c| d |// / /| E| F |/| g| h |"),
    ],
)
def test_rows_below_an_open_rule_are_framed_up_to_what_is_none(rows: str, are_framed: str) -> None:
    assert framed(f"A| B\n{RULE}\n{rows}") == f"| A| B |/{are_framed}"


def test_a_table_of_one_column_gives_as_many_borders_as_its_first_row_has() -> None:
    assert framed("A  \n---  \nb  \nc  \n\nz") == "| A |/| b |/| c |///z"
    assert framed("A  \n---  \nb  \n| c\n\n| d\n") == "| A |/| b | c |/| | d |"
    assert framed("A  \n---  \nb| c  \nd| e\n") == "| A |/| b| c |/| d| e |"


def test_borders_beyond_those_of_the_rule_begin_a_new_row() -> None:
    assert framed("A| B| C\n---|---|---\na| b\n\n| c\n\n| d\n\ne") == "| A| B| C |/| a| b | c |/| | d |///e"


@pytest.mark.parametrize(
    ("header", "is_framed"),
    [
        ("A  \n| B", "| A | B |"),
        ("  \nA\n| B", "  /| A | B |"),
        ("x| y  \nA| B", "x| y  /| A| B |"),
        ("x  \nA| B", "x  /| A| B |"),
        ("x  \nA\nB| C", "x  /| A B| C |"),
        ("x\n\nA\nB| C", "x//| A B| C |"),
        ("t\n    v\nA| B", "t/    v/| A| B |"),
        ("CaptionA| B", "Caption//| A| B |"),
        ("Un titre\n\nUn titreA| B", "Un titre//Un titre//| A| B |"),
        ("Un titre\n\nun titre de x| B", "Un titre//un titre//|  de x| B |"),
        ("Un titre\ngoes on\n\nUn titre goes onx| B", "Un titre/goes on//Un titre goes on//| x| B |"),
        ("Un titre Un titreA| B", "Un titre//Un titre//| A| B |"),
        ("Ab ab| B", "Ab//|  ab| B |"),
        ("(voir)Nom| B", "(voir)//| Nom| B |"),
        ("mot NOM| B", "mot//| NOM| B |"),
        ("mot Nom| B", "| mot Nom| B |"),
        ("titre: Nom| B", "titre://| Nom| B |"),
        ("titre **Nom**| B", "titre//| **Nom**| B |"),
        ("TITRE Nom| B", "| TITRE Nom| B |"),
        ("TITRENom| B", "TITRE//| Nom| B |"),
        ("x| titreNom", "| x| titreNom |"),
        (f"{'z' * 397}Nom| B", f"{'z' * 397}//| Nom| B |"),
        (f"{'z' * 398}Nom| B", f"| {'z' * 398}Nom| B |"),
    ],
)
def test_a_caption_is_split_from_the_first_header(header: str, is_framed: str) -> None:
    assert framed(f"{header}\n{RULE}\nc| d") == f"{is_framed}/| c| d |"


def test_a_text_without_such_a_table_stays() -> None:
    assert with_framed_rows(["a", "", "b|c"]) == ["a", "", "b|c"]


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("|---|---|", True),
        ("| --- | :-: |", True),
        ("|-|", True),
        ("---|---", True),
        ("---|", True),
        (":-: | -", True),
        ("| ---", True),
        ("---", False),
        ("| a |", False),
        ("||", False),
        ("| - a", False),
        ("", False),
    ],
)
def test_the_rule_of_a_table_is_of_dashes_and_pipes(line: str, is_it: bool) -> None:
    assert is_rule(line) is is_it


def tables(text: str, *, has_spans: bool = False) -> list[tuple[int, int, str]]:
    found = find_tables(text.split("\n"), has_spans=has_spans)
    return [(table.start, table.end, "/".join(map(",".join, table.rows))) for table in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| a | b |\n|---|---|\n| c | d |", [(0, 3, "a,b/c,d")]),
        ("| a | b |", [(0, 1, "a,b")]),
        ("|---|---|", []),
        ("|", []),
        ("||", [(0, 1, "")]),
        ("x\n| a |\ny\n| b |", [(1, 2, "a"), (3, 4, "b")]),
        ("| a | | b |", [(0, 1, "a,,b")]),
        ("|| a ||", [(0, 1, ",a,")]),
        (r"| a \| b | c \\|", [(0, 1, r"a \| b,c \\")]),
        ("a | b\n---|---\nc | d\ne", [(0, 3, "a,b/c,d")]),
        ("x\na | b |\n---|---|\nc | d |\n\ne", [(1, 4, "a,b/c,d")]),
        ("a | b\n---|---\n | d\nc |", [(0, 4, "a,b/,d/c")]),
        ("x\na | b\n---|---\nc | d\ne | f\n---|---\ng | h", [(1, 4, "a,b/c,d"), (4, 7, "e,f/g,h")]),
        ("a\n---|---\nc | d", []),
        ("| a |\nb | c\n---|---\nd", [(0, 1, "a"), (1, 3, "b,c")]),
    ],
)
def test_tables_are_framed_rows_or_stand_under_a_rule(text: str, found: list[tuple[int, int, str]]) -> None:
    assert tables(text) == found


def test_a_single_space_between_pipes_is_spanned_where_a_writer_tells_such_places() -> None:
    assert tables("| a | |  | c |\n|---|---|---|---|", has_spans=True) == [(0, 2, f"a,{SPANNED},,c")]
    assert tables("| a | |  | c |") == [(0, 1, "a,,,c")]


@pytest.mark.parametrize(
    ("row", "is_kept"),
    [(("a", "", "b"), True), (("", "b"), True), (("a", ""), False), (("", ""), False), (("a", "b"), False)],
)
def test_positions_are_kept_where_an_empty_cell_stands_before_another(row: tuple[str, ...], is_kept: bool) -> None:
    assert PipeTable(0, 2, (("x", "y"), row)).keeps_empty_cells is is_kept


@pytest.mark.parametrize(
    ("lines", "text"),
    [(["a ", " b"], "a b"), (["ab-", "cd"], "ab-cd"), (["ab-", "1"], "ab- 1"), (["a -", "b"], "a - b"),
     (["", "a"], "a"), (["ab-", ""], "ab- "), (["ab-", "l'or"], "ab-l'or"), ([], "")],
)  # fmt: skip
def test_broken_lines_are_joined_by_a_space_save_within_a_word(lines: list[str], text: str) -> None:
    assert joined(lines) == text


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        (["| a | | b |"], True),
        (["| a | | | b |", "| c | d |"], True),
        (["| a |  | | b |"], False),
        (["| | a |"], False),
        (["| a | | b |", "| | c |"], False),
        (["a | | b"], False),
        (["| a |  | b |"], False),
        ([], False),
    ],
)
def test_a_writer_tells_spanned_places_where_one_stands_behind_a_text_and_none_first(
    rows: list[str], spans: bool
) -> None:
    assert writes_spans(rows) is spans
