"""People who work on decks: owners, strangers, editors and reviewers."""
from __future__ import unicode_literals

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, Permission

from decks.editing import card_edits
from decks.models import DRAFT, Deck

ANYBODY = AnonymousUser()


def a_person(name, *permissions):
    """An account that may do what these codenames of the app say."""
    person = get_user_model().objects.create_user(name.lower(), "%s@example.org" % name.lower())
    person.user_permissions.add(*Permission.objects.filter(content_type__app_label="decks",
                                                           codename__in=permissions))
    return person


def an_own_deck(owner, lines="", name="Tea", status=DRAFT, **facts):
    """A deck of this person, None for the site, with the cards of these lines."""
    deck = Deck.objects.create(name=name, slug=name.lower().replace(" ", "-"), owner=owner, status=status,
                               **facts)
    if lines:
        card_edits.add(deck, None, lines, owner)
    return Deck.objects.get(pk=deck.pk)


def texts(deck, kind="white"):
    """The texts of the cards of one kind, in their order."""
    cards = deck.white_cards if kind == "white" else deck.black_cards
    return list(cards.order_by("position", "pk").values_list("text", flat=True))


def ids(deck, kind="white"):
    cards = deck.white_cards if kind == "white" else deck.black_cards
    return list(cards.order_by("position", "pk").values_list("pk", flat=True))


def history(deck):
    """[(number, note)] of the versions of a deck, the oldest first."""
    return list(deck.versions.order_by("number").values_list("number", "note"))
