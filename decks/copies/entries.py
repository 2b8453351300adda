"""One deck in a copy of the site: our deck file, and beside it ("site") what only the site knows of it.

An entry is {facts of documents.FACTS, "black", "white": as in documents.document, "site": {"code", "status",
"listed", "off", "owner", "sets", "source", "source_digest", "review_note", "plays", "created"}}.
"""
from __future__ import unicode_literals

import hashlib
from collections import OrderedDict, defaultdict

import six
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime

from common.compat import json_loads
from decks import export
from decks.cards.texts import CardError, draw_for
from decks.catalogue.sharing import tidy_code
from decks.history import documents
from decks.imports.reading import rows
from decks.imports.reading.shapes import FormatError
from decks.limits import DECK_CARDS
from decks.models import ARCHIVED, Deck, DeckSet

# What makes a deck another one when it is compared; an address or a code of its own does not.
COMPARED = tuple(fact for fact in documents.FACTS if fact != "slug") + ("black", "white")
SITE_COMPARED = ("status", "listed", "off")
STATES = ("status", "listed", "off", "review_note", "plays", "source", "source_digest")


def entry_of(deck, sets=()):
    """The entry of a deck that is in these sets (names)."""
    entry = export.deck_document(documents.document(deck))
    owner = deck.owner
    entry["site"] = OrderedDict([("code", deck.code)] + [(name, getattr(deck, name)) for name in STATES] + [
        ("owner", None if owner is None else {"username": owner.get_username(), "check": check_of(owner)}),
        ("sets", sorted(sets)), ("created", deck.created.isoformat())])
    return entry


def check_of(user):
    """What tells a person from another one who has the same name on another site."""
    told = "%s\n%s" % (user.get_username(), user.email.lower())
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:20]


def sets_of(ids):
    """{deck's id: names of the site's sets that it is in}."""
    found = defaultdict(list)
    through = DeckSet.decks.through.objects.filter(deck__in=list(ids), deckset__owner=None)
    for deck, name in through.values_list("deck_id", "deckset__name"):
        found[deck].append(name)
    return found


def read(content):
    """The entry of a member's bytes, checked. Raises FormatError."""
    try:
        entry = json_loads(content)
        site = entry["site"]
        if not all(isinstance(entry[fact], six.text_type) for fact in documents.FACTS):
            raise FormatError("its facts are no texts")
        read_one = {"black": _black, "white": _white}
        entry.update({kind: [read_one[kind](row) for row in entry[kind]] for kind in read_one})
        if len(entry["black"]) + len(entry["white"]) > DECK_CARDS:
            raise FormatError("it has more than %d cards" % DECK_CARDS)
        site["code"] = tidy_code(site["code"])
        site["created"] = parse_datetime(site["created"])
        site["sets"] = [name for name in site["sets"] if isinstance(name, six.text_type)]
        deck = Deck(code=site["code"], **dict([(fact, entry[fact]) for fact in documents.FACTS],
                                              **{name: site[name] for name in STATES}))
        deck.clean_fields(exclude=("owner", "created"))
    except CardError as error:
        raise FormatError("a card cannot be used: %s" % error)
    except ValidationError as error:
        raise FormatError("; ".join("%s: %s" % (name, " ".join(texts))
                                    for name, texts in sorted(error.message_dict.items())))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FormatError("it is no deck of a copy of a site (%s)" % error)
    return entry


def owner_of(entry):
    """(the account that owns it here, or None; whether it had an owner)."""
    said = entry["site"].get("owner")
    if not isinstance(said, dict) or not isinstance(said.get("username"), six.text_type):
        return None, False
    model = get_user_model()
    user = model.objects.filter(**{model.USERNAME_FIELD: said["username"]}).first()
    return (user if user is not None and check_of(user) == said.get("check") else None), True


def alike(deck, entry, sets):
    """Whether the deck here says what the entry says; `sets` are the names of those that it is in."""
    now = documents.document(deck)
    return (all(now[name] == entry[name] for name in COMPARED)
            and all(getattr(deck, name) == entry["site"][name] for name in SITE_COMPARED)
            and set(entry["site"]["sets"]) <= set(sets))


def is_private(entry):
    return entry["site"]["status"] not in ("published", ARCHIVED) or not entry["site"]["listed"]


def _black(row):
    text, pick, draw = rows.black_card_of_ours(row)
    if draw > pick:
        raise CardError("its draw is more than its pick")
    card = {"text": text, "pick": pick}
    if draw != draw_for(pick):
        card["draw"] = draw
    return dict(card, **_marks(row))


def _white(row):
    text, marks = rows.white_card(row), _marks(row)
    return dict(marks, text=text) if marks else text


def _marks(row):
    return {name: value for name, value in zip(("tags", "attribution"), rows.row_marks(row)) if value}
