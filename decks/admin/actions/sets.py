"""The site's sets of decks, and what puts decks into them or switches decks off for this site."""
from __future__ import unicode_literals

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Count

from common.web.admin_question import answer, ask
from decks import access, staging
from decks.admin.shared import deck_log
from decks.admin.shared.permissions import Looking, action
from decks.admin.shared.telling import counted
from decks.models import DeckSet

SETS = "decks.change_deckset"


def may_arrange(user):
    return user.has_perm(SETS)


class SetForm(forms.Form):
    into = forms.ModelChoiceField(DeckSet.objects.filter(owner=None), required=False, label="Set",
                                  empty_label="A new one:")
    name = forms.CharField(required=False, label="Its name", max_length=200)

    def clean(self):
        given = super(SetForm, self).clean() or self.cleaned_data
        if "into" in given and not given["into"] and not given.get("name", "").strip():
            self.add_error("name", "Choose a set, or name a new one.")
        return given


class SetActions(object):
    """More actions of DeckAdmin."""

    actions = ["put_into_set", "switch_off", "switch_on"]

    @action("Put into a set \u2026", may_arrange)
    def put_into_set(self, request, decks):
        form = answer(request, SetForm)
        if not form.is_valid():
            return ask(self, request, decks, form, "Put decks into a set",
                       "A host takes all decks of a set with one tap.", "Put in")
        into = form.cleaned_data["into"] or DeckSet.objects.create(name=form.cleaned_data["name"].strip())
        for ids in staging.chunks(deck.pk for deck in decks):
            into.decks.add(*ids)
        deck_log.write(request.user, [(deck, "Put into the set %s." % into) for deck in decks])
        messages.success(request, "%s has %s now." % (into, counted(into.decks.count(), "deck")))

    @action("Switch off for this site \u2026", access.may_review)
    def switch_off(self, request, decks):
        form = answer(request)
        if not form.is_valid():
            return ask(self, request, decks, form, "Switch decks off",
                       "Nobody on this site will be offered these decks. Nothing is lost, and games that "
                       "play with them go on.", "Switch off", danger=True)
        switch(request, decks, True)

    @action("Switch on again", access.may_review)
    def switch_on(self, request, decks):
        switch(request, decks, False)


def switch(request, decks, off):
    """Switch these decks, a queryset, off for this site, or on again."""
    log, told = (("Switched off for this site.", "Switched off for this site: %s.") if off else
                 ("Switched on again.", "Switched on again: %s."))
    with transaction.atomic():
        deck_log.write(request.user, [(deck, log) for deck in decks.exclude(off=off)])
        messages.success(request, told % counted(decks.update(off=off), "deck"))


class DeckSetAdmin(Looking):
    """Choices that people keep for themselves are not shown."""

    list_display = ("name", "off", "position", "how_many", "description")
    list_editable = ("off", "position")
    fields = ("name", "description", "position", "off", "decks")
    filter_horizontal = ("decks",)
    search_fields = ("name", "description")
    actions = None

    def get_queryset(self, request):
        return super(DeckSetAdmin, self).get_queryset(request).filter(owner=None).annotate(
            deck_count=Count("decks"))

    def how_many(self, one):
        return one.deck_count

    how_many.short_description = "decks"
    how_many.admin_order_field = "deck_count"
