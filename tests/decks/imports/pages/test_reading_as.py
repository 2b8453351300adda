"""The page asks where it is not sure what a file means, and reads it another way when it is told to."""
from __future__ import unicode_literals

import json

import pytest

from decks.imports import looking
from decks.models import Deck, ImportJob
from tests.decks.imports.pages.visits import a_file, looked, page_of, shown

pytestmark = pytest.mark.django_db
UNSURE = b"id,content,pick\n1,Why is the tea cold _?,1\n2,Who took the last biscuit _?,1\n"
TABLE = b"Card,Colour,Set\nWhy _?,q,Tea\na damp sock,a,Tea\nfog and more fog,a,Milk\n"


def read_as(browser, job, **fields):
    """(job, its page) after the form of the mapping was sent."""
    answer = browser.post(page_of(job, "import_read_as"), fields)
    return ImportJob.objects.get(pk=job.pk), shown(browser.get(page_of(job)) if answer.status_code == 302 else answer)


def test_a_known_file_says_what_it_is_and_shows_cards(browser):
    _, page = looked(browser, upload=a_file())
    assert "Read as: JSON Against Humanity, compact" in page and "Our new mascot is _." in page
    assert "We are not sure" not in page and 'name="right"' not in page


def test_what_is_not_sure_is_stored_only_after_a_yes(browser):
    job, page = looked(browser, upload=a_file(UNSURE, "content.csv"))
    assert "We are not sure about this one." in page and "Cards with a pick are black." in page
    assert "say first that the cards are read right" in shown(browser.post(page_of(job), {}))
    assert not Deck.objects.exists()
    browser.post(page_of(job), {"right": "yes"})
    assert Deck.objects.get().black_cards.count() == 2


def test_a_mapping_is_corrected_and_counts_as_a_yes(browser):
    job, page = looked(browser, upload=a_file(TABLE, "x.csv"))
    assert "2 packs" in page
    job, page = read_as(browser, job, text="Card", kind="Colour", kind_was="Colour", value=["a", "q"], black="a")
    assert "2 black and 1 white card" in page
    browser.post(page_of(job), {})
    deck = Deck.objects.get()
    assert (deck.name, deck.black_cards.count(), deck.white_cards.count()) == ("x", 2, 1)


@pytest.mark.parametrize("kind, black", [("*black", 2), ("*white", 0), ("*questions", 1)])
def test_lines_are_read_with_another_rule(browser, kind, black):
    job, _ = looked(browser, upload=a_file(b"Why is it cold?\na damp sock", "x.txt"))
    job, page = read_as(browser, job, kind=kind)
    assert "%d black and %d white" % (black, 2 - black) in page


def test_a_field_that_is_chosen_as_the_kind_says_itself_which_values_are_black(browser):
    job, _ = looked(browser, upload=a_file(TABLE, "x.csv"))
    job, page = read_as(browser, job, text="Card", kind="*white")
    job, page = read_as(browser, job, text="Card", kind="Colour", kind_was="*white")
    assert "1 black and 2 white cards" in page and "These mean black" in page


def test_columns_without_a_header_are_called_columns(browser):
    rows = b"Why _?\tsocks\n_ and _.\tfog\nNobody likes _.\train\n"
    _, page = looked(browser, upload=a_file(rows, "x.tsv"))
    assert "We are not sure" in page and "<b>Column 2</b> <small>socks" in page and "These columns are black" in page


def test_black_and_white_columns_are_swapped(browser):
    job, page = looked(browser, upload=a_file(b"Why _?\tsocks\n_ and _.\tfog\nNobody likes _.\train\n", "x.tsv"))
    job, page = read_as(browser, job, text=["1", "2"], text_was="1|2", kind="*column", kind_was="*column", black="2")
    assert '<li class="black"><b>black</b> <span>socks _</span>' in page
    assert '<li class="white"><b>white</b> <span>Why _?</span>' in page


def test_a_column_that_is_ticked_for_the_first_time_gets_the_kind_of_its_texts(browser):
    job, _ = looked(browser, upload=a_file(b"n,t,u\n1,Why _?,socks\n2,Who _?,fog\n3,How _?,rain\n", "x.csv"))
    job, page = read_as(browser, job, text=["t", "u"], kind="*column", kind_was="*blanks")
    assert "3 black and 3 white cards" in page and 'name="black" value="t" checked' in page


@pytest.mark.parametrize("deck, names", [("*first", ["Attic", "Porch"]), ("*column", ["x 1", "x 2"])])
def test_columns_that_are_decks_become_one_deck_each(browser, deck, names):
    job, page = looked(browser, upload=a_file(b"Attic,Porch\nWhy _?,Who _?\nfog,rain\nsocks,tea\n", "x.csv"))
    assert "We are not sure" in page and "Each column is one" in page
    read_as(browser, job, text=["1", "2"], kind="*blanks", deck=deck)
    browser.post(page_of(job), {})
    assert sorted(Deck.objects.values_list("name", flat=True)) == names


def test_lists_of_a_file_that_were_left_out_stay_out_when_it_is_read_again(browser):
    people = [{"name": "Ann Harbour of the porch", "id": number} for number in range(3)]
    cards = [{"text": text} for text in ("Why _?", "Who _ and _?", "a damp sock", "warm tea", "fog")]
    job, _ = looked(browser, upload=a_file(json.dumps({"people": people, "cards": cards}).encode("ascii"), "x.json"))
    mapping = looking.result_of(job)["dry_run"]["proposal"]["mapping"]
    job, page = read_as(browser, job, text="text", text_was="text", kind="*white", source=mapping["sources"])
    assert mapping["sources"] == ["cards"] and "0 black and 5 white" in page


def test_it_can_be_read_again_as_it_looks(browser):
    job, _ = looked(browser, upload=a_file())
    job, page = read_as(browser, job, kind="*white")
    assert "Read as: a file of no known kind" in page
    job, page = read_as(browser, job, kind="*auto")
    assert "Read as: JSON Against Humanity, compact" in page


def test_a_mapping_that_fits_nothing_is_refused_and_changes_nothing(browser):
    job, _ = looked(browser, upload=a_file(TABLE, "x.csv"))
    again, page = read_as(browser, job, text="Nothing", kind="*white")
    assert "It cannot be read so: there is no &quot;Nothing&quot; in the file" in page.replace("&#34;", "&quot;")
    assert (again.status, again.options) == (ImportJob.WAITING, job.options)


def test_several_files_are_one_import(browser):
    files = [a_file(b"Why _?\nWho _?", "black.txt"), a_file(b"a damp sock\nwarm tea", "white.txt")]
    job, page = looked(browser, upload=files, name="Kettle")
    assert "2 black and 2 white cards" in page
    browser.post(page_of(job), {})
    assert Deck.objects.get().name == "Kettle"


def test_a_column_that_is_chosen_as_the_kind_is_no_more_that_of_the_decks(browser):
    job, page = looked(browser, upload=a_file(b"X,Why _?\nX,Who _?\nX,Make a haiku.\nO,a sock\nO,fog\nO,milk", "x.csv"))
    assert "2 packs" in page
    job, page = read_as(browser, job, text="2", kind="1", kind_was="*blanks", deck="1")
    assert "3 black and 3 white cards" in page and "2 packs" not in page
