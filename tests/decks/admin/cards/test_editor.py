"""The editor of a deck's cards: what it stores, what it refuses without losing a word,
and that big decks stay quick.
"""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from six.moves.urllib.parse import urlencode

from common.compat import reverse
from decks.cards.texts import fingerprint
from decks.models import BLACK, WHITE, BlackCard, Deck, DeckVersion, HiddenCard, WhiteCard
from tests.clocks import at_most
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
BIG = 5000


def boxes(formset):
    """{name: value} of all boxes, as a browser would send them back untouched."""
    fields = [field for form in [formset.management_form] + formset.forms for field in form
              if field.name != "DELETE"]
    return {field.html_name: "" if field.value() is None else "%s" % field.value() for field in fields}


class Editor(object):
    """A page of the editor with somebody before it."""

    def __init__(self, client, deck, **query):
        self.client, self.address = client, reverse("admin:decks_deck_cards", args=[deck.pk])
        self.query = dict({"kind": WHITE}, **query)
        self.look()

    def look(self):
        return self.take(self.client.get(self.address, self.query))

    def take(self, response):
        self.html = response.content.decode("utf-8")
        self.boxes = boxes(response.context["formset"])
        return self

    def row(self, text):
        return next(name for name, value in self.boxes.items() if name.endswith("-text")
                    and value == text)[:-len("text")]

    def type(self, text, **fields):
        """Type into the boxes of the card with this text; "" is an empty one."""
        row = self.row(text)
        self.boxes.update({row + ("text" if name == "to" else name): value for name, value in fields.items()})
        return self

    def save(self):
        return self.take(self.client.post("%s?%s" % (self.address, urlencode(self.query)), self.boxes,
                                          follow=True))


def texts(deck, model=WhiteCard):
    return list(model.objects.filter(deck=deck).order_by("position", "pk").values_list("text", flat=True))


@pytest.fixture
def tea():
    return a_deck("Tea", black=[("Who? _", 1)], white=["Milk", "Sugar", "Lemon"])


def test_a_changed_box_changes_its_card_and_no_other(admin_client, tea):
    before = dict(WhiteCard.objects.values_list("text", "pk"))
    shown = Editor(admin_client, tea).type("Sugar", to="  Brown   sugar ", tags="Sweet, sticky",
                                           attribution="Ann").save()
    card = WhiteCard.objects.get(text="Brown sugar")
    assert texts(tea) == ["Milk", "Brown sugar", "Lemon"] and "0 added, 1 changed, 0 removed" in shown.html
    assert (card.pk, card.tags, card.attribution) == (before["Sugar"], "sweet sticky", "Ann")
    assert card.fingerprint == fingerprint("Brown sugar")


def test_an_empty_box_makes_a_card_at_the_end(admin_client, tea):
    Editor(admin_client, tea).type("", to="Honey").save()
    assert texts(tea) == ["Milk", "Sugar", "Lemon", "Honey"]


def test_a_ticked_card_is_removed(admin_client, tea):
    Editor(admin_client, tea).type("Milk", DELETE="on").save()
    assert texts(tea) == ["Sugar", "Lemon"]


def test_a_black_card_gets_its_blanks_and_its_numbers(admin_client, tea):
    editor = Editor(admin_client, tea, kind=BLACK).type("", to="Who &amp; ____?", pick="2").save()
    editor.type("", to="_, _ and _").type("Who? _", draw="1").save()
    cards = BlackCard.objects.order_by("position").values_list("text", "pick", "draw")
    assert list(cards) == [("Who? _", 1, 1), ("Who & _? _", 2, 0), ("_, _ and _", 3, 2)]


def test_a_page_that_was_not_touched_changes_nothing(admin_client, tea):
    Deck.objects.filter(pk=tea.pk).update(status="published", version=1)
    assert "Nothing was changed." in Editor(admin_client, tea, kind=BLACK).save().html
    assert texts(tea, BlackCard) == ["Who? _"]


@pytest.mark.parametrize("text,reason", [("x" * 501, "the limit is 500"), ("", "its text is empty"),
                                         ("lemon.", "has this card already")])
def test_a_card_that_cannot_be_used_stays_in_its_box_with_the_reason(admin_client, tea, text, reason):
    editor = Editor(admin_client, tea).type("Milk", to="Oat milk").type("Sugar", to=text).save()
    assert reason in editor.html and editor.row("Oat milk") and editor.row(text)
    assert texts(tea) == ["Milk", "Sugar", "Lemon"]
    editor.type(text, to="Brown sugar") if text else editor.boxes.update({"cards-1-text": "Brown sugar"})
    editor.save()
    assert texts(tea) == ["Oat milk", "Brown sugar", "Lemon"]


def test_a_smaller_pick_shares_an_answer_between_blanks(admin_client, tea):
    Editor(admin_client, tea, kind=BLACK).type("", to="_ and _", pick="1").save()
    assert BlackCard.objects.filter(text="_ and _", pick=1).exists()


def test_what_others_changed_meanwhile_is_kept(admin_client, tea):
    editor = Editor(admin_client, tea).type("Milk", to="Oat milk")
    WhiteCard.objects.filter(text="Lemon").update(text="Lime")
    editor.save()
    assert texts(tea) == ["Oat milk", "Sugar", "Lime"]


def test_a_card_that_two_people_change_is_shown_to_the_second(admin_client, tea):
    editor = Editor(admin_client, tea).type("Milk", to="Oat milk")
    WhiteCard.objects.filter(text="Milk").update(text="Cream")
    assert "to \u201cCream\u201d" in editor.save().html and texts(tea)[0] == "Cream"
    editor.save()
    assert texts(tea)[0] == "Oat milk"


def test_a_card_that_was_removed_meanwhile_is_not_lost(admin_client, tea):
    editor = Editor(admin_client, tea).type("Milk", to="Oat milk")
    WhiteCard.objects.filter(text="Milk").delete()
    assert "Somebody has removed this card meanwhile" in editor.save().html and editor.row("Oat milk")


def test_cards_of_another_deck_are_out_of_reach(admin_client, tea):
    other = a_deck("Cake", white=["Crumbs"])
    editor = Editor(admin_client, tea)
    row = editor.row("Milk")
    editor.boxes.update({row + "card": other.white_cards.get().pk, row + "text": "Mine"})
    editor.save()
    assert texts(other) == ["Crumbs"]


def test_a_published_deck_gets_one_version_for_a_page(admin_client, admin_user, tea):
    Deck.objects.filter(pk=tea.pk).update(status="published")
    Editor(admin_client, tea).type("Milk",
                                   to="Oat milk").type("Sugar", DELETE="on").type("", to="Honey").save()
    versions = DeckVersion.objects.filter(deck=tea, user=admin_user)
    assert versions.count() == 1 and "Oat milk" in versions.get().document


def test_the_history_tells_who_changed_cards(admin_client, tea):
    Editor(admin_client, tea).type("Milk", to="Oat milk").save()
    shown = admin_client.get(reverse("admin:decks_deck_history", args=[tea.pk])).content.decode("utf-8")
    assert "White cards: 0 added, 1 changed, 0 removed." in shown


def test_an_archived_deck_says_that_it_is(admin_client, tea):
    Deck.objects.filter(pk=tea.pk).update(status="archived")
    editor = Editor(admin_client, tea).type("Milk", to="Oat milk").save()
    assert "take it out of the archive first" in editor.html and editor.row("Oat milk")


def test_a_hidden_card_is_marked(admin_client, tea):
    assert "hidden everywhere" not in Editor(admin_client, tea).html
    HiddenCard.objects.create(kind=WHITE, fingerprint=fingerprint("Milk"), text="Milk")
    assert Editor(admin_client, tea).html.count("hidden everywhere") == 1


def test_search_and_pages_show_fifty_of_what_there_is(admin_client):
    deck = a_deck("Many", white=["card %d" % number for number in range(120)])
    third = Editor(admin_client, deck, page=3)
    assert third.row("card 119") and "card 99<" not in third.html
    found = Editor(admin_client, deck, q="card 11")
    assert found.row("card 110") and "11 found" in found.html and "card 99<" not in found.html


@pytest.mark.one_stack
def test_five_thousand_cards_are_quick(admin_client):
    deck = a_deck("Big")
    Deck.objects.filter(pk=deck.pk).update(status="published", version=1)
    WhiteCard.objects.bulk_create(
        [WhiteCard(deck=deck, text="card %d" % n, fingerprint=fingerprint("card %d" % n), position=n)
         for n in range(BIG)])
    pages = {"editor": lambda: Editor(admin_client, deck, page=57),
             "search": lambda: Editor(admin_client, deck, q="999"),
             "facts": lambda: admin_client.get(reverse("admin:decks_deck_change", args=[deck.pk])),
             "decks": lambda: admin_client.get(reverse("admin:decks_deck_changelist")),
             "cards": lambda: admin_client.get(reverse("decks_admin:cards"))}
    whole = Editor(admin_client, deck, page=57)
    whole.boxes.update({name: value + "!" for name, value in whole.boxes.items() if name.endswith("-text")
                        and value})
    pages["saving"] = whole.save
    for name, load in pages.items():
        with CaptureQueriesContext(connection) as queries, at_most(1, name):
            load()
        assert len(queries) <= 60, name
    assert WhiteCard.objects.filter(text__endswith="!").count() == 50


@pytest.mark.parametrize("card", ["\u00b2", "9" * 30, "first"])
def test_what_is_no_number_of_a_card_is_no_error(admin_client, tea, card):
    assert admin_client.get(reverse("admin:decks_deck_cards", args=[tea.pk]),
                            {"card": card}).status_code == 200
