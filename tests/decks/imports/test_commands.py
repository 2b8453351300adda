"""The management commands that load decks."""
from __future__ import unicode_literals

import json

import mock
import pytest
import six
from django.core.management import CommandError, call_command

from decks.models import BlackCard, Deck, WhiteCard
from tests.decks.shelf import SAMPLE, a_deck, as_bytes, sample

pytestmark = pytest.mark.django_db


def run(*args, **options):
    """What the command wrote: (stdout, stderr)."""
    out, err = six.StringIO(), six.StringIO()
    call_command(*args, stdout=out, stderr=err, **options)
    return six.ensure_text(out.getvalue()), six.ensure_text(err.getvalue())


def a_file(folder, content, name="cards.json"):
    path = folder.join(name)
    path.write_binary(content)
    return str(path)


def test_it_lists_the_packs_and_the_totals():
    out, err = run("import_deck", SAMPLE)
    assert "new           3      4  Office Pack" in out
    assert "3 packs with 5 black and 8 white cards: 3 new, 0 changed, 0 the same." in out
    assert err == ""


def test_one_pack_is_a_pack(tmpdir):
    out, _err = run("import_deck", a_file(tmpdir, b'{"name": "Tea", "white": ["Milk"]}'), dry_run=True)
    assert "1 pack with 0 black and 1 white cards: 1 new" in out


def test_it_says_that_a_second_import_changed_nothing():
    run("import_deck", SAMPLE)
    out, _err = run("import_deck", SAMPLE)
    assert "0 new, 0 changed, 3 the same.\nNothing changed." in out


def test_a_dry_run_stores_nothing():
    out, _err = run("import_deck", SAMPLE, dry_run=True)
    assert "Dry run: nothing was stored." in out
    assert not Deck.objects.exists()


def test_it_gives_rating_and_language():
    run("import_deck", SAMPLE, rating="family", language="pl")
    assert set(Deck.objects.values_list("rating", "language")) == {("family", "pl")}


def test_it_tells_the_rows_it_leaves_out(tmpdir):
    document = sample()
    document["packs"][1]["white"].append(99)
    out, err = run("import_deck", a_file(tmpdir, as_bytes(document)))
    assert "Left out: Tea Pack, white row 4: index 99 is out of range" in err
    assert "Rows left out: 1." in out
    assert Deck.objects.get(slug="tea-pack").white_cards.count() == 3


@pytest.mark.parametrize("options, lines", [({}, 3), ({"verbose_packs": True}, 35), ({"verbosity": 2}, 35)])
def test_it_lists_many_packs_only_when_asked(tmpdir, options, lines):
    document = sample()
    document["packs"] = [dict(document["packs"][0], name="Pack %d" % number) for number in range(31)]
    out, _err = run("import_deck", a_file(tmpdir, as_bytes(document)), **options)
    assert len(out.splitlines()) == lines


@pytest.mark.parametrize("content, problem", [
    (b"{", "the file is not JSON"), (b"[]", "no card file we know"),
    (b'{"white": [], "black": [], "packs": []}', "no pack in the file can be used")])
def test_it_refuses_a_malformed_file(tmpdir, content, problem):
    with pytest.raises(CommandError) as caught:
        run("import_deck", a_file(tmpdir, content))
    assert problem in str(caught.value)


def test_it_refuses_a_file_that_is_not_there(tmpdir):
    with pytest.raises(CommandError) as caught:
        run("import_deck", str(tmpdir.join("none.json")))
    assert "No such file" in str(caught.value)


def test_it_refuses_a_language_that_is_no_tag():
    with pytest.raises(CommandError) as caught:
        run("import_deck", SAMPLE, language="Plain English")
    assert "--language" in str(caught.value)


def a_starter(folder, **changes):
    document = {"name": "Breakfast", "slug": "breakfast", "rating": "family", "language": "en",
                "black": [{"text": "Who hid _?", "pick": 1}], "white": ["The last spoon"]}
    return a_file(folder, json.dumps(dict(document, **changes)).encode("ascii"), "breakfast.json")


def test_it_loads_starter_decks_once(tmpdir):
    a_starter(tmpdir)
    out, _err = run("load_starter_decks", folder=str(tmpdir))
    assert out == "Starter decks: 1 new, 0 changed, 0 the same; 1 black and 1 white cards.\n"
    out, _err = run("load_starter_decks", folder=str(tmpdir))
    assert "0 new, 0 changed, 1 the same" in out
    assert Deck.objects.get().slug == "breakfast"


def test_it_replaces_the_cards_of_a_starter_deck_that_changed(tmpdir):
    a_starter(tmpdir)
    run("load_starter_decks", folder=str(tmpdir))
    a_starter(tmpdir, white=["The first spoon", "A fork"])
    out, _err = run("load_starter_decks", folder=str(tmpdir))
    assert "1 changed" in out
    assert [card.text for card in Deck.objects.get().white_cards.all()] == ["The first spoon", "A fork"]


@pytest.mark.parametrize("changes", [{"rating": "spicy"}, {"white": [""]}])
def test_it_names_the_starter_file_that_is_wrong(tmpdir, changes):
    a_starter(tmpdir, **changes)
    with pytest.raises(CommandError) as caught:
        run("load_starter_decks", folder=str(tmpdir))
    assert "breakfast.json" in str(caught.value)
    assert not Deck.objects.exists()


def test_it_says_when_there_are_no_starter_decks(tmpdir):
    with pytest.raises(CommandError) as caught:
        run("load_starter_decks", folder=str(tmpdir))
    assert "There are no deck files" in str(caught.value)


def test_it_puts_all_cards_into_one_deck():
    a_deck("Tea", white=["Free cake", "Milk"])
    out, _err = run("import_deck", SAMPLE, deck="tea")
    assert "0 new, 1 changed, 0 the same." in out
    assert Deck.objects.get().white_cards.count() == 6 and Deck.objects.get().black_cards.count() == 5
    out, _err = run("import_deck", SAMPLE, deck="tea")
    assert "Nothing changed." in out


def test_it_adds_only_what_is_new_when_asked(tmpdir):
    a_deck("Tea", white=["Milk", "Sugar"])
    run("import_deck", a_file(tmpdir, b"milk.\nHoney", "more.txt"), deck="tea", mode="new")
    assert [card.text for card in Deck.objects.get().white_cards.all()] == ["Milk", "Sugar", "Honey"]


def test_it_replaces_when_asked(tmpdir):
    a_deck("Tea", white=["Milk", "Sugar"])
    run("import_deck", a_file(tmpdir, b"milk.\nHoney", "more.txt"), deck="tea", mode="replace")
    assert [card.text for card in Deck.objects.get().white_cards.all()] == ["milk.", "Honey"]


@pytest.mark.parametrize("slug, problem", [("none", "no deck with the slug"), ("tea", "is archived")])
def test_it_refuses_a_deck_that_it_may_not_change(slug, problem):
    a_deck("Tea", white=["Milk"], status="archived")
    with pytest.raises(CommandError) as caught:
        run("import_deck", SAMPLE, deck=slug)
    assert problem in str(caught.value)


def test_it_refuses_a_file_that_is_too_big_before_it_reads_it(tmpdir):
    path = a_file(tmpdir, b"Milk")
    with mock.patch("os.path.getsize",
                    return_value=100 * 1024 * 1024), mock.patch("io.open", side_effect=AssertionError):
        with pytest.raises(CommandError) as caught:
            run("import_deck", path)
    assert "at most 16 MB" in str(caught.value)


@pytest.mark.one_stack
def test_it_refuses_a_deck_of_too_many_cards(tmpdir):
    path = a_file(tmpdir, "\n".join("card %d" % number for number in range(50001)).encode("ascii"),
                  "many.txt")
    with pytest.raises(CommandError) as caught:
        run("import_deck", path)
    assert "more than 50000 cards" in str(caught.value) and not Deck.objects.exists()


def test_it_says_how_it_read_the_file(tmpdir):
    out, _err = run("import_deck", SAMPLE, dry_run=True)
    assert out.startswith("Read as: JSON Against Humanity, compact.\n")
    assert "  black: Our new mascot is _.\n" in out and "3 of 3 packs have fewer than 5 black cards" in out


def test_it_stores_what_is_not_sure_only_after_a_yes(tmpdir):
    path = a_file(tmpdir, b"id,content,pick\n1,Why is the tea cold _?,1\n", "content.csv")
    out, _err = run("import_deck", path, dry_run=True)
    assert '--map "text=content,kind=*pick,pick=pick"' in out
    with pytest.raises(CommandError) as caught:
        run("import_deck", path)
    assert "nothing was stored" in str(caught.value) and not Deck.objects.exists()
    run("import_deck", path, yes=True)
    assert Deck.objects.get().black_cards.count() == 1


def test_it_reads_a_file_as_a_mapping_says(tmpdir):
    path = a_file(tmpdir, b"Card,Colour\nWhy _?,q\na damp sock,a\n", "x.csv")
    run("import_deck", path, map="text=Card,kind=Colour,black=a,white=q")
    assert Deck.objects.get().black_cards.get().text == "a damp sock _"
    Deck.objects.all().delete()
    given = a_file(tmpdir, b'{"text": "Card", "kind": "*white"}', "map.json")
    run("import_deck", path, map=given)
    assert Deck.objects.get().white_cards.count() == 2


@pytest.mark.parametrize("given, problem", [
    ("text=None", 'there is no "None" in the file'), ("words=Card", 'the mapping has "words"'), ("{", "is not JSON"),
    ("Card", "is no pair such as text=Card"), ('{"black": 3}', '"black" of the mapping must be a list of texts')])
def test_it_refuses_a_mapping_that_fits_nothing(tmpdir, given, problem):
    with pytest.raises(CommandError) as caught:
        run("import_deck", a_file(tmpdir, b"Card,Colour\nWhy _?,q\na damp sock,a\n", "x.csv"), map=given)
    assert problem in str(caught.value)


def test_it_takes_columns_as_decks_where_the_mapping_says_so(tmpdir):
    path = a_file(tmpdir, b"Attic,Porch\nWhy _?,Who _?\nfog,rain\nsocks,tea\n", "x.csv")
    run("import_deck", path, map="text=1|2,deck=*first")
    assert sorted(Deck.objects.values_list("name", flat=True)) == ["Attic", "Porch"]


def test_it_reads_several_files_together(tmpdir):
    paths = [a_file(tmpdir, b"Why _?", "black.txt"), a_file(tmpdir, b"a damp sock", "white.txt")]
    run("import_deck", *paths)
    assert (BlackCard.objects.count(), WhiteCard.objects.count(), Deck.objects.count()) == (1, 1, 1)
