"""The steps of the deck builder: each is done, undone, and refused in every way in which it can be."""
from __future__ import unicode_literals

import pytest

from decks.builder import steps as builder_steps
from decks.models import PUBLISHED, Deck
from tests.decks.builder.requests_sent import WHITES, address, done, read, refused, send, white
from tests.decks.people import a_person, an_own_deck, ids, texts
from tests.game.people import enter

pytestmark = pytest.mark.django_db


# ---- steps of cards
def test_pasted_lines_become_cards_of_their_kinds(client, deck):
    answer = done(client, deck, "add", lines=["cake", "Why? ___", "SOUP.", "x" * 501], attribution="Bo")
    assert [(card["kind"], card["text"], card["attribution"]) for card in answer["cards"]] == [
        ("black", "Why? _", "Bo"), ("white", "cake", "Bo")]
    assert [(error["line"], error["double"]) for error in answer["errors"]] == [(3, True), (4, False)]
    assert answer["counts"] == {"black": 1, "white": 4} and answer["undo"]


def test_a_card_is_rewritten_in_its_place(client, deck):
    answer = done(client, deck, "change", card=white(deck, 1), facts={"text": " cold  soup", "tags": "Food"})
    assert texts(deck) == ["tea", "cold soup", "a duck"]
    assert answer["cards"] == [{"id": white(deck, 1), "kind": "white", "text": "cold soup", "tags": "food"}]


def test_a_card_that_is_rewritten_into_another_one_is_told(client, deck):
    answer = done(client, deck, "change", card=white(deck, 1), facts={"text": "Tea."})
    assert texts(deck) == ["tea", "Tea.", "a duck"] and [error["double"] for error in answer["errors"]] == [True]


def test_a_card_changes_sides(client, deck):
    card, = done(client, deck, "change", card=white(deck),
                 facts={"kind": "black", "text": "More _?"})["cards"]
    assert (card["kind"], card["pick"], texts(deck),
            texts(deck, "black")) == ("black", 1, ["soup", "a duck"], ["More _?"])


def test_a_card_goes_behind_another_one_or_to_the_top(client, deck):
    done(client, deck, "move", card=white(deck, 0), after=white(deck, 1))
    assert texts(deck) == ["soup", "tea", "a duck"]
    done(client, deck, "move", card=white(deck, 2), after=None)
    assert texts(deck) == ["a duck", "soup", "tea"]


def test_every_step_is_undone_and_done_again_by_its_word(client, deck):
    steps = [("add", {"lines": ["cake", "_!"]}),
             ("change", {"card": white(deck), "facts": {"text": "coffee"}}),
             ("remove", {"card": white(deck, 1)}), ("move", {"card": white(deck, 2), "after": None})]
    for verb, body in steps:
        before = texts(deck), texts(deck, "black")
        word = done(client, deck, verb, **body)["undo"]
        after = texts(deck), texts(deck, "black")
        assert after != before
        again = done(client, deck, "undo", token=word)["undo"]
        assert (texts(deck), texts(deck, "black")) == before
        done(client, deck, "undo", token=again)
        assert (texts(deck), texts(deck, "black")) == after


def test_each_step_has_a_revision_of_its_own(client, deck):
    one = done(client, deck, "add", lines=["cake"])["revision"]
    two = done(client, deck, "add", lines=["jam"], revision=one)["revision"]
    assert one != two == builder_steps.revision(Deck.objects.get())


def test_a_step_on_an_older_deck_is_refused_and_changes_nothing(client, deck):
    refused(client, deck, 409, "stale", verb="remove", card=white(deck), revision="20200101")
    refused(client, deck, 409, "stale", verb="remove", card=white(deck), revision=None)
    assert texts(deck) == ["tea", "soup", "a duck"]


@pytest.mark.parametrize("body", [
    {"verb": "dance"}, {"verb": None}, {"verb": "remove"}, {"verb": "remove", "card": "w0"},
    {"verb": "remove", "card": 7},
    {"verb": "remove", "card": "x1"}, {"verb": "add", "lines": "tea"}, {"verb": "add", "lines": [7]},
    {"verb": "add"},
    {"verb": "add", "lines": ["x"], "kind": "green"}, {"verb": "add", "lines": ["x"], "attribution": 7},
    {"verb": "facts", "facts": []}, {"verb": "undo", "token": 7}])
def test_what_no_page_of_ours_sends_is_refused(client, deck, body):
    refused(client, deck, 400, "bad_request", **body)


@pytest.mark.parametrize("facts", [{}, {"deck": "1"}, {"text": 7}, {"kind": "green"}, {"position": "1"},
                                   ["text"]])
def test_a_card_has_no_other_facts(client, deck, facts):
    refused(client, deck, 400, "bad_request", verb="change", card=white(deck), facts=facts)


@pytest.mark.parametrize("body, advice", [
    ({"verb": "change", "facts": {"text": " "}}, "its text is empty"),
    ({"verb": "change", "facts": {"text": "x" * 501}}, "501"),
    ({"verb": "add", "lines": [" "]}, "at least one card"),
    ({"verb": "add", "lines": ["x"] * 5001}, "import a file"),
    ({"verb": "undo", "token": "made:up"}, "cannot be undone"),
    ({"verb": "facts", "facts": {"owner": "me"}}, "no owner"),
    ({"verb": "facts", "facts": {"status": "published"}}, "no status"),
    ({"verb": "facts", "facts": {"name": ""}}, "a name"),
    ({"verb": "facts", "facts": {"rating": "rude"}}, "Rating"),
    ({"verb": "facts", "facts": {"language": "?"}}, "language tag"),
    ({"verb": "facts", "facts": {"description": "x" * 2001}}, "2001"),
    ({"verb": "facts", "facts": {"tags": 7}}, "text"),
    ({"verb": "facts", "facts": {"author": "x" * 201}}, "201")])
def test_what_cannot_be_is_refused_in_words(client, deck, body, advice):
    body = dict({"card": white(deck)}, **body)
    assert advice in refused(client, deck, 400, "refused", **body)


def test_a_card_of_another_deck_stays_out_of_reach(client, ann, deck):
    other = an_own_deck(a_person("Bob"), "cake", "Bobs")
    for verb, body in [("remove", {}), ("change", {"facts": {"text": "mine"}}), ("move", {"after": None})]:
        assert "removed" in refused(client, deck, 400, "refused", verb=verb, card=white(other), **body)
    assert texts(other) == ["cake"]


def test_a_card_does_not_go_behind_itself_or_one_of_the_other_kind(client, ann):
    deck = an_own_deck(ann, "tea\n_!")
    for anchor in (white(deck), "b%d" % ids(deck, "black")[0]):
        refused(client, deck, 400, "bad_request", verb="move", card=white(deck), after=anchor)


def test_another_persons_way_back_is_not_mine(client, ann, deck):
    word = done(client, deck, "remove", card=white(deck))["undo"]
    bob = a_person("Bob")
    enter(client, bob)
    refused(client, an_own_deck(bob, "", "Bobs"), 400, "refused", verb="undo", token=word)
    assert texts(deck) == ["soup", "a duck"]


@pytest.mark.parametrize("body", ["", "[]", "7", "nonsense", "\xff"])
def test_what_is_no_object_is_refused(client, deck, body):
    response = client.post(address("change", deck), body.encode("latin-1"), content_type="application/json")
    assert read(response, 400)["code"] == "bad_request"


def test_too_much_at_once_is_refused(client, deck, monkeypatch):
    monkeypatch.setattr("decks.builder.requests.BODY_BYTES", 10)
    assert "as a file" in refused(client, deck, 413, "too_long", verb="add", lines=["tea with milk"])


# ---- facts
def test_facts_are_written_tidily_and_tell_what_they_replaced(client, deck):
    answer = done(client, deck, "facts",
                  facts={"name": "High  Tea", "tags": "#Tea, cake tea", "description": "One\r\n\r\ntwo "})
    assert answer["before"] == {"name": "Tea", "tags": "", "description": ""}
    assert (answer["facts"]["name"], answer["facts"]["tags"],
            answer["facts"]["description"]) == ("High Tea", "tea cake", "One\n\ntwo")
    assert Deck.objects.get().slug == "tea"


def test_a_rating_that_reviewers_have_seen_becomes_stricter_and_not_milder(client, ann):
    deck = an_own_deck(ann, WHITES, status=PUBLISHED, rating="teen")
    assert "milder" in refused(client, deck, 400, "refused", verb="facts", facts={"rating": "family"})
    assert done(client, deck, "facts", facts={"rating": "adult"})["facts"]["rating"] == "adult"


def test_a_step_on_an_older_deck_is_told_what_its_card_says_now(client, deck):
    old = builder_steps.revision(Deck.objects.get(pk=deck.pk))
    done(client, deck, "change", card=white(deck), facts={"text": "green tea"})
    answer = read(send(client, deck, verb="change", card=white(deck), facts={"text": "mine"}, revision=old), 409)
    assert (answer["code"], answer["card"]["text"]) == ("stale", "green tea")


def test_a_step_on_an_older_deck_is_told_that_its_card_is_gone(client, deck):
    old, gone = builder_steps.revision(Deck.objects.get(pk=deck.pk)), white(deck)
    done(client, deck, "remove", card=gone)
    answer = read(send(client, deck, verb="change", card=gone, facts={"text": "mine"}, revision=old), 409)
    assert answer["card"] is None
