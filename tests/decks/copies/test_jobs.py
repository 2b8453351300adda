"""Copies that a worker writes and restores: in parts, with progress, and by the next one after a crash."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from decks.copies import jobs, restoring
from decks.models import Deck, SiteCopy, SiteCopyPart
from tests.decks.importers import let_the_claim_end
from tests.decks.people import a_person
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    return a_person("Boss")


@pytest.fixture
def sent():
    with mock.patch("decks.copies.jobs.send_task") as send, mock.patch("decks.copies.jobs.AT_ONCE_DECKS", 0), mock.patch(
            "decks.copies.jobs.AT_ONCE_BYTES", 0):
        yield send


def decks(count=3):
    for number in range(count):
        a_deck("Deck %d" % number, white=["Card %d" % number])


def file_of(copy):
    return SimpleUploadedFile("decks.zip", b"".join(jobs.chunks(copy)))


def again(copy):
    return SiteCopy.objects.get(pk=copy.pk)


def test_a_copy_is_written_in_parts_and_restored(boss):
    decks()
    with mock.patch("decks.copies.jobs.PART_BYTES", 100):
        copy = jobs.export(boss)
    assert (copy.status, copy.done, copy.total) == ("done", 3, 3) and copy.parts.count() > 2
    upload = file_of(copy)
    Deck.objects.all().delete()
    looked = jobs.restore(boss, upload)
    assert looked.status == "waiting" and jobs.result_of(looked)["counts"] == {"new": 3} and not Deck.objects.exists()
    done = jobs.start(looked, False)
    assert done.status == "done" and jobs.result_of(done)["counts"] == {"new": 3} and Deck.objects.count() == 3
    assert not done.parts.exists()


def test_a_big_one_is_done_by_a_worker(boss, sent):
    decks()
    copy = jobs.export(boss)
    sent.assert_called_once_with(jobs.CHANNEL, {"id": copy.pk})
    assert copy.status == "queued"
    jobs.copy_decks({"id": copy.pk})
    assert again(copy).status == "done"


def test_after_a_dead_worker_the_next_goes_on_and_counts_each_deck_once(boss):
    decks()
    upload = file_of(jobs.export(boss))
    Deck.objects.all().delete()
    copy = jobs.restore(boss, upload)
    real, left = restoring.restore, [2]

    def dies(*args):
        left[0] -= 1
        if left[0] < 0:
            raise SystemExit
        return real(*args)
    with mock.patch("decks.copies.jobs.restoring.restore", dies), pytest.raises(SystemExit):
        jobs.start(copy, False)
    assert again(copy).done == 2
    let_the_claim_end()
    SiteCopy.objects.update(changed=timezone.now() - datetime.timedelta(hours=1))
    jobs.copy_decks({"id": copy.pk})
    assert again(copy).status == "done" and jobs.result_of(again(copy))["counts"] == {"new": 3}


def test_it_is_restored_once(boss):
    decks(1)
    copy = jobs.restore(boss, file_of(jobs.export(boss)))
    jobs.start(copy, False)
    with pytest.raises(jobs.Refused):
        jobs.start(copy, True)


def test_what_cannot_be_read_says_why(boss):
    copy = jobs.restore(boss, SimpleUploadedFile("cards.zip", b"Milk"))
    assert copy.status == "failed" and "no copy of a site" in jobs.result_of(copy)["error"]


def test_old_copies_are_forgotten_with_their_bytes(boss):
    jobs.export(boss)
    SiteCopy.objects.update(changed=timezone.now() - datetime.timedelta(days=9))
    jobs.clear_old()
    assert not SiteCopyPart.objects.exists()
