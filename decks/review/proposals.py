"""Cards that people propose to a deck, and what its owner says.

How often somebody may propose is the callers' to count.
"""
from __future__ import unicode_literals

from django.db import transaction
from django.utils import timezone

from common.compat import gettext as _
from decks.cards.texts import CardError, fingerprint
from decks.editing import card_edits
from decks.editing.factory import EditError, new_card, tidy_line
from decks.history import versions
from decks.models import BLACK, MODELS, PUBLISHED, Proposal

# An owner who reads none of them should not get more.
MOST_WAITING = 200


def propose(deck, kind, text, pick, attribution, user):
    """Store a card that waits for the owner. Returns the Proposal. Raises EditError.

    `pick` None follows from the text and means nothing to white cards; `user` may be somebody without an
    account.
    """
    if deck.status != PUBLISHED:
        raise EditError(_("Cards are proposed to published decks only."))
    try:
        card = new_card(kind, text, pick=pick)
    except CardError as error:
        raise EditError(_("This card cannot be used: %s.") % error)
    attribution = tidy_line(attribution, _("The attribution"))
    _check_new(deck, kind, card.fingerprint)
    return Proposal.objects.create(
        deck=deck, kind=kind, text=card.text, pick=card.pick if kind == BLACK else 1, attribution=attribution,
        proposer=user if user is not None and user.pk is not None else None)


def waiting(deck):
    """The proposals that nobody has decided on, the oldest first."""
    return deck.proposals.filter(status=Proposal.WAITING).order_by("pk")


def accept(proposal, user):
    """Add the card to its deck, with its attribution. Returns the card. Raises EditError."""
    versions.prepare([proposal.deck_id])
    with transaction.atomic():
        _decide(proposal, Proposal.ACCEPTED)
        pick = proposal.pick if proposal.kind == BLACK else None
        done = card_edits.add(proposal.deck, proposal.kind, [proposal.text], user, proposal.attribution, pick)
        if done.errors:
            raise EditError(_("This card cannot be accepted: %s.") % done.errors[0].problem)
    return done.cards[0]


def refuse(proposal):
    """Leave the card out. Raises EditError when it was decided on before."""
    _decide(proposal, Proposal.REFUSED)


def _decide(proposal, status):
    # Only one of two who decide at once changes the row.
    waits = Proposal.objects.filter(pk=proposal.pk, status=Proposal.WAITING)
    if not waits.update(status=status, decided=timezone.now()):
        raise EditError(_("Somebody has decided about this card already."))


def _check_new(deck, kind, mark):
    if MODELS[kind].objects.filter(deck=deck, fingerprint=mark).exists():
        raise EditError(_("The deck has this card already."))
    texts = list(waiting(deck).filter(kind=kind).values_list("text", flat=True))
    if mark in map(fingerprint, texts):
        raise EditError(_("Somebody has proposed this card already."))
    if waiting(deck).count() >= MOST_WAITING:
        raise EditError(_("Very many cards wait for the owner of this deck; try again when they have read "
                        "them."))
