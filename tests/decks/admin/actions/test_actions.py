"""What admins do to many decks and cards at once: each time a page in between says what will happen."""
from __future__ import unicode_literals

import io
import json
import zipfile

import pytest

from common.compat import reverse
from decks.builder import merging
from decks.models import Deck, DeckVersion, HiddenCard
from tests.decks.admins import a_reviewer, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
YES = {"answered": "yes"}
BLACK, WHITE = [("Why %d? _" % n, 1) for n in range(5)], ["thing %d" % n for n in range(10)]


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
    small, deck = a_deck("Tea", status="draft"), fit("Cake", status="draft")
    shown = boss.act([small, deck], "publish", **YES)
    assert "needs a card" in shown and again(small).status == "draft" and again(
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


def test_no_rating_is_chosen_beforehand(boss):
    deck = a_deck("Tea")
    assert "Choose one" in boss.act([deck], "rate")
    boss.act([deck], "rate", rating="", **YES)
    assert again(deck).rating == "adult"


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


NEW = {"name": "All of it", "language": "en", "rating": "teen"}


def test_decks_are_merged_into_a_new_draft_and_stay_as_they_are(boss):
    tea = a_deck("Tea", [("Who? _", 1)], ["Milk", "Crumbs"])
    cake = a_deck("Cake", [("Who? _", 1)], ["crumbs.", "Icing"])
    assert "Choose one" in boss.act([tea, cake], "merge_new")
    shown = boss.act([tea, cake], "merge_new", **NEW)
    new = Deck.objects.get(name="All of it")
    assert texts(new) == ["crumbs.", "Icing", "Milk"] and new.black_cards.get().pick == 1
    assert (new.slug, new.status, new.rating, new.owner) == ("all-of-it", "draft", "teen", None)
    assert "has 1 black and 3 white cards of 2 decks; 2 doubles counted once" in shown
    assert texts(tea) == ["Milk", "Crumbs"] and again(cake).status == "published"


@pytest.mark.parametrize("missing", ["name", "language", "rating"])
def test_a_new_deck_needs_a_name_a_language_and_a_rating(boss, missing):
    decks = [a_deck("Tea", white=["Milk"]), a_deck("Cake", white=["Icing"], language="de")]
    assert "This field is required" in boss.act(decks, "merge_new", **dict(NEW, **{missing: ""}))
    assert Deck.with_staged.count() == 2


def test_more_cards_than_a_deck_may_have_are_not_merged(boss, monkeypatch):
    monkeypatch.setattr(merging, "DECK_CARDS", 2)
    decks = [a_deck("Tea", white=["Milk", "Crumbs"]), a_deck("Cake", white=["Icing"])]
    assert "Together they have 3 cards" in boss.act(decks, "merge_new", **NEW)
    assert Deck.with_staged.count() == 2


@pytest.mark.one_stack
def test_many_decks_are_told_of_in_one_message(boss):
    decks = [fit("Deck %d" % number, status="draft") for number in range(29)]
    shown = boss.act(decks + [a_deck("Empty", status="draft")], "publish", **YES)
    assert shown.count('<li class="warning"') == 1 and 'li class="success"' not in shown
    assert "Publish: 29 decks. Left out: 1 deck." in shown and "<li>Deck 28</li>" in shown


def test_a_message_shows_a_decks_name_as_text(boss):
    decks = [fit("<b>Tea</b>", slug="tea", status="draft"), fit("Cake", status="draft")]
    assert "<li>&lt;b&gt;Tea&lt;/b&gt;</li>" in boss.act(decks, "publish", **YES)


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


def test_an_action_is_offered_only_to_whom_it_is_for():
    deck = a_deck("Tea", white=["Milk"], status="draft")
    editor, reviewer = an_editor(), a_reviewer()
    seen = {who: who.see("admin:decks_deck_changelist") + who.see("decks_admin:cards")
            for who in (editor, reviewer)}
    for name in ("merge", "move", "remove"):
        assert 'value="%s"' % name in seen[editor] and 'value="%s"' % name not in seen[reviewer]
    for name in ("publish", "rate", "hide"):
        assert 'value="%s"' % name not in seen[editor] and 'value="%s"' % name in seen[reviewer]
    editor.act([deck], "publish", **YES)
    editor.act(list(deck.white_cards.all()), "hide", **YES)
    assert again(deck).status == "draft" and not HiddenCard.objects.exists()
