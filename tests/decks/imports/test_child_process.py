"""Steps of imports are done by processes of their own, which are bounded."""
from __future__ import unicode_literals

import sys
import threading

import mock
import pytest

from decks.imports import child_process, looking, worker
from decks.models import ImportJob
from tests.decks.importers import again, hand_in, many, told

pytestmark = pytest.mark.django_db

READY = [sys.executable, "-c", "pass"]
ENDLESS = [sys.executable, "-c", "import time; time.sleep(600)"]


def begun_as(command, begun=None):
    """Each step is this command instead; `begun` gets the ids of its jobs."""
    def instead(pk):
        ImportJob.objects.filter(pk=pk).update(status=ImportJob.RUNNING)
        (begun if begun is not None else []).append(pk)
        return command
    return mock.patch("decks.imports.child_process._command", instead)


def test_the_process_of_the_worker_reads_no_file(ann):
    job = hand_in(ann, many())
    begun = []
    with begun_as(READY, begun), mock.patch("decks.imports.formats.parse", side_effect=AssertionError):
        child_process.import_deck({"id": job.pk})
    assert begun == [job.pk] and child_process._command(job.pk)[-2:] == ["import_step", "%d" % job.pk]


def test_one_that_takes_too_long_is_ended_and_says_so(ann, monkeypatch):
    monkeypatch.setattr(child_process, "IMPORT_SECONDS", 0.1)
    job = hand_in(ann, many())
    with begun_as(ENDLESS):
        child_process.import_deck({"id": job.pk})
    assert again(job).status == ImportJob.FAILED
    assert told(job)["error"] == child_process.TOO_SLOW % 0 and told(job)["unreadable"]


def test_one_that_needs_too_much_memory_says_so(ann):
    job = hand_in(ann, many())
    with mock.patch.object(looking, "look", side_effect=MemoryError):
        worker.run(job.pk)
    assert (again(job).status, told(job)["error"]) == (ImportJob.FAILED, worker.TOO_BIG)


def test_whoever_finds_no_room_waits_for_one_of_those_that_run(ann, monkeypatch):
    first, second = hand_in(ann, many()), hand_in(ann, many())
    monkeypatch.setattr(child_process, "_free", threading.BoundedSemaphore(1))
    begun = []
    with begun_as(READY, begun):
        with child_process._free:
            child_process.import_deck({"id": second.pk})
        assert begun == [] and again(second).status == ImportJob.QUEUED
        child_process.import_deck({"id": first.pk})
    assert begun == [first.pk, second.pk]
