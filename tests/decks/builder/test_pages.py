"""The deck builder: my decks, the builder's page, the states of a deck, doubles and proposals;
and how they say no.
"""
from __future__ import unicode_literals

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks import limits
from decks.builder import metadata, steps
from decks.models import (
    ARCHIVED,
    BLACK,
    DRAFT,
    PUBLISHED,
    REVIEW,
    WHITE,
    BlackCard,
    Deck,
    Proposal,
    WhiteCard,
)
from decks.review import proposals
from game.rules.settings import default_settings
from game.rules.state import SPARE
from tests.decks.building_desk import WHITES, address, ann, deck, fresh, read, refused, send, white  # noqa: F401
from tests.decks.people import a_person, an_own_deck
from tests.game.people import enter

pytestmark = pytest.mark.django_db
ENOUGH = "\n".join(["card %d" % number for number in range(12)]
                   + ["question %d: _" % number for number in range(5)])


# ---- my decks
def test_a_new_deck_is_a_draft_of_its_maker_and_opens_in_the_builder(client, ann):
    response = client.post(reverse("decks:mine"),
                           {"name": " Cards  About Cheese ", "language": "de", "rating": "teen"})
    deck = Deck.objects.get()
    assert response["Location"].endswith(address("edit", deck))
    assert (deck.name, deck.slug, deck.language,
            deck.rating) == ("Cards About Cheese", "cards-about-cheese", "de", "teen")
    assert (deck.owner, deck.status, deck.listed) == (ann, DRAFT, False)


@pytest.mark.parametrize("fields, advice", [
    ({"name": " "}, "Give the deck a name"), ({"name": "x\u202ey"}, "control character"),
    ({"language": "tlh"}, "tlh"),
    ({"rating": "rude"}, "rude")])
def test_a_new_deck_that_cannot_be_is_refused_with_advice(client, ann, fields, advice):
    response = client.post(reverse("decks:mine"),
                           dict({"name": "Tea", "language": "en", "rating": "family"}, **fields))
    assert response.status_code == 400 and advice in response.content.decode("utf-8")
    assert not Deck.objects.exists()


def test_names_that_are_taken_reserved_or_have_no_letters_get_addresses_of_their_own(ann):
    slugs = [metadata.create(ann, name, "en", "family").slug for name in ("Tea", "Tea", "Mine", "\u8336")]
    assert slugs[0] == "tea" and slugs[1].startswith("tea-") and slugs[2].startswith("mine-")
    assert len(set(slugs)) == 4 and all(slugs)


def test_nobody_keeps_more_decks_than_the_limit(client, ann, monkeypatch):
    monkeypatch.setattr(metadata, "DECKS_EACH", 1)
    an_own_deck(ann)
    response = client.post(reverse("decks:mine"), {"name": "More", "language": "en", "rating": "family"})
    assert response.status_code == 400 and "already" in response.content.decode("utf-8")


def test_the_archive_counts_to_what_anybody_keeps(client, ann, monkeypatch):
    monkeypatch.setattr(limits, "DECKS_EVER", 1)
    an_own_deck(ann, "", "Old One", ARCHIVED)
    response = client.post(reverse("decks:mine"), {"name": "More", "language": "en", "rating": "family"})
    assert response.status_code == 400 and "archive is full" in response.content.decode("utf-8")


def test_my_decks_are_mine_with_their_counts_and_states(client, ann):
    an_own_deck(ann, WHITES + "\n_!", "Mine Alone", REVIEW)
    an_own_deck(a_person("Bob"), "", "Bobs Deck")
    an_own_deck(ann, "", "Old One", ARCHIVED)
    page = client.get(reverse("decks:mine")).content.decode("utf-8")
    assert "Mine Alone" in page and "1 black, 3 white" in page and "In review" in page
    assert "Bobs Deck" not in page and page.index("In the archive") < page.index("Old One")


def test_my_decks_take_as_many_queries_for_thirty_as_for_one(client, ann):
    asked = []
    for start in (0, 1):
        for number in range(start, 1 + start * 29):
            an_own_deck(ann, "tea", "Deck %d" % number)
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("decks:mine"))
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 10


def test_guests_are_asked_to_sign_in(client):
    deck = an_own_deck(a_person("Bob"))
    for path in (reverse("decks:mine"), address("edit", deck)):
        assert "/accounts/login/?next=" + path in client.get(path)["Location"]


# ---- whose deck it is
@pytest.mark.parametrize("name", ["edit", "cards", "near", "doubles", "proposed"])
def test_another_persons_deck_does_not_exist_to_look_at(client, ann, name):
    assert client.get(address(name,
                              an_own_deck(a_person("Bob"), WHITES, status=PUBLISHED))).status_code == 404


@pytest.mark.parametrize("name", ["change", "step", "decide", "unarchive", "delete"])
def test_another_persons_deck_does_not_exist_to_change(client, ann, name):
    deck = an_own_deck(a_person("Bob"), status=ARCHIVED if name in ("unarchive", "delete") else PUBLISHED)
    assert send(client, deck, name, verb="facts", facts={"name": "Mine"}, step="archive").status_code == 404
    assert Deck.objects.get().name == "Tea"


def test_a_deck_of_the_site_is_built_by_its_editors_alone(client, ann):
    deck = an_own_deck(None)
    assert client.get(address("edit", deck)).status_code == 404
    enter(client, a_person("Ed", "change_deck"))
    assert client.get(address("edit", deck)).status_code == 200


def test_whoever_was_signed_out_is_told_so_and_loses_nothing(client):
    deck = an_own_deck(a_person("Bob"), WHITES)
    assert "Sign in in another tab" in refused(client, deck, 403, "sign_in", verb="remove", card=white(deck))


def test_a_page_that_asks_without_end_is_slowed_down(client, deck, monkeypatch):
    monkeypatch.setattr("decks.views.builder.HAMMERING", "0/m")
    refused(client, deck, 429, "too_fast", verb="remove", card=white(deck))


# ---- the page
def test_the_builder_begins_with_the_deck_and_its_first_cards(client, ann):
    deck = an_own_deck(ann, "\n".join("card %d" % number for number in range(60)) + "\n<b>_</b>")
    page = client.get(address("edit", deck))
    document = json.loads(re.search('id="document">(.*?)</script>', page.content.decode("utf-8")).group(1))
    assert document["counts"] == {"black": 1, "white": 60} and document["serves"] == 5
    assert [len(part["cards"]) for part in document["pages"]] == [1, 50]
    assert document["pages"][0]["cards"][0]["text"] == "<b>_</b>" and b"<b>_" not in page.content


def test_a_deck_in_the_archive_is_not_built(client, ann):
    assert client.get(address("edit", an_own_deck(ann, status=ARCHIVED)))["Location"].endswith("/decks/mine/")


def test_it_asks_as_much_for_five_thousand_cards_as_for_five(client, ann):
    asked = []
    for many in (1, 5, 5000):  # the first page of all also asks what is kept in memory from then on
        deck = an_own_deck(ann, "", "Deck %d" % many)
        WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text="card %d" % place, fingerprint="%d" % place,
                                                 position=place)
                                       for place in range(many)], batch_size=200)
        with CaptureQueriesContext(connection) as seen:
            client.get(address("edit", deck))
        asked.append(len(seen))
    assert asked[1] == asked[2] <= 20


def test_a_player_of_the_game_holds_as_many_cards_as_the_builder_says():
    assert steps.CARDS_EACH == default_settings()["hand_size"] + SPARE


def test_cards_come_page_by_page(client, deck):
    page, = read(client.get(address("cards", deck), {"kind": "white", "start": "1", "count": "1"}))["pages"]
    assert (page["start"], page["total"], [card["text"] for card in page["cards"]]) == (1, 3, ["soup"])


def test_cards_are_found_by_all_of_the_words(client, deck):
    pages = read(client.get(address("cards", deck), {"q": "DUCK a\0"}))["pages"]
    assert [[card["text"] for card in page["cards"]] for page in pages] == [[], ["a duck"]]


@pytest.mark.parametrize("asked", [{"start": "-1"}, {"start": "x"}, {"count": "0"}, {"count": "9" * 30}])
def test_numbers_that_make_no_sense_are_no_trouble(client, deck, asked):
    assert client.get(address("cards", deck), asked).status_code == 200


def test_there_are_no_green_cards(client, deck):
    assert read(client.get(address("cards", deck), {"kind": "green"}), 400)["code"] == "bad_request"
    assert read(client.get(address("near", deck), {"kind": "green", "text": "tea"}),
                400)["code"] == "bad_request"


# ---- states
def test_a_deck_with_enough_cards_asks_to_be_published_and_comes_back(client, ann):
    deck = an_own_deck(ann, ENOUGH)
    assert read(send(client, deck, "step", step="ask"))["status"] == REVIEW
    assert read(send(client, deck, "step", step="withdraw"))["status"] == DRAFT


def test_a_deck_says_what_it_lacks(client, deck):
    assert read(client.get(address("cards", deck)))["missing"] == {"black": 5, "white": 7}
    assert "at least 5 black" in refused(client, deck, 400, "refused", "step", step="ask")


def test_a_deck_is_shared_by_its_code(client, deck):
    answer = read(send(client, deck, "step", step="share"))
    assert (answer["status"], answer["listed"], answer["code"]) == (PUBLISHED, False, deck.code)


@pytest.mark.parametrize("name", ["approve", "publish", "reject", None])
def test_nobody_publishes_in_the_builder(client, ann, name):
    refused(client, an_own_deck(ann, ENOUGH), 400, "bad_request", "step", step=name)


def test_a_deck_goes_to_the_archive_and_comes_out_again_as_a_draft(client, deck):
    assert read(send(client, deck, "step", step="archive")) == {"gone": True}
    assert send(client, deck, verb="add", lines=["cake"]).status_code == 404
    assert client.post(address("unarchive", deck))["Location"].endswith(address("edit", deck))
    assert Deck.objects.get().status == DRAFT


def test_only_what_lies_in_the_archive_is_deleted_for_good(client, deck):
    assert client.post(address("delete", deck)).status_code == 404
    send(client, deck, "step", step="archive")
    client.post(address("delete", deck))
    assert not Deck.objects.exists() and not WhiteCard.objects.exists()


# ---- doubles and proposals
def test_it_hints_at_a_card_that_reads_nearly_the_same(client, ann):
    deck = an_own_deck(ann, "a duck with a clipboard\nsoup")
    ask = lambda text: read(client.get(address("near", deck), {"kind": WHITE, "text": text}))["near"]  # noqa: E731
    assert ask("a duck with a clipboards") == "a duck with a clipboard" and ask("four balloons") == ""


def test_it_lists_cards_that_read_alike(client, ann):
    deck = an_own_deck(ann, "a duck with a clipboard\na duck with a clipboards\nsoup")
    answer = read(client.get(address("doubles", deck)))
    assert [(pair["same"], pair["one"]["text"], pair["other"]["id"]) for pair in answer["pairs"]] == [
        (False, "a duck with a clipboard", white(deck, 1))]
    assert answer["complete"]


def test_looking_for_doubles_over_and_over_is_slowed_down(client, deck, monkeypatch):
    monkeypatch.setattr("decks.views.builder.LOOKS", "0/m")
    assert read(client.get(address("doubles", deck)), 429)["code"] == "too_fast"


@pytest.fixture
def proposal(ann):
    deck = an_own_deck(ann, WHITES, status=PUBLISHED)
    return proposals.propose(deck, BLACK, "Why? _", None, "Bo", a_person("Bo"))


def test_the_owner_reads_what_was_proposed_and_takes_it(client, proposal):
    deck = proposal.deck
    waiting, = read(client.get(address("proposed", deck)))["proposals"]
    assert (waiting["id"], waiting["text"], waiting["attribution"]) == (proposal.pk, "Why? _", "Bo")
    answer = read(send(client, deck, "decide", proposal=proposal.pk, accept=True))
    assert [card["text"] for card in answer["cards"]] == ["Why? _"] and answer["proposals"] == 0
    assert BlackCard.objects.get().attribution == "Bo"


def test_the_owner_refuses_a_card(client, proposal):
    assert read(send(client, proposal.deck, "decide", proposal=proposal.pk, accept=False))["cards"] == []
    assert Proposal.objects.get().status == Proposal.REFUSED and not BlackCard.objects.exists()
    assert "already" in refused(client, proposal.deck, 400, "refused", "decide", proposal=proposal.pk,
                                accept=True)


@pytest.mark.parametrize("number", [None, "1", 0, -1, 2 ** 40, 999])
def test_there_is_no_such_proposal(client, proposal, number):
    refused(client, proposal.deck, 400, "bad_request", "decide", proposal=number, accept=True)


def test_a_proposal_to_another_deck_is_not_mine_to_decide(client, ann, proposal):
    mine = an_own_deck(ann, "", "Other")
    refused(client, mine, 400, "bad_request", "decide", proposal=proposal.pk, accept=True)
    assert Proposal.objects.get().status == Proposal.WAITING
