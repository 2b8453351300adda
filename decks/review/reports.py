"""What players say of cards, and what a reviewer does about it: nothing, or hiding the card everywhere.

A card is known by its kind and fingerprint: whatever decks it stands in, it is reported and hidden once. Who
may do it is for `access` to say, before.
"""
from __future__ import unicode_literals

import logging

from django.db import transaction
from django.utils import timezone

from common.compat import on_commit
from decks.cards.texts import fingerprint
from decks.models import CardReport, HiddenCard
from live import UnsentError, send_task

# The channel that carries {"kind", "fingerprint"} of a card that running games should stop dealing.
HIDE_CARD = "hide-card"
REASONS = frozenset(reason for reason, _ in CardReport.REASONS)
logger = logging.getLogger("decks")


def report(kind, text, reason, reporter):
    """Keep what `reporter`, a text that stands for somebody, said of a card;
    the first word of each is the one that counts.
    """
    CardReport.objects.get_or_create(
        kind=kind, fingerprint=fingerprint(text), reporter=reporter,
        defaults={"text": text, "reason": reason})


def dismiss(kind, fingerprint, user):
    """Close the open reports of a card, which stays as it is. Returns how many they were."""
    return _open_reports(kind, fingerprint).update(resolved=timezone.now(), resolver=user)


def hide(kind, fingerprint, text, user):
    """Deal a card nowhere any more, running games included, and close its reports. Returns the HiddenCard."""
    with transaction.atomic():
        hidden, _ = HiddenCard.objects.get_or_create(
            kind=kind, fingerprint=fingerprint, defaults={"text": text, "user": user})
        dismiss(kind, fingerprint, user)
    on_commit(lambda: _tell(kind, fingerprint))
    return hidden


def show_again(kind, fingerprint):
    """Deal a hidden card again, from the next games on. Returns whether it was hidden."""
    hidden = HiddenCard.objects.filter(kind=kind, fingerprint=fingerprint)
    was_hidden = hidden.exists()
    hidden.delete()
    return was_hidden


def _open_reports(kind, fingerprint):
    return CardReport.objects.filter(kind=kind, fingerprint=fingerprint, resolved=None)


def _tell(kind, fingerprint):
    try:
        send_task(HIDE_CARD, {"kind": kind, "fingerprint": fingerprint})
    except UnsentError:
        logger.warning("No worker could be told of a hidden card; the clock takes it out of running games.")
