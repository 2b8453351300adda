"""What may be done to many cards of a list at once, each behind a page that says what will happen."""
from __future__ import unicode_literals

from django import forms
from django.contrib import messages

from decks.admin import permissions
from decks.admin.confirmation import action, answer, ask
from decks.admin.deck_actions import TagForm, editors
from decks.editing import card_edits
from decks.editing.factory import EditError
from decks.models import Deck
from decks.review import reports


class TargetForm(forms.Form):
    target = forms.ModelChoiceField(Deck.objects.none(), label="To the deck")

    def __init__(self, data, user):
        super(TargetForm, self).__init__(data)
        self.fields["target"].queryset = permissions.writable(user)


def hiders(user):
    return user.has_perm(permissions.HIDE)


def _texts(cards):
    """{fingerprint: text}; cards that read the same are one."""
    return dict(cards.values_list("fingerprint", "text"))


class CardActions(object):
    """The actions of CardAdmin; `kind` is that of its cards."""

    actions = ["move", "copy", "tag", "remove", "hide", "show"]

    @action("Move to another deck \u2026", editors)
    def move(self, request, cards):
        form = answer(request, TargetForm, user=request.user)
        if form.is_valid():
            target = form.cleaned_data["target"]
            return self._edit(request, cards, "moved to %s" % target, lambda deck, ids: card_edits.move(
                deck, self.kind, ids, target, request.user), target)
        return ask(self, request, cards, form, "Move cards",
                   "Cards that the deck has already stay where they are.", "Move")

    @action("Copy to another deck \u2026", editors)
    def copy(self, request, cards):
        form = answer(request, TargetForm, user=request.user)
        if form.is_valid():
            target = form.cleaned_data["target"]
            return self._edit(request, cards, "copied to %s" % target, lambda deck, ids: card_edits.copy(
                deck, self.kind, ids, target, request.user), target, reading=True)
        return ask(self, request, cards, form, "Copy cards", "Cards that the deck has already are left out.",
                   "Copy")

    @action("Tag \u2026", editors)
    def tag(self, request, cards):
        form = answer(request, TagForm)
        if form.is_valid():
            return self._edit(request, cards, "tagged", lambda deck, ids: card_edits.tag(
                deck, self.kind, ids, request.user, **form.cleaned_data))
        return ask(self, request, cards, form, "Tag cards", "Tags help to find cards again.", "Tag")

    @action("Delete \u2026", editors)
    def remove(self, request, cards):
        form = answer(request)
        if form.is_valid():
            return self._edit(request, cards, "deleted", lambda deck, ids: card_edits.remove(
                deck, self.kind, ids, request.user))
        return ask(self, request, cards, form, "Delete cards",
                   "These cards will be taken out of their decks.", "Delete",
                   danger=True)

    @action("Hide everywhere \u2026", hiders)
    def hide(self, request, cards):
        form = answer(request)
        if form.is_valid():
            for mark, text in _texts(cards).items():
                reports.hide(self.kind, mark, text, request.user)
            return messages.success(request, "%d cards are hidden everywhere." % len(_texts(cards)))
        return ask(self, request, cards, form, "Hide cards everywhere",
                   "No game deals these cards any more, in whatever deck "
                   "they are. They stay in their decks.", "Hide", danger=True)

    @action("Show again \u2026", hiders)
    def show(self, request, cards):
        form = answer(request)
        if form.is_valid():
            count = sum(reports.show_again(self.kind, mark) for mark in _texts(cards))
            return messages.success(request, "%d cards are dealt again." % count)
        return ask(self, request, cards, form, "Show cards again", "Games may deal these cards again.",
                   "Show")

    def _edit(self, request, cards, told, edit, target=None, reading=False):
        """Call edit(deck, ids) for the cards of each deck, and tell what became of them."""
        ids = {}
        for deck, pk in cards.order_by("deck_id", "position", "pk").values_list("deck_id", "pk"):
            ids.setdefault(deck, []).append(pk)
        done = left = 0
        for deck in Deck.objects.filter(pk__in=ids).exclude(pk=target.pk if target else None):
            if not reading and not permissions.may_write(request.user, deck):
                messages.error(request, "%s is not yours to change." % deck)
                continue
            try:
                problems = len(edit(deck, ids[deck.pk]).errors)
            except EditError as problem:
                messages.error(request, "%s: %s" % (deck, problem))
                continue
            left += problems
            done += len(ids[deck.pk]) - problems
            permissions.log(request.user, deck, "%d cards %s." % (len(ids[deck.pk]) - problems, told))
        messages.success(request, "%d cards %s%s." % (done, told,
                                                      ", %d were left out" % left if left else ""))
