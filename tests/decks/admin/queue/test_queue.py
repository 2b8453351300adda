"""The review queue: what waits, part by part, each thing with its verdicts, and many of them at once."""
from __future__ import unicode_literals

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks.admin.queue import many
from decks.imports import jobs
from decks.models import CardReport, Deck, HiddenCard, Proposal
from decks.review import pending, proposals, reports, workflow
from tests.decks.admins import Admin, a_player, a_reviewer, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
QUEUE = "decks_admin:review"


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


def test_a_reported_card_is_hidden_everywhere_after_a_page_that_asks(rex):
    a_deck("Tea", white=["Milk"])
    key = "white:%(fingerprint)s" % report("Milk", "offensive")
    assert '<input type="hidden" name="chosen" value="%s">' % key in rex.see(QUEUE)
    assert "Hide 1 card everywhere" in rex.press(QUEUE, many="hide", chosen=key) and not HiddenCard.objects.exists()
    told = rex.press(QUEUE, many="hide", keys=key, answered="yes")
    assert HiddenCard.objects.get().user == rex.user and "Nothing waits" in rex.see(QUEUE)
    assert '\u201cMilk\u201d is hidden everywhere. <a href="/admin/decks/review/?show=hidden">Hidden cards</a>' in told


def test_a_reported_card_gets_another_text_in_all_decks_of_the_site(rex):
    tea, cake, attic = a_deck("Tea", white=["Mlik"]), a_deck("Cake", white=["mlik."]), a_deck(
        "A", white=["Mlik"], owner=a_player())
    assert "mended in 2 decks" in rex.press(QUEUE, do="mend", text="Milk", **report("Mlik", "typo"))
    assert [deck.white_cards.get().text for deck in (tea, cake, attic)] == ["Milk", "Milk", "Mlik"]
    assert not pending.open_reports()


def test_decks_that_have_the_mended_text_already_are_counted(rex):
    a_deck("Tea", white=["Mlik", "Milk"]), a_deck("Cake", white=["Mlik"])
    told = rex.press(QUEUE, do="mend", text="Milk", **report("Mlik", "typo"))
    assert "mended in 2 decks. In 1 deck another card reads like this now." in told


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
    assert "dealt with this card already" in rex.press(QUEUE, do="mend", text="Cream", **card)
    told = rex.press(QUEUE, many="hide", keys="white:" + card["fingerprint"], answered="yes")
    assert "dealt with this already" in told and not HiddenCard.objects.exists()


def test_the_first_page_of_the_admin_tells_reviewers_what_waits(rex, attic):
    report("Milk", "typo")
    assert "1 deck, 0 proposed and 1 reported card" in " ".join(rex.see("admin:index").split())


def test_a_long_queue_stays_quick(rex, attic):
    for number in range(12):
        a_deck("Deck %d" % number, white=["thing %d" % n for n in range(50)], status="review")
        report("thing %d" % number, "typo", "typo")
    with CaptureQueriesContext(connection) as queries:
        shown = rex.see(QUEUE, show="decks")
    assert len(queries) <= 60 and shown.count("<article class=\"waiting\"") == 8 and "1 to 8 of 13" in shown


def many_reports(count):
    a_deck("Tea", white=["thing %d" % n for n in range(count)])
    for number in range(count):
        report("thing %d" % number, "typo")


def test_a_hundred_and_fifty_reports_are_ten_pages(rex):
    many_reports(150)
    with CaptureQueriesContext(connection) as queries:
        shown = rex.see(QUEUE, show="reports", page=10)
    assert shown.count('class="verdict"') == 15 and "136 to 150 of 150" in shown and len(queries) <= 25


@pytest.mark.parametrize("query", [
    {"reason": "offensive"}, {"kind": "black"}, {"deck": "jam"}, {"language": "pl"}, {"q": "marma"}])
def test_reports_are_narrowed(rex, query):
    jam = a_deck("Jam", [("Marmalade? _", 1)], language="pl")
    a_deck("Soup", white=["Nettles"])
    report("Nettles", "typo")
    reports.report("black", "Marmalade? _", "offensive", "1-1")
    shown = rex.see(QUEUE, show="reports", **{name: jam.pk if value == "jam" else value
                                              for name, value in query.items()})
    assert "Marmalade" in shown and "Nettles" not in shown


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


def test_hidden_cards_are_listed_and_shown_again(rex):
    hidden = reports.hide("white", "m", "Milk", rex.user)
    shown = rex.see(QUEUE, show="hidden")
    assert "Hidden by rex" in shown and "Milk" in shown
    assert "is dealt again" in rex.press(QUEUE, do="show", hidden=hidden.pk) and not HiddenCard.objects.exists()


@pytest.mark.parametrize("status,found", [("", "a biscuit"), ("refused", "a spoon"), ("owners", "a moth")])
def test_proposals_of_every_status_are_found_in_the_queue(rex, status, found):
    tea, attic = a_deck("Tea"), a_deck("Attic", owner=a_player())
    proposals.refuse(proposals.propose(tea, "white", "a spoon", None, "", None))
    proposals.propose(tea, "white", "a biscuit", None, "", None)
    proposals.propose(attic, "white", "a moth", None, "", None)
    shown = rex.see(QUEUE, show="proposals", status=status)
    assert [text for text in ("a biscuit", "a spoon", "a moth") if ">%s<" % text in shown] == [found]


def test_imports_are_listed_with_the_decks_they_made():
    edith = an_editor()
    job = jobs.look(edith.user, b"Milk\nSugar\n", "tea.txt", site=True, name="Tea")
    jobs.start(job, is_right=True)
    deck = Deck.objects.get()
    for query in ({}, {"deck": deck.pk}, {"status": "done"}, {"q": "tea"}):
        shown = edith.see(QUEUE, show="imports", **query)
        assert "tea.txt" in shown and reverse("admin:decks_deck_change", args=[deck.pk]) in shown
    assert "tea.txt" not in edith.see(QUEUE, show="imports", status="failed")


def test_a_decks_page_leads_to_all_that_is_said_of_it(rex):
    deck = a_deck("Tea", white=["Milk"])
    proposals.propose(deck, "white", "a biscuit", None, "", None)
    report("Milk", "typo")
    shown = rex.see("admin:decks_deck_change", deck.pk)
    assert "show=reports&amp;deck=%d" % deck.pk in shown and "Proposed cards <b>1</b>" in shown
    assert "Hidden cards" not in shown


def test_the_admins_first_page_lists_no_rows_that_services_write(rex):
    boss = Admin("boss")
    shown = boss.see("admin:index") + boss.see("admin:app_list", "decks")
    for name in ("Import jobs", "Proposals", "Hidden cards", "Black cards", "White cards"):
        assert name not in shown
    assert shown.count(reverse(QUEUE)) == 2 and shown.count(reverse("decks_admin:cards")) == 2


def test_only_reviewers_decide(rex, attic):
    for fields in ({"do": "approve", "deck": attic.pk}, {"do": "nonsense"}):
        assert Admin("boss-%s" % fields["do"],
                     "Deck editor").client.post("/admin/decks/review/", fields).status_code == 403
    assert rex.client.post("/admin/decks/review/", {"do": "nonsense"}).status_code == 403
    assert Deck.objects.get(pk=attic.pk).status == "review"


def test_who_has_chosen_nothing_is_asked_to(boss):
    assert "Choose something first." in boss.press("decks_admin:review", many="hide")


def test_after_each_decision_the_next_thing_is_in_sight(boss):
    """A browser keeps the place in the page, which the form names, over the redirect."""
    for text in ("Milk", "Sugar"):
        reports.report("white", text, "typo", "1-1")
    shown = boss.see("decks_admin:review", show="reports")
    assert all('action="#row-%d" id="row-%d"' % (place, place) in shown for place in (1, 2))
