"""What a host may choose from: decks with their facts and how many cards each one brings.

Reads only, in a fixed number of queries. Cards that no game deals are not counted: hidden ones, black cards
that pick too many, and cards that read like another one of their deck.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import get_language

from common.text import search_words
from decks.catalogue import favourites
from decks.limits import ALONE_BLACK, ALONE_WHITE, FAMILY, MAX_PLAYABLE_PICK, STARTER
from decks.models import (
    BLACK,
    DRAFT,
    PUBLISHED,
    SHARED,
    WHITE,
    BlackCard,
    Deck,
    DeckSet,
    HiddenCard,
    WhiteCard,
)

# Nobody looks through more at a table; the others are found by their words.
MOST = 300
FACTS = ("id", "name", "slug", "language", "rating", "description", "tags", "plays")
# Larger numbers are nobody's id, and SQLite cannot even be asked for them.
LARGEST_ID = 2 ** 31 - 1


class UnknownDeckError(LookupError):
    """Some decks that were asked for do not exist (any more), or not for this person; `ids` lists them."""

    def __init__(self, ids):
        self.ids = list(ids)
        super(UnknownDeckError, self).__init__(
            "There is no deck with the id %s." % ", ".join(map(str, self.ids)))


class NotForFamiliesError(ValueError):
    """Some decks that were chosen for a family table are not for children."""


def playable():
    """The black cards that a game deals."""
    return _seen(BlackCard.objects.filter(pick__range=(1, MAX_PLAYABLE_PICK)), BLACK)


def dealt():
    """The white cards that a game deals."""
    return _seen(WhiteCard.objects.all(), WHITE)


def listed():
    """The decks that everybody is offered."""
    return switched_on(Deck.objects.filter(status=PUBLISHED, listed=True))


def switched_on(decks):
    """These decks without those that the site's admins have switched off, one by one or with all their
    sets.
    """
    site = DeckSet.objects.filter(owner=None)
    in_off, in_on = (site.filter(off=off).values("decks") for off in (True, False))
    return decks.filter(off=False).exclude(Q(pk__in=in_off) & ~Q(pk__in=in_on))


def is_open(status, listed):
    """Whether everybody is offered a deck of this status."""
    return status == PUBLISHED and listed


def offered(user=None, codes=()):
    """The decks that an account (None: somebody without one) may choose who has been given these codes.

    Those for everybody, those of the codes, the account's favourites, and its own that are not archived.
    """
    found = Q(status=PUBLISHED, listed=True) | Q(status__in=SHARED, code__in=list(codes))
    if user is not None and user.pk is not None:
        found |= Q(owner=user, status__in=(DRAFT,) + SHARED)
        found |= Q(status__in=SHARED, pk__in=favourites.ids_of(user))
    return switched_on(Deck.objects.filter(found))


def open_to_proposals(ids, user=None, codes=()):
    """Those of these decks that an account may propose cards to, by name; see `offered`."""
    return offered(user, codes).filter(pk__in=_possible(ids), status=PUBLISHED).order_by("name")


def matching(decks, words):
    """These decks, as far as each of the words (a text) stands in their name, description, author or tags."""
    for word in search_words(words):
        decks = decks.filter(Q(name__icontains=word) | Q(description__icontains=word)
                             | Q(author__icontains=word)
                             | Q(tags__icontains=word))
    return decks


def choices(user=None, codes=(), words="", chosen=()):
    """At most MOST decks with cards that `user` may choose, the played ones first, as `described` gives them.

    Favourites, own decks, those of the codes and those with an id in `chosen` are always among them.
    """
    decks = matching(offered(user, codes), words)
    ids = set(decks.order_by("-plays", "name", "id").values_list("pk", flat=True)[:MOST])
    if len(ids) == MOST:
        near = Q(code__in=list(codes)) | Q(pk__in=list(chosen))
        if user is not None and user.pk is not None:
            near |= Q(owner=user) | Q(pk__in=favourites.ids_of(user))
        ids.update(decks.filter(near).values_list("pk", flat=True))
    return [deck for deck in described(Deck.objects.filter(pk__in=ids), user) if deck["black"]
            or deck["white"]]


def described(decks, user=None):
    """[{"black", "white", "favourite", "own"} and what FACTS names], of each of these decks.

    Starter decks come first, then those that are played most, then by name. "black" and "white" are numbers
    of cards, "expansion" says that they are few: only together with others. "tags" is a list, "favourite" and
    "own" are told of `user`. Decks that are not listed have their "code" too.
    """
    rows = sorted(decks.values("source", "code", "status", "listed", "owner", *FACTS), key=_starters_first)
    ids = [row["id"] for row in rows]
    black, white = _count(playable(), ids), _count(dealt(), ids)
    person = user.pk if user is not None else None
    hearts = set(favourites.ids_of(user)) if person else set()
    result = []
    for row in rows:
        deck = dict({fact: row[fact] for fact in FACTS}, tags=row["tags"].split(),
                    black=black.get(row["id"], 0), white=white.get(row["id"], 0),
                    favourite=row["id"] in hearts, own=person is not None and row["owner"] == person)
        deck["expansion"] = is_expansion(deck["black"], deck["white"])
        if not is_open(row["status"], row["listed"]):
            deck["code"] = row["code"]
        result.append(deck)
    return result


def is_expansion(black, white):
    """Whether a deck with so many cards is for tables that play with other decks too."""
    return black < ALONE_BLACK or white < ALONE_WHITE


def check_choice(ids, user=None, codes=None, kept=(), family=False):
    """Raise UnknownDeckError unless `user` may choose all these decks; NotForFamiliesError if one is not for
    a family table.

    `codes` is {id: code}, what the host says the codes of decks are; each opens its own deck alone, so that
    trying many at once finds nothing sooner. `kept` are ids that the room has chosen already, by whoever
    hosted it then.
    """
    codes = codes or {}
    asked = _possible(ids)
    stored = dict(Deck.objects.filter(pk__in=asked).values_list("id", "code"))
    right = [code for pk, code in stored.items() if codes.get(pk) == code]
    allowed = set(offered(user, right).filter(pk__in=asked).values_list("id", flat=True))
    check_known(ids, allowed | set(kept) & set(stored))
    if family and Deck.objects.filter(pk__in=asked).exclude(rating=FAMILY).exists():
        raise NotForFamiliesError()


def summaries(ids):
    """{"id", "name", "language", "black", "white"} of each of these decks, whatever has become of them, in
    the order given; "family": True with those that are for everybody.

    Raises UnknownDeckError when one of them is missing.
    """
    decks = Deck.objects.filter(pk__in=_possible(ids))
    stored = {deck["id"]: deck for deck in decks.values("id", "name", "language")}
    check_known(ids, stored)
    for pk in decks.filter(rating=FAMILY).values_list("pk", flat=True):
        stored[pk]["family"] = True
    black, white = _count(playable(), ids), _count(dealt(), ids)
    return [dict(stored[pk], black=black.get(pk, 0), white=white.get(pk, 0)) for pk in ids]


def check_known(ids, known):
    """Raise UnknownDeckError unless all ids are among the known ones."""
    missing = [pk for pk in ids if pk not in known]
    if missing:
        raise UnknownDeckError(missing)


def first_choice():
    """The ids of the decks that a new room begins with: the family deck in the language that its host reads,
    else in English, or whatever there is for everybody.
    """
    decks = listed().order_by("id")
    families = decks.filter(source__startswith=STARTER + "/", rating=FAMILY).values_list("id", "language")
    wanted = [_primary(get_language() or settings.LANGUAGE_CODE), "en"]
    found = sorted(families, key=lambda family: [_primary(family[1]) != language for language in wanted])
    return [pk for pk, _language in found[:1]] or list(decks.values_list("id", flat=True)[:1])


def _primary(language):
    """The first part of a language's tag, which says of "de-AT" that it is German."""
    return language.lower().split("-")[0]


def _seen(cards, kind):
    return cards.exclude(fingerprint__in=HiddenCard.objects.filter(kind=kind).values("fingerprint"))


def _possible(ids):
    return [pk for pk in ids if 0 < pk <= LARGEST_ID]


def _count(cards, ids):
    """{deck's id: how many of these cards it has that read differently}."""
    rows = cards.filter(deck__in=ids).order_by().values_list("deck")
    return dict(rows.annotate(cards=Count("fingerprint", distinct=True)))


def _starters_first(deck):
    return not deck["source"].startswith(STARTER + "/"), -deck["plays"], deck["name"].lower(), deck["id"]
