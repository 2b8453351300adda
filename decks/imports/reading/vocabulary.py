"""The words by which files call cards, their kinds and their decks, in the languages that we have seen.

Pure.
"""
from __future__ import unicode_literals

import re
from typing import Any

import six

# Fields that no file has (generic.shapes).
VALUE, KEY, LIST, DECK = "(text)", "(key)", "(list)", "(deck)"
BLACK, WHITE = "black", "white"
_KINDS = {
    BLACK: """
        black blacks blackcard blackcards b question questions questioncard questioncards q prompt
        prompts p promptcard promptcards call calls c setup setups fillintheblank schwarz schwarze s
        frage fragen negra negras negro noir noire noires nera nere preta pretas zwart zwarte svart
        sort czarna czarne pregunta preguntas pergunta perguntas pytanie pytania domanda domande
        vraag vragen
        \u0447\u0451\u0440\u043d\u0430\u044f \u0447\u0435\u0440\u043d\u0430\u044f
        \u0447\u0451\u0440\u043d\u044b\u0439 \u0447\u0435\u0440\u043d\u044b\u0439
        \u0447\u0451\u0440\u043d\u044b\u0435 \u0447\u0435\u0440\u043d\u044b\u0435
        \u0432\u043e\u043f\u0440\u043e\u0441 \u0432\u043e\u043f\u0440\u043e\u0441\u044b
        \u0447\u043e\u0440\u043d\u0430 \u0447\u043e\u0440\u043d\u0456
        \u043f\u0438\u0442\u0430\u043d\u043d\u044f \u9ed2 \u9ed2\u672d \u9ed2\u30ab\u30fc\u30c9
        \u8cea\u554f \u304a\u984c \u554f\u984c \u9ed1 \u9ed1\u5361 \u9ed1\u724c \u95ee\u9898
        \u984c\u76ee \u9898\u76ee \uac80\uc740 \uac80\uc815 \uac80\uc740\uce74\ub4dc \uc9c8\ubb38
        \u05e9\u05d7\u05d5\u05e8 \u05e9\u05d7\u05d5\u05e8\u05d4
        \u05e9\u05d7\u05d5\u05e8\u05d9\u05dd \u05e9\u05d7\u05d5\u05e8\u05d5\u05ea
        \u05e9\u05d0\u05dc\u05d4 \u05e9\u05d0\u05dc\u05d5\u05ea \u0623\u0633\u0648\u062f
        \u0633\u0648\u062f\u0627\u0621 \u0627\u0644\u0623\u0633\u0648\u062f
        \u0627\u0644\u0633\u0648\u062f\u0627\u0621 \u0633\u0624\u0627\u0644
        \u0627\u0644\u0633\u0624\u0627\u0644 \u0623\u0633\u0626\u0644\u0629
        \u0627\u0644\u0623\u0633\u0626\u0644\u0629 \u0633\u06cc\u0627\u0647
        \u0633\u0648\u0627\u0644 \u067e\u0631\u0633\u0634""",
    WHITE: """
        white whites whitecard whitecards w answer answers answercard answercards a response
        responses r responsecard responsecards reply replies punchline punchlines weiss wei\xdf
        weisse wei\xdfe antwort antworten blanca blancas blanco blanc blanche blanches bianca
        bianche branca brancas wit witte vit hvid bia\u0142a bia\u0142e biala biale respuesta
        respuestas resposta respostas reponse r\xe9ponse reponses r\xe9ponses odpowied\u017a
        odpowiedzi risposta risposte antwoord antwoorden
        \u0431\u0435\u043b\u0430\u044f \u0431\u0435\u043b\u044b\u0439 \u0431\u0435\u043b\u044b\u0435
        \u043e\u0442\u0432\u0435\u0442 \u043e\u0442\u0432\u0435\u0442\u044b \u0431\u0456\u043b\u0430
        \u0431\u0456\u043b\u0456 \u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u044c
        \u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u0456 \u767d \u767d\u672d
        \u767d\u30ab\u30fc\u30c9 \u56de\u7b54 \u7b54\u3048 \u767d\u5361 \u767d\u724c \u7b54\u6848
        \ud770 \ud770\uc0c9 \ud770\uce74\ub4dc \ub2f5\ubcc0 \ub300\ub2f5
        \u05dc\u05d1\u05df \u05dc\u05d1\u05e0\u05d4 \u05dc\u05d1\u05e0\u05d9\u05dd
        \u05dc\u05d1\u05e0\u05d5\u05ea \u05ea\u05e9\u05d5\u05d1\u05d4
        \u05ea\u05e9\u05d5\u05d1\u05d5\u05ea \u0623\u0628\u064a\u0636
        \u0628\u064a\u0636\u0627\u0621 \u0627\u0644\u0623\u0628\u064a\u0636
        \u0627\u0644\u0628\u064a\u0636\u0627\u0621 \u062c\u0648\u0627\u0628
        \u0627\u0644\u062c\u0648\u0627\u0628 \u0623\u062c\u0648\u0628\u0629
        \u0627\u0644\u0623\u062c\u0648\u0628\u0629 \u0625\u062c\u0627\u0628\u0629
        \u0625\u062c\u0627\u0628\u0627\u062a \u0633\u0641\u06cc\u062f \u067e\u0627\u0633\u062e""",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Pairs whose letters mean something else when they stand by themselves: (black, white).
_PAIRS = {
    frozenset(pair): pair
    for pair in (("n", "b"), ("s", "w"), ("c", "b"), ("z", "w"), ("b", "w"), ("q", "a"), ("p", "r"))
}
_INSIDE = (
    (re.compile(r"black|question|prompt|schwarz|negra|noire?s?\b|czarn"), BLACK),
    (re.compile("white|answer|response|wei(?:ss|\xdf)|blanc[ao]|blanche|bia[l\u0142]"), WHITE),
)

# Names of fields, the surest first.
_FIELDS = {
    "text": """
        text cardtext content (text) card phrase sentence body karte kartentext texto texte tekst
        contenu value front question prompt answer response title label line statement words carta
        testo frase satz inhalt name (key) description
        \u0442\u0435\u043a\u0441\u0442 \u30c6\u30ad\u30b9\u30c8 \u6587\u7ae0 \u672c\u6587
        \u5185\u5bb9 \u6587\u672c \u6587\u5b57 \ud14d\uc2a4\ud2b8 \ub0b4\uc6a9
        \u05d8\u05e7\u05e1\u05d8 \u05ea\u05d5\u05db\u05df \u0646\u0635 \u0627\u0644\u0646\u0635
        \u0645\u062a\u0646
        parts segments pieces msgstr msgid""",
    "kind": """
        kind type cardtype card_type color colour cardcolor category typ art farbe tipo couleur
        kolor kategorie role side class model msgctxt questionoranswer
        \u0442\u0438\u043f \u0446\u0432\u0435\u0442 \u043a\u043e\u043b\u0456\u0440 \u7a2e\u985e
        \u7a2e\u5225 \u8272 \u7c7b\u578b \u985e\u578b \u989c\u8272 \uc885\ub958 \uc0c9
        \u05e1\u05d5\u05d2 \u05e6\u05d1\u05e2 \u0646\u0648\u0639 \u0627\u0644\u0646\u0648\u0639
        \u0644\u0648\u0646 \u0627\u0644\u0644\u0648\u0646 \u0631\u0646\u06af""",
    "pick": """
        pick picks numanswers num_answers answers numberofanswers blanks numblanks numberofblanks
        slots spaces gaps special pickcount cards_to_pick numpick choose answercount responses
        required count""",
    "draw": """
        draw draws numdraw""",
    "deck": """
        deck decks deckname set sets setname cardset card_set pack packs packname expansion
        expansions edition (deck) collection box source category group version deckid setid packid
        kartenset baraja mazo paquet paczka zestaw talia
        \u043a\u043e\u043b\u043e\u0434\u0430 \u043d\u0430\u0431\u043e\u0440 \u30c7\u30c3\u30ad
        \u30bb\u30c3\u30c8 \u724c\u7ec4 \u5361\u7ec4 \ub371 \uc138\ud2b8
        \u05d7\u05e4\u05d9\u05e1\u05d4 \u05d7\u05d1\u05d9\u05dc\u05d4 \u05e1\u05d8
        \u0645\u062c\u0645\u0648\u0639\u0629 \u0627\u0644\u0645\u062c\u0645\u0648\u0639\u0629
        \u0631\u0632\u0645\u0629
        watermark sheet""",
    "tags": """
        tags tag labels keywords watermark themes topics""",
}
SURE_DECKS = 12  # of the words for a deck, so many mean nothing else
_PLACES = {what: {word: place for place, word in enumerate(words.split())} for what, words in _FIELDS.items()}
_NAMES = ("name", "title", "deckname", "setname", "packname", "label", "expansion", "deck", "pack", "set")
_CONTAINERS = set(
    "cards card data decks deck packs pack sets set items list lists results content rows entries "
    "all main value values records objects root default exports documents docs fields".split()
)
_PLAIN = re.compile(r"[\W_]+", re.UNICODE)


def plain(word):
    # type: (str) -> str
    """A name without case and marks: "Card_Type" is "cardtype"."""
    return word if word in (VALUE, KEY, DECK) else _PLAIN.sub("", word.lower())


def kind_of(word):
    # type: (Any) -> str
    """BLACK or WHITE where a word means that, else nothing."""
    if not isinstance(word, six.text_type) or len(word) > 60:
        return ""
    known = _KIND_OF.get(plain(word))
    if known:
        return known
    inside = {kind for pattern, kind in _INSIDE if pattern.search(word.lower())}
    return inside.pop() if len(inside) == 1 else ""


def kinds_of(values):
    # type: (Any) -> dict[str, str]
    """{value: kind} of values that stand in one field; empty when one of them means no kind."""
    pair = _PAIRS.get(frozenset(map(plain, values)))
    if pair:
        return {value: BLACK if plain(value) == pair[0] else WHITE for value in values}
    found = {value: kind_of(value) for value in values}
    return found if all(found.values()) else {}


def place_of(field, what):
    # type: (str, str) -> int | None
    """How surely the name of a field means `what` ("text", "kind", ...): 0 is surest; None if it does not."""
    last = field.split(".")[-1]
    return _PLACES[what].get(plain(last), _PLACES[what].get(last.lower()))


def is_name_field(field):
    # type: (str) -> bool
    return plain(field) in _NAMES


def is_container(key):
    # type: (str) -> bool
    """Whether a key says nothing of what it leads to."""
    return plain(key) in _CONTAINERS or key.isdigit()


def is_header_word(cell):
    # type: (str) -> bool
    """Whether a cell of a first row may be the name of a column."""
    return any(plain(cell) in places for places in _PLACES.values()) or bool(kind_of(cell) and len(cell) > 1)
