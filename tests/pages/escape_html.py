"""Character references: none, named, numeric, both, or escaped a second time."""

import random
from html import escape
from html.entities import codepoint2name


def escaped(text: str, mode: str, rng: random.Random, *, attribute: bool = False) -> str:
    """Escape text in one of the ways of `markup.Markup.data_entities`.

    Args:
        text: plain text.
        mode: `raw`, `named`, `numeric`, `mixed` or `double`.
        rng: decides where a mode leaves a choice.
        attribute: the text stands between double quotes.
    """
    if mode == "mixed":
        mode = rng.choice(("raw", "named", "numeric"))
    out = []
    for letter in text:
        code, name = ord(letter), codepoint2name.get(ord(letter))
        if letter in "&<>" or (attribute and letter == '"'):
            out.append(escape(letter))
        elif mode == "named" and name and (code > 127 or rng.random() < 0.5):
            out.append(f"&{name};")
        elif mode == "numeric" and (code > 127 or letter == "'"):
            out.append(f"&#{code};" if rng.random() < 0.7 else f"&#x{code:X};")
        elif mode == "double" and name and code > 160:
            out.append(f"&amp;{name};")
        else:
            out.append(letter)
    return "".join(out)
