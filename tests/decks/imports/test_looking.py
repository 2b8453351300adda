"""What an upload would do, looked at before anything is stored: at once, or by a worker."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.conf import settings

from decks import claims
from decks.imports import dry_run, jobs, looking, planning, worker
from decks.imports.comparing import MODES
from decks.imports.reading.shapes import FormatError
from decks.models import Deck, ImportJob
from tests.decks.importers import again, hand_in, let_the_claim_end, look, many, told
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db

RUNNING, WAITING, QUEUED, DONE, FAILED = ImportJob.RUNNING, ImportJob.WAITING, ImportJob.QUEUED, ImportJob.DONE, ImportJob.FAILED


def test_looking_stores_nothing_but_the_look(ann):
    job = look(ann)
    found = told(job)["dry_run"]
    assert (job.status, job.total, found["format"], found["counts"]["new"], found["counts"]["double"]) == (
        WAITING, 13, "jah-compact", 12, 1)
    assert [deck["name"] for deck in found["decks"]] == ["Office Pack", "Tea Pack", "Office Pack"]
    assert not Deck.objects.exists()


def test_what_cannot_be_read_makes_no_job(ann):
    with pytest.raises(FormatError):
        look(ann, b"{")
    assert not ImportJob.objects.exists()


def test_a_big_upload_is_looked_at_by_a_worker(ann, sent):
    with mock.patch("decks.imports.dry_run.of", side_effect=AssertionError("it was looked at")), \
            mock.patch("decks.imports.formats.parse", side_effect=AssertionError("it was read")):
        job = jobs.look(ann, many(), "cards")
    assert job.status == QUEUED
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    worker.run(job.pk)
    assert (again(job).status, again(job).total,
            told(job)["dry_run"]["counts"]["new"]) == (WAITING, 2100, 2100)
    assert not Deck.objects.exists()


def test_a_short_upload_into_a_big_deck_is_looked_at_and_stored_by_a_worker(ann, sent):
    deck = a_deck("Big", white=["Card %d" % number for number in range(2100)], owner=ann)
    job = jobs.look(ann, b"Honey\n", "cards", deck=deck)
    assert job.status == QUEUED and "dry_run" not in told(job)
    worker.run(job.pk)
    jobs.start(again(job))
    assert again(job).status == QUEUED and deck.white_cards.count() == 2100
    worker.run(job.pk)
    assert again(job).status == DONE and deck.white_cards.count() == 2101


def test_a_short_upload_for_a_big_deck_of_the_same_file_is_looked_at_by_a_worker(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    worker.run(job.pk)
    assert jobs.look(ann, many(3), "cards").status == QUEUED


def test_lines_take_nothing_out_of_a_deck_that_is_only_called_alike(ann):
    jobs.start(look(ann, b"Honey\nMilk\n"))
    job = look(ann, b"Milk\nHoney\nWho drank all the tea?\n")
    assert looking.options_of(job)["mode"] == "add" and told(job)["dry_run"]["modes"]["add"]["removed"] == 0


def test_the_cards_of_a_deck_are_read_once_for_all_three_modes(ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    with mock.patch("decks.imports.planning.stored_cards", wraps=planning.stored_cards) as read:
        assert set(told(look(ann, b"Honey\n", deck=deck))["dry_run"]["modes"]) == {"add", "new", "replace"}
    assert read.call_count == 1


def test_a_big_upload_that_cannot_be_read_says_why_and_keeps_its_content(ann):
    content = b"{" + b" " * looking.AT_ONCE_BYTES
    job = look(ann, content)
    assert job.status == FAILED and told(job)["error"].startswith("This cannot be read: ") and told(job)["unreadable"]
    assert looking.content_of(job) == content


def test_another_worker_looks_when_one_died(ann, sent):
    job = hand_in(ann, many())
    with mock.patch("decks.imports.dry_run.of", side_effect=SystemExit), pytest.raises(SystemExit):
        worker.run(job.pk)
    worker.run(job.pk)
    assert again(job).status == RUNNING and "dry_run" not in told(job)
    let_the_claim_end()
    jobs.queue_due()
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    worker.run(job.pk)
    assert again(job).status == WAITING and told(job)["dry_run"]["white"] == 2100


def test_a_worker_that_looks_for_long_is_not_taken_for_dead(ann, sent):
    job, real = hand_in(ann, many()), looking.look

    def slow(job):
        late = job.changed + datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS)
        with mock.patch("decks.claims.timezone.now", return_value=late):
            beat.call_args[0][0]()
            assert claims.claim(job.pk) is None
        return real(job)
    with mock.patch("decks.claims.Heartbeat") as beat, mock.patch("decks.imports.looking.look", slow):
        worker.run(job.pk)
    assert again(job).status == WAITING and beat.call_args[0][1:] == (settings.IMPORT_CLAIM_SECONDS / 4.0, 40)


def test_a_look_that_failed_is_tried_again_before_anything_is_stored(ann, sent):
    job = hand_in(ann, many())
    with mock.patch("decks.imports.dry_run.of", side_effect=RuntimeError):
        worker.run(job.pk)
    assert again(job).status == FAILED and "try again" in told(job)["error"]
    jobs.start(again(job))
    worker.run(job.pk)
    assert again(job).status == WAITING and told(job)["error"] == "" and not Deck.objects.exists()


def test_what_a_mode_says_is_what_it_does(ann):
    lines = b"Milk.\nHoney\nhoney\nThe very small trumpet\n"
    for mode in MODES:
        deck = a_deck("Tea " + mode, white=["Milk", "Sugar", "A very small trumpet"], owner=ann)
        before = set(deck.white_cards.values_list("text", flat=True))
        job = look(ann, lines, deck=deck)
        jobs.start(job, mode)
        said, after = told(job)["dry_run"]["modes"][mode], list(
            deck.white_cards.values_list("text", flat=True))
        assert len(after) - len(before) == said["added"] - said["removed"]
        assert len(before - set(after)) == said["changed"] + said["removed"]


def test_a_deck_that_would_grow_too_big_takes_nothing_but_a_replacement(ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    with mock.patch("decks.imports.dry_run.DECK_CARDS",
                    3), mock.patch("decks.imports.planning.DECK_CARDS", 3):
        modes = told(look(ann, b"Honey\nSalt\n", deck=deck))["dry_run"]["modes"]
    assert [modes[mode]["added"] for mode in ("add", "new", "replace")] == [0, 0, 2]


def test_the_dry_run_tells_what_each_mode_does(ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    content = b"Milk.\nHoney\n_ for two\n"
    job = look(ann, content, deck=deck)
    assert told(job)["dry_run"]["modes"] == {
        "add": {"added": 2, "changed": 1, "removed": 0}, "new": {"added": 2, "changed": 0, "removed": 0},
        "replace": {"added": 2, "changed": 1, "removed": 1}}
    jobs.start(job, "replace")
    assert [card.text for card in deck.white_cards.all()] == ["Milk.", "Honey"]


def test_rows_that_cannot_be_used_are_told_with_line_and_reason(ann):
    job = look(ann, ("Milk\n" + "x" * 600 + "\nHo\x01ney\n").encode("utf-8"))
    rows = [row for row in told(job)["dry_run"]["rows"]
            if row["status"] in (dry_run.TOO_LONG, dry_run.BROKEN)]
    assert [(row["status"], row["line"]) for row in rows] == [("too long", 2), ("broken", 3)]
    assert "600 characters, the limit is 500" in rows[0]["reason"]
    assert [row.split(",")[4] for row in looking.report(job).decode("utf-8").splitlines()[1:]] == [
        "too long", "broken", "new"]


def test_the_page_gets_a_part_of_many_rows_and_the_report_all(ann):
    job = look(ann, many())
    found = told(job)["dry_run"]
    assert (len(found["rows"]), found["more"], len(looking.report(job).splitlines())) == (200, 1900, 2101)
