"""The history of published decks."""
from __future__ import unicode_literals

import datetime
import random

import mock
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks import staging
from decks.builder import metadata
from decks.cards.texts import fingerprint
from decks.editing import card_edits
from decks.history import restoring, version_cards, versions
from decks.imports.formats import deck_file
from decks.models import PUBLISHED, BlackCard, Deck, DeckVersion, WhiteCard
from decks.review import workflow
from tests.clocks import worked
from tests.decks.people import a_person, an_own_deck, ids, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def deck(ann):
    """A published deck with its first version."""
    deck = an_own_deck(ann, "Who _?\nMilk\nSugar", author="Ann", tags="hot")
    workflow.share(deck, ann)
    return Deck.objects.get()


def history(deck):
    return list(deck.versions.order_by("number").values_list("number", "note"))


def test_a_draft_has_none(ann):
    deck = an_own_deck(ann, "Milk")
    card_edits.remove(deck, "white", ids(deck), ann)
    assert history(deck) == []


def test_a_change_of_a_published_deck_is_a_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    version = deck.versions.get(number=2)
    assert version.user == ann and versions.content(version)["white"] == ["Milk", "Sugar", "Saucers"]
    assert Deck.objects.get().version == 2


def test_what_a_deck_was_before_its_first_change_is_kept(ann):
    deck = an_own_deck(None, name="House", status=PUBLISHED)
    WhiteCard.objects.create(deck=deck, text="Milk", fingerprint=fingerprint("Milk"))
    card_edits.add(deck, None, "Sugar", ann)
    assert history(deck) == [(1, versions.BEFORE), (2, "")]
    assert versions.content(deck.versions.get(number=1))["white"] == ["Milk"]
    assert deck.versions.get(number=1).user is None


def test_changes_of_one_person_soon_after_each_other_are_one_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    card_edits.add(deck, None, "Spoons", ann)
    assert history(deck) == [(1, workflow.SHARED_NOTE), (2, "")]
    assert versions.content(deck.versions.get(number=2))["white"][-1] == "Spoons"


def test_somebody_else_or_a_later_hour_is_another_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    card_edits.add(deck, None, "Spoons", a_person("Bob"))
    DeckVersion.objects.update(created=timezone.now() - datetime.timedelta(minutes=11))
    card_edits.add(deck, None, "Cups", a_person("Cat"))
    card_edits.add(deck, None, "Honey", ann)
    assert len(history(deck)) == 5


def test_a_version_with_a_note_stands_by_itself(ann, deck):
    for text, note in (("Saucers", "Import of tea.json"), ("Spoons", "Import of tea.json"), ("Cups", ""),
                       ("Honey", "")):
        with versions.changing(deck, ann, note):
            WhiteCard.objects.create(deck=deck, text=text, position=9)
    assert [note for _number, note in history(deck)][1:] == ["Import of tea.json", "Import of tea.json", ""]


def test_nothing_changed_makes_no_version(ann, deck):
    card_edits.add(deck, None, "Milk", ann)
    card_edits.reorder(deck, "white", ids(deck), ann)
    assert history(deck) == [(1, workflow.SHARED_NOTE)]


def test_a_change_that_fails_leaves_no_version(ann, deck):
    with pytest.raises(RuntimeError):
        with versions.changing(deck, ann):
            WhiteCard.objects.all().delete()
            raise RuntimeError()
    assert texts(deck) == ["Milk", "Sugar"] and len(history(deck)) == 1


def test_restoring_brings_back_cards_and_facts_and_is_a_version(ann, deck):
    card_edits.change(deck.black_cards.get(), ann, text="Who and _ or _?", tags="people", attribution="Bob")
    card_edits.remove(deck, "white", ids(deck), ann)
    Deck.objects.update(name="Coffee", author="Bob", tags="")
    restoring.restore(deck, 1, ann)
    deck = Deck.objects.get()
    assert (deck.name, deck.author, deck.tags) == ("Tea", "Ann", "hot")
    assert texts(deck) == ["Milk", "Sugar"] and deck.white_cards.first().fingerprint == fingerprint("Milk")
    assert history(deck)[-1] == (3, "Version 1 again")
    restoring.restore(deck, 2, ann)
    card = deck.black_cards.get()
    assert (card.text, card.pick, card.tags, card.attribution) == ("Who and _ or _?", 2, "people", "Bob")


def test_restoring_leaves_rating_and_address_as_they_are(ann, deck):
    Deck.objects.update(rating="teen", slug="tea-time")
    restoring.restore(deck, 1, ann)
    assert Deck.objects.values_list("rating", "slug", "status").get() == ("teen", "tea-time", PUBLISHED)


def test_a_restored_deck_can_be_imported_again(ann, deck):
    Deck.objects.update(source_digest="x")
    restoring.restore(deck, 1, ann)
    assert Deck.objects.get().source_digest == ""


def test_a_version_that_never_was_is_refused(ann, deck):
    with pytest.raises(DeckVersion.DoesNotExist):
        restoring.restore(deck, 7, ann)
    assert len(history(deck)) == 1


def test_a_draft_can_be_kept_to_come_back_to(ann):
    deck = an_own_deck(ann, "Milk")
    with transaction.atomic():
        versions.keep(staging.lock(deck.pk), ann, "Before the import")
    card_edits.add(deck, None, "Sugar", ann)
    assert [number for number, _note in history(deck)] == [1, 2]
    restoring.restore(deck, 1, ann)
    assert texts(deck) == ["Milk"]


def test_the_document_is_a_deck_file_that_we_read(ann, deck):
    card_edits.add(deck, "black", "A _ and a _ and a _", ann, attribution="Bob")
    parsed = deck_file.parse(json_loads(json_dumps(versions.document(deck))))
    pack, = parsed.packs
    assert not parsed.errors and (pack.name, pack.slug, pack.author) == ("Tea", "tea", "Ann")
    assert [card[0] for card in pack.black] == ["Who _?", "A _ and a _ and a _"]


def test_the_document_names_only_what_there_is_to_say(deck):
    document = versions.document(deck)
    assert document["white"] == ["Milk", "Sugar"] and document["black"] == [{"text": "Who _?", "pick": 1}]


def test_the_difference_of_two_versions(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    old, new = [versions.content(version) for version in deck.versions.order_by("number")]
    assert versions.diff(old, new)["white"]["added"] == [{"text": "Saucers"}]


def test_decks_are_locked_in_the_same_order_whoever_asks(ann, deck):
    other = an_own_deck(ann, name="Bar")
    for wanted in ([deck.pk, other.pk], [other.pk, deck.pk]):
        with versions.changing_all(wanted, ann) as locked:
            assert list(locked) == [deck.pk, other.pk]


def test_writing_comes_first_so_that_sqlite_waits_its_turn(ann, deck):
    with CaptureQueriesContext(connection) as queries:
        card_edits.add(deck, None, "Saucers", ann)
    first = next(query["sql"] for query in queries.captured_queries if "SELECT" in query["sql"]
                 or "UPDATE" in query["sql"])
    assert "UPDATE" in first and "SELECT" not in first


def test_twenty_five_thousand_cards_are_a_version_soon(ann, deck):
    WhiteCard.objects.bulk_create([
        WhiteCard(deck=deck, text="Cup %d" % number, fingerprint="%040d" % number, position=number)
        for number in range(20000)])
    BlackCard.objects.bulk_create([
        BlackCard(deck=deck, text="Cup %d _" % number, fingerprint="%040d" % number, position=number)
        for number in range(5000)])
    begun = worked()
    with transaction.atomic():
        version = versions.record(staging.lock(deck.pk), ann)
    assert version.number == 2 and worked() - begun < 3


def big(ann, cards=3000):
    """A published deck with a version, and its id."""
    deck = an_own_deck(ann, name="Big")
    WhiteCard.objects.bulk_create([
        WhiteCard(deck=deck, text="Cup %d" % number, fingerprint="%040d" % number, position=number)
        for number in range(cards)])
    workflow.share(deck, ann)
    return Deck.objects.get(pk=deck.pk)


def written(queries):
    return sum(len(query["sql"]) for query in queries.captured_queries if "SELECT" not in query["sql"])


def test_a_change_of_one_card_writes_and_reads_a_few_rows_of_a_big_deck(ann):
    deck = big(ann)
    card = deck.white_cards.get(position=700)
    with CaptureQueriesContext(connection) as queries, mock.patch("decks.history.version_cards.whole",
                                                                  side_effect=AssertionError):
        card_edits.change(card, ann, text="Spoons")
        card_edits.add(deck, None, "Saucers", ann)
        workflow.archive(deck, ann)
    assert written(queries) < 20000 and len(queries.captured_queries) < 80
    found = versions.content(deck.versions.first())["white"]
    assert (found[700], found[-1], len(found)) == ("Spoons", "Saucers", 3001)


def test_a_version_that_holds_differences_tells_what_the_deck_was(ann):
    deck, rng, expected = big(ann, 60), random.Random(7), []
    for number in range(40):
        cards = ids(deck)
        rng.choice([
            lambda: card_edits.change(WhiteCard.objects.get(pk=rng.choice(cards)), ann,
                                      text="Cup %d" % (number + 100)),
            lambda: card_edits.remove(deck, "white", rng.sample(cards, 3), ann),
            lambda: card_edits.add(deck, None, "Who %d _?\nSpoon %d" % (number, number), ann),
            lambda: card_edits.reorder(deck, "white", rng.sample(cards, 9), ann),
            lambda: metadata.change(deck, ann, {"tags": "tea-%d" % number})])()
        DeckVersion.objects.update(user=None)  # so that none folds into another
        expected.append(versions.document(Deck.objects.get(pk=deck.pk)))
    assert [versions.content(version) for version in deck.versions.order_by("number")][-40:] == expected
    assert set(deck.versions.values_list("base", flat=True)) == {1}


def test_an_undo_makes_no_version_of_what_was_there_before(ann, deck):
    done = card_edits.add(deck, None, "Saucers", ann)
    card_edits.undo(done.undo, ann)
    assert versions.content(deck.versions.first()) == versions.document(Deck.objects.get())


def test_cards_that_were_changed_behind_its_back_are_in_the_next_version(ann, deck):
    WhiteCard.objects.create(deck=deck, text="Honey", fingerprint=fingerprint("Honey"), position=9)
    card_edits.add(deck, None, "Saucers", ann)
    assert versions.content(deck.versions.first())["white"] == ["Milk", "Sugar", "Honey", "Saucers"]


def in_the_old_form(deck):
    """The newest version as all versions once were stored."""
    whole = json_dumps(versions.document(deck))
    deck.versions.filter(number=deck.version).update(base=None, facts="", cards=0, document=whole)


@pytest.mark.django_db(transaction=True)
def test_a_version_of_old_is_read_and_built_upon(ann, deck):
    in_the_old_form(deck)
    before = versions.content(deck.versions.get())
    card_edits.add(deck, None, "Saucers", ann)
    assert list(deck.versions.order_by("number").values_list("base", flat=True)) == [1, 1]
    assert versions.content(deck.versions.get(number=1)) == before and before["white"] == ["Milk", "Sugar"]


def test_a_version_of_old_is_left_alone_when_the_deck_was_changed_since(ann, deck):
    in_the_old_form(deck)
    before = versions.content(deck.versions.get())
    WhiteCard.objects.filter(text="Milk").delete()
    card_edits.add(deck, None, "Saucers", ann)
    assert versions.content(deck.versions.get(number=1)) == before
    assert versions.content(deck.versions.get(number=2))["white"] == ["Sugar", "Saucers"]


@pytest.mark.django_db(transaction=True)
def test_a_long_chain_is_stored_whole_in_between(ann, deck):
    with mock.patch("decks.history.versions.CHAIN", 3):
        for number in range(8):
            card_edits.add(deck, None, "Cup %d" % number, ann)
            DeckVersion.objects.update(user=None)
    told = [versions.content(version)["white"] for version in deck.versions.order_by("number")]
    assert told == [["Milk", "Sugar"] + ["Cup %d" % number for number in range(count)] for count in range(9)]
    assert len(set(deck.versions.values_list("base", flat=True))) > 2


@pytest.mark.django_db(transaction=True)
def test_what_is_heavy_is_made_ready_before_the_lock(ann):
    deck, locked = big(ann, 300), []
    in_the_old_form(deck)
    real = version_cards.whole

    def whole(deck):
        locked.append(connection.in_atomic_block)
        return real(deck)
    with mock.patch("decks.history.version_cards.whole", whole):
        card_edits.add(deck, None, "Saucers", ann)
    assert locked == [False]
