"""The cupboard's doors for admins: each module brings one kind of page. They call services and decide nothing."""
from __future__ import unicode_literals

from django.contrib import admin

from decks.admin.cards import BlackCardAdmin, WhiteCardAdmin
from decks.admin.deck_list import DeckAdmin
from decks.models import BlackCard, Deck, WhiteCard

admin.site.register(Deck, DeckAdmin)
admin.site.register(BlackCard, BlackCardAdmin)
admin.site.register(WhiteCard, WhiteCardAdmin)
