"""`python -m atlas_scraper` is `atlas-scraper`."""

from atlas_scraper.cli import main

main()
