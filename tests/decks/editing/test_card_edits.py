"""Adding, changing and ordering cards, and taking it back."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import fingerprint
from decks.editing import card_edits
from decks.models import ARCHIVED, BlackCard, Deck, WhiteCard
from tests.decks.people import a_person, an_own_deck, ids, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return a_person("Ann")


def test_pasted_lines_become_cards_and_a_blank_makes_a_black_one(ann):
    deck = an_own_deck(ann)
    done = card_edits.add(deck, None, "Who drank ____?\n\nCold tea\nA saucer", ann, attribution=" Bob ")
    assert texts(deck, "black") == ["Who drank _?"] and texts(deck) == ["Cold tea", "A saucer"]
    assert [card.text for card in done.cards] == ["Who drank _?", "Cold tea", "A saucer"]
    assert {card.attribution for card in done.cards} == {"Bob"} and done.errors == []


def test_the_kind_that_is_named_counts(ann):
    deck = an_own_deck(ann)
    card_edits.add(deck, "black", "Why tea?", ann)
    card_edits.add(deck, "white", "A _ of tea", ann)
    assert texts(deck, "black") == ["Why tea? _"] and texts(deck) == ["A _ of tea"]


def test_a_list_holds_one_card_in_each_text(ann):
    deck = an_own_deck(ann)
    card_edits.add(deck, "white", ["A cup\nof tea", "Milk"], ann)
    assert texts(deck) == ["A cup\nof tea", "Milk"]


def test_new_cards_come_last_with_fingerprint_and_draw(ann):
    deck = an_own_deck(ann, "Milk")
    done = card_edits.add(deck, None, "Sugar\n_ and _ and _", ann)
    black, white = done.cards
    assert (black.position, black.pick, black.draw) == (0, 3, 2)
    assert (white.position, white.fingerprint) == (1, fingerprint("Sugar"))


def test_lines_that_cannot_be_used_are_named_and_cost_no_other_line(ann):
    deck = an_own_deck(ann, "Milk")
    done = card_edits.add(deck, "white", "Sugar\n%s\nmilk.\nSpoons\nSPOONS" % ("x" * 501), ann)
    assert texts(deck) == ["Milk", "Sugar", "Spoons"]
    assert [(error.line, error.problem) for error in done.errors] == [
        (2, "it has 501 characters, the limit is 500"), (3, card_edits.DOUBLE), (5, card_edits.TWICE)]
    assert done.errors[1].text == "milk."


@pytest.mark.one_stack
def test_thousands_of_lines_are_no_trouble(ann):
    deck = an_own_deck(ann)
    done = card_edits.add(deck, None, ["Answer %d" % number for number in range(2500)], ann)
    assert len(done.cards) == deck.white_cards.count() == 2500
    card_edits.undo(card_edits.remove(deck, "white", ids(deck), ann).undo, ann)
    assert texts(deck)[-1] == "Answer 2499" and deck.white_cards.count() == 2500


def test_it_asks_for_at_least_one_card(ann):
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.add(an_own_deck(ann), None, " \n\n", ann)
    assert "at least one" in str(caught.value)


def test_a_deck_can_be_full(ann, monkeypatch):
    monkeypatch.setattr("decks.editing.card_edits.DECK_CARDS", 3)
    deck = an_own_deck(ann, "Why? _\nMilk")
    done = card_edits.add(deck, "white", "Sugar\nSpoons", ann)
    assert texts(deck) == ["Milk", "Sugar"]
    assert done.errors == [card_edits.LineError(2, "Spoons",
                                                "the deck is full: 3 cards at most")]


@pytest.mark.parametrize("attribution, problem",
                         [("x" * 201, "the limit is 200"), ("a\x00b", "control character")])
def test_an_attribution_that_cannot_be_stored_is_refused(ann, attribution, problem):
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.add(an_own_deck(ann), "white", "Milk", ann, attribution=attribution)
    assert problem in str(caught.value) and not WhiteCard.objects.exists()


def test_a_changed_text_brings_its_pick_and_fingerprint(ann):
    deck = an_own_deck(ann, "Why _?")
    card_edits.change(deck.black_cards.get(), ann, text="Why ___ and ___ and ___?")
    card = deck.black_cards.get()
    assert (card.text, card.pick, card.draw,
            card.fingerprint) == ("Why _ and _ and _?", 3, 2, fingerprint(card.text))


def test_what_is_not_named_stays(ann):
    deck = an_own_deck(ann, "Why _?")
    card = deck.black_cards.get()
    card_edits.change(card, ann, draw=1, tags="#kitchen, Tea tea", attribution="Bob")
    card_edits.change(card, ann, text="Why ever _?")
    card = BlackCard.objects.get()
    assert (card.pk, card.draw, card.tags,
            card.attribution) == (ids(deck, "black")[0], 1, "kitchen tea", "Bob")


def test_a_white_card_can_turn_black(ann):
    deck = an_own_deck(ann, "Why? _\nMilk")
    done = card_edits.change(deck.white_cards.get(), ann, kind="black", text="Milk and _", tags="dairy")
    assert texts(deck, "black") == ["Why? _", "Milk and _"] and texts(deck) == []
    assert (done.cards[0].tags, done.cards[0].position) == ("dairy", 1)
    card_edits.undo(done.undo, ann)
    assert texts(deck, "black") == ["Why? _"] and texts(deck) == ["Milk"]


def test_a_change_that_cannot_be_is_refused_with_the_reason(ann):
    deck = an_own_deck(ann, "Milk")
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.change(deck.white_cards.get(), ann, text="  ")
    assert str(caught.value) == "This card cannot be used: its text is empty." and texts(deck) == ["Milk"]


@pytest.mark.parametrize("facts", [{"text": "cream."}, {"kind": "black", "text": "Why? _"}])
def test_a_card_that_reads_like_another_one_from_now_on_is_stored_and_told(ann, facts):
    deck = an_own_deck(ann, "Why? _\nMilk\nCream")
    done = card_edits.change(deck.white_cards.get(text="Milk"), ann, **facts)
    assert [error.problem for error in done.errors] == [card_edits.DOUBLE] and done.undo
    assert facts["text"] in texts(deck, facts.get("kind", "white"))


def test_a_card_that_read_like_another_one_before_is_no_news(ann):
    deck = an_own_deck(ann, "Milk\nCream")
    card_edits.change(deck.white_cards.get(text="Milk"), ann, text="Cream")
    assert not card_edits.change(deck.white_cards.first(), ann, text="Cream.", tags="dairy").errors


def test_a_card_that_is_gone_is_told(ann):
    deck = an_own_deck(ann, "Milk")
    card = deck.white_cards.get()
    card_edits.remove(deck, "white", [card.pk], ann)
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.change(card, ann, text="Cream")
    assert "removed" in str(caught.value)


def test_cards_of_other_decks_stay_out_of_reach(ann):
    deck, other = an_own_deck(ann, "Milk"), an_own_deck(a_person("Bob"), "Coffee", name="Bar")
    card_edits.remove(deck, "white", ids(other), ann)
    card_edits.tag(deck, "white", ids(other), ann, give="mine")
    card_edits.reorder(deck, "white", ids(other), ann)
    assert list(other.white_cards.values_list("text", "tags")) == [("Coffee", "")]


def test_tags_are_given_and_taken(ann):
    deck = an_own_deck(ann, "Milk\nSugar")
    card_edits.tag(deck, "white", ids(deck), ann, give="sweet tea")
    card_edits.tag(deck, "white", ids(deck)[:1], ann, give="dairy", take="sweet")
    assert list(deck.white_cards.values_list("tags", flat=True)) == ["tea dairy", "sweet tea"]


def test_cards_take_a_new_order_and_the_others_keep_their_places(ann):
    deck = an_own_deck(ann, "A\nB\nC\nD")
    a, b, c, d = ids(deck)
    card_edits.reorder(deck, "white", [d, b, b, 10 ** 9], ann)
    assert texts(deck) == ["A", "D", "C", "B"]
    assert list(deck.white_cards.values_list("position", flat=True)) == [0, 1, 2, 3]


def test_cards_without_places_get_them(ann):
    deck = an_own_deck(ann, "A\nB\nC")
    deck.white_cards.update(position=0)
    card_edits.reorder(deck, "white", list(reversed(ids(deck))), ann)
    assert texts(deck) == ["C", "B", "A"]


def test_cards_move_to_another_deck_except_those_it_has(ann):
    deck, other = an_own_deck(ann, "Milk\nSugar\nSpoons"), an_own_deck(ann, "Coffee\nsugar.", name="Bar")
    done = card_edits.move(deck, "white", ids(deck), other, ann)
    assert texts(deck) == ["Sugar"] and texts(other) == ["Coffee", "sugar.", "Milk", "Spoons"]
    assert [(error.text, error.problem) for error in done.errors] == [("Sugar", card_edits.DOUBLE)]
    card_edits.undo(done.undo, ann)
    assert texts(deck) == ["Milk", "Sugar", "Spoons"] and texts(other) == ["Coffee", "sugar."]


def test_copies_leave_the_first_where_they_are(ann):
    deck, other = an_own_deck(ann, "Who _ and _?"), an_own_deck(ann, "Coffee", name="Bar")
    deck.black_cards.update(attribution="Bob", tags="tea")
    done = card_edits.copy(deck, "black", ids(deck, "black"), other, ann)
    card = other.black_cards.get()
    assert (card.text, card.pick, card.attribution, card.tags) == ("Who _ and _?", 2, "Bob", "tea")
    assert deck.black_cards.exists() and done.cards == [card]


def test_an_archived_deck_is_left_alone(ann):
    deck = an_own_deck(ann, "Milk")
    Deck.objects.update(status=ARCHIVED)
    for verb in (lambda: card_edits.add(deck, None, "Sugar", ann),
                 lambda: card_edits.remove(deck, "white", ids(deck), ann)):
        with pytest.raises(card_edits.EditError) as caught:
            verb()
        assert "archive" in str(caught.value)
    assert texts(deck) == ["Milk"]


def test_a_deleted_deck_is_told(ann):
    deck = an_own_deck(ann)
    Deck.objects.all().delete()
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.add(deck, None, "Milk", ann)
    assert "deleted" in str(caught.value)
