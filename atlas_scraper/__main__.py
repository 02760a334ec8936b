"""`python -m atlas_scraper` is `atlas-scraper`."""

from atlas_scraper.commands.app import main

main()
