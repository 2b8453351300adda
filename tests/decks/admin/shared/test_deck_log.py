"""The admin's history of a deck says what was done to it together with others: one entry for each deed."""
from __future__ import unicode_literals

import pytest
from django.contrib.admin.models import LogEntry

from decks.models import CardReport, Deck, HiddenCard, Proposal
from tests.decks.admin.workers import a_worker_dies, the_worker
from tests.decks.shelf import hide

pytestmark = pytest.mark.django_db
YES = {"answered": "yes"}


def said_of(deck):
    entries = LogEntry.objects.filter(content_type__model="deck", object_id="%d" % deck.pk)
    return list(entries.order_by("pk").values_list("change_message", flat=True))


@pytest.mark.parametrize("action,answer,said", [
    ("archive", YES, "The deck is in the archive."), ("rate", {"rating": "teen"}, "Rated: teen."),
    ("tag", {"give": "hot", "take": ""}, "Tags: +hot -"), ("switch_off", YES, "Switched off for this site."),
    ("put_into_set", {"into": "", "name": "Office"}, "Put into the set Office."), ("delete_decks", YES, "Deleted.")])
def test_what_is_done_to_decks_stands_in_the_history_of_each(boss, tea, cake, action, answer, said):
    boss.act([tea, cake], action, **answer)
    assert [said_of(tea), said_of(cake)] == [[said], [said]]


def test_a_deck_that_was_off_already_is_not_switched_off_again(boss, tea, cake):
    Deck.objects.filter(pk=tea.pk).update(off=True)
    boss.act([tea, cake], "switch_off", **YES)
    boss.act([tea], "switch_on")
    assert [said_of(tea), said_of(cake)] == [["Switched on again."], ["Switched off for this site."]]


def test_decks_that_come_back_say_so(boss, tea, cake):
    boss.act([tea, cake], "delete_decks", **YES)
    boss.press("deck_copies:deleted", only=cake.pk)
    assert said_of(cake) == ["Deleted.", "Brought back."] and said_of(tea) == ["Deleted."]


def test_decks_that_became_part_of_another_say_of_which(boss, tea, cake):
    boss.act([tea, cake], "merge", into=tea.pk)
    assert said_of(cake) == ["Merged into Tea, and archived."]
    assert said_of(tea) == ["1 card came from other decks; 2 were there already."]


def test_a_deck_that_cards_were_moved_to_has_one_entry_for_all_of_them(boss, tea, cake):
    jam = Deck.objects.create(name="Jam", slug="jam")
    boss.act([tea.white_cards.get(text="Milk"), cake.white_cards.get(text="Icing")], "move", target=jam.pk)
    assert said_of(jam) == ["2 cards came from other decks."] and said_of(tea) == ["1 card moved to Jam."]


@pytest.mark.parametrize("action,said", [("hide", "%s hidden everywhere."), ("show", "%s dealt again.")])
def test_cards_that_are_hidden_or_dealt_again_are_counted_in_each_deck_that_has_them(boss, tea, cake, action, said):
    if action == "show":
        hide("white", "Milk"), hide("white", "Icing")
    boss.act(list(cake.white_cards.exclude(text="Sugar")), action, **YES)
    assert [said_of(tea), said_of(cake)] == [[said % "1 card"], [said % "2 cards"]]


def test_cards_that_the_queue_hides_are_counted_in_each_deck_that_has_them(boss, tea, cake):
    for card in cake.white_cards.all():
        CardReport.objects.create(kind="white", fingerprint=card.fingerprint, text=card.text, reason="typo", reporter="1-1")
    boss.press("decks_admin:review", many="hide", answered="yes", keys=" ".join(
        "white:" + card.fingerprint for card in cake.white_cards.all()))
    assert [said_of(tea), said_of(cake)] == [["2 cards hidden everywhere."], ["3 cards hidden everywhere."]]
    assert HiddenCard.objects.count() == 3


def test_one_card_that_the_queue_hides_or_shows_again_stands_in_each_deck_that_has_it(boss, tea, cake):
    card = tea.white_cards.get(text="Milk")
    CardReport.objects.create(kind="white", fingerprint=card.fingerprint, text="Milk", reason="typo", reporter="1-1")
    boss.press("decks_admin:review", many="hide", keys="white:" + card.fingerprint, answered="yes")
    boss.press("decks_admin:review", do="show", hidden=HiddenCard.objects.get().pk)
    assert said_of(tea) == said_of(cake) == ["1 card hidden everywhere.", "1 card dealt again."]


def test_a_card_that_the_queue_mends_stands_in_each_deck_that_it_was_mended_in(boss, tea, cake):
    card = tea.white_cards.get(text="Milk")
    CardReport.objects.create(kind="white", fingerprint=card.fingerprint, text="Milk", reason="typo", reporter="1-1")
    boss.press("decks_admin:review", do="mend", text="Cream", kind="white", fingerprint=card.fingerprint)
    assert said_of(tea) == said_of(cake) == ["\u201cMilk\u201d is \u201cCream\u201d now."]


def test_proposals_that_the_queue_accepts_are_one_entry_of_their_deck(boss, tea):
    rows = [Proposal.objects.create(deck=tea, kind="white", text=text) for text in ("a", "b")]
    boss.press("decks_admin:review", many="accept", answered="yes", keys=" ".join("%d" % row.pk for row in rows))
    assert said_of(tea) == ["2 cards accepted that players proposed."]


def test_dead_workers_leave_one_entry(boss, tea, cake, sent):
    boss.act(list(cake.white_cards.all()), "hide", **YES)
    a_worker_dies(2)
    a_worker_dies(1)
    the_worker()
    assert said_of(cake) == ["3 cards hidden everywhere."]
