"""The cupboard's doors for admins: rate decks, mend cards, look at one deck's cards.

Cards are made regular by the forms; the numbers of cards come with the list's own query.
"""
from __future__ import unicode_literals

from django.contrib import admin
from django.db.models.expressions import RawSQL
from django.utils.html import format_html

from common.compat import reverse
from decks.forms import BlackCardForm, WhiteCardForm
from decks.models import BlackCard, Deck, WhiteCard

# A subselect for each kind: joining both kinds of cards would multiply their numbers.
_COUNT = "SELECT COUNT(*) FROM {cards} WHERE {cards}.deck_id = decks_deck.id"


def _cards_column(model, title):
    """A column with the number of cards of one kind, linked to the list of these cards."""
    name = model._meta.model_name

    def column(model_admin, deck):
        address = reverse("admin:decks_%s_changelist" % name)
        return format_html('<a href="{}?deck__id__exact={}">{}</a>', address, deck.pk, getattr(deck, name + "s"))

    column.short_description = title
    column.admin_order_field = name + "s"
    return column


@admin.register(Deck)
class DeckAdmin(admin.ModelAdmin):
    list_display = ("name", "rating", "language", "black_cards", "white_cards", "source", "updated")
    list_editable = ("rating",)
    list_filter = ("rating", "language")
    search_fields = ("name", "description", "author")
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("source", "created", "updated")
    black_cards = _cards_column(BlackCard, "black cards")
    white_cards = _cards_column(WhiteCard, "white cards")

    def get_queryset(self, request):
        return super(DeckAdmin, self).get_queryset(request).annotate(
            blackcards=RawSQL(_COUNT.format(cards="decks_blackcard"), ()),
            whitecards=RawSQL(_COUNT.format(cards="decks_whitecard"), ()))


class CardAdmin(admin.ModelAdmin):
    """Lists cards of all decks, or of the deck that a link from the list of decks names."""

    list_filter = ("deck__rating", "deck__language")
    list_select_related = ("deck",)
    search_fields = ("text", "deck__name")
    raw_id_fields = ("deck",)


@admin.register(BlackCard)
class BlackCardAdmin(CardAdmin):
    form = BlackCardForm
    list_display = ("text", "pick", "draw", "deck")
    list_filter = ("pick",) + CardAdmin.list_filter


@admin.register(WhiteCard)
class WhiteCardAdmin(CardAdmin):
    form = WhiteCardForm
    list_display = ("text", "deck")
