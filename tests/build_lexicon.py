"""Build the list of French words that people/ ships, from a list under the MIT licence.

npm pack an-array-of-french-words@2.0.0 && tar xzf an-array-of-french-words-2.0.0.tgz
python tests/build_lexicon.py package/index.json

The list has no proper names, which is what it is chosen for. Forms are as people/ compares them: in lower case without
accents, the parts of compounds apart.
"""

import json
import lzma
import sys
from pathlib import Path

from atlas_scraper.people.lexicon import FILE
from atlas_scraper.people.normal import words_of


def main() -> None:
    """Write the file."""
    words = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    plain = sorted({each for word in words for each in words_of(word)})
    target = Path(__file__).parent.parent / "atlas_scraper" / "people" / "lexicon" / FILE
    target.write_bytes(lzma.compress("\n".join(plain).encode(), preset=9))
    sys.stdout.write(f"{len(plain)} words, {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
