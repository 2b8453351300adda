"""What admins do to many decks and cards at once: each time a page in between says what will happen."""
from __future__ import unicode_literals

import io
import json
import zipfile

import pytest

from common.compat import reverse
from decks.models import BlackCard, Deck, DeckVersion, HiddenCard, WhiteCard
from tests.decks.admins import Admin, a_reviewer, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
YES = {"answered": "yes"}
BLACK, WHITE = [("Why %d? _" % n, 1) for n in range(5)], ["thing %d" % n for n in range(10)]


@pytest.fixture
def boss():
    return Admin("boss")


def fit(name, **facts):
    """A deck with enough cards to be published."""
    deck = a_deck(name, [("%s %s" % (name, text), pick) for text, pick in BLACK],
                  ["%s %s" % (name, text) for text in WHITE])
    Deck.objects.filter(pk=deck.pk).update(**facts)
    return Deck.objects.get(pk=deck.pk)


def again(row):
    return type(row).objects.get(pk=row.pk)


def texts(deck):
    return list(deck.white_cards.order_by("position", "pk").values_list("text", flat=True))


@pytest.mark.parametrize("action,before,after", [
    ("ask", "draft", "review"), ("publish", "review", "published"), ("archive", "published", "archived"),
    ("unarchive", "archived", "draft")])
def test_decks_take_a_step_together(boss, action, before, after):
    decks = [fit("Tea", status=before), fit("Cake", status=before)]
    assert "Tea" in boss.act(decks, action) and again(decks[0]).status == before
    boss.act(decks, action, **YES)
    assert [again(deck).status for deck in decks] == [after, after]


def test_a_step_that_one_deck_cannot_take_does_not_stop_the_others(boss):
    small, deck = a_deck("Tea", white=["a"], status="draft"), fit("Cake", status="draft")
    shown = boss.act([small, deck], "publish", **YES)
    assert "at least 5 black" in shown and again(small).status == "draft" and again(
        deck).status == "published"


def test_published_decks_are_offered_by_their_code_only(boss):
    deck = fit("Tea", status="published")
    boss.act([deck], "unlist", **YES)
    assert not again(deck).listed


def test_decks_are_rated(boss):
    deck = a_deck("Tea")
    assert "Rate decks" in boss.act([deck], "rate") and again(deck).rating == "adult"
    boss.act([deck], "rate", rating="family")
    assert again(deck).rating == "family"


def test_decks_are_tagged(boss):
    deck = fit("Tea", tags="hot old", status="published")
    boss.act([deck], "tag", give="Brown, sweet", take="old")
    assert again(deck).tags == "hot brown sweet" and DeckVersion.objects.filter(deck=deck,
                                                                                user=boss.user).exists()


def test_decks_are_merged_into_one(boss):
    tea, cake = a_deck("Tea", [("Who? _", 1)],
                       ["Milk", "Crumbs"]), a_deck("Cake", [("Why? _", 1)], ["crumbs.", "Icing"])
    shown = boss.act([tea, cake], "merge", into=tea.pk)
    assert texts(tea) == ["Milk", "Crumbs", "Icing"] and tea.black_cards.count() == 2
    assert "2 cards came from other decks; 1 were there already" in shown
    assert again(cake).status == "archived" and cake.white_cards.count() == 2


def test_one_deck_alone_is_not_merged(boss):
    tea = a_deck("Tea", status="draft")
    assert "at least two decks" in boss.act([tea], "merge", into=tea.pk) and again(tea).status == "draft"


def download(admin, decks, form):

    return admin.client.post(reverse("admin:decks_deck_changelist"), {
        "action": "export", "_selected_action": [deck.pk for deck in decks], "format": form,
        "answered": "yes"})


def test_one_deck_is_exported_as_a_file(boss):
    answer = download(boss, [a_deck("Tea", white=["Milk"])], "deck")
    assert "attachment" in answer["Content-Disposition"] and json.loads(answer.content.decode("utf-8"))["white"] == ["Milk"]


def test_several_decks_are_exported_as_one_archive(boss):
    answer = download(boss, [a_deck("Tea", white=["Milk"]), a_deck("Cake", white=["Icing"])], "csv")
    files = zipfile.ZipFile(io.BytesIO(answer.content))
    assert len(files.namelist()) == 2 and "Icing" in files.read(files.namelist()[0]).decode("utf-8-sig")


def test_cards_move_to_another_deck(boss):
    tea, cake = a_deck("Tea", white=["Milk", "Crumbs", "Icing"]), a_deck("Cake", white=["Crumbs"])
    cards = list(tea.white_cards.exclude(text="Milk"))
    assert "Move cards" in boss.act(cards, "move")
    assert "1 cards moved to Cake, 1 were left out" in boss.act(cards, "move", target=cake.pk)
    assert (texts(tea), texts(cake)) == (["Milk", "Crumbs"], ["Crumbs", "Icing"])


def test_cards_of_two_decks_are_copied_to_a_third(boss):
    tea, cake = a_deck("Tea", [("Who? _", 1)]), a_deck("Cake", [("Why? _", 1)])
    target = a_deck("All")
    boss.act(list(BlackCard.objects.all()), "copy", target=target.pk)
    assert target.black_cards.count() == 2 and tea.black_cards.count() == cake.black_cards.count() == 1


def test_cards_are_tagged(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    boss.act(list(deck.white_cards.filter(text="Milk")), "tag", give="cold", take="")
    assert list(deck.white_cards.order_by("position").values_list("tags", flat=True)) == ["cold", ""]


def test_cards_are_deleted_only_after_a_yes(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    cards = list(deck.white_cards.filter(text="Milk"))
    assert "Milk" in boss.act(cards, "remove") and deck.white_cards.count() == 2
    boss.act(cards, "remove", **YES)
    assert texts(deck) == ["Sugar"]


def test_all_cards_of_a_search_are_changed_at_once(boss):
    deck = a_deck("Tea", white=["cup %d" % n for n in range(120)])
    boss.act(list(deck.white_cards.all())[:1], "tag", give="cup", take="", select_across="1")
    assert WhiteCard.objects.filter(tags="cup").count() == 120


def test_cards_are_hidden_everywhere_and_shown_again(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    cards = list(deck.white_cards.filter(text="Milk"))
    boss.act(cards, "hide", **YES)
    assert HiddenCard.objects.get().text == "Milk" and HiddenCard.objects.get().user == boss.user
    boss.act(cards, "show", **YES)
    assert not HiddenCard.objects.exists()


def test_an_action_is_offered_only_to_whom_it_is_for():
    deck = a_deck("Tea", white=["Milk"], status="draft")
    editor, reviewer = an_editor(), a_reviewer()
    seen = {who: who.see("admin:decks_deck_changelist") + who.see("admin:decks_whitecard_changelist")
            for who in (editor, reviewer)}
    for name in ("merge", "move", "remove"):
        assert 'value="%s"' % name in seen[editor] and 'value="%s"' % name not in seen[reviewer]
    for name in ("publish", "rate", "hide"):
        assert 'value="%s"' % name not in seen[editor] and 'value="%s"' % name in seen[reviewer]
    editor.act([deck], "publish", **YES)
    editor.act(list(deck.white_cards.all()), "hide", **YES)
    assert again(deck).status == "draft" and not HiddenCard.objects.exists()


def test_cards_of_a_players_deck_are_not_an_editors(boss):
    deck, target = a_deck("Tea", white=["Milk"]), a_deck("Cake")
    Deck.objects.filter(pk=deck.pk).update(owner=boss.user)
    assert "not yours to change" in an_editor().act(list(deck.white_cards.all()), "move", target=target.pk)
    assert texts(deck) == ["Milk"]
