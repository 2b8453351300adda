"""The kinds of work on whole decks: how each is done, and what is told of it afterwards."""
from __future__ import unicode_literals

from collections import OrderedDict

from django.contrib import messages
from django.contrib.admin.models import ADDITION
from django.utils.html import format_html

from common.compat import reverse
from decks import staging
from decks.admin.background.jobs import Work, register
from decks.admin.shared import deck_log, names, permissions, steps
from decks.admin.shared.telling import Outcome, counted, folded
from decks.builder import bulk, merging
from decks.editing import doubles
from decks.editing.factory import EditError
from decks.history import versions
from decks.models import Deck
from decks.review import workflow

_DECKS, _DOUBLES = ("admin:decks_deck_changelist", "All decks"), ("decks_admin:doubles", "More doubles")
_GONE = "Somebody has deleted this deck meanwhile."


def _decks(ids):
    """The decks with these ids that are there, in this order."""
    found = {deck.pk: deck for chunk in staging.chunks(ids) for deck in Deck.objects.filter(pk__in=chunk)}
    return [found[pk] for pk in ids if pk in found]


# ---- each deck by itself
def _step(user, deck, step):
    if not steps.STEPS[step].may(user, deck):
        raise EditError("You may not do this to this deck.")
    steps.STEPS[step].take(deck, user)
    return "The deck %s." % steps.STEPS[step].told


def _rate(user, deck, rating):
    workflow.rate(deck, rating, user)
    return "Rated: %s." % rating


def _tag(user, deck, give, take):
    if not permissions.may_write(user, deck):
        raise EditError("You may not do this to this deck.")
    bulk.tag(deck, user, give, take)
    return "Tags: +%s -%s" % (give, take)


_EACH = {"step": _step, "rate": _rate, "tag": _tag}


def _each(user, options, progress):
    """{"ids", "do": a name of _EACH, "answers": what it is told, "one", "many": sentences of Outcome.told}"""
    outcome = Outcome("deck", progress.left.get("outcome"))
    progress.begin(len(options["ids"]))
    there = {deck.pk: deck for deck in _decks(options["ids"])}
    names.mark(there.values())
    for pk in options["ids"][progress.done:]:
        versions.prepare([pk])
        with staging.short_transaction():  # with the count, or another worker would do it twice
            _do(user, options, there.get(pk), pk, outcome)
            progress.step(1, outcome=outcome.document())
    return outcome.document()


def _do(user, options, deck, pk, outcome):
    try:
        if deck is None:
            raise EditError(_GONE)
        permissions.log(user, deck, _EACH[options["do"]](user, deck, **options["answers"]))
    except (EditError, workflow.StateError) as problem:
        outcome.refuse(names.told(deck) if deck else "#%d" % pk, problem)
    else:
        outcome.done.append(names.told(deck))


def _told_of_each(options, result):
    return Outcome("deck", result).told(options["one"], options["many"])


# ---- several decks as one
def _merge(user, options, progress):
    into = _decks([options["into"]])
    merged = merging.merge_into(_decks(options["ids"]), into[0], user, progress) if into else None
    if merged is None:
        raise EditError(_GONE)
    others = [deck for deck in _decks(options["ids"]) if deck.pk != into[0].pk]
    deck_log.write(user, [(into[0], _numbers(merged))] + [
        (deck, "Merged into %s, and archived." % into[0]) for deck in others])
    return dict(merged, name=into[0].name)


def _numbers(merged):
    return "%s came from other decks; %d were there already." % (counted(merged["cards"], "card"),
                                                                 merged["doubles"])


def _told_of_merge(options, result):
    return messages.SUCCESS, format_html(
        '<a href="{}">{}</a>: {} The other decks are in the archive.',
        reverse("admin:decks_deck_change", args=[result["deck"]]), result["name"], _numbers(result))


def _merge_new(user, options, progress):
    merged = merging.merge_new(_decks(options["ids"]), options["name"], options["language"],
                               options["rating"], progress)
    for deck in _decks([merged["deck"]]):
        permissions.log(user, deck, _has(merged), ADDITION)
    return merged


def _has(merged):
    return "%d black and %s of %s; %s counted once." % (
        merged["black"], counted(merged["white"], "white card"), counted(merged["decks"], "deck"),
        counted(merged["doubles"], "double"))


def _told_of_merge_new(options, result):
    return messages.SUCCESS, format_html(
        '<a href="{}">{}</a> has {} It is a draft; the others stay as they are.',
        reverse("admin:decks_deck_change", args=[result["deck"]]), options["name"], _has(result))


# ---- doubles
def _keep(user, options, progress):
    wanted = OrderedDict(((kind, mark), card) for kind, mark, card in options["plan"])
    kept = doubles.keep(wanted, permissions.writable(user), user, progress)
    lost = dict(map(tuple, kept["lost"]))
    decks = _decks(sorted(lost))
    names.mark(decks)
    for deck in decks:
        permissions.log(user, deck, "%s taken out: other decks have them." % counted(lost[deck.pk], "double"))
    return dict(kept, names=[[names.told(deck), lost[deck.pk]] for deck in decks])


def _told_of_doubles(options, result):
    told = "%s in one deck each now; %s left %s." % (
        counted(result["texts"], "text"), counted(sum(count for _pk, count in result["lost"]), "card"),
        counted(len(result["lost"]), "deck"))
    if result["late"]:
        told += " No double any more: %d." % result["late"]
    groups = [("Their histories have the way back.", ["%s: %d" % tuple(pair) for pair in result["names"]])]
    groups += [("%s: %s" % tuple(problem), [""]) for problem in result["problems"]]
    return messages.WARNING if result["problems"] else messages.SUCCESS, folded(told, groups)


register("each", Work("Working on the decks", _DECKS, _each, _told_of_each, ("one", "many")))
register("merge", Work("Merging the decks", _DECKS, _merge, _told_of_merge, ()))
register("merge-new", Work("Merging into a new deck", _DECKS, _merge_new, _told_of_merge_new, ("name",)))
register("doubles", Work("Keeping one card of each text", _DOUBLES, _keep, _told_of_doubles, ()))
