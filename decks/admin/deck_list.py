"""The list of decks and the facts of each. Cards have pages of their own, so that a big deck stays quick.

A deck's status is never typed here: publishing decides it.
"""
from __future__ import unicode_literals

from django.contrib import admin
from django.utils.html import format_html

from common.compat import re_path, reverse
from decks.admin.columns import counted
from decks.admin.editor import edit_cards
from decks.models import BLACK, WHITE, Deck

FACTS = ("name", "slug", "description", "language", "rating", "tags", "listed", "owner")
SOURCE = ("author", "licence", "source_note", "source")
STATE = ("status", "code", "version", "plays", "created", "updated")


def number_column(name, title):
    """A column of one of the counted numbers; a zero is a dash, so that the eye finds what waits."""
    def column(self, deck):
        return getattr(deck, name) or "\u2013"

    column.short_description = title
    column.admin_order_field = name
    return column


def cards_column(kind, title):
    """A column with the number of cards of one kind, linked to their editor."""
    def column(self, deck):
        address = reverse("admin:decks_deck_cards", args=[deck.pk])
        return format_html('<a href="{}?kind={}">{}</a>', address, kind, getattr(deck, kind + "_count"))

    column.short_description = title
    column.admin_order_field = kind + "_count"
    return column


class Waiting(admin.SimpleListFilter):
    """Decks that somebody should look at."""

    title, parameter_name = "what waits", "waiting"

    def lookups(self, request, model_admin):
        return ("proposals", "Proposed cards"), ("reports", "Reported cards")

    def queryset(self, request, decks):
        if self.value() == "proposals":
            return decks.filter(proposal_count__gt=0)
        if self.value() == "reports":
            return decks.filter(report_count__gt=0)
        return decks


class Whose(admin.SimpleListFilter):
    title, parameter_name = "whose", "whose"

    def lookups(self, request, model_admin):
        return ("site", "The site's"), ("players", "Players'")

    def queryset(self, request, decks):
        if self.value() in ("site", "players"):
            return decks.filter(owner__isnull=self.value() == "site")
        return decks


class DeckAdmin(admin.ModelAdmin):
    list_display = ("name", "status", "rating", "language", "black", "white", "plays", "proposed", "reported", "listed",
                    "owner", "updated")
    list_filter = ("status", "rating", Waiting, Whose, "listed", "language")
    list_select_related = ("owner",)
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "created"
    search_fields = ("name", "description", "author", "tags", "code", "owner__username")
    prepopulated_fields = {"slug": ("name",)}
    raw_id_fields = ("owner",)
    readonly_fields = ("source",) + STATE
    fieldsets = ((None, {"fields": FACTS}), ("Where the cards come from", {"fields": SOURCE}), ("State", {"fields": STATE}))
    black, white = cards_column(BLACK, "black"), cards_column(WHITE, "white")
    proposed = number_column("proposal_count", "proposed")
    reported = number_column("report_count", "reported")

    def get_urls(self):
        cards = re_path(r"^(?P<pk>\d+)/cards/$", self.admin_site.admin_view(self.cards), name="decks_deck_cards")
        return [cards] + super(DeckAdmin, self).get_urls()

    def cards(self, request, pk):
        return edit_cards(self, request, pk)

    def get_queryset(self, request):
        return counted(super(DeckAdmin, self).get_queryset(request))
