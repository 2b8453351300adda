"""What takes long is done by a worker, while a page shows how far it is and tells what became of it."""
from __future__ import unicode_literals

import datetime
import json
import re

import mock
import pytest
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from decks import staging
from decks.admin.background import jobs
from decks.builder import merging
from decks.models import CardReport, Deck, DeckJob, HiddenCard, WhiteCard
from decks.progress import Progress
from live import UnsentError
from tests.decks.admins import an_editor
from tests.decks.people import texts
from tests.decks.shelf import a_deck, hide

pytestmark = pytest.mark.django_db
NEW = {"name": "All of it", "language": "en", "rating": "teen"}


@pytest.fixture(autouse=True)
def sent():
    """What a worker is told of, who is busy just now. Whatever is more than nothing takes long."""
    with mock.patch("decks.admin.background.jobs.send_task") as send, mock.patch.multiple(
            "decks.admin.deck_actions", AT_ONCE=1, AT_ONCE_CARDS=1), mock.patch.multiple(
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


def test_cards_are_moved_by_a_worker_and_those_that_stay_are_named(boss, tea, cake):
    boss.act(list(cake.white_cards.all()), "move", target=tea.pk)
    the_worker()
    assert "1 card moved to Tea." in page(boss) and "milk." in page(boss)
    assert texts(tea) == ["Milk", "Sugar", "Icing"] and texts(cake) == ["milk.", "Sugar"]


def test_many_texts_are_hidden_by_a_worker(boss, tea):
    boss.act(list(tea.white_cards.all()), "hide", sure="yes")
    the_worker()
    assert "Hidden everywhere: 2 cards." in page(boss) and HiddenCard.objects.count() == 2


def test_many_reports_are_decided_by_a_worker(boss, tea):
    for card in tea.white_cards.all():
        CardReport.objects.create(kind="white", fingerprint=card.fingerprint, text=card.text, reason="typo", reporter="1-1")
    keys = " ".join("white:" + card.fingerprint for card in tea.white_cards.all())
    assert "data-progress" in boss.press("decks_admin:review", many="hide", keys=keys, answered="yes")
    a_worker_dies(1)
    the_worker()
    assert "Hide 2 cards everywhere: done." in page(boss) and "Back to the queue" in page(boss)
    assert HiddenCard.objects.count() == 2 and not CardReport.objects.filter(resolved=None).exists()


def test_a_failure_is_told(boss, tea, cake):
    boss.act([tea, cake], "merge_new", **NEW)
    with mock.patch("decks.builder.merging.merge_new", side_effect=RuntimeError):
        the_worker()
    assert "please try again" in page(boss)


def test_the_clock_finds_what_no_worker_was_told_of(boss, tea, cake, sent):
    sent.side_effect = UnsentError()
    boss.act([tea, cake], "archive", sure="yes")
    let_the_claim_end()
    sent.reset_mock(side_effect=True)
    jobs.queue_due()
    sent.assert_called_once_with("work-on-decks", {"id": DeckJob.objects.get().pk})


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
