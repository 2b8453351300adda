"""What may be done to many cards of the list at once, each behind a page that says what will happen.

An action gets the request and the Chosen; it returns that page, the way to a job's page, or None when it is
done.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from django import forms
from django.contrib import messages

from common.web.admin_question import answer
from decks import staging
from decks.admin.actions.deck_actions import TagForm, editors
from decks.admin.background import jobs
from decks.admin.shared import names, permissions
from decks.admin.shared.deck_log import Touched, holders
from decks.admin.shared.permissions import action
from decks.admin.shared.telling import counted, folded
from decks.editing import card_edits
from decks.editing.factory import EditError
from decks.history import versions
from decks.models import Deck
from decks.review import reports

# More cards, cards of more decks, and more texts to hide or show, are for a worker.
AT_ONCE, AT_ONCE_DECKS, AT_ONCE_TEXTS = 500, 20, 30


class TargetForm(forms.Form):
    target = names.DeckChoiceField(Deck.objects.none(), label="To the deck")

    def __init__(self, data, user):
        super(TargetForm, self).__init__(data)
        self.fields["target"].queryset = permissions.writable(user)


def hiders(user):
    return user.has_perm(permissions.HIDE)


@action("Move to another deck \u2026", editors)
def move(request, chosen):
    return _to_a_deck(request, chosen, "move", "moved to %s",
                      "Cards that the deck has already stay where they are.")


@action("Copy to another deck \u2026", editors)
def copy(request, chosen):
    return _to_a_deck(request, chosen, "copy", "copied to %s",
                      "Cards that the deck has already are left out.")


def _to_a_deck(request, chosen, what, told, doubles):
    form = answer(request, TargetForm, user=request.user)
    if not form.is_valid():
        return chosen.ask(request, form, what.title() + " %s", doubles)
    target = form.cleaned_data["target"]
    return _edit(request, chosen, what, told % target, {"target": target.pk})


@action("Tag \u2026", editors)
def tag(request, chosen):
    form = answer(request, TagForm)
    if not form.is_valid():
        return chosen.ask(request, form, "Tag %s", "Tags help to find cards again.")
    return _edit(request, chosen, "tag", "tagged", form.cleaned_data)


@action("Delete \u2026", editors)
def remove(request, chosen):
    form = answer(request)
    if not form.is_valid():
        return chosen.ask(request, form, "Delete %s", "These cards will be taken out of their decks.",
                          danger=True)
    return _edit(request, chosen, "remove", "deleted", {})


@action("Hide everywhere \u2026", hiders)
def hide(request, chosen):
    form = answer(request)
    if not form.is_valid():
        return chosen.ask(request, form, "Hide %s everywhere", "No game deals these cards any more, in "
                          "whatever deck they are. They stay in their decks.", danger=True)
    return _dealt(request, chosen, "hide")


@action("Show again \u2026", hiders)
def show(request, chosen):
    form = answer(request)
    if not form.is_valid():
        return chosen.ask(request, form, "Show %s again", "Games may deal these cards again.")
    return _dealt(request, chosen, "show")


ACTIONS = OrderedDict((one.__name__, one) for one in (move, copy, tag, remove, hide, show))
EDITS = {"move": card_edits.move, "copy": card_edits.copy, "tag": card_edits.tag, "remove": card_edits.remove}


def _edit(request, chosen, name, told, answers):
    cards = [[deck, list(parts.items())] for deck, parts in chosen.ids().items()]
    count = sum(len(ids) for _deck, parts in cards for _kind, ids in parts)
    return jobs.do(request, "cards", {"edit": name, "cards": cards, "told": told, "answers": answers},
                   count > AT_ONCE or len(cards) > AT_ONCE_DECKS)


def _run_edit(user, options, progress):
    """Edit the cards of one deck after the other.

    Returns {"done": how many cards, "left": [[reason, names]]}.
    """
    done, left = progress.left.get("done", 0), OrderedDict(progress.left.get("left", ()))
    target = Touched()
    rest = options["cards"][progress.done:]
    progress.begin(len(options["cards"]))
    decks = {deck.pk: deck for chunk in staging.chunks(pk for pk, _ in rest)
             for deck in Deck.objects.filter(pk__in=chunk)}
    for pk, parts in rest:
        versions.prepare([pk, options["answers"].get("target", pk)])
        with staging.short_transaction():  # with the count, or another worker would do it twice
            if pk in decks:
                done += _edit_deck(user, options, decks[pk], parts, left)
            progress.step(1, done=done, left=list(left.items()))
    if "target" in options["answers"] and done:
        target.add([options["answers"]["target"]], done)
        target.write(user, "%s came from other decks.", progress)
    return {"done": done, "left": list(left.items())}


def _edit_deck(user, options, deck, parts, left):
    """How many cards of the deck were edited; what was not is added to `left`."""
    answers, here = dict(options["answers"]), 0
    if "target" in answers:
        if answers["target"] == deck.pk:
            return 0
        answers["target"] = Deck.objects.filter(pk=answers["target"]).first()
        if answers["target"] is None:
            raise EditError("Somebody has deleted this deck meanwhile.")
    if options["edit"] != "copy" and not permissions.may_write(user, deck):
        left.setdefault("Decks that are not yours to change:", []).append("%s" % deck)
        return 0
    for kind, ids in parts:
        try:
            errors = EDITS[options["edit"]](deck, kind, ids, user=user, **answers).errors
        except EditError as problem:
            left.setdefault("%s" % problem, []).append("%s" % deck)
            continue
        for error in errors:
            left.setdefault("Left out, because %s:" % error.problem, []).append(error.text)
        here += len(ids) - len(errors)
    if here:
        permissions.log(user, deck, "%s %s." % (counted(here, "card"), options["told"]))
    return here


def _tell_edit(options, result):
    sentence = "%s %s." % (counted(result["done"], "card"), options["told"])
    if not result["left"]:
        return messages.SUCCESS, sentence
    return messages.WARNING, folded(sentence, result["left"])


def _dealt(request, chosen, name):
    texts = [[kind, mark, text] for (kind, mark), text in chosen.texts().items()]
    return jobs.do(request, "dealt", {"do": name, "texts": texts}, len(texts) > AT_ONCE_TEXTS)


def _run_dealt(user, options, progress):
    """Hide each of the texts everywhere, or show it again. Returns {"done": how many}"""
    done, touched = progress.left.get("done", 0), Touched(progress.left.get("touched", ()))
    rest = options["texts"][progress.done:]
    progress.begin(len(options["texts"]))
    for kind, mark, text in rest:
        if options["do"] == "hide":
            reports.hide(kind, mark, text, user)  # twice is once
        with staging.short_transaction():  # with the count, or another worker would count anew
            done += 1 if options["do"] == "hide" else reports.show_again(kind, mark)
            touched.add(holders(kind, mark))
            progress.step(1, done=done, touched=touched.document())
    touched.write(user, "%s hidden everywhere." if options["do"] == "hide" else "%s dealt again.", progress)
    return {"done": done}


def _tell_dealt(options, result):
    words = "Hidden everywhere: %s." if options["do"] == "hide" else "Dealt again: %s."
    return messages.SUCCESS, words % counted(result["done"], "card")


_BACK = ("decks_admin:cards", "All cards")
jobs.register("cards", jobs.Work("Working on the cards", _BACK, _run_edit, _tell_edit, ("told",)))
jobs.register("dealt", jobs.Work("Working on the cards", _BACK, _run_dealt, _tell_dealt, ("do",)))
