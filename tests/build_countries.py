"""Make `atlas_scraper/values/country-groups-2025.csv` from ONE's concordance of countries and the OECD's list.

    pip download --no-deps bblocks-places==0.0.6 && unzip -qo bblocks_places-0.0.6-*.whl
    PYTHONPATH=. python tests/build_countries.py bblocks/places/concordance.csv

The concordance has the UN's M49 regions and the World Bank's income groups of July 2025 (fiscal year 2026: 25 low, 50
lower middle, 54 upper middle income). The list of ODA recipients is below. The result was read row by row.
"""

import csv
import sys
from pathlib import Path

import pycountry

OUT = Path(__file__).parent.parent / "atlas_scraper" / "values" / "country-groups-2025.csv"
HEADER = (
    *("country_code", "m49_region_code", "m49_region", "m49_subregion_code", "m49_subregion"),
    *("income_group", "income_year", "dac_eligible", "dac_year"),
)
INCOME_YEAR, DAC_YEAR = 2025, 2025
INCOME = {
    "Low income": "low",
    "Lower middle income": "lower middle",
    "Upper middle income": "upper middle",
    "High income": "high",
}
# "DAC List of ODA Recipients effective for reporting on 2024 and 2025 flows", 141 countries and territories, of which
# Kosovo has no ISO code: least developed, other low, lower middle and upper middle income.
DAC = frozenset(
    """
AF AO BD BJ BF BI KH CF TD KM CD DJ ER ET GM GN GW HT KI LA LS LR MG MW ML MR MZ MM NP NE RW ST SN SL SB SO SS SD TZ TL
TG TV UG YE ZM
KP SY
DZ BT BO CV CM CG CI EG SZ GH HN IN IR JO KE KG LB FM MN MA NI NG PK PG PH WS LK TJ TK TN UA UZ VU VN ZW
AL AR AM AZ BY BZ BA BW BR CN CO CR CU DM DO EC SV GQ FJ GA GE GD GT GY ID IQ JM KZ LY MY MV MH MU MX MD ME MS NA NR NU
MK PW PA PY PE SH LC VC RS ZA SR TH TO TR TM VE WF PS
""".split()
)


def main() -> None:
    """Write the file."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
        rows = {row["iso3_code"]: row for row in csv.DictReader(file)}  # by alpha-3: Namibia's NA is lost in it
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for country in sorted(pycountry.countries, key=lambda each: each.alpha_2):
            row = rows.get(country.alpha_3, {})
            names = ("region_code", "region", "subregion_code", "subregion")
            # Taiwan is none of M49's; the concordance puts it beside China.
            regions = [row[name] if row.get("m49_member") == "True" else "" for name in names]
            codes = [code.zfill(3) if code.isdigit() else code for code in regions]
            income = INCOME.get(row.get("income_level", ""), "")
            eligible = "true" if country.alpha_2 in DAC else "false"
            year = str(INCOME_YEAR) if income else ""
            writer.writerow((country.alpha_2, *codes, income, year, eligible, DAC_YEAR))


if __name__ == "__main__":
    main()
