"""Ordinary sentences with words that are surnames too, and with towns that are: written for this, about nobody."""

import random
from collections.abc import Sequence

NOUNS = {
    "marchand": ("Les marchands", "un marchand", "du marchand"),
    "moulin": ("Le moulin", "un vieux moulin", "du moulin"),
    "fontaine": ("La fontaine", "une fontaine", "de la fontaine"),
    "rivière": ("La rivière", "une rivière", "de la rivière"),
    "pont": ("Le pont", "un petit pont", "du grand pont"),
    "bois": ("Le bois", "du bois", "en bois"),
    "berger": ("Le berger", "des bergers", "aux bergers"),
    "boulanger": ("Le boulanger", "un boulanger", "aux boulangers"),
    "charpentier": ("Le charpentier", "un charpentier", "des charpentiers"),
    "meunier": ("Le meunier", "un meunier", "du meunier"),
    "page": ("La page", "une page", "de cette page"),
    "cousin": ("Le cousin", "un cousin", "des cousins"),
    "marin": ("Le marin", "un marin", "des marins"),
    "roi": ("Le roi", "un roi", "du roi"),
    "maire": ("Le maire", "un maire", "du maire"),
    "champ": ("Le champ", "un champ", "des champs"),
    "chevalier": ("Le chevalier", "un chevalier", "des chevaliers"),
    "tailleur": ("Le tailleur", "un tailleur", "du tailleur"),
    "barbier": ("Le barbier", "un barbier", "du barbier"),
    "breton": ("Le breton", "un projet breton", "du beurre breton"),
    "son": ("Le son", "un son", "du son"),
    "val": ("Le val", "un val", "du val"),
    "mur": ("Le mur", "un mur de pierre", "du mur"),
    "rose": ("La rose", "une rose", "des roses"),
    "fleur": ("La fleur", "une fleur", "des fleurs"),
    "lac": ("Le lac", "un lac", "du lac"),
    "noël": ("La fête de Noël", "un marché de Noël", "de Noël"),
    "blanc": ("Le fromage blanc", "un mur blanc", "du riz blanc"),
    "petit": ("Le petit projet", "un petit pont", "des petits projets"),
    "roux": ("Le sucre roux", "un chat roux", "du beurre roux"),
    "fort": ("Le fort", "un lien fort", "du fort"),
    "long": ("Le long chemin", "un long travail", "au long cours"),
    "grand": ("Le grand marché", "un grand projet", "du grand marché"),
    "bon": ("Le bon usage", "un bon accueil", "du bon usage"),
    "sage": ("Le sage", "un choix sage", "du sage"),
    "jardin": ("Le jardin", "un jardin", "des jardins"),
}
WITH_NOUNS = (
    "{0} est au cœur du projet de coopération.",
    "La commune finance {1} pour le quartier.",
    "M. le maire a visité {1} avec les élus.",
    "Mme la présidente a parlé {2} et de l’eau.",
    "L’avenir {2} dépend de la convention signée à Ouagadougou.",
    "{0}, partenaire depuis 2012, soutient l’école et son eau potable.",
    "Elle a le projet d’ouvrir {1} au public : le directeur, le conseiller et l’ambassadeur sont d’accord.",
    "- {0} et les élèves du lycée",
    "Selon {1} du rapport, le projet avance.",
    "Avec {1}, la ville accueille les jeunes ; par ailleurs, le secrétaire général suit les travaux.",
    "« {0} », dit le proverbe, « et la santé d’abord ».",
    "Un expert {2} viendra ; il va où le vent le mène, vu son âge.",
    "Messieurs les élus, Mesdames les adjointes, {1} mérite votre aide.",
    "{0} (volet 2) : budget de 12 000 euros en 2013 et 2014.",
    "le Conseil régional, le Département et {1}",
    "Fait pour {1}, le 3 mai 2012, en deux exemplaires.",
)
TOWNS = (
    *("Brest", "Lille", "Nantes", "Lyon", "Angers", "Rennes", "Dijon", "Lorient", "Arras", "Tours", "Laval", "Vannes"),
    *("Niger", "Mali", "Congo", "Chartres", "Orléans", "Reims", "Metz", "Nancy", "Limoges", "Mulhouse", "Valence"),
    *("Dakar", "Bamako", "Alger", "Tunis", "Lomé", "Antananarivo", "Nouakchott", "Ouagadougou"),
)
WITH_TOWNS = (
    "La ville de {0} finance un puits.",
    "Les élèves partent à {0} en avril.",
    "{0} accueille une délégation en juin.",
    "À {0}, le maire a signé la convention avec le président.",
    "Le jumelage entre {0} et Ouagadougou date de 1994.",
    "Mme la maire de {0} a ouvert la séance.",
    "M. le Maire de {0} et le conseil municipal",
    "VILLE DE {1} : APPUI À L’EAU",
    "Le port de {0}, le lycée et l’hôpital",
    "Les associations de {0} ({2}) ont un projet.",
    "De {0} au Sahel, l’eau pour tous",
    "Université de {0}, faculté de droit",
    "Fait à {0}, le 3 mai 2012.",
    "Le Conseil départemental, {0} et la Région",
    "Voir www.{2}.example.org/cooperation",
    "{0}, ville d’art, et {0} métropole",
)


def capital(text: str) -> str:
    return text[0].upper() + text[1:]


def sentences_with_words(count: int, seed: int = 1) -> list[str]:
    """Give sentences, each with a noun that is a surname, some in capitals throughout."""
    chance, nouns = random.Random(seed), list(NOUNS)  # noqa: S311 - for tests
    made = []
    for place in range(count):
        text = capital(chance.choice(WITH_NOUNS).format(*NOUNS[nouns[place % len(nouns)]]))
        made.append(text.upper() if place % 20 == 19 else text)
    return made


def sentences_with_towns(count: int, seed: int = 1) -> list[str]:
    """Give sentences, each with a town that is a surname."""
    chance = random.Random(seed)  # noqa: S311 - for tests
    towns = [TOWNS[place % len(TOWNS)] for place in range(count)]
    return [chance.choice(WITH_TOWNS).format(town, town.upper(), town.lower()) for town in towns]


def words(sentences: Sequence[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)
