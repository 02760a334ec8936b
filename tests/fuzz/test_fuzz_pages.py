"""Bytes into a record: any page, however damaged, gives a record that accounts for its blocks, or a named error."""

import re
from functools import cache
from pathlib import Path

from damaged import damaged
from fuzzing import check, examples
from hypothesis import given
from hypothesis import strategies as st
from pages import make_page

from atlas_scraper.errors import AtlasError
from atlas_scraper.explanation import explain
from atlas_scraper.pipeline import parse
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.text import fold

SAMPLES = Path(__file__).parents[2] / "samples"
WORDS = (
    *("Titre", "Contexte", "Historique", "Le partenariat est", "En cours", "Financement du partenariat", "Année", ":"),
    *("<p>", "</p>", "<table>", "<tr>", "<td>", "<td colspan=9 rowspan=9>", "</table>", "<dl>", "<dt>", "<dd>", "<b>"),
    *("<!--", "-->", "<br>", "&", "&amp;eacute;", "&#0;", "<input value='", "'>", "<script>", "<svg>", "</html>"),
    *("<select><option>", "<textarea>", "<div hidden>", "<noscript>", "<template>", "<![CDATA[", "<plaintext>"),
    *("\n", "\r", "---|", "|", "# ", "- ", "```", "~~~", "    ", "[a](b)", "![]()", "\\", "\u2028", "\ufeff", "\x00"),
    *("12 000,50", "31/12/2017", "a[at]example.org", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")),
)
SCRAPS = [word.encode() for word in WORDS] + [b"\xe9", b"\xff\xfe", b"\x1f\x8b", b"\x92", b"\xed\xa0\x80"]


@cache
def wholes() -> list[bytes]:
    """Give samples, and pages made up in every rendition."""
    kept = [page.read_bytes() for page in sorted(SAMPLES.glob("*/page.*"))]
    made = [make_page(seed, way, hard=seed % 2 == 0).data for seed in range(8) for way in ("html", "pipe", "flat")]
    return [page for page in kept if len(page) < 100_000] + made + [make_page(1, "markdown").data, b""]


@examples()
@given(data=st.deferred(lambda: damaged(wholes(), SCRAPS)))
def test_fuzz_pages(data: bytes) -> None:
    try:
        record = parse(data)
    except AtlasError as error:
        check(error)
        return
    written = record.model_dump_json()
    assert Partnership.model_validate_json(written) == record
    assert parse(data).model_dump_json() == written
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]|\\u00[0189][0-9a-f]|\\u007f", written)
    explanation = explain(data)
    assert explanation.record == record
    unread = " ".join(fold(f"{each.label} {each.text}") for each in record.unread)
    for block in explanation.blocks:
        assert fold(block.text) in unread if block.fate == "unread" else block.by
