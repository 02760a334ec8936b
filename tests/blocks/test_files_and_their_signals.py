"""What a file is before its blocks are read: in which encoding, no page at all, whole or cut, quoted by a mail."""

import pytest

from atlas_scraper import NotARecord
from atlas_scraper.blocks.decode import decode
from atlas_scraper.blocks.document import Document, Line, PageTable, Signal
from atlas_scraper.blocks.html import read_broken_html, read_fallbacks, read_named_boxes
from atlas_scraper.blocks.mhtml import unpack
from atlas_scraper.blocks.other_kinds import kind_of_bytes, kind_of_text
from atlas_scraper.blocks.quoted import noted, without_quotes, without_quotes_in_text, words_behind_sign
from atlas_scraper.blocks.read import Opinion, read_document


def read(html: str) -> Document:
    return read_document(html.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbfa\xc3\xa9", "aé"),
        (b"\xff\xfea\x00", "a"),
        (b"\xfe\xff\x00a", "a"),
        (b"<meta charset=iso-8859-1>\xe9\x80", "<meta charset=iso-8859-1>é€"),
        (b"<meta charset=windows-1252>\x81\xe9", "<meta charset=windows-1252>\x01é"),
        (b"<meta charset=iso-8859-15>\xa4", "<meta charset=iso-8859-15>€"),
        (b"<meta charset=iso-8859-1>\xc3\xa9", "<meta charset=iso-8859-1>é"),
        (b"\n" * 5000 + b"<meta charset=latin1>\xe9", "\n" * 5000 + "<meta charset=latin1>é"),
    ],
)
def test_bytes_are_read_by_their_mark_as_utf8_or_as_declared(data: bytes, text: str) -> None:
    assert decode(data).text == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\xe9", "declares no encoding, and byte 1 is"),
        (b"<meta charset=utf-8>\xe9", "declares 'utf-8', and byte 20 is"),
        (b"<meta charset=nonsense>\xe9", "declares 'nonsense', and byte 23 is"),
        (b"<meta charset=euc-jp>\xe9", "says euc_jp"),
        (b"\xef\xbb\xbfa\xe9", "says utf-8, and byte 1 is"),
        (b"%PDF-1", "a PDF file"),
    ],
)
def test_bytes_in_no_encoding_are_refused_with_what_they_say(data: bytes, found: str) -> None:
    with pytest.raises(NotARecord, match=found):
        decode(data)


def test_only_a_page_that_came_in_utf8_keeps_its_bytes() -> None:
    assert decode("é".encode()).utf8 == "é".encode()
    assert decode(b"<meta charset=latin1>\xe9").utf8 is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('\ufeff {"a": 1}\n', "data in JSON"),
        ('["a"]', "data in JSON"),
        ('{"a": 1}\n{"a": 2', "data in JSON"),
        ("{a}", ""),
        ('"a"', ""),
        ("<rss version='2'>", "a feed or data in XML (rss)"),
        ("<?xml version='1'?>\n<?xml-stylesheet a?><!-- a --><!-- b -->\n<a:Feed>", "a feed or data in XML (feed)"),
        ("<html><rss >", ""),
        ("<rssx>", ""),
        ("a,b,c,d\n1,2,3,4", "a table in CSV"),
        ("a;b;c;d\n\n1;2;3;4\n", "a table in CSV"),
        ("a\tb\tc\td\n1\t2\t3\t4", "a table in CSV"),
        ('a,b,c,d\n"1,5",2,3,4', "a table in CSV"),
        ("a,b,c,d", ""),
        ("a,b,c\n1,2,3", ""),
        ("a,b,c,d\n1,2,3", ""),
        ("a,b,c,d\n" * 9 + "1,2,3", "a table in CSV"),
        ("a,b,c,d\n" * 8 + "1,2,3\n1,2", ""),
        ("a,b,c,d\n" * 50 + "x\n" * 50, "a table in CSV"),
        ("<a,b,c,d\n1,2,3,4", ""),
        ('a,b,c,d\n1,2,"3"x,4', ""),
        ("", ""),
    ],
)
def test_texts_that_are_no_page_are_told_by_their_own_signs(text: str, kind: str) -> None:
    assert kind_of_text(text) == kind


@pytest.mark.parametrize(
    "start", [b"%PDF", b"\x1f\x8b", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"bplist", b"SQLite format 3",
              b"PAR1", b"{\\rtf"]
)  # fmt: skip
def test_files_of_programs_are_told_by_how_they_begin(start: bytes) -> None:
    assert kind_of_bytes(start + b"1")
    assert not kind_of_bytes(start[:-1])


def test_a_picture_is_named_by_its_kind() -> None:
    assert kind_of_bytes(b"GIF89a") == "a GIF picture"
    assert kind_of_bytes(b"xGIF89a") == kind_of_bytes(b"") == ""


MHTML = (
    "From: x\r\nSnapshot-Content-Location: https://example.org/s\r\n"
    'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    "Content-Type: text/css\r\n\r\np {{}}\r\n--b\r\nContent-Type: text/html{charset}\r\n"
    "{location}Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=E9</p>\r\n--b--\r\n"
)


@pytest.mark.parametrize(
    ("charset", "location", "data", "address"),
    [
        ("", "", b"<p>a\xe9</p>", "https://example.org/s"),
        ("; charset=UTF-8", "Content-Location: https://example.org/l\r\n", b"<p>a\xe9</p>", "https://example.org/l"),
        ("; charset=latin1", "", b'<meta charset="latin1"><p>a\xe9</p>', "https://example.org/s"),
    ],
)
def test_the_page_of_a_saved_file_comes_with_its_encoding_and_address(
    charset: str, location: str, data: bytes, address: str
) -> None:
    found = unpack(MHTML.format(charset=charset, location=location).encode())
    assert found is not None
    assert (found.data.strip(), found.address) == (data, address)


def test_a_file_without_the_headers_of_saved_pages_is_none() -> None:
    assert unpack(b"<html>Content-Type: multipart/related") is None
    assert unpack(b"From: x\nContent-Type: text/html\n\n<p>a</p>") is None
    assert unpack(b"From: x\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/css\n\n") is None


WHOLE = "<html><body>{}</body></html>"


@pytest.mark.parametrize(
    ("body", "signal", "is_shown"),
    [
        ("<input type=Password>", Signal.PASSWORD_FIELD, True),
        ("<input>", Signal.PASSWORD_FIELD, False),
        ("<script>location.href = 'x'</script>", Signal.SCRIPT_REDIRECT, True),
        ("<script>location == x</script>", Signal.SCRIPT_REDIRECT, False),
        ("<meta http-equiv=Refresh>", Signal.META_REFRESH, True),
        ("<meta name=refresh>", Signal.META_REFRESH, False),
        ("<form>" + "<input>" * 4 + "<textarea></textarea><button></form>", Signal.ENTRY_FORM, True),
        ("<p lang=en>a</p>", Signal.SPOKEN, False),
        ("<p lang=en>a</p><p lang=fr>a</p>", Signal.SPOKEN, True),
        ("a<sup>1</sup>", Signal.NOTES, True),
        ("<a href=x>[1]</a>", Signal.NOTES, True),
        ("<a href=x>a</a>", Signal.NOTES, False),
        ("<table><tr><td>a", Signal.OPEN_TABLE, True),
        ("<table><tr><td>a</table>", Signal.OPEN_TABLE, False),
        ("a", Signal.NO_END, False),
    ],
)
def test_the_markup_signals_what_is_no_record(body: str, signal: Signal, is_shown: bool) -> None:
    assert (signal in read(WHOLE.format(body)).signals) is is_shown


def test_a_page_that_never_ends_is_cut_unless_it_never_began() -> None:
    assert Signal.NO_END in read("<html><body>a").signals
    assert Signal.NO_END in read("<html><body>a</body>b").signals
    assert Signal.NO_END not in read("<html><body>a</html>b").signals
    assert Signal.NO_END not in read("<p>a").signals


def test_elements_without_content_or_an_end_hold_nothing_of_what_follows() -> None:
    plain = read(WHOLE.format("<div><p>ab</p><p>c</p></div>")).blocks
    assert read(WHOLE.format("<div><p>a<wbr>b</p><p>c</p></div>")).blocks == plain
    assert read(WHOLE.format("<div><source src=x><p>a<WBR />b</p><p>c</p></div>")).blocks == plain


def test_what_a_second_parser_nests_is_put_behind_what_was_never_ended() -> None:
    paths = [line.path for line in read_broken_html("<dl><dt>a<dt>b<dt>c<p>d</p></dl>", b"").blocks]
    assert len({path[:-1] for path in paths[:3]}) == 1
    assert [path[: len(paths[0])] for path in paths[2:]] == [paths[2]] * 2


def test_a_page_that_nests_too_deep_for_one_parser_is_read_by_another() -> None:
    deep = read(WHOLE.format("<div>" * 260 + "a" + "</div>" * 260 + "<p>b</p>"))
    assert (texts(deep), Signal.SECOND_OPINION in deep.signals) == (["a", "b"], True)
    less = read(WHOLE.format("<div>" * 210 + "a" + "</div>" * 210 + "<p>b</p>"))
    assert (texts(less), Signal.SECOND_OPINION in less.signals) == (["a", "b"], False)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<html><body><p>a</p></body></html><p>b</p>", ["a", "b"]),
        ("<html><body><p>a</p></body><p>b</p></html>", ["a", "b"]),
        ("<html><body><p>a</p></body></html>\n", ["a"]),
        ("<html><body><p>a</p></body></html><html><body><p>b</p></body></html>", ["a", "b"]),
        ("<html><body><p>a<wbr>b</p><p>c<source src=x></p><p>d</p></body></html>", ["ab", "c", "d"]),
        ("<html><body><dl><dt>a<dt>b<dd>c<dd>d</dl></body></html>", ["a", "b", "c", "d"]),
    ],
)
def test_what_stands_behind_the_end_or_in_an_element_never_ended_is_read(html: str, said: list[str]) -> None:
    assert texts(read(html)) == said


def test_a_page_says_its_title_and_addresses() -> None:
    head = "<title> A\n <b>b</b></title><base><base href=/x><link rel=Canonical href=/c>"
    document = read(WHOLE.format(f"{head}a"))
    assert (document.title, document.base, document.address) == ("A <b>b</b>", "/x", "/c")
    saved = read(f"<!-- saved from url=(0021)https://example.org/p -->{WHOLE.format(head + 'a')}")
    assert saved.address == "https://example.org/p"
    assert (read(WHOLE.format("a")).title, read(WHOLE.format("<link rel=x href=/c>a")).address) == ("", None)


def test_a_page_without_names_in_attributes_or_fallbacks_has_no_other_reading() -> None:
    for opinion in (Opinion.NAMED_BOXES, Opinion.FALLBACKS):
        with pytest.raises(NotARecord, match="found none"):
            read_document(WHOLE.format("<p>a</p>").encode(), opinion)
    boxes = WHOLE.format("".join(f"<div data-label='Name {letter}'>{letter}</div>" for letter in "vwxyz"))
    named = read_named_boxes(boxes, boxes.encode())
    assert (texts(named)[:2], Signal.NAMED_BOXES in named.signals) == (["Name v", "v"], True)
    hidden = WHOLE.format("<noscript><p>a</p></noscript>")
    assert Signal.FALLBACKS in read_fallbacks(hidden, hidden.encode()).signals
    broken = read_broken_html("<p>a<!-- x --><?y?>b", b"")
    assert (texts(broken), Signal.SECOND_OPINION in broken.signals) == (["ab"], True)


@pytest.mark.parametrize(
    ("data", "rendition"),
    [(b"<p>a</p>", "html"), (b"a < b", "flat-text"), (b"A | B |\n---|\n1 | 2 |", "pipe-text"),
     (b"# a\n\n# b\n\n<p>c</p>", "markdown"), (b"<html># a\n\n# b", "html"),
     (b"a\n<br/>", "html"), (b"a <x>", "flat-text")],
)  # fmt: skip
def test_a_page_is_read_in_its_rendition(data: bytes, rendition: str) -> None:
    assert read_document(data).rendition == rendition


def test_controls_are_dropped_and_counted_and_a_blank_page_is_none() -> None:
    assert read("<p>a\x00\x01b</p>").dropped_controls == 2
    for data, found in ((b" \n", "nothing but blanks"), (b"", "no bytes"), (b'{"a": 1}', "data in JSON")):
        with pytest.raises(NotARecord, match=found):
            read_document(data)


def test_a_text_is_quoted_where_nearly_all_its_lines_are() -> None:
    quoted = "x\n" + "\n".join(["> > a"] * 19 + [">b"])
    assert without_quotes_in_text(quoted) == "x\n" + "\n".join(["a"] * 19 + ["b"])
    few = "\n".join(["> a"] * 20)
    assert without_quotes_in_text(few) == few
    for others, is_quoted in ((5, True), (6, False)):
        text = "x\n" * others + "\n" + "> a\n" * 20
        assert (">" not in without_quotes_in_text(text)) is is_quoted


def lines(*written: str) -> Document:
    return read(WHOLE.format("".join(f"<p>{text}</p>\n" for text in written)))


def test_some_quoted_lines_of_a_page_are_noted_where_three_have_words() -> None:
    def is_noted(*written: str) -> bool:
        return Signal.SOME_QUOTED in lines(*written).signals

    assert is_noted("x", *["&gt; a"] * 3, *["y"] * 3)
    assert not is_noted("x", *["&gt; a"] * 2, *["y"] * 3)
    assert not is_noted("x", *["&gt; 1"] * 3, *["y"] * 3)
    assert [words_behind_sign(text) for text in ("> \xa0> a", "a > b", "")] == ["a", "", ""]


def test_a_quoted_page_is_read_without_its_signs() -> None:
    document = lines(*["&gt; a"] * 19, "&gt;", "<b>&gt;</b> <i>b</i> c")
    assert texts(document) == ["a"] * 19 + ["b c"]
    last = document.blocks[-1]
    assert isinstance(last, Line)
    assert [run.text for run in last.runs] == [" ", "b", " c"]
    rows = "".join("<div><span>&gt; a</span><span>b</span></div>" for _ in range(2))
    plain = lines(*["a"] * 3)
    assert noted(plain) is plain
    assert without_quotes(plain, b"") is plain
    table = next(
        block for block in lines(*["&gt; a"] * 30, f"<div>{rows}</div>").blocks if isinstance(block, PageTable)
    )
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"]] * 2
