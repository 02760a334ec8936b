"""Invented people of many languages, and the hard but ordinary forms in which pages name them."""

import html
import random
import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

HOST = "courriel.example.org"
"""Where all of them have their addresses."""
FIRST = (
    *("Aurélie", "Jean-Marc", "Zoé", "Ibrahima", "Anne Sophie", "Ørjan", "Łucja", "Mireille", "Théo", "Marie-Ange"),
    *("Abdoulaye", "Fatoumata", "Mamadou", "El Hadj Omar", "Thi Hoa", "Văn Minh", "Andrianina", "Hasiniaina"),
    *("João Paulo", "Conceição", "Małgorzata", "Krzysztof", "Ștefan", "İlker", "Éloïse", "François-Xavier", "Noëmie"),
    *(
        "Maria da Graça",
        "Quốc Bảo",
        "Voahangy",
        "Gwenolé",
        "Xabier",
        "Zbigniew",
        "Gülşah",
        "Ndèye Coumba",
        "Kɔkú",
        "Əli",
    ),
    *("Yoann", "Ségolène", "Baptistin", "Ulrike", "Nuño", "Bjørn", "Souleymane", "Khadidiatou", "Rindra", "Xuan Mai"),
)
LAST = (
    *("VERGNOLLE", "Le Goffanec", "D’Arblay", "Ouedranga", "de Montclar-Vaux", "Brunaud-Teisse", "Œuvrard", "Nguembé"),
    *("Pâquelin", "Strzałkowa", "ÇELEBIK", "Vandermolle", "O’Dallaghan", "El Khazzimi", "Quillévéro", "Rastignolet"),
    *("Tournebizet", "Haudrecœur", "Zwickelmann", "Ybarrondo", "N’Dioumbaye", "Ould Sidaty", "Ben Zarrouki"),
    *("Rakotomalavo", "Andriambelona", "da Silveirinha", "dos Anjinhos", "Nguyễn Thuyên", "Phạm Quyết", "Wiśniewskowa"),
    *("Garcimendi Lopetegui", "Van der Moortel", "Mac Gillivrain", "Diallobé", "Traorézié", "Kouassivi", "Işıkoğlu"),
    *(
        "Ferreirinha da Costinha",
        "d'Albuquerquim e Castroval",
        "Đặng Thùyen",
        "El-Ouarzazi",
        "Aït Bouzidane",
        "ar C'hallonneg",
    ),
    *("Razafimbelonjato", "Kermadecq", "L'Hostellerieux", "Etxeberriaga", "Goikoetxeandia-Arruti", "Brzęczyszczyk"),
    *("Çiğdemoğlu", "Mbenguène", "N'Gaïdeba", "Ngomoto Sarrazine", "Ouyangshu", "Agbényɔvi", "Ɗallowel", "Məmmədzadə"),
    *(
        "Ó Dubhghaillín",
        "McGillicuddyn",
        "Åkerströmsson",
        "Szőllősházy",
        "van den Brouckelaere",
        "de la Rochefontenelle",
    ),
    *("Żurawińska", "Mbarek-Touzani", "Abd el-Razzouk", "Saint-Clairvaux", "Le Bihannic de Kerven"),
)
"""Names that are nothing else."""
WORDS = (
    *("PETIT", "Roux", "Blanc", "MARCHAND", "Meunier", "Moulin", "FONTAINE", "Rivière", "Marin", "Bois", "Chevalier"),
    *("Berger", "FOURNIER", "Boulanger", "Charpentier", "Poirier", "Cousin", "Breton", "Lebon Marché", "Page", "Fort"),
)
"""Names that are words as well."""
TOWNS = ("BREST", "Lille", "Nantes", "LYON", "Angers", "Rennes", "Dijon", "Niger", "Lorient", "Arras")
"""Names that are towns as well."""

ANYWHERE = (
    "Avec {last}, le projet avance.",
    "{last} a signé la convention.",
    "le rôle de {LAST} et de son équipe",
    "vu {last_lower} hier",
    "http://www.example.org/equipe-{slug}.html",
    "photo_{First_Last}.jpg",
    "#{FirstLast}",
    "https://example.org/%C3%A9quipe/{first_quoted}%20{last_quoted}",
    "fichier {glued}.pdf",
    "Fondation {last}",
    "({last})",
    "« {last} »",
    "l'équipe\u00a0{last}",
    "{last_joined} a dit",
    "{bare} a dit",
    "de {broken}, élue",
    "{nfd} a dit",
    "{escaped} a dit",
    "Mesdames, Messieurs, {last} vous salue.",
    "REUNION AVEC {spaced} A LOME",
    "{caps_lock} a dit",
    "les {last}s",
    "{quoted_twice} a dit",
    "avec {broken_line}, élue",
    "nom={last}&prenom={first}",
    "https://www.example.org/in/{slug}-4b12a",
    "http://example.org/~{initial_last}/",
    "*{last}*, _{first}_",
    "{last};{first};maire",
    "〔{LAST}〕",
    "{initial} {LAST}",
)
"""Forms in which a name that is nothing else stands."""
AS_A_NAME = (
    "M. {last}",
    "Mme {LAST} a présidé la séance.",
    "Monsieur {last} est là",
    "M.{LAST}",
    "Mme. {last}, présidente",
    "S.E. M. {last}, ambassadeur",
    "Dr {last}",
    "le Pr. {last}",
    "{first} {last}",
    "{first} {LAST} a signé",
    "{LAST} {first}",
    "{last}, {first}",
    "{FIRST} {LAST}",
    "{initial}. {last}",
    "{initials} {LAST}",
    "{LAST} {initial}.",
    "Fait à Lomé, le 3 mai 2012, {first} {LAST}",
    "Fait à Lomé, le 3 mai 2012,\n{last}",
    "Signé : {first} {last}",
    "Contact : {first} {last}, tél. 01 23 45 67 89",
    "le maire {last} a ouvert la séance",
    "{last}, maire de la commune",
    "{LAST} (COCAC)",
    "{first} {last} (conseiller)",
    "{first}\n{LAST}",
    "{first}  {last}",
    "{first} <b>{last}</b>",
    "M. le Maire {last}",
    "Madame la Présidente {last}",
    "Monsieur le Consul général {LAST}",
    "selon {first} {last}, tout va bien",
    "https://example.org/{First_Last}.html",
    "MISSION DE {FIRST} {LAST} A DAKAR",
    "{first} {LAST} et {first} {last}",
    "M. et Mme {last}",
    "Mme {last} ({first})",
    "{first}-{last}",
    "{initial}.{last}",
    "l'adjointe ({first} {last})",
    "représenté par son maire, {first} {last}, dûment habilité",
    "Merci.{first} {last}.Suite",
    "1.{first} {last}",
    "S.Exc. Mgr {first} {LAST}",
    "{first} {last} <contact@example.org>",
    "{first} & {last}",
    "Me {last}, notaire",
)
"""Forms in which any name stands as a name."""


class Invented(NamedTuple):
    """A person, as fields would have it."""

    first: str
    last: str

    @property
    def address(self) -> str:
        """The address, which holds the name."""
        return f"{slug(self.first)[0]}.{slug(self.last).replace('-', '')}@{HOST}"


_LETTERS = (
    *(("œ", "oe"), ("ł", "l"), ("ø", "o"), ("ı", "i"), ("đ", "d"), ("ɔ", "o"), ("ə", "e"), ("ɗ", "d")),
    *(("’", "-"), ("'", "-"), (" ", "-")),
)


_COMBINING = dict.fromkeys(sign for sign in range(0x20000) if unicodedata.combining(chr(sign)))


def slug(name: str) -> str:
    """Write a name as file names do."""
    letters = name.lower()
    for letter, plain in _LETTERS:
        letters = letters.replace(letter, plain)
    return unicodedata.normalize("NFKD", letters).translate(_COMBINING)


def said(form: str, person: Invented) -> str:
    """Write a form with a person's names."""
    first, last = person
    plain_first, plain_last = slug(first), slug(last)
    return form.format(
        first=first,
        last=last,
        FIRST=first.upper(),
        LAST=last.upper(),
        last_lower=last.lower(),
        slug=f"{plain_first}-{plain_last}",
        First_Last=f"{plain_first}-{plain_last}".replace("-", " ").title().replace(" ", "_"),
        FirstLast=f"{plain_first}-{plain_last}".replace("-", " ").title().replace(" ", ""),
        first_quoted=quote(first),
        last_quoted=quote(last),
        glued=f"photo{plain_first}{plain_last}".replace("-", ""),
        last_joined=last.replace(" ", "").replace("’", "").replace("-", "").title(),
        bare=_bare(last),
        broken=f"{last[:3]}\u00ad{last[3:-2]}\u200d{last[-2:]}",
        spaced=" ".join(_bare(last).upper()),
        caps_lock=last.swapcase() if last[0].isupper() else last.upper(),
        quoted_twice=quote(quote(last)),
        broken_line=f"{last[:-4]}-\n{last[-4:]}" if last[-5:].isalpha() else last,
        initial_last=f"{plain_first[0]}-{plain_last}".replace("-", ""),
        initials_last="".join(word[0] for word in plain_first.split("-")) + plain_last.replace("-", ""),
        nfd=unicodedata.normalize("NFD", last),
        escaped=html.escape(last).encode("ascii", "xmlcharrefreplace").decode(),
        initial=first[0],
        initials=".-".join(word[0] for word in first.replace("-", " ").split()) + ".",
    )


def _bare(last: str) -> str:
    """Take the particle off: `de Montclair` is called Montclair."""
    for particle in (
        "de la ",
        "de ",
        "d'",
        "ar ",
        "Aït ",
        "van den ",
        "Ó ",
        "da ",
        "dos ",
        "Le ",
        "El ",
        "Van der ",
        "Ould ",
        "Ben ",
        "Abd el-",
        "Mac ",
    ):
        last = last.removeprefix(particle)
    return last


def is_named(person: Invented, text: str) -> bool:
    """Tell whether a text holds a person's family name, or a half of it as a word, however it is written."""
    letters, found = _letters(text)
    whole, halves = _sought(person.last)
    return whole in letters or not halves.isdisjoint(found)


@cache
def _sought(last: str) -> tuple[str, frozenset[str]]:
    """Give the letters of a family name, and the words of it that tell who is meant."""
    plain = slug(_bare(last))
    halves = {half for half in re.split(r"[^a-z]+", plain) if len(half) > 3} - {"saint"}
    return re.sub(r"[^a-z]+", "", plain), frozenset(halves)


@lru_cache(maxsize=4)
def _letters(text: str) -> tuple[str, frozenset[str]]:
    """Give the letters of a text, and its words, escapes undone and what nobody sees left out."""
    plain = slug(html.unescape(unquote(text)).replace("\u00ad", "").replace("\u200d", ""))
    return re.sub(r"[^a-z]+", "", plain), frozenset(re.split(r"[^a-z]+", plain))


def people(count: int, lasts: Sequence[str] = LAST, seed: int = 1) -> list[Invented]:
    """Give people, all of different names."""
    pairs = [Invented(first, last) for first in FIRST for last in lasts]
    return random.Random(seed).sample(pairs, count)  # noqa: S311 - for tests
