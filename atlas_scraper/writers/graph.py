"""The network of authorities and partners as GraphML, `network.graphml`, for networkx, Gephi, igraph and their like.

A node is an authority or a partner, with its name, codes, place and degree; an edge is a pair that has partnerships
together, their number its weight. Source: http://graphml.graphdrawing.org/specification.html.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape, quoteattr

from atlas_scraper.writers.files import Files
from atlas_scraper.writers.table import PROJECT, Row, Table, WriteRows

FILE = "network.graphml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0 2.2
# Attribute of a node → its type and its column in authorities and in partners.
_NODE = {
    "body": ("string", None, None),
    "name": ("string", "name", "name"),
    "code": ("string", "register_code", "geonames_id"),
    "country_code": ("string", None, "country_code"),
    "region": ("string", "register_region", "place_division_code"),
    "population": ("long", "register_population", "place_population"),
    "latitude": ("double", "register_latitude", "latitude"),
    "longitude": ("double", "register_longitude", "longitude"),
    "partnerships": ("long", "partnerships", "partnerships"),
    "degree": ("long", None, None),
}
_EDGE = {"weight": "long", "projects": "string"}


@contextmanager
def graph_file(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open `network.graphml`, and give the function that takes rows of `links`, `authorities` and `partners`.

    Raises:
        OSError: the file cannot be written.
    """
    del tables
    out = files.text(FILE)
    pairs: dict[tuple[str, str], list[str]] = {}
    nodes: dict[str, list[dict[str, object]]] = {"authorities": [], "partners": []}

    def write(table: Table, rows: Sequence[Row]) -> None:
        named = (dict(zip(table.header, row, strict=True)) for row in rows)
        if table.name == "links":
            for row in named:
                if row["authority_key"] and row["partner_key"]:
                    projects = pairs.setdefault((row["authority_key"], row["partner_key"]), [])
                    projects.append(str(row[PROJECT] or ""))
        elif table.name in nodes:
            nodes[table.name] += named

    yield write
    out.write(_HEAD)
    out.writelines(f"{line}\n" for line in _lines(pairs, nodes))
    out.write("</graphml>\n")


def _lines(pairs: dict[tuple[str, str], list[str]], nodes: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    for name, (kind, *_) in _NODE.items():
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>'
    for name, kind in _EDGE.items():
        yield f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="atlas" edgedefault="undirected">'
    degrees = Counter(f"a:{authority}" for authority, _ in pairs) + Counter(f"p:{partner}" for _, partner in pairs)
    for place, (body, letter, key) in enumerate(
        (("authorities", "a", "authority_key"), ("partners", "p", "partner_key"))
    ):
        for row in nodes[body]:
            node = f"{letter}:{row[key]}"
            said = {"body": key.removesuffix("_key"), "degree": degrees[node]}
            said["country_code"] = "FR" if letter == "a" else ""
            for name, (_, *columns) in _NODE.items():
                column = columns[place]
                if column and row[column] is not None:
                    said[name] = str(row[column])
            yield f"<node id={_quoted(node)}>{_data(said)}</node>"
    for (authority, partner), projects in sorted(pairs.items()):
        ends = f"source={_quoted(f'a:{authority}')} target={_quoted(f'p:{partner}')}"
        said = {"weight": len(projects), "projects": " ".join(filter(None, dict.fromkeys(projects)))}
        yield f"<edge {ends}>{_data(said)}</edge>"
    yield "</graph>"


def _data(said: dict[str, object]) -> str:
    return "".join(
        f'<data key="{name}">{escape(_clean(value))}</data>' for name, value in said.items() if value not in (None, "")
    )


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(value: object) -> str:
    return _NO_XML.sub("\ufffd", str(value))
