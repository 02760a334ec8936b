"""The faults of the local atlas, under the name by which tests have them."""

from atlas_scraper.local_atlas.faults import Fault, FaultServer, faults, head, page, reset, send

__all__ = ["Fault", "FaultServer", "faults", "head", "page", "reset", "send"]
