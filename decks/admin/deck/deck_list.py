"""The list of decks and the facts of each. Cards have pages of their own, so that a big deck stays quick.

A deck's status is never typed here: publishing decides it.
"""
from __future__ import unicode_literals

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from common.compat import re_path, reverse
from common.web.admin_question import AsNamed
from decks import access
from decks.admin.actions.deck_actions import DeckActions, step_button
from decks.admin.actions.deleting import DeleteActions, ask_to_delete, put_away
from decks.admin.actions.sets import SetActions, switch
from decks.admin.cards.editor import edit_cards
from decks.admin.deck import history
from decks.admin.deck.columns import counted
from decks.admin.deck.statistics import show_statistics
from decks.admin.queue.parts import links_of, overview
from decks.admin.shared import names, permissions, steps
from decks.admin.shared.forms import FactsForm
from decks.history import versions
from decks.models import BLACK, DRAFT, WHITE, Deck

FACTS = ("name", "slug", "description", "language", "rating", "tags", "owner")
SOURCE = ("author", "licence", "source_note", "source")
STATE = ("status", "listed", "off", "code", "version", "plays", "created", "updated")


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


class DeckAdmin(DeckActions, SetActions, DeleteActions, AsNamed, permissions.Looking):
    actions = DeckActions.actions + SetActions.actions + DeleteActions.actions
    form = FactsForm
    list_display = ("name", "status", "rated", "language", "black", "white", "played", "proposed", "reported",
                    "listed",
                    "owner", "changed")
    list_filter = ("status", "rating", Waiting, Whose, "listed", "off", "sets", "language")
    list_select_related = ("owner",)
    list_per_page = 50
    show_full_result_count = False
    date_hierarchy = "created"
    search_fields = ("name", "description", "author", "tags", "code", "owner__username")
    prepopulated_fields = {"slug": ("name",)}
    raw_id_fields = ("owner",)
    readonly_fields = ("source",) + STATE
    fieldsets = ((None, {"fields": FACTS}), ("Where the cards come from", {"fields": SOURCE}),
                 ("State", {"fields": STATE}))
    black, white = cards_column(BLACK, "black"), cards_column(WHITE, "white")
    proposed = number_column("proposal_count", "proposed")
    reported = number_column("report_count", "reported")

    def rated(self, deck):
        return deck.rating

    rated.short_description = "rating"
    rated.admin_order_field = "rating"

    def played(self, deck):
        return format_html('<a href="{}">{}</a>', reverse("admin:decks_deck_statistics", args=[deck.pk]),
                           deck.plays)

    played.short_description = "plays"
    played.admin_order_field = "plays"

    def changed(self, deck):
        return date_format(timezone.localtime(deck.updated), "DATE_FORMAT")

    changed.admin_order_field = "updated"

    def names_of(self, rows):
        return names.of(rows)

    # ---- what one sees and may do
    def get_queryset(self, request):
        return counted(super(DeckAdmin, self).get_queryset(request))

    def may_write(self, request, row=None):
        allowed = super(DeckAdmin, self).may_write(request)
        return allowed if row is None else allowed and permissions.may_write(request.user, row)

    def get_readonly_fields(self, request, obj=None):
        readonly = tuple(super(DeckAdmin, self).get_readonly_fields(request, obj))
        # What reviewers have seen and rated stays rated so until one of them changes it.
        seen = obj is not None and obj.status != DRAFT and not access.may_review(request.user)
        return readonly + ("rating",) if seen and "rating" not in readonly else readonly

    # ---- changing facts
    def save_model(self, request, obj, form, change):
        if not change or not self.may_write(request, obj):
            return super(DeckAdmin, self).save_model(request, obj, form, change)
        with versions.changing(obj, request.user) as locked:
            versions.touch([locked], {})
            # Nothing else: others may have changed the rest meanwhile.
            for name in form.changed_data:
                setattr(locked, name, getattr(obj, name))
            locked.save(update_fields=form.changed_data)

    # ---- pages of our own
    def get_urls(self):
        pages = ((r"cards/", self.cards, "cards"), (r"statistics/", self.statistics, "statistics"),
                 (r"step/", self.step, "step"), (r"switch/", self.switch, "switch"),
                 (r"versions/(?P<number>[0-9]+)/", self.version, "version"))
        own = [re_path(r"^(?P<pk>[0-9]+)/%s$" % path, self.admin_site.admin_view(view),
                       name="decks_deck_" + name)
               for path, view, name in pages]
        return own + super(DeckAdmin, self).get_urls()

    def cards(self, request, pk):
        return edit_cards(self, request, pk)

    def statistics(self, request, pk):
        return show_statistics(self, request, pk)

    @method_decorator(require_POST)
    def step(self, request, pk):
        return step_button(request, pk)

    @method_decorator(require_POST)
    def switch(self, request, pk):
        """POST off=yes or off=no, from a button of the deck's page."""
        if not access.may_review(request.user):
            raise PermissionDenied
        deck = get_object_or_404(Deck, pk=pk)
        switch(request, Deck.objects.filter(pk=deck.pk), request.POST.get("off") == "yes")
        return redirect("admin:decks_deck_change", deck.pk)

    def version(self, request, pk, number):
        return history.version_page(self, request, pk, number)

    def changelist_view(self, request, extra_context=None):
        return super(DeckAdmin, self).changelist_view(request, dict(
            extra_context or {}, may_import=self.has_add_permission(request),
            overview=overview(request.user), may_delete=self.has_delete_permission(request),
            is_nav_sidebar_enabled=False))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        deck = self.get_object(request, object_id)
        standing = {} if deck is None else {
            "deck": deck, "steps": steps.offered(request.user, deck),
            "is_off": access.is_off(deck), "may_switch": access.may_review(request.user),
            "sets": deck.sets.filter(owner=None), "may_write": self.may_write(request, deck),
            "parts": links_of(request.user, deck),
            "builder": permissions.builder_of(request.user, deck)}
        return super(DeckAdmin, self).change_view(request, object_id, form_url,
                                                  dict(extra_context or {}, **standing))

    def history_view(self, request, object_id, extra_context=None):
        deck = self.get_object(request, object_id)
        return super(DeckAdmin, self).history_view(request, object_id, dict(
            extra_context or {}, versions=history.listed(deck) if deck else ()))

    def delete_view(self, request, object_id, extra_context=None):
        """Django's own page would list every card."""
        deck = self.get_object(request, object_id)
        if deck is None or not self.has_delete_permission(request, deck):
            return super(DeckAdmin, self).delete_view(request, object_id, extra_context)
        if request.method == "POST":
            put_away(self, request, [deck])
            return redirect("admin:decks_deck_changelist")
        return ask_to_delete(request, deck)
