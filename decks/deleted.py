"""Decks that were deleted, for as long as that can be undone: nobody finds them, their cards stay.

What was deleted together has the same moment in `deleted`, and comes back together or one by one. Its address
is free meanwhile, and its own again when it comes back, unless somebody else has it by then. After
limits.DELETED_DAYS the clock takes them away for good.
"""
from __future__ import unicode_literals

import datetime

from django.db.models import CharField, Count, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from decks import staging
from decks.limits import DECKS_EVER, DELETED_DAYS, SLUG_LENGTH
from decks.models import MODELS, Deck
from decks.slugs import free_slugs

# The address of a deleted deck is its old one, "_" (which none has that people chose) and its id.
_MARK = "_"
_ROOM = 10  # for mark and id
FRESH = datetime.timedelta(minutes=10)  # so long the page shows first what was just deleted


def put_away(*decks):
    """Delete decks in a way that can be undone. Returns the moment that they share."""
    now = timezone.now()
    for ids in staging.chunks([deck.pk for deck in decks]):
        Deck.objects.filter(pk__in=ids).update(
            staged=True, deleted=now, updated=now, slug=Concat(
                Substr("slug", 1, SLUG_LENGTH - _ROOM), Value(_MARK), "pk", output_field=CharField()))
    for owner in {deck.owner_id for deck in decks if deck.owner_id is not None}:
        # Who deletes without end keeps no more than anybody may own.
        for deck in there().filter(owner=owner).order_by("-deleted", "-pk")[DECKS_EVER:]:
            staging.discard_soon(deck)
    return now


def bring_back(decks):
    """Undo it for these decks, a queryset of `there`: each is as it was. Returns how many."""
    rows = list(decks)
    for start in range(0, len(rows), staging.BATCH):
        chunk = rows[start:start + staging.BATCH]
        with staging.short_transaction():
            # Those that an older release has deleted still have their addresses.
            without = [deck for deck in chunk if address_of(deck) != deck.slug]
            slugs = dict(zip(without, free_slugs([address_of(deck) for deck in without])))
            for deck in chunk:
                Deck.with_staged.filter(pk=deck.pk).update(
                    staged=False, deleted=None, updated=timezone.now(), slug=slugs.get(deck, deck.slug))
    return len(rows)


def address_of(deck):
    """The address that a deleted deck had."""
    ending = "%s%d" % (_MARK, deck.pk)
    return deck.slug[:-len(ending)] if deck.slug.endswith(ending) else deck.slug


def for_good(decks):
    """Take these decks, a queryset of `there`, away at once, with no way back. Returns how many."""
    found = list(decks)
    for deck in found:
        staging.discard_soon(deck)
    return len(found)


def there():
    """The decks that can be brought back."""
    return Deck.with_staged.filter(deleted__isnull=False)


def groups(decks):
    """[{"when", "until", "fresh", "decks"}] of decks of `there`, what was deleted last first.

    "decks" are rows with "code", "name", "black" and "white".
    """
    rows = list(decks.order_by("-deleted", "name").values("id", "code", "name", "deleted"))
    counts = _counts([row["id"] for row in rows])
    found = []
    for row in rows:
        if not found or found[-1]["when"] != row["deleted"]:
            found.append({"when": row["deleted"], "decks": [], "stamp": row["deleted"].isoformat(),
                          "until": row["deleted"] + datetime.timedelta(days=DELETED_DAYS),
                          "fresh": timezone.now() - row["deleted"] < FRESH})
        found[-1]["decks"].append(dict(row, **{kind: counts[kind].get(row["id"], 0) for kind in MODELS}))
    return found


def numbers(decks):
    """{"decks", "black", "white"} of decks: what deleting them would take away."""
    counts = _counts([deck.pk for deck in decks])
    return dict({kind: sum(counts[kind].values()) for kind in MODELS}, decks=len(decks))


def clear_old():
    """Take away for good what nobody has brought back in time."""
    before = timezone.now() - datetime.timedelta(days=DELETED_DAYS)
    for deck in there().filter(deleted__lt=before)[:staging.BATCH]:
        staging.discard_soon(deck)


def _counts(ids):
    """{kind: {deck's id: its cards}}."""
    found = {kind: {} for kind in MODELS}
    for kind, model in MODELS.items():
        for chunk in staging.chunks(ids):
            rows = model.objects.filter(deck__in=chunk).order_by().values_list("deck")
            found[kind].update(rows.annotate(Count("pk")))
    return found
