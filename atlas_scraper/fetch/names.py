"""How archives are named; knows no library, so that whoever only looks at names need not wait for one."""

SUFFIXES = (".warc", ".warc.gz", ".wacz")


def is_archive(name: str) -> bool:
    """Tell whether a file is named like an archive."""
    return name.lower().endswith(SUFFIXES)
