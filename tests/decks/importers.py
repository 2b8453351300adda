"""People who import, and workers that die meanwhile."""
from __future__ import unicode_literals

import datetime
import json

import mock
from django.conf import settings
from django.utils import timezone

from decks.imports import jobs, looking, worker
from decks.models import ImportJob
from tests.decks.shelf import as_bytes, sample


def many(cards=2100, name="Many"):
    return json.dumps({"name": name, "white": ["Card %d" % number for number in range(cards)]}).encode(
        "ascii")


def hand_in(user, content=None, **options):
    """The job of an upload, before any worker."""
    with mock.patch("decks.imports.jobs.send_task"):
        return jobs.look(user, content or as_bytes(sample()), "cards", **options)


def look(user, content=None, **options):
    """The job of an upload, with its dry run."""
    job = hand_in(user, content, **options)
    if job.status == ImportJob.QUEUED:
        worker.run(job.pk)
    return again(job)


def again(job):
    return ImportJob.objects.get(pk=job.pk)


def told(job):
    return looking.result_of(again(job))


def die_after(steps):
    """A worker that ends without a word after some batches."""
    real, left = worker._Watch.written, [steps]

    def written(self, cards):
        left[0] -= 1
        if not left[0]:
            raise SystemExit
        real(self, cards)
    return mock.patch("decks.imports.worker._Watch.written", written)


def let_the_claim_end():
    ImportJob.objects.update(changed=timezone.now(
        ) - datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS))
