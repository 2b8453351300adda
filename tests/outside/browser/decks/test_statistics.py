"""The statistics of a deck after a season, as an admin sees them."""

import pytest

from tests.outside.browser.pictures import picture
from tests.outside.harness.browser import LAPTOP, PHONE
from tests.outside.harness.server import SCRIPTS, Server
from tests.outside.links import told

SEASON = str(SCRIPTS / "season_played.py")


@pytest.fixture(scope="module")
def season(tmp_path_factory, var_template):
    """(the site, the path of the page)."""
    server = Server(tmp_path_factory.mktemp("season"), var_template=var_template)
    deck = told(server, SEASON)
    server.start()
    yield server.url, "/admin/decks/deck/%d/statistics/" % deck
    server.stop()


@pytest.fixture
def page(person, season):
    """A function that gives the page on an admin's device."""
    def look(device, **options):
        someone = person("Ann", device, site=season[0], **options)
        someone.go("/accounts/login/?next=" + season[1])
        someone.page.fill("input[name=login]", "ann")
        someone.page.fill("input[name=password]", "walnut-pudding-7")
        someone.page.press("input[name=password]", "Enter")
        someone.page.wait_for_selector(".statistics")
        return someone
    return look


def is_wider_than_the_window(page):
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_an_admin_finds_the_funniest_the_dead_and_how_the_deck_ages(page):
    ann = page(LAPTOP)
    titles = ann.page.locator("figcaption b").all_inner_texts()
    assert titles == ["The funniest", "Dead cards", "How it ages"]
    heights = [svg.bounding_box()["height"] for svg in ann.page.locator("figure svg").all()]
    assert len(heights) >= len(titles) and min(heights) > 100
    assert not is_wider_than_the_window(ann.page)
    picture(ann, "statistics", (1280, 1000))


def test_a_press_on_a_title_sorts_the_table(page):
    ann = page(LAPTOP)
    numbers = "td[data-name=Dealt]"
    ann.page.click("thead >> text=Dealt")
    ann.page.wait_for_selector("th[aria-sort=descending] >> text=Dealt")
    dealt = [int(text) for text in ann.page.locator(numbers).all_inner_texts()]
    assert dealt == sorted(dealt, reverse=True) and dealt[0] > dealt[-1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(page, scheme):
    ann = page(PHONE, color_scheme=scheme)
    assert not is_wider_than_the_window(ann.page)
    assert ann.page.locator("td.words").first.bounding_box()["width"] > 300
    ann.page.select_option("select[name=o]", "-dealt")
    ann.page.get_by_role("button", name="Sort", exact=True).click()
    ann.page.wait_for_url("**o=-dealt**")
