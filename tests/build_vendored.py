"""Renew the JavaScript libraries of `explore.html`, what its tests check it with, and the outlines of countries.

    python tests/build_vendored.py

Each comes at its pinned version by `npm pack`, with its licence; the SHA-256 of each file stands in `manifest.json`
beside it, which a test holds true. To go to another version, change it here, run this, and read what changed.
"""

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "atlas_scraper"
EXPLORER, OUTLINES, AXE = PACKAGE / "explorer" / "vendor", PACKAGE / "outlines", ROOT / "tests" / "axe"
FRANCE = "250"
LARGE, SMALL = "package/countries-50m.json", "package/countries-110m.json"


class Library(NamedTuple):
    """A package, the file that is taken out of it, its licence, and where they go."""

    name: str
    version: str
    licence: str
    file: str
    folder: Path


LIBRARIES = (
    Library("d3-array", "3.2.4", "ISC", "package/dist/d3-array.min.js", EXPLORER),
    Library("d3-geo", "3.1.1", "ISC", "package/dist/d3-geo.min.js", EXPLORER),
    Library("topojson-client", "3.1.0", "ISC", "package/dist/topojson-client.min.js", EXPLORER),
    Library("axe-core", "4.10.3", "MPL-2.0", "package/axe.min.js", AXE),
)
MAP = Library("world-atlas", "2.0.2", "ISC", SMALL, OUTLINES)


def main() -> None:
    """Renew all of them."""
    for folder in (EXPLORER, AXE):
        folder.mkdir(parents=True, exist_ok=True)
        write_manifest(folder, [taken(each) for each in LIBRARIES if each.folder == folder])
    write_manifest(OUTLINES, [taken(MAP, "world-110m.json"), small_states(), france()])


def write_manifest(folder: Path, files: list[dict[str, Any]]) -> None:
    """Say beside some files what they are."""
    (folder / "manifest.json").write_text(json.dumps(files, indent=2) + "\n", "utf-8")


def taken(library: Library, name: str = "") -> dict[str, Any]:
    """Put a file of a library and its licence into its folder, and say what it is."""
    with unpacked(library) as package:
        name = name or Path(library.file).name
        read = package.extractfile(library.file)
        licence = package.extractfile("package/LICENSE")
        assert read, library
        assert licence, library
        (library.folder / name).write_bytes(read.read())
        (library.folder / f"LICENSE-{library.name}").write_bytes(licence.read())
    return described(library, library.folder / name)


def small_states() -> dict[str, Any]:
    """Write the middle of each country that the small map has no shape for, out of a larger one."""
    with unpacked(MAP) as package:
        large, small = (json.load(package.extractfile(name) or io.BytesIO()) for name in (LARGE, SMALL))
    drawn = {each.get("id") for each in small["objects"]["countries"]["geometries"]}
    shapes = [each for each in large["objects"]["countries"]["geometries"] if each.get("id") not in {None, *drawn}]
    rows = sorted({(each["id"], *middle(each, large)) for each in shapes})
    path = OUTLINES / "small-states.csv"
    path.write_text("numeric,longitude,latitude\n" + "".join(f"{a},{b},{c}\n" for a, b, c in rows), "utf-8")
    return described(MAP, path)


def france() -> dict[str, Any]:
    """Write France's outline out of the larger map, as GeoJSON: that of the small one is coarse from near."""
    with unpacked(MAP) as package:
        large = json.load(package.extractfile(LARGE) or io.BytesIO())
    (shape,) = (each for each in large["objects"]["countries"]["geometries"] if each.get("id") == FRANCE)
    rings = [[[point for arc in ring for point in points_of(arc, large)] for ring in each] for each in shape["arcs"]]
    near = [[[rounded(point) for point in ring] for ring in each] for each in rings if is_in_europe(each[0])]
    path = OUTLINES / "france.json"
    path.write_text(json.dumps({"type": "MultiPolygon", "coordinates": near}, separators=(",", ":")) + "\n", "utf-8")
    return described(MAP, path)


def is_in_europe(ring: list[tuple[float, float]]) -> bool:
    """Tell whether a ring is of European France: what lies overseas is no larger on either map."""
    return all(-10 < longitude < 12 and 40 < latitude < 52 for longitude, latitude in ring)


def rounded(point: tuple[float, float]) -> list[float]:
    """Round a point to hundredths of a degree, a kilometre or so."""
    return [round(degrees, 2) for degrees in point]


def middle(shape: dict[str, Any], topology: dict[str, Any]) -> tuple[float, float]:
    """Give the longitude and latitude of the middle of a shape's largest ring."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [[point for arc in polygon[0] for point in points_of(arc, topology)] for polygon in polygons]
    return max((centre(ring) for ring in rings), key=lambda found: found[0])[1]


def points_of(arc: int, topology: dict[str, Any]) -> list[tuple[float, float]]:
    """Decode an arc of a TopoJSON topology (https://github.com/topojson/topojson-specification, 2.1.3 and 4.1)."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    points = []
    for step_x, step_y in topology["arcs"][arc if arc >= 0 else ~arc]:
        x, y = x + step_x, y + step_y
        points.append((x * kx + dx, y * ky + dy))
    return points if arc >= 0 else points[::-1]


def centre(ring: list[tuple[float, float]]) -> tuple[float, tuple[float, float]]:
    """Give the area of a ring, and its centre rounded to hundredths of a degree."""
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    crosses = [ax * by - bx * ay for (ax, ay), (bx, by) in pairs]
    area = sum(crosses)
    xs, ys = zip(*ring, strict=True)
    if not area:
        return 0.0, (round(sum(xs) / len(xs), 2), round(sum(ys) / len(ys), 2))
    x = sum((a[0] + b[0]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    y = sum((a[1] + b[1]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / (3 * area)
    return abs(area), (round(x, 2), round(y, 2))


def described(library: Library, path: Path) -> dict[str, Any]:
    """Say what a file is and where it is from."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    about = {"name": library.name, "version": library.version, "licence": library.licence}
    return about | {"file": path.name, "sha256": digest}


def unpacked(library: Library) -> tarfile.TarFile:
    """Fetch a package."""
    npm = shutil.which("npm")
    assert npm, "npm is needed: it comes with Node.js"
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", f"{library.name}@{library.version}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - our own command
        (path,) = Path(folder).glob("*.tgz")
        return tarfile.open(fileobj=io.BytesIO(path.read_bytes()))


if __name__ == "__main__":
    main()
