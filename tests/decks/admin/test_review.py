"""The review queue: decks, proposed cards and reported cards on one page, each with its verdicts."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decks.models import CardReport, Deck, HiddenCard, Proposal
from decks.review import pending, proposals, reports, workflow
from tests.decks.admins import Admin, a_player, a_reviewer
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
QUEUE = "deck_review:queue"


@pytest.fixture
def rex():
    return a_reviewer()


@pytest.fixture
def attic():
    """A player's deck that asks to be published."""
    deck = a_deck("Attic", [("Why %d? _" % n, 1) for n in range(20)], ["thing %d" % n for n in range(40)],
                  status="draft",
                  owner=a_player(), rating="adult")
    return workflow.ask_to_publish(deck, deck.owner)


def again(row):
    return type(row).objects.get(pk=row.pk)


def report(text, *reasons):
    for number, reason in enumerate(reasons):
        reports.report("white", text, reason, "1-%d" % number)
    return {"kind": "white", "fingerprint": CardReport.objects.filter(text=text)[0].fingerprint}


def test_an_empty_queue_says_so(rex):
    assert "Nothing waits" in rex.see(QUEUE)


def test_a_deck_is_shown_with_cards_from_all_over_it(rex, attic):
    shown = rex.see(QUEUE)
    assert "20 black and 40 white cards" in shown and "By ann" in shown
    assert "thing 0<" in shown and "thing 33<" in shown and "thing 34<" not in shown


def test_a_deck_is_published_with_a_rating(rex, attic):
    assert "Attic is published." in rex.press(QUEUE, do="approve", deck=attic.pk, rating="teen",
                                              note="Lovely!")
    deck = again(attic)
    assert (deck.status, deck.listed, deck.rating, deck.review_note) == ("published", True, "teen", "Lovely!")


def test_a_deck_goes_back_with_a_note(rex, attic):
    rex.press(QUEUE, do="reject", deck=attic.pk, note="Card 3 has a typo.")
    assert (again(attic).status, again(attic).review_note) == ("draft", "Card 3 has a typo.")


def test_a_deck_does_not_go_back_without_a_word(rex, attic):
    assert "Tell the owner what to mend." in rex.press(QUEUE, do="reject", deck=attic.pk, note="")
    assert again(attic).status == "review"


def test_a_verdict_that_comes_too_late_keeps_what_was_typed(rex, attic):
    note = "No, because of %s" % ("x" * 500)
    assert note in rex.press(QUEUE, do="reject", deck=attic.pk, note=note) and again(attic).status == "review"


@pytest.mark.parametrize("do,cards,status", [("accept", 1, "accepted"), ("refuse", 0, "refused")])
def test_a_card_proposed_to_a_deck_of_the_site_is_decided(rex, do, cards, status):
    deck = a_deck("Tea")
    proposal = proposals.propose(deck, "white", "a biscuit", None, "Bo", a_player())
    assert "a biscuit" in rex.see(QUEUE)
    rex.press(QUEUE, do=do, proposal=proposal.pk)
    assert again(proposal).status == status and deck.white_cards.filter(text="a biscuit",
                                                                        attribution="Bo").count() == cards


def test_a_card_proposed_to_a_players_deck_is_the_players_affair(rex):
    deck = a_deck("Attic", owner=a_player())
    proposal = proposals.propose(deck, "white", "a biscuit", None, "", None)
    assert "a biscuit" not in rex.see(QUEUE)
    assert rex.client.post("/admin/decks/review/",
                           {"do": "accept", "proposal": proposal.pk}).status_code == 404
    assert again(proposal).status == Proposal.WAITING


def test_reports_are_counted_by_card_and_reason(rex):
    a_deck("Tea", white=["Milk", "Sugar"])
    report("Sugar", "unfunny")
    report("Milk", "typo", "typo", "offensive")
    shown = rex.see(QUEUE)
    assert "3 reports</b>: 2 &times; a typo, 1 &times; offensive" in shown
    assert shown.index(">Milk<") < shown.index(">Sugar<") and "Reported cards <b>2</b>" in shown


def test_a_reported_card_is_hidden_everywhere(rex):
    a_deck("Tea", white=["Milk"])
    rex.press(QUEUE, do="hide", **report("Milk", "offensive"))
    assert HiddenCard.objects.get().user == rex.user and "Nothing waits" in rex.see(QUEUE)


def test_a_reported_card_gets_another_text_in_all_decks_of_the_site(rex):
    tea, cake, attic = a_deck("Tea", white=["Mlik"]), a_deck("Cake", white=["mlik."]), a_deck(
        "A", white=["Mlik"], owner=a_player())
    assert "mended in 2 decks" in rex.press(QUEUE, do="mend", text="Milk", **report("Mlik", "typo"))
    assert [deck.white_cards.get().text for deck in (tea, cake, attic)] == ["Milk", "Milk", "Mlik"]
    assert not pending.open_reports()


def test_a_text_that_cannot_be_used_stays_in_its_box(rex):
    deck = a_deck("Tea", white=["Mlik"])
    shown = rex.press(QUEUE, do="mend", text="M" * 501, **report("Mlik", "typo"))
    assert "the limit is 500" in shown and "M" * 501 + "</textarea>" in shown
    assert deck.white_cards.get().text == "Mlik" and pending.open_reports()


def test_reports_are_dismissed(rex):
    a_deck("Tea", white=["Milk"])
    rex.press(QUEUE, do="dismiss", **report("Milk", "unfunny", "unfunny"))
    assert set(CardReport.objects.values_list("resolver", flat=True)) == {
        rex.user.pk} and not HiddenCard.objects.exists()


def test_a_card_that_somebody_else_dealt_with_says_so(rex):
    a_deck("Tea", white=["Milk"])
    card = report("Milk", "unfunny")
    CardReport.objects.update(resolved="2026-01-01T00:00Z")
    assert "dealt with this card already" in rex.press(QUEUE, do="hide",
                                                       **card) and not HiddenCard.objects.exists()


def test_the_first_page_of_the_admin_tells_reviewers_what_waits(rex, attic):
    report("Milk", "typo")
    assert "1 deck, 0 proposed and 1 reported card" in " ".join(rex.see("admin:index").split())


def test_a_long_queue_stays_quick(rex, attic):
    for number in range(12):
        a_deck("Deck %d" % number, white=["thing %d" % n for n in range(50)], status="review")
        report("thing %d" % number, "typo", "typo")
    with CaptureQueriesContext(connection) as queries:
        shown = rex.see(QUEUE)
    assert len(queries) <= 60 and "More come when these are done." in shown


def test_only_reviewers_come_in(rex, attic):
    for fields in ({"do": "approve", "deck": attic.pk}, {"do": "nonsense"}):
        assert Admin("boss-%s" % fields["do"],
                     "Deck editor").client.post("/admin/decks/review/", fields).status_code == 403
    assert rex.client.post("/admin/decks/review/", {"do": "nonsense"}).status_code == 403
    assert Deck.objects.get(pk=attic.pk).status == "review"
