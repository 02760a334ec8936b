"""Addresses of electronic mail: which are shared mailboxes, and which are, or may be, a person's.

The address of a natural person is personal data, also at work (CNIL,
https://www.cnil.fr/fr/definition/donnee-personnelle); that of a service is not. An address is taken for a service's
only if each word before its `@` is a known word of services or the name of a place or body on the same page, and at
least one is a word of services: in doubt it is a person's.
"""

import re

from atlas_scraper.people.shadow import words_of

ADDRESS = re.compile(
    r"(?:mailto:)?[a-z0-9.!#$%&'*+/=?^_`{|}~-]+"
    r"\s?(?:@|[\[({<]\s?(?:at|arobase|a|@)\s?[\])}>]|\s(?:at|arobase)\s)\s?"
    r"[a-z0-9-]+(?:\s?(?:\.+|[\[({<]\s?(?:dot|point|\.)\s?[\])}>])\s?[a-z0-9-]+)+"
    r"|\S*@\S+"  # typed with an error
)
"""An address in a text in lower case, its `@` and dots hidden from robots or not."""
MAY_HOLD_ONE = re.compile(r"@|arobase|(?<![a-z])at(?![a-z])|[\[({<]\s?a\s?[\])}>]", re.IGNORECASE)
"""What a text has that holds an address: quick to look for."""
SERVICES = frozenset(
    [
        "accueil",
        "action",
        "administration",
        "affaires",
        "agence",
        "amba",
        "ambafrance",
        "ambassade",
        "association",
        "bureau",
        "cab",
        "cabinet",
        "cci",
        "cellule",
        "centre",
        "chancellerie",
        "cirad",
        "citoyenne",
        "comite",
        "commune",
        "communication",
        "conseil",
        "consulat",
        "contact",
        "coop",
        "cooperation",
        "courrier",
        "culture",
        "culturel",
        "culturelle",
        "decentralise",
        "decentralisee",
        "departement",
        "developpement",
        "dg",
        "dgs",
        "dircab",
        "direction",
        "dri",
        "education",
        "environnement",
        "europe",
        "exterieure",
        "externes",
        "general",
        "generale",
        "info",
        "information",
        "infos",
        "institut",
        "international",
        "internationale",
        "internationales",
        "internationaux",
        "jeunesse",
        "jumelage",
        "jumelages",
        "mail",
        "maire",
        "mairie",
        "metropole",
        "migration",
        "mission",
        "mobilite",
        "office",
        "partenariat",
        "partenariats",
        "pole",
        "presidence",
        "presse",
        "projet",
        "projets",
        "region",
        "relations",
        "reseau",
        "ri",
        "scac",
        "secretaire",
        "secretariat",
        "service",
        "services",
        "sg",
        "solidarite",
        "solidarites",
        "standard",
        "tourisme",
        "ville",
        "webmaster",
    ]
)
_LINKS = frozenset({"de", "du", "des", "la", "le", "les", "et", "a", "l", "d", "en", "fr", "france"})


def is_shared(address: str, places: frozenset[str], people: frozenset[str]) -> bool:
    """Tell whether an address is a service's.

    Args:
        address: the address, in any of the forms it is published in.
        places: words of the places and bodies of its page.
        people: words of the names of its page, of which none may stand in it.
    """
    local = re.split(r"@|[\[({<]|\s(?:at|arobase)\s", address.removeprefix("mailto:"), maxsplit=1)[0]
    words = [word for word in words_of(local) if not word.isdigit()]
    known = SERVICES | places | _LINKS
    return bool(set(words) & SERVICES) and all(word in known and word not in people for word in words)
