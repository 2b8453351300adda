"""Decks in Django's admin: each module has one kind of page. They call services and decide nothing."""
from __future__ import unicode_literals

from django.contrib import admin

from decks.admin.cards import BlackCardAdmin, WhiteCardAdmin
from decks.admin.deck_list import DeckAdmin
from decks.admin.records import HiddenCardAdmin, ImportJobAdmin, ProposalAdmin
from decks.models import BlackCard, Deck, HiddenCard, ImportJob, Proposal, WhiteCard

admin.site.register(Deck, DeckAdmin)
admin.site.register(BlackCard, BlackCardAdmin)
admin.site.register(WhiteCard, WhiteCardAdmin)
admin.site.register(Proposal, ProposalAdmin)
admin.site.register(HiddenCard, HiddenCardAdmin)
admin.site.register(ImportJob, ImportJobAdmin)
admin.site.index_template = "admin/decks/index.html"
