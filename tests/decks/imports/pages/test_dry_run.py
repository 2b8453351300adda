"""The page of an import before a yes: it shows what would happen, and nothing is stored."""
from __future__ import unicode_literals

import mock
import pytest
from django.test import Client

from decks.models import Deck, ImportJob
from tests.decks.imports.pages.visits import IMPORT, a_file, looked, page_of, shown, signed_in
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_a_file_is_looked_at_then_stored(browser, ann):
    job, page = looked(browser, upload=a_file())
    assert "This would happen" in page and "Tea Pack" in page and "stands in the file already" in page
    assert not Deck.objects.exists()
    answer = browser.post(page_of(job), {})
    assert answer.status_code == 302
    assert "The cards are in" in shown(browser.get(page_of(job)))
    assert Deck.objects.filter(owner=ann, status="draft").count() == 3


def test_pasted_lines_become_a_deck_with_the_name_given(browser):
    job, _ = looked(browser, pasted="Who ate _?\nthe cat", name="Dr. Who & Co.", rating="family",
                    language="de")
    browser.post(page_of(job))
    deck = Deck.objects.get()
    assert (deck.name, deck.rating, deck.language) == ("Dr. Who & Co.", "family", "de")
    assert (deck.black_cards.count(), deck.white_cards.count()) == (1, 1)


def test_some_packs_are_chosen(browser):
    job, _ = looked(browser, upload=a_file())
    assert "Choose at least one pack." in shown(browser.post(page_of(job), {"choosing": "yes"}))
    browser.post(page_of(job), {"choosing": "yes", "key": ["tea-pack"]})
    assert [deck.name for deck in Deck.objects.all()] == ["Tea Pack"]


def test_cards_go_into_a_deck_that_the_person_may_edit(browser, ann):
    deck = a_deck("Tea", white=["Milk", "Sugar"], owner=ann)
    job, page = looked(browser, IMPORT + "?deck=" + deck.code, pasted="Honey\nmilk.")
    assert "Only what is new" in page and "text changed from \u201cMilk\u201d" in page
    browser.post(page_of(job), {"mode": "new"})
    assert [card.text for card in deck.white_cards.all()] == ["Milk", "Sugar", "Honey"]


def test_nobody_sees_the_import_of_another(browser, django_user_model):
    job, _ = looked(browser, pasted="Honey")
    other = signed_in(django_user_model.objects.create_user("bob", password="walnut-pudding-7"))
    for name in ("import_job", "import_progress", "import_report"):
        assert other.get(page_of(job, name)).status_code == 404
    for name in ("import_job", "import_undo", "import_forget"):
        assert other.post(page_of(job, name)).status_code == 404
    assert ImportJob.objects.get().status == "waiting"


@pytest.mark.parametrize("name", ["import_job", "import_progress", "import_report"])
def test_who_is_signed_out_signs_in_and_comes_back_to_the_import(browser, name):
    job, _ = looked(browser, pasted="Honey")
    answer = Client().get(page_of(job, name))
    assert answer.status_code == 302 and answer["Location"].endswith("/login/?next=" + page_of(job, name))


@pytest.mark.parametrize("name", ["import_job", "import_undo", "import_forget", "import_read_as"])
def test_what_is_posted_signed_out_leads_back_to_the_page_of_the_import(browser, name):
    job, _ = looked(browser, pasted="Honey")
    answer = Client().post(page_of(job, name))
    assert answer.status_code == 302 and answer["Location"].endswith("/login/?next=" + page_of(job))
    assert ImportJob.objects.get().status == "waiting"


def test_each_pack_says_for_whom_it_is_and_in_which_language(browser):
    job, page = looked(browser, upload=a_file())
    assert page.count('data-testid="rating-of"') == 3
    browser.post(page_of(job), {"asking": "yes", "rating-of-tea-pack": "teen", "language-of-tea-pack": "de"})
    assert sorted(Deck.objects.values_list("name", "rating", "language"))[-1] == ("Tea Pack", "teen", "de")
    assert Deck.objects.filter(rating="adult", language="en").count() == 2


def test_a_rating_for_all_packs_leaves_those_that_were_rated_one_by_one(browser):
    job, _ = looked(browser, upload=a_file())
    browser.post(page_of(job), {"asking": "yes", "rating-all": "family", "rating-of-tea-pack": "teen"})
    assert Deck.objects.get(name="Tea Pack").rating == "teen"
    assert Deck.objects.filter(rating="family").count() == 2


def test_what_was_said_of_a_pack_stays_when_the_file_is_imported_again(browser):
    job, _ = looked(browser, upload=a_file())
    browser.post(page_of(job), {"asking": "yes", "rating-of-tea-pack": "teen"})
    job, page = looked(browser, upload=a_file())
    assert "Nothing to put in" in page and Deck.objects.get(name="Tea Pack").rating == "teen"


@pytest.mark.parametrize("fields", [{"rating-of-tea-pack": "mild"}, {"language-of-tea-pack": "<b>"}])
def test_what_is_no_rating_or_language_is_refused_by_the_name_of_the_pack(browser, fields):
    job, _ = looked(browser, upload=a_file())
    answer = browser.post(page_of(job), dict(fields, asking="yes"))
    assert answer.status_code == 409 and "Tea Pack" in shown(answer) and not Deck.objects.exists()


def test_the_report_plans_nothing_again(browser):
    job, _ = looked(browser, pasted="Honey")
    with mock.patch("decks.imports.planning.plan", side_effect=AssertionError("it was planned")):
        assert browser.get(page_of(job, "import_report")).status_code == 200


def test_the_report_has_every_row(browser):
    job, _ = looked(browser, pasted="=Honey\n=honey.\n" + "x" * 501)
    answer = browser.get(page_of(job, "import_report"))
    assert answer["Content-Disposition"] == 'attachment; filename="import-%d.csv"' % job.pk
    assert answer.content.decode("utf-8-sig").splitlines() == [
        "pack,kind,row,line,status,text,reason",
        'Pasted cards,white,3,3,too long,,"it has 501 characters, the limit is 500"',
        "Pasted cards,white,1,1,new,'=Honey,",
        "Pasted cards,white,2,2,double,'=honey.,stands in the file already: \u201c=Honey\u201d (line 1)"]


def test_an_import_is_left(browser):
    job, _ = looked(browser, pasted="Honey")
    answer = browser.post(page_of(job, "import_forget"))
    assert answer["Location"].endswith(IMPORT) and not ImportJob.objects.exists()


def test_what_is_typed_is_never_html(browser):
    _, page = looked(browser, pasted="<script>alert(1)</script>\n<SCRIPT>alert(1)</SCRIPT>",
                     name="<b>Bold</b>")
    assert "<script>alert" not in page.lower() and "<b>Bold" not in page and "&lt;script&gt;alert(1)" in page


def test_there_is_nothing_to_put_in_when_all_is_here(browser):
    for _ in range(2):
        job, page = looked(browser, upload=a_file())
        browser.post(page_of(job))
    assert "Nothing to put in" in page


def test_rows_are_folded_by_what_becomes_of_them_and_lost_ones_stand_open(browser):
    _, page = looked(browser, pasted="x" * 501 + "\n" + "\n".join("card %d of tea" % n for n in range(30)))
    first, second = page.split('<details class="sheet rows-of')[1:3]
    assert first.startswith(' too-long" open') and "Too long: 1<" in first
    assert " open" not in second.split(">")[0]


def test_few_rows_are_all_in_sight(browser):
    _, page = looked(browser, pasted="Honey\nTea")
    assert '<details class="sheet rows-of new" open' in page


def test_each_kind_of_rows_has_a_place_on_the_page_beside_one_with_many(browser):
    _, page = looked(browser, pasted="Milk\n" + "milk\n" * 300 + "Honey\nTea")
    assert "Double: 300<" in page and "And 103 more" in page
    assert "New: 3<" in page and '<span class="text">Honey</span>' in page


def test_packs_that_lose_rows_come_first(browser):
    table = "pack,kind,text\nTea,white,Milk\nBar,white,%s\nBar,white,Ice\n" % ("x" * 501)
    _, page = looked(browser, upload=a_file(table.encode(), "cards.csv"))
    assert page.index("1 left out") < page.index('value="bar"') + 400 < page.index('value="tea"')
