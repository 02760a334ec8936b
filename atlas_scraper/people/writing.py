"""How names are written: what stands before them, in them, between two of them, and behind them.

One description, by which name fields are taken apart (`names.py`) and people are found in texts (`search.py`). Words
are in normal form. What a function is says `values/roles.py`; what a service is, `mailboxes.py`.
"""

import re

CIVIL = frozenset({"m", "mr", "mme", "mlle", "mm", "mmes", "mlles", "monsieur", "madame", "mademoiselle"})
"""Titles behind which only a name, a function or a rank stands."""
SEVERAL = frozenset({"mm", "mmes", "mlles", "messieurs", "mesdames", "mesdemoiselles"})
"""Titles of several people."""
_RANKS = """
abbe adjudant amiral brigadier capitaine captain cardinal cdt cne col colonel commandant cpt docteur doctor dom
dona dr dre excellence father feu frau frere gen general herr hon honorable ing ingenieur kpt lady lieutenant
lord lt maitre marechal me mesdames mesdemoiselles messieurs mgr miss monseigneur monsignore mrs ms pan pani
pasteur pere pr prof professeur professor rabbin rev reverend sa se senhor senhora senor senora sergent sgt
sheikh sieur sir soeur sr sra vve
"""
RANKS = frozenset(_RANKS.split())
TITLES = CIVIL | SEVERAL | RANKS
"""Words that stand before a name and are none."""
PARTICLES = frozenset(
    {
        *("a", "ab", "abd", "abdel", "abdoul", "abou", "abu", "af", "ag", "ait", "al", "am", "an", "ap", "as", "at"),
        *(
            "aux",
            "av",
            "bar",
            "beit",
            "bel",
            "ben",
            "bent",
            "beni",
            "bin",
            "bint",
            "bou",
            "d",
            "da",
            "dal",
            "das",
            "de",
        ),
        *(
            "degli",
            "dei",
            "del",
            "dela",
            "della",
            "den",
            "der",
            "des",
            "di",
            "dit",
            "do",
            "dos",
            "du",
            "e",
            "ech",
            "ed",
        ),
        *("ei", "el", "em", "en", "er", "es", "et", "ez", "fitz", "ibn", "in", "l", "la", "las", "le", "les", "lo"),
        *("los", "m", "mac", "mc", "n", "o", "of", "ouled", "ould", "oulad", "r", "saint", "sainte", "san", "santa"),
        *("st", "ste", "t", "ter", "ten", "te", "the", "um", "v", "van", "ver", "vom", "von", "y", "z", "zu", "zum"),
    }
)
"""Words within family names that are no name by themselves."""
ARTICLES = frozenset(
    {"l", "le", "la", "les", "un", "une", "du", "des", "au", "aux", "ce", "cet", "cette", "ces", "the"}
)
"""Words behind which a word is a word: `la rivière`."""
POSSESSIVES = frozenset(
    {"son", "sa", "ses", "mon", "ma", "mes", "ton", "ta", "tes", "notre", "nos", "votre", "vos", "leur"}
)
PLACING = frozenset({"a", "de", "d", "en", "vers", "entre", "pres", "sur", "sous", "dans", "depuis", "jusqu", "hors"})
"""Words behind which a town is a town: `à Brest`."""
SPEAKING = frozenset(
    {
        *("avec", "par", "selon", "chez", "dit", "dixit", "precise", "explique", "souligne", "declare", "rappelle"),
        *("remercie", "merci", "rencontre", "contacter", "signe", "signee", "ajoute", "conclut", "indique", "affirme"),
    }
)
"""Words behind which a capital makes a name of a word: `avec Petit`."""
JOINING = frozenset(
    {"et", "ou", "que", "qu", "pour", "mais", "car", "quand", "lorsque", "dont", "cher", "chere", "puis"}
)
SIGNING = re.compile(r"\b(?:fait a|fait le|signe|lu et approuve|pour ordre|cordialement|salutations|bien a vous)\b")
"""What stands before a signature."""
STREETS = frozenset(
    {
        *(
            "rue",
            "avenue",
            "av",
            "place",
            "boulevard",
            "bd",
            "allee",
            "impasse",
            "quai",
            "square",
            "parc",
            "pont",
            "rond",
        ),
        *("ecole", "college", "lycee", "groupe", "universite", "hopital", "clinique", "stade", "gymnase", "salle"),
        *("theatre", "musee", "bibliotheque", "mediatheque", "prix", "residence", "institut", "centre", "espace"),
    }
)
"""What is called after people who are long dead."""
NOBODY = frozenset(
    {
        "a",
        "aucun",
        "aucune",
        "idem",
        "inconnu",
        "nc",
        "neant",
        "nd",
        "non",
        "pas",
        "personne",
        "poste",
        "sans",
        "vacant",
    }
)
"""What a field for a name begins with that says that there is nobody."""
BORN = re.compile(
    r"\b(?:n[ée]e?|born|[ée]p(?:ouse|oux|se)?\b\.?|veuve|vve|alias|dite?|a\.?k\.?a\.?)(?=[\s:])", re.IGNORECASE
)
"""Before a further family name: a maiden name, a husband's, a name by which somebody is known."""
BETWEEN = re.compile(
    r"\s*(?:[/;|&•\n\r\u2028\u2029]|(?<![\w-])(?:et|ou|and|und)(?![\w-])|(?<=\s)[+–—-](?=\s))\s*", re.IGNORECASE
)
"""Between two people in one field."""
BRACKETS = re.compile(r"[(\[{<«\"]([^()\[\]{}<>«»\"]*)[)\]}>»\"]")
GLUED = re.compile(r"^(Mmes?|Mlles?|Mr|MM|Mgr|Dr|Pr|M(?=[A-ZÀ-Þ][a-zß-ÿ]))(?=[A-ZÀ-Þ])")
"""A title without a space or a dot behind it."""
