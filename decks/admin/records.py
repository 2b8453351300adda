"""Rows that services write, to look at: proposed cards, hidden cards, imports.

Only hidden cards have something to do.
"""
from __future__ import unicode_literals

from django.contrib import messages

from decks.admin import permissions
from decks.admin.card_actions import hiders
from decks.admin.confirmation import action
from decks.review import reports


class Record(permissions.Looking):
    """Nothing is added, typed or deleted here."""

    list_per_page = 100
    date_hierarchy = "created"

    def may_write(self, request, row=None):
        return False

    def has_add_permission(self, request, *args):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ProposalAdmin(Record):
    list_display = ("text", "kind", "deck", "status", "attribution", "proposer", "created", "decided")
    list_filter = ("status", "kind")
    list_select_related = ("deck", "proposer")
    search_fields = ("text", "deck__name", "attribution", "proposer__username")
    fields = ("deck", "kind", "text", "pick", "attribution", "proposer", "status", "created", "decided")


class HiddenCardAdmin(Record):
    list_display = ("text", "kind", "user", "created")
    list_filter = ("kind",)
    list_select_related = ("user",)
    search_fields = ("text", "user__username")
    fields = ("text", "kind", "user", "created")
    actions = ["show"]

    @action("Show these cards again", hiders)
    def show(self, request, cards):
        count = sum(reports.show_again(card.kind, card.fingerprint) for card in cards)
        messages.success(request, "%d cards are dealt again." % count)


class ImportJobAdmin(Record):
    list_display = ("file_name", "status", "user", "deck", "done", "total", "created")
    list_filter = ("status",)
    list_select_related = ("user", "deck")
    search_fields = ("file_name", "user__username", "deck__name")
    fields = ("file_name", "status", "user", "deck", "done", "total", "created", "changed")
