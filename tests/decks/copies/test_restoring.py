"""A copy of all decks of a site is restored: nothing is lost, doubled, or overwritten without a word."""
from __future__ import unicode_literals

import io
import json
import zipfile
from collections import Counter

import pytest

from decks import deleted
from decks.copies import restoring, zips
from decks.imports.reading.shapes import FormatError
from decks.models import ARCHIVED, DRAFT, PUBLISHED, BlackCard, Deck, DeckSet, WhiteCard
from tests.decks.people import a_person, an_own_deck, texts
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def site(ann):
    """Decks of every kind, and sets."""
    tea = a_deck("Tea & <b>Co</b>", slug="tea", black=[("Why? _", 1), ("_ and _ &amp; _", 3)], white=["*Milk*", "A &amp; B"],
                 language="de", rating="teen", tags="hot drinks", author="Ann Lee", licence="CC BY 4.0",
                 description="Two\nlines", source_note="A shop", plays=7, source="csv/tea", source_digest="abc")
    BlackCard.objects.filter(pick=3).update(draw=1, tags="long", attribution="Bo")
    WhiteCard.objects.filter(text="*Milk*").update(attribution="Grandpa")
    an_own_deck(ann, "soup\nsalt", "Secret", DRAFT)
    an_own_deck(ann, "spoon", "Friends", PUBLISHED, listed=False)
    an_own_deck(None, "", "Empty", ARCHIVED)
    a_deck("Off", white=["dark"], off=True)
    official = DeckSet.objects.create(name="Official", description="Ours", position=3, off=True)
    official.decks.add(tea)
    DeckSet.objects.create(name="My choice", owner=ann).decks.add(tea)
    return tea


def copy():
    stream = io.BytesIO()
    zips.write(stream)
    return stream.getvalue()


def restore(content, **options):
    """How many decks had which status."""
    archive, names, sets = zips.open_copy(io.BytesIO(content))
    zips.make_sets(sets)
    return dict(Counter(restoring.restore(archive, name, None, **options).status for name in names))


def looked(content):
    archive, names, _ = zips.open_copy(io.BytesIO(content))
    return [restoring.look(archive, name).status for name in names]


def test_a_restored_site_gives_the_same_copy_byte_for_byte(site):
    before = copy()
    Deck.objects.all().delete()
    DeckSet.objects.filter(owner=None).delete()
    assert restore(before) == {"new": 5}
    assert copy() == before


def test_everything_that_a_deck_says_is_kept(site, ann):
    before = copy()
    Deck.objects.all().delete()
    restore(before)
    tea = Deck.objects.get(slug="tea")
    assert (tea.name, tea.language, tea.rating, tea.code, tea.plays) == ("Tea & <b>Co</b>", "de", "teen", site.code, 7)
    assert texts(tea, "black") == ["Why? _", "_ and _ &amp; _"] and tea.created == site.created
    assert tea.black_cards.get(pick=3).attribution == "Bo" and tea.black_cards.get(pick=3).draw == 1
    assert Deck.objects.get(name="Secret").owner == ann and Deck.objects.get(name="Off").off
    assert [one.name for one in tea.sets.all()] == ["Official"]


def test_a_second_time_nothing_changes(site):
    content = copy()
    revisions = list(Deck.objects.order_by("pk").values_list("revision", flat=True))
    assert restore(content, overwrite=True) == {"same": 5} and Deck.objects.count() == 5
    assert list(Deck.objects.order_by("pk").values_list("revision", flat=True)) == revisions


def test_what_says_something_else_here_is_overwritten_only_where_that_is_wanted(site):
    content = copy()
    WhiteCard.objects.filter(text="*Milk*").delete()
    assert sorted(looked(content)) == ["differs", "same", "same", "same", "same"]
    assert restore(content)["differs"] == 1 and texts(site) == ["A &amp; B"]
    restore(content, overwrite=True)
    assert texts(site) == ["*Milk*", "A &amp; B"]
    assert site.versions.count() == 2 and site.versions.latest("number").note == restoring.NOTE


@pytest.mark.parametrize("change", [{"off": True}, {"listed": False}, {"rating": "adult"}, {"status": "archived"}])
def test_a_state_or_a_rating_makes_a_difference_too(site, change):
    content = copy()
    Deck.objects.filter(pk=site.pk).update(**change)
    assert "differs" in looked(content)


@pytest.mark.parametrize("known", [{"source": "csv/tea", "slug": "other"}, {"source": "", "slug": "tea"}])
def test_a_deck_that_came_another_way_is_not_doubled(site, known):
    content = copy()
    Deck.objects.filter(pk=site.pk).update(code="CDFGHJKM", **known)
    restore(content)
    assert Deck.objects.count() == 5


def test_a_deleted_deck_comes_back(site):
    content = copy()
    deleted.put_away(site)
    assert restore(content) == {"back": 1, "same": 4} and Deck.objects.filter(pk=site.pk).exists()


def test_the_decks_of_somebody_else_with_the_same_name_become_the_sites(site, ann):
    content = copy()
    Deck.objects.all().delete()
    ann.email = "another.ann@example.org"
    ann.save()
    archive, names, _ = zips.open_copy(io.BytesIO(content))
    assert sum(restoring.look(archive, name).homeless for name in names) == 2
    restore(content)
    assert not Deck.objects.filter(owner=ann).exists() and Deck.objects.get(name="Secret").status == DRAFT


def test_a_deck_that_a_worker_left_half_restored_is_ended_by_the_next(site):
    content = copy()
    Deck.objects.all().delete()
    archive, names, _ = zips.open_copy(io.BytesIO(content))
    restoring._begin(restoring.look(archive, names[0]).entry)
    assert restore(content) == {"new": 5} and Deck.objects.count() == 5


def spoiled(content, **changes):
    """The copy with other facts of the first deck."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            raw = json.loads(old.read(name).decode("utf-8"))
            if name.startswith("decks/00001"):
                raw.update(changes)
            new.writestr(name, json.dumps(raw))
    return stream.getvalue()


@pytest.mark.parametrize("changes", [
    {"name": 7}, {"name": "x" * 201}, {"rating": "mild"}, {"language": "<b>"}, {"black": "no list"}, {"site": None}, {"slug": ""},
    {"white": ["x" * 501]}, {"black": [{"text": "_", "pick": 2, "draw": 9}]}, {"site": {"code": "x", "status": "free"}}])
def test_a_deck_that_is_none_is_left_out_and_costs_no_other(site, changes):
    assert sorted(looked(spoiled(copy(), **changes))) == ["broken", "same", "same", "same", "same"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"Milk"])
def test_what_is_no_copy_is_refused(content):
    with pytest.raises(FormatError):
        zips.open_copy(io.BytesIO(content))


def test_a_bomb_is_not_unpacked(site):
    stream = io.BytesIO(copy())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("decks/00009-bomb.json", b" " * (4 << 20))
    assert looked(stream.getvalue()).count("broken") == 1


def test_a_copy_has_more_decks_than_a_hundred(db):  # Django reads a hundred rows at a time
    Deck.objects.bulk_create([Deck(name="Deck %d" % number, slug="deck-%d" % number) for number in range(107)])
    before = copy()
    Deck.objects.all().delete()
    assert restore(before) == {"new": 107} and copy() == before
