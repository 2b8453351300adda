"""Another worker goes on where one died, and tells what became of all."""
from __future__ import unicode_literals

import mock
import pytest
from django.contrib.admin.models import LogEntry

from decks.admin.background import jobs
from decks.models import CardReport, Deck, DeckJob, HiddenCard, WhiteCard
from live import UnsentError
from tests.decks.admin.workers import NEW, a_worker_dies, keep_all, let_the_claim_end, page, the_worker
from tests.decks.people import texts
from tests.decks.shelf import a_deck, hide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sent")]


def test_another_worker_goes_on_with_doubles_where_one_died(boss, tea, cake):
    a_deck("Jam", white=["Sugar"])
    keep_all(boss)
    a_worker_dies(1)
    the_worker()
    told = page(boss)
    assert "2 texts in one deck each now; 3 cards left 2 decks." in told and "No double" not in told
    assert [texts(deck) for deck in Deck.objects.order_by("pk")] == [["Milk", "Sugar"], ["Icing"], []]


def test_decks_are_merged_into_one_new_deck_however_many_workers_die(boss, tea, cake):
    boss.act([tea, cake], "merge_new", **NEW)
    a_worker_dies(1)
    with mock.patch("decks.admin.background.jobs.claims.end", side_effect=SystemExit), pytest.raises(SystemExit):
        the_worker()
    let_the_claim_end()
    the_worker()
    assert "All of it</a> has 0 black and 3 white cards of 2 decks; 2 doubles counted once." in page(boss)
    assert Deck.objects.filter(name="All of it").count() == 1 and Deck.objects.count() == 3


def test_decks_are_merged_into_one_of_them_and_archived_however_many_workers_die(boss, tea, cake):
    jam = a_deck("Jam", white=["Sugar", "Plums"], rating="family")
    boss.act([tea, cake, jam], "merge", into=tea.pk)
    a_worker_dies(1)
    assert texts(tea) == ["Milk", "Sugar"]
    a_worker_dies(3)
    assert texts(tea) == ["Milk", "Sugar", "Icing", "Plums"]
    the_worker()
    assert "2 cards came from other decks; 3 were there already. The other decks are in" in page(boss)
    assert texts(tea) == ["Milk", "Sugar", "Icing", "Plums"]
    assert list(Deck.objects.filter(status="archived").order_by("pk")) == [cake, jam]


def test_another_worker_goes_on_with_decks_where_one_died(boss, tea, cake):
    boss.act([tea, cake], "archive", sure="yes")
    a_worker_dies(1)
    assert DeckJob.objects.get().done == 1
    the_worker()
    assert "Archive: 2 decks." in page(boss) and "Left out" not in page(boss)
    assert LogEntry.objects.filter(object_id=cake.pk, change_message__contains="archive").count() == 1


def test_cards_that_a_dead_worker_has_copied_are_not_left_out(boss, tea, cake):
    jam = a_deck("Jam")
    boss.act(list(tea.white_cards.filter(text="Milk")) + list(cake.white_cards.filter(text="Icing")), "copy",
             target=jam.pk)
    a_worker_dies(1)
    the_worker()
    assert "2 cards copied to Jam." in page(boss) and texts(jam) == ["Milk", "Icing"]


def test_cards_that_a_dead_worker_deals_again_are_counted_once(boss, tea):
    cards = list(tea.white_cards.all())
    for card in cards:
        hide("white", card.text)
    boss.act(cards, "show", sure="yes")
    a_worker_dies(1)
    the_worker()
    assert "Dealt again: 2 cards." in page(boss)


def test_another_worker_goes_on_with_cards_where_one_died(boss, tea, cake):
    boss.act(list(tea.white_cards.all()) + list(cake.white_cards.all()), "remove", sure="yes")
    a_worker_dies(1)
    assert DeckJob.objects.get().done == 1
    the_worker()
    assert "5 cards deleted." in page(boss) and not WhiteCard.objects.exists()


def test_many_reports_are_decided_by_a_worker(boss, tea):
    for card in tea.white_cards.all():
        CardReport.objects.create(kind="white", fingerprint=card.fingerprint, text=card.text, reason="typo", reporter="1-1")
    keys = " ".join("white:" + card.fingerprint for card in tea.white_cards.all())
    assert "data-progress" in boss.press("decks_admin:review", many="hide", keys=keys, answered="yes")
    a_worker_dies(1)
    the_worker()
    assert "Hide 2 cards everywhere: done." in page(boss) and "Back to the queue" in page(boss)
    assert HiddenCard.objects.count() == 2 and not CardReport.objects.filter(resolved=None).exists()


def test_the_clock_finds_what_no_worker_was_told_of(boss, tea, cake, sent):
    sent.side_effect = UnsentError()
    boss.act([tea, cake], "archive", sure="yes")
    let_the_claim_end()
    sent.reset_mock(side_effect=True)
    jobs.queue_due()
    sent.assert_called_once_with("work-on-decks", {"id": DeckJob.objects.get().pk})
