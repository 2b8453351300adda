"""Decks in Django's admin: each module has one kind of page. They call services and decide nothing."""
from __future__ import unicode_literals

from django.contrib import admin

from decks.admin.actions.sets import DeckSetAdmin
from decks.admin.background import works
from decks.admin.cards import actions as card_actions
from decks.admin.deck.deck_list import DeckAdmin
from decks.admin.queue import many
from decks.models import Deck, DeckSet

admin.site.register(Deck, DeckAdmin)
admin.site.register(DeckSet, DeckSetAdmin)
# What workers do has to be known to them, too.
REGISTERED = (card_actions, many, works)

admin.site.index_template = "admin/decks/index.html"
