"""One decision about many things of the review queue."""
from __future__ import unicode_literals

import pytest
from django.contrib.admin.models import LogEntry

from common.compat import reverse
from decks.admin.queue import many
from decks.models import CardReport, HiddenCard
from decks.review import pending, proposals
from tests.decks.admin.queue.waiting import QUEUE, again, many_reports, report
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_many_cards_are_hidden_after_a_page_that_names_how_many(rex):
    many_reports(3)
    keys = ["white:" + one for one in CardReport.objects.order_by("pk").values_list("fingerprint", flat=True)][:2]
    shown = rex.press(QUEUE, many="hide", chosen=keys)
    assert "Hide 2 cards everywhere" in shown and "thing 1" in shown and not HiddenCard.objects.exists()
    told = rex.press(QUEUE, many="hide", keys=" ".join(keys), answered="yes")
    assert told.count("<li class=\"success\"") == 1 and "Hide 2 cards everywhere: done." in told
    assert set(HiddenCard.objects.values_list("text", flat=True)) == {"thing 0", "thing 1"}
    assert LogEntry.objects.filter(content_type__model="cardreport").count() == 2


def test_all_that_the_filters_find_are_decided_at_once(rex):
    many_reports(20)
    a_deck("Soup", white=["Nettles"])
    report("Nettles", "unfunny")
    shown = rex.client.post(reverse(QUEUE) + "?show=reports&reason=typo", {"many": "dismiss", "all": "1"})
    keys = dict(shown.context["hidden"])["keys"]
    assert "Dismiss the reports about 20 cards" in shown.content.decode("utf-8")
    rex.press(QUEUE, many="dismiss", keys=keys, answered="yes")
    assert [one.text for one in pending.open_reports()] == ["Nettles"]


def test_what_somebody_else_has_decided_meanwhile_is_named_and_stops_nothing(rex):
    deck = a_deck("Tea", white=["Milk"])
    one, other = [proposals.propose(deck, "white", text, None, "", None) for text in ("a biscuit", "a spoon")]
    proposals.refuse(one)
    told = rex.press(QUEUE, many="accept", keys="%d %d" % (one.pk, other.pk), answered="yes")
    assert "Accept 1 card: done. Left out: 1 card." in told and "decided about this card already" in told
    assert deck.white_cards.filter(text="a spoon").exists()


def test_many_decks_go_back_with_one_note(rex, attic):
    assert "Note to the owners" in rex.press(QUEUE, many="reject", chosen=[attic.pk])
    rex.press(QUEUE, many="reject", keys="%d" % attic.pk, note="Too long.", answered="yes")
    assert (again(attic).status, again(attic).review_note) == ("draft", "Too long.")


@pytest.mark.parametrize("name", list(many.DECISIONS))
def test_keys_that_mean_nothing_decide_nothing(rex, name):
    told = rex.press(QUEUE, many=name, keys="white:x 7 \u00b2 -1", note="No.", answered="yes")
    assert "dealt with this already" in told and not LogEntry.objects.exists()


def test_who_has_chosen_nothing_is_asked_to(boss):
    assert "Choose something first." in boss.press("decks_admin:review", many="hide")
