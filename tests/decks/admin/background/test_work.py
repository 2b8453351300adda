"""What takes long is done by a worker, while a page shows how far it is and tells what became of it."""
from __future__ import unicode_literals

import datetime
import json

import mock
import pytest
from django.utils import timezone

from decks import staging
from decks.admin.background import jobs
from decks.builder import merging
from decks.editing.factory import EditError
from decks.models import Deck, DeckJob, HiddenCard, WhiteCard
from tests.decks.admin.workers import NEW, page, the_worker
from tests.decks.admins import an_editor
from tests.decks.people import texts
from tests.decks.shelf import a_deck

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sent")]


def test_a_bar_shows_how_far_it_is_and_then_what_became_of_it(boss, tea, cake, sent):
    assert "data-progress" in boss.act([tea, cake], "archive", sure="yes")
    assert not Deck.objects.filter(status="archived") and sent.call_args[0][0] == "work-on-decks"
    DeckJob.objects.update(done=1, total=2)
    assert 'max="2" value="1"' in page(boss) and "Still at work: 50" in boss.see("admin:decks_deck_changelist")
    DeckJob.objects.update(done=0)
    the_worker()
    assert "Archive: 2 decks." in page(boss) and Deck.objects.filter(status="archived").count() == 2
    assert "Still at work" not in boss.see("admin:decks_deck_changelist")


def test_the_page_asks_for_the_part_that_is_done(boss, tea, cake):
    boss.act([tea, cake], "rate", rating="teen")
    job = DeckJob.objects.get()
    told = lambda: json.loads(boss.see("decks_admin:work_progress", job.pk))  # noqa: E731
    assert told() == {"status": "queued", "step": "each", "done": 0, "total": 0}
    the_worker()
    assert told() == {"status": "done", "step": "each", "done": 2, "total": 2}
    assert set(Deck.objects.values_list("rating", flat=True)) == {"teen"}


def test_what_cannot_be_done_to_a_deck_is_named_and_stops_no_other(boss, tea, cake):
    boss.act([tea, cake], "tag", give="sweet", take="")
    tea.delete()
    the_worker()
    told = page(boss)
    assert "Tagged: 1 deck. Left out: 1 deck." in told and "Somebody has deleted this deck" in told
    assert Deck.objects.get().tags == "sweet"


def test_a_deck_that_changes_while_decks_are_merged_is_read_again(boss, tea, cake):
    real = staging.create_cards

    def create(cards, deck):
        if texts(cake)[-1] != "Plums":
            WhiteCard.objects.create(deck=cake, text="Plums", fingerprint="plums", position=9)
            staging.lock(cake.pk)
        real(cards, deck)
    with mock.patch("decks.staging.create_cards", create):
        merging.merge_into([cake], tea, boss.user)
    assert texts(tea) == ["Milk", "Sugar", "Icing", "Plums"]


def test_merging_writes_few_cards_in_each_transaction(boss, tea, cake, monkeypatch):
    monkeypatch.setattr(staging, "BATCH", 1)
    with mock.patch("decks.staging.create_cards", side_effect=staging.create_cards) as create:
        merging.merge_into([cake, a_deck("Jam", white=["Plums", "Pears"])], tea, boss.user)
    assert [len(call[0][0]) for call in create.call_args_list] == [1, 1, 1]


def test_decks_without_room_for_all_are_not_merged_and_it_says_why(boss, tea, cake, monkeypatch):
    boss.act([tea, cake], "merge", into=tea.pk)
    monkeypatch.setattr(merging, "DECK_CARDS", 2)
    the_worker()
    assert "Tea has no room for all of these cards" in page(boss)
    assert texts(tea) == ["Milk", "Sugar"] and not Deck.objects.filter(status="archived")


def test_cards_are_moved_by_a_worker_and_those_that_stay_are_named(boss, tea, cake):
    boss.act(list(cake.white_cards.all()), "move", target=tea.pk)
    the_worker()
    assert "1 card moved to Tea." in page(boss) and "milk." in page(boss)
    assert texts(tea) == ["Milk", "Sugar", "Icing"] and texts(cake) == ["milk.", "Sugar"]


def test_many_texts_are_hidden_by_a_worker(boss, tea):
    boss.act(list(tea.white_cards.all()), "hide", sure="yes")
    the_worker()
    assert "Hidden everywhere: 2 cards." in page(boss) and HiddenCard.objects.count() == 2


def test_a_failure_is_told(boss, tea, cake):
    boss.act([tea, cake], "merge_new", **NEW)
    with mock.patch("decks.builder.merging.merge_new", side_effect=RuntimeError):
        the_worker()
    assert "please try again" in page(boss)


def test_the_way_back_keeps_the_filters_of_the_list(boss, tea):
    ticks = ["w%d" % card.pk for card in tea.white_cards.all()]
    boss.client.post("/admin/decks/cards/?q=i&kind=white", {"action": "hide", "chosen": ticks, "answered": "yes"})
    the_worker()
    assert 'href="/admin/decks/cards/?q=i&amp;kind=white">All cards' in page(boss)


def test_the_texts_of_cards_are_forgotten_as_soon_as_they_are_hidden(boss, tea):
    boss.act(list(tea.white_cards.all()), "hide", sure="yes")
    assert "Milk" in DeckJob.objects.get().options
    the_worker()
    job = DeckJob.objects.get()
    assert "Milk" not in job.options + job.result and "Hidden everywhere: 2 cards." in page(boss)


@pytest.mark.parametrize("problem", [RuntimeError, EditError("No.")])
def test_a_job_that_failed_keeps_nothing_of_what_it_was_about(boss, tea, problem):
    boss.act(list(tea.white_cards.all()), "hide", sure="yes")
    DeckJob.objects.update(result='{"left": {"names": ["Milk"]}}')
    with mock.patch("decks.review.reports.hide", side_effect=problem):
        the_worker()
    job = DeckJob.objects.get()
    assert job.status == "failed" and "Milk" not in job.options + job.result


def test_what_is_done_is_forgotten_after_some_days(boss, tea, cake):
    boss.act([tea, cake], "archive", sure="yes")
    long_ago = timezone.now() - datetime.timedelta(days=jobs.KEPT_DAYS + 1)
    DeckJob.objects.update(changed=long_ago)
    jobs.clear_old()
    assert DeckJob.objects.exists()
    DeckJob.objects.update(changed=long_ago, status="done")
    jobs.clear_old()
    assert not DeckJob.objects.exists()


def test_a_job_is_its_makers_alone(boss, tea, cake):
    boss.act([tea, cake], "archive", sure="yes")
    edith = an_editor()
    for name in ("decks_admin:work", "decks_admin:work_progress"):
        assert edith.look(name, DeckJob.objects.get().pk).status_code == 404
