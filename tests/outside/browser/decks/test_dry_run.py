"""What is chosen on the page of a dry run stays chosen until it is stored."""
import pytest
from playwright.sync_api import expect

from tests.outside.browser.accounts.test_profile import a_name
from tests.outside.visitors import Visitor

TABLE = b"Attic,Porch\nWhy is _ up there?,The swing said _.\ntwo owls,a moth\nold dust,warm rain\n"


@pytest.fixture
def me(person):
    """Somebody who looks at what a table with a deck in each column would become."""
    me = person("Ann")
    me.become(Visitor(me.site).sign_up(a_name()))
    me.go("/decks/import/")
    me.see("upload").set_input_files({"name": "x.csv", "mimeType": "text/csv", "buffer": TABLE})
    me.see("look").click()
    expect(me.see("reading")).to_be_visible()
    return me


def expect_chosen(me, attic):
    expect(me.page.locator("input[name=key][value=attic]")).to_be_checked(checked=attic)
    expect(me.page.locator("select[name=rating-of-porch]")).to_have_value("adult" if attic else "teen")


def choose(me):
    me.page.locator("input[name=key][value=attic]").uncheck()
    me.page.locator("select[name=rating-of-porch]").select_option("teen")
    me.see("right").check()
    expect_chosen(me, attic=False)


def test_packs_and_ratings_stay_chosen_over_a_reload_but_the_yes_is_asked_anew(me):
    expect_chosen(me, attic=True)
    choose(me)
    me.page.reload()
    expect_chosen(me, attic=False)
    expect(me.see("right")).not_to_be_checked()


def test_they_stay_chosen_on_the_way_back_from_another_page(me):
    choose(me)
    address = me.page.url
    me.go("/decks/")
    me.page.go_back()
    expect(me.page).to_have_url(address)
    expect_chosen(me, attic=False)


def test_how_a_file_is_read_stays_chosen_over_a_reload(me):
    me.page.locator("select[name=deck]").select_option("*column")
    me.see("read-again").click()
    expect(me.page.locator(".packs")).to_contain_text("x 1")
    me.page.reload()
    expect(me.page.locator("select[name=deck]")).to_have_value("*column")
    expect(me.page.locator(".packs")).to_contain_text("x 1")


def test_what_was_chosen_is_what_is_stored(me):
    choose(me)
    me.page.reload()
    me.see("right").check()
    me.see("store").click()
    expect(me.see("import-result")).to_contain_text("Porch")
    expect(me.see("import-result")).not_to_contain_text("Attic")


def look_at(me, packs):
    table = "pack,kind,text\n" + "".join("Pack %d,white,%s\n" % (n, text) for n in range(packs)
                                         for text in ("tea %d" % n, "x" * (501 if n == 9 else 5) + str(n)))
    me.go("/decks/import/")
    me.see("upload").set_input_files({"name": "many.csv", "mimeType": "text/csv", "buffer": table.encode()})
    me.see("look").click()
    expect(me.see("reading")).to_be_visible()


def test_two_hundred_packs_make_no_long_page_and_what_is_lost_stands_open(me):
    look_at(me, packs=200)
    assert me.page.evaluate("document.documentElement.scrollHeight") < 4 * 844
    expect(me.see("rows-of").first).to_contain_text("it has 502 characters")
    expect(me.page.get_by_text("tea 1", exact=True)).to_be_hidden()
    me.page.locator("[data-testid=rows-of].new summary").click()
    expect(me.page.get_by_text("tea 1", exact=True)).to_be_visible()


def test_what_is_chosen_for_a_folded_pack_is_told_where_it_is_folded(me):
    look_at(me, packs=20)
    me.page.locator(".packs > summary").click()
    fold = me.see("for-whom").first
    expect(fold).to_contain_text("Pack 9")
    fold.locator("summary").click()
    fold.locator("select").select_option("teen")
    me.page.reload()
    expect(me.see("for-whom").first.locator("[data-told]")).to_have_text("Teen, en")
