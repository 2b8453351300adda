"""Hearts that people give to decks, to find them again at the next table. Written here only."""
from __future__ import unicode_literals

from django.db import IntegrityError, transaction

from decks.models import FavouriteDeck


def ids_of(user):
    """The ids of the decks that `user` has given a heart, as a query to look into."""
    return FavouriteDeck.objects.filter(user=user).values_list("deck", flat=True)


def give(user, deck):
    """Give a heart; pressing twice gives one."""
    try:
        with transaction.atomic():
            FavouriteDeck.objects.create(user=user, deck=deck)
    except IntegrityError:
        pass


def take_back(user, deck):
    """Take it back."""
    FavouriteDeck.objects.filter(user=user, deck=deck).delete()
