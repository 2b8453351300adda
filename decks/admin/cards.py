"""Black and white cards of all decks: to find one again, and for what is done to many at once.

A card is typed in the editor of its deck; every link to a card leads there.
"""
from __future__ import unicode_literals

from django.shortcuts import get_object_or_404, redirect

from decks.admin.card_actions import CardActions
from decks.admin.editor import address_of
from decks.admin.permissions import Looking
from decks.models import BLACK, WHITE


class CardAdmin(CardActions, Looking):
    """Lists cards of all decks, or of the deck that a link names."""

    list_filter = ("deck__rating", "deck__language")
    list_select_related = ("deck",)
    list_per_page = 100
    show_full_result_count = False
    search_fields = ("text", "tags", "deck__name")

    def get_queryset(self, request):
        return super(CardAdmin, self).get_queryset(request).filter(deck__staged=False)

    def has_add_permission(self, request, *args):
        return False

    def change_view(self, request, object_id, *args, **kwargs):
        return redirect(address_of(
            get_object_or_404(self.model.objects.select_related("deck"), pk=object_id)))


class BlackCardAdmin(CardAdmin):
    kind = BLACK
    list_display = ("text", "pick", "draw", "tags", "deck")
    list_filter = ("pick",) + CardAdmin.list_filter


class WhiteCardAdmin(CardAdmin):
    kind = WHITE
    list_display = ("text", "tags", "deck")
