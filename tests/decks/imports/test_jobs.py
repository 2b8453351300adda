"""An import from the dry run to the end: at once or by a worker, once, after crashes too, and back."""
from __future__ import unicode_literals

import datetime
import json

import mock
import pytest
from django.conf import settings
from django.utils import timezone

from decks.imports import dry_run, jobs, looking, planning, storing, tasks
from decks.imports.comparing import MODES
from decks.imports.formats.shapes import FormatError
from decks.models import BlackCard, Deck, ImportJob, WhiteCard
from live import Unsent
from tests.decks.shelf import a_deck, as_bytes, sample

pytestmark = pytest.mark.django_db

RUNNING, WAITING, QUEUED, DONE, FAILED, UNDONE = (
    ImportJob.RUNNING, ImportJob.WAITING, ImportJob.QUEUED, ImportJob.DONE, ImportJob.FAILED, ImportJob.UNDONE)


@pytest.fixture
def ann(django_user_model):
    return django_user_model.objects.create_user("ann")


@pytest.fixture
def sent():
    """What was put on the channel of imports."""
    with mock.patch("decks.imports.jobs.send_task") as send:
        yield send


def many(cards=2100, name="Many"):
    return json.dumps({"name": name, "white": ["Card %d" % number for number in range(cards)]}).encode("ascii")


def hand_in(user, content=None, **options):
    """The job of an upload, before any worker."""
    with mock.patch("decks.imports.jobs.send_task"):
        return jobs.look(user, content or as_bytes(sample()), "cards", **options)


def look(user, content=None, **options):
    """The job of an upload, with its dry run."""
    job = hand_in(user, content, **options)
    if job.status == QUEUED:
        jobs.run(job.pk)
    return again(job)


def again(job):
    return ImportJob.objects.get(pk=job.pk)


def told(job):
    return looking.result_of(again(job))


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
    with mock.patch("decks.imports.dry_run.summary", side_effect=AssertionError("it was looked at")), \
            mock.patch("decks.imports.formats.parse", side_effect=AssertionError("it was read")):
        job = jobs.look(ann, many(), "cards")
    assert job.status == QUEUED
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    tasks.import_deck({"id": job.pk})
    assert (again(job).status, again(job).total, told(job)["dry_run"]["counts"]["new"]) == (WAITING, 2100, 2100)
    assert not Deck.objects.exists()


def test_a_short_upload_into_a_big_deck_is_looked_at_and_stored_by_a_worker(ann, sent):
    deck = a_deck("Big", white=["Card %d" % number for number in range(2100)], owner=ann)
    job = jobs.look(ann, b"Honey\n", "cards", deck=deck)
    assert job.status == QUEUED and "dry_run" not in told(job)
    jobs.run(job.pk)
    jobs.start(again(job))
    assert again(job).status == QUEUED and deck.white_cards.count() == 2100
    jobs.run(job.pk)
    assert again(job).status == DONE and deck.white_cards.count() == 2101


def test_a_short_upload_for_a_big_deck_of_the_same_file_is_looked_at_by_a_worker(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    jobs.run(job.pk)
    assert jobs.look(ann, many(3), "cards").status == QUEUED


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
    with mock.patch("decks.imports.dry_run.summary", side_effect=SystemExit), pytest.raises(SystemExit):
        jobs.run(job.pk)
    jobs.run(job.pk)
    assert again(job).status == RUNNING and "dry_run" not in told(job)
    let_the_claim_end()
    jobs.queue_due()
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    jobs.run(job.pk)
    assert again(job).status == WAITING and told(job)["dry_run"]["white"] == 2100


def test_a_look_that_failed_is_tried_again_before_anything_is_stored(ann, sent):
    job = hand_in(ann, many())
    with mock.patch("decks.imports.dry_run.summary", side_effect=RuntimeError):
        jobs.run(job.pk)
    assert again(job).status == FAILED and "try again" in told(job)["error"]
    jobs.start(again(job))
    jobs.run(job.pk)
    assert again(job).status == WAITING and told(job)["error"] == "" and not Deck.objects.exists()


def test_what_a_mode_says_is_what_it_does(ann):
    lines = b"Milk.\nHoney\nhoney\nThe very small trumpet\n"
    for mode in MODES:
        deck = a_deck("Tea " + mode, white=["Milk", "Sugar", "A very small trumpet"], owner=ann)
        before = set(deck.white_cards.values_list("text", flat=True))
        job = look(ann, lines, deck=deck)
        jobs.start(job, mode)
        said, after = told(job)["dry_run"]["modes"][mode], list(deck.white_cards.values_list("text", flat=True))
        assert len(after) - len(before) == said["added"] - said["removed"]
        assert len(before - set(after)) == said["changed"] + said["removed"]


def test_a_deck_that_would_grow_too_big_takes_nothing_but_a_replacement(ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    with mock.patch("decks.imports.dry_run.DECK_CARDS", 3), mock.patch("decks.imports.planning.DECK_CARDS", 3):
        modes = told(look(ann, b"Honey\nSalt\n", deck=deck))["dry_run"]["modes"]
    assert [modes[mode]["added"] for mode in ("add", "new", "replace")] == [0, 0, 2]


def test_a_small_import_is_stored_at_once_as_drafts_of_the_person(ann, sent):
    job = look(ann)
    jobs.start(job)
    assert again(job).status == DONE and again(job).content == "" and not sent.called
    assert set(Deck.objects.values_list("status", "owner")) == {("draft", ann.pk)}
    assert [deck["slug"] for deck in told(job)["decks"]] == ["office-pack", "tea-pack", "office-pack-2"]


def test_an_import_for_the_site_has_no_owner(ann):
    jobs.start(look(ann, site=True))
    assert set(Deck.objects.values_list("status", "owner")) == {("draft", None)}


def test_the_packs_that_are_wanted_are_stored_and_no_others(ann):
    jobs.start(look(ann), keys=["tea-pack"])
    assert [deck.name for deck in Deck.objects.all()] == ["Tea Pack"]


def test_the_second_time_everything_is_the_same(ann):
    jobs.start(look(ann))
    job = look(ann)
    assert {deck["status"] for deck in told(job)["dry_run"]["decks"]} == {"same"}
    jobs.start(job)
    assert again(job).status == DONE and "decks" not in told(job)


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
    rows = [row for row in told(job)["dry_run"]["rows"] if row["status"] in (dry_run.TOO_LONG, dry_run.BROKEN)]
    assert [(row["status"], row["line"]) for row in rows] == [("too long", 2), ("broken", 3)]
    assert "600 characters, the limit is 500" in rows[0]["reason"]
    assert [row["status"] for row in looking.report(job)] == ["too long", "broken", "new"]


def test_the_page_gets_a_part_of_many_rows_and_the_report_all(ann):
    job = look(ann, many())
    found = told(job)["dry_run"]
    assert (len(found["rows"]), found["more"], len(list(looking.report(job)))) == (200, 1900, 2100)


def test_a_big_import_waits_for_a_worker(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    assert again(job).status == QUEUED and not Deck.objects.exists()
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    tasks.import_deck({"id": job.pk})
    assert (again(job).status, again(job).done, again(job).total) == (DONE, 2100, 2100)
    assert WhiteCard.objects.count() == 2100


def test_a_lost_message_is_found_by_the_clock(ann, sent):
    job = look(ann, many())
    sent.side_effect = Unsent()
    jobs.start(job)
    ImportJob.objects.update(changed=timezone.now() - datetime.timedelta(minutes=1))
    sent.reset_mock(side_effect=True)
    jobs.queue_due()
    sent.assert_called_once_with("import-deck", {"id": job.pk})


def test_it_is_stored_once_however_often_it_is_said(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    with pytest.raises(jobs.Refused):
        jobs.start(job)
    for _ in range(2):
        tasks.import_deck({"id": job.pk})
    assert Deck.objects.count() == 1


def die_after(steps):
    """A worker that ends without a word after some batches."""
    real, left = jobs._Watch.written, [steps]

    def written(self, cards):
        left[0] -= 1
        if not left[0]:
            raise SystemExit
        real(self, cards)
    return mock.patch("decks.imports.jobs._Watch.written", written)


def let_the_claim_end():
    ImportJob.objects.update(changed=timezone.now() - datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS))


def test_another_worker_goes_on_where_one_died(ann, sent):
    document = sample()
    document["white"] += ["Card %d" % number for number in range(2100)]
    document["packs"].append({"name": "Huge", "white": list(range(4, 2104)), "black": []})
    job = look(ann, as_bytes(document))
    jobs.start(job)
    with die_after(3), pytest.raises(SystemExit):
        jobs.run(job.pk)
    assert again(job).status == RUNNING and len(told(job)["decks"]) == 3
    jobs.run(job.pk)
    assert again(job).status == RUNNING
    let_the_claim_end()
    jobs.run(job.pk)
    assert again(job).status == DONE and again(job).done == again(job).total
    assert [deck["name"] for deck in told(job)["decks"]] == ["Office Pack", "Tea Pack", "Office Pack", "Huge"]
    assert Deck.objects.filter(owner=ann).count() == 4


def test_a_worker_that_was_taken_for_dead_stores_nothing_more(ann, sent):
    job = look(ann, many())
    jobs.start(job)

    def steal(self, cards):
        ImportJob.objects.update(changed=timezone.now())
        self._sign()
    with mock.patch("decks.imports.jobs._Watch.written", steal):
        jobs.run(job.pk)
    assert again(job).status == RUNNING and not WhiteCard.objects.exists() and not Deck.objects.exists()


def test_an_import_that_ends_every_worker_is_given_up(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    for _ in range(jobs.TRIES):
        with die_after(1), pytest.raises(SystemExit):
            jobs.run(job.pk)
        let_the_claim_end()
    jobs.run(job.pk)
    assert again(job).status == FAILED and "try again" in told(job)["error"]


def test_a_failure_is_told_and_can_be_tried_again(ann):
    job = look(ann)
    with mock.patch("decks.imports.storing.versions.record", side_effect=RuntimeError):
        jobs.start(job)
    assert again(job).status == FAILED and told(job)["error"] and not Deck.objects.exists()
    jobs.start(again(job))
    assert again(job).status == DONE and told(job)["error"] == "" and Deck.objects.count() == 3


def test_a_deck_that_changes_meanwhile_is_planned_anew(ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    job, real, calls = look(ann, b"Honey\n", deck=deck), storing.store, []

    def slow(plan, *args, **kwargs):
        calls.append(1)
        if len(calls) == 1:
            Deck.objects.get(pk=deck.pk).save()
        return real(plan, *args, **kwargs)
    with mock.patch("decks.imports.storing.store", slow):
        jobs.start(job)
    assert again(job).status == DONE and len(calls) == 2 and deck.white_cards.count() == 2


def test_new_decks_are_taken_back(ann):
    job = look(ann)
    jobs.start(job)
    jobs.undo(again(job))
    assert again(job).status == UNDONE
    assert not Deck.objects.exists() and not WhiteCard.objects.exists() and not BlackCard.objects.exists()


@pytest.mark.parametrize("status", ["draft", "published"])
def test_a_changed_deck_is_again_as_it_was(ann, status):
    deck = a_deck("Tea", black=[("_?", 1)], white=["Milk", "Sugar"], owner=ann, status=status)
    job = look(ann, b"Honey\nMilk.\n", deck=deck)
    jobs.start(job, "replace")
    assert [card.text for card in deck.white_cards.all()] == ["Honey", "Milk."]
    jobs.undo(again(job))
    assert [card.text for card in deck.white_cards.all()] == ["Milk", "Sugar"] and deck.black_cards.count() == 1


def test_what_was_changed_since_is_not_taken_back(ann):
    job = look(ann)
    jobs.start(job)
    Deck.objects.get(slug="tea-pack").save()
    with pytest.raises(jobs.Refused) as caught:
        jobs.undo(again(job))
    assert "Tea Pack" in "%s" % caught.value and Deck.objects.count() == 3 and again(job).status == DONE


def test_it_is_taken_back_once(ann):
    job = look(ann)
    jobs.start(job)
    jobs.undo(again(job))
    with pytest.raises(jobs.Refused):
        jobs.undo(again(job))


def test_what_was_taken_back_can_be_imported_again(ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    for _ in range(2):
        job = look(ann, b"Honey\n", deck=deck)
        jobs.start(job)
        assert deck.white_cards.count() == 2
        jobs.undo(again(job))
        assert deck.white_cards.count() == 1


def test_old_imports_are_forgotten(ann):
    old, fresh = look(ann), look(ann)
    ImportJob.objects.filter(pk=old.pk).update(changed=timezone.now() - datetime.timedelta(days=3))
    jobs.clear_old()
    assert list(ImportJob.objects.all()) == [fresh]
    jobs.throw_away(fresh)
    assert not ImportJob.objects.exists()
