"""Functions that people hold, told from people's names by their words.

A function begins with the word of one (`Conseiller`, `Chargée de mission`). What follows is in small letters, of the
words that functions are made of, or the name of a place behind the body that stands there (`Directrice de l'Institut
français de Lomé`). `Conseiller Jean DUPONT` is no function, for it names somebody.
"""

import re
import unicodedata

_HEADS = """
adjoint administrateur administratrice agent alcade ambassadeur ambassadrice animateur animatrice architecte
archiviste assistant attache avocat bourgmestre burgermeister chairman charge chef cheffe chercheur chercheuse
cocac commissaire comptable conseiller conseillere conservateur conservatrice consul consule coordinateur
coordinatrice coordonnateur coordonnatrice correspondant councillor delegue depute directeur director directrice
doyen doyenne echevin echevine enseignant expert formateur formatrice gestionnaire gouverneur gouverneure
governor imam infirmier infirmiere ingenieur ingenieure inspecteur inspectrice instituteur institutrice
intendant interprete juge maire mairesse manager mayor medecin membre ministre officer pasteur prefeito prefet
prefete presentateur president presidente principal proviseur proviseure recteur rectrice redacteur redactrice
referent representant responsable secretaire secretary senateur senatrice stagiaire superviseur superviseure
technicien technicienne tresorier tresoriere vice volontaire wali
"""
HEADS = frozenset(_HEADS.split())
"""Words with which a function begins, in lower case without accents; those of women in `e` and plurals count too."""
_WORDS = """
action actions administratif administrative affaires africaine afrique agence aide aides alliance ambassade
ambassador and animation antenne archives artistique associatif association attache audiovisuel audiovisuelle
bilateral bureau cabinet cellule central centre chancellerie charge civil comite commercial commerciale
commission communal communale commune communication competent conseil consulaire consulat coop cooperation cour
culture culturel culturelle culturelles decentralise decentralisee decentralisees defense deputy deuxieme
developpement dgs directeur direction district division domaine domaines durable eau economie economique
economiques education elu elue enseignement environnement etranger europe europeen europeenne europeens executif
executive exterieur exterieure exterieures finances financier formation francais francaise francaises
francophonie general generale generales generaux gestion gouvernance gouvernorat groupe haut honoraire
humanitaire innovation institut institution institutionnel institutionnelle interim interimaire international
internationale internationales internationaux jeunesse jumelage jumelages langue linguistique local locale
locales logistique marches metropole mission missions mobilite municipal municipale municipales municipaux
national nationale numerique office ong operations partenaires partenariat partenariats patrimoine plan
planification pole politique politiques prefecture premier premiere presse principal principale programme
programmes projet projets promotion province public publique publiques recherche region regional regionale
regionales relations representation reseau reseaux responsable sante scac scientifique second seconde
secretariat secteur section service services ses sg social sociale solidaire solidarite sport superieur
suppleant technique techniques territoires territorial territoriale titulaire tourisme transport travaux unite
universitaire universite urbain urbaine urbanisme ville
"""
WORDS = frozenset(_WORDS.split())
"""Further words that functions are made of."""
_FORMS = frozenset(head + ending for head in HEADS for ending in ("", "e", "s", "es"))
_LINKS = frozenset(
    {
        "a",
        "au",
        "aux",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "of",
        "ou",
        "par",
        "pour",
        "pres",
        "sur",
        "the",
    }
)
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200


def is_head(word: str) -> bool:
    """Tell whether a word, in lower case without accents, is one with which a function begins, in any form of it."""
    return word in _FORMS


def is_role(text: str) -> bool:
    """Tell whether a text is a function alone, with nobody's name in it.

    >>> is_role("Conseillère de coopération et d'action culturelle"), is_role("Conseiller Jean DUPONT")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    plain = [_plain(word) for word in words]
    if not plain or not is_head(plain[0]):
        return False
    body = False
    for word, low, before in zip(words[1:], plain[1:], plain, strict=False):
        if low in WORDS or is_head(low):
            body = True
        elif not (low in _LINKS or word.islower() or (body and before in _LINKS)):
            return False
    return True


def _plain(word: str) -> str:
    word = word.lower()
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
