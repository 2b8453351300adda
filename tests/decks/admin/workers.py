"""Work of the admin on many decks, which a worker does, and workers that die."""
from __future__ import unicode_literals

import datetime
import re
from contextlib import contextmanager

import mock
import pytest
from django.conf import settings
from django.utils import timezone

from decks.admin.background import jobs
from decks.models import DeckJob
from decks.progress import Progress

NEW = {"name": "All of it", "language": "en", "rating": "teen"}


@contextmanager
def a_busy_worker():
    """What a worker is told of, who is busy just now. Whatever is more than nothing takes long."""
    with mock.patch("decks.admin.background.jobs.send_task") as send, mock.patch.multiple(
            "decks.admin.actions.deck_actions", AT_ONCE=1, AT_ONCE_CARDS=1), mock.patch.multiple(
            "decks.admin.cards.actions", AT_ONCE=1, AT_ONCE_TEXTS=1), mock.patch(
            "decks.admin.cards.doubles.AT_ONCE", 0), mock.patch("decks.admin.queue.many.AT_ONCE", 1):
        yield send


def the_worker():
    jobs.work_on_decks({"id": DeckJob.objects.get().pk})


def dies_after(pieces, method="step"):
    """A worker that ends without a word."""
    real, left = getattr(Progress, method), [pieces]

    def step(self, *args, **kept):
        left[0] -= 1
        if left[0] < 0:
            raise SystemExit
        real(self, *args, **kept)
    return mock.patch.object(Progress, method, step)


def let_the_claim_end():
    DeckJob.objects.update(changed=timezone.now(
        ) - datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS))


def a_worker_dies(pieces):
    with dies_after(pieces), pytest.raises(SystemExit):
        the_worker()
    let_the_claim_end()


def keep_all(boss):
    shown = boss.press("decks_admin:doubles", all="1", prefer="")
    return boss.press("decks_admin:doubles", plan=re.search('name="plan" value="([^"]+)"', shown).group(1),
                      answered="yes")


def page(boss):
    return boss.see("decks_admin:work", DeckJob.objects.get().pk)
