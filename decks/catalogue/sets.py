"""Sets of decks, as hosts and visitors find them, and the choices that somebody keeps for the next table."""
from __future__ import unicode_literals

from collections import defaultdict

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.catalogue import selection
from decks.limits import NAME_LENGTH
from decks.models import Deck, DeckSet

MOST_OWN = 30  # choices that one account keeps
OFFICIAL = "official"  # the tag of decks whose file says so
NAMELESS = N_("Give it a name, so that you find it again.")


class BadSetError(ValueError):
    """This choice cannot be kept; the message says why and what to do."""


def offered(user=None, codes=()):
    """[{"id", "name", "description", "own", "decks": [id]}] of the site's sets and of those that `user` has
    kept, the site's first; each with the decks that `user` may choose. Sets without any are left out.

    Decks with the tag "official" are one with the id 0, unless the site has a set that is called so.
    """
    site = list(DeckSet.objects.filter(owner=None))
    sets = [one for one in site if not one.off] + list(_of(user))
    decks = defaultdict(list)
    through = DeckSet.decks.through.objects.filter(deckset__in=[one.pk for one in sets])
    may = selection.offered(user, codes).values("pk")
    for one, deck in through.filter(deck__in=may).order_by("deck__name", "deck").values_list(
            "deckset_id", "deck_id"):
        decks[one].append(deck)
    is_named = any(OFFICIAL in one.name.lower() for one in site)
    return ([] if is_named else _official(may)) + [
        {"id": one.pk, "name": one.name, "description": one.description,
         "own": one.owner_id is not None, "decks": decks[one.pk]} for one in sets if decks[one.pk]]


def _official(may):
    decks = list(Deck.objects.filter(pk__in=may).filter(has_tag(OFFICIAL)).order_by("name", "pk").values_list(
        "pk", flat=True))
    official = {"id": 0, "name": _("All official"), "description": "", "own": False, "decks": decks}
    return [official] if decks else []


def has_tag(tag):
    """Whether a deck has this tag, as a Q."""
    return Q(tags=tag) | Q(tags__startswith=tag + " ") | Q(tags__endswith=" " + tag) | Q(
        tags__contains=" %s " % tag)


def of_site():
    """The site's sets that are switched on, in their order."""
    return DeckSet.objects.filter(owner=None, off=False)


def keep(user, name, ids):
    """Keep those of these decks that `user` may choose under a name, in place of an earlier choice of the
    name. Returns the DeckSet. Raises BadSetError.
    """
    ids = list(selection.offered(user).filter(pk__in=ids).values_list("pk", flat=True))
    name = " ".join(name.split())[:NAME_LENGTH]
    if not name:
        raise BadSetError(_(NAMELESS))
    if not ids:
        raise BadSetError(_("Choose some decks first."))
    with transaction.atomic():
        kept = _of(user).filter(name=name).first()
        if kept is None and _of(user).count() >= MOST_OWN:
            raise BadSetError(_("You keep %d choices already. Let one of them go first.") % MOST_OWN)
        kept = kept or DeckSet.objects.create(owner=user, name=name)
        kept.decks.clear()
        kept.decks.add(*ids)
    return kept


def forget(user, pk):
    """Let a kept choice go; returns whether there was one."""
    found = _of(user).filter(pk=pk)
    there = found.exists()
    found.delete()
    return there


def _of(user):
    if user is None or user.pk is None:
        return DeckSet.objects.none()
    return DeckSet.objects.filter(owner=user)
