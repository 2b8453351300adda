"""A page that does not come up says so, whichever of its files is lost; it is never blank,
and the server's log names the file.
"""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.browser.decks.deck_builder import Builder

OLD = ("const knows = CSS.supports; CSS.supports = (...query) => !/dvh/.test(query.join()) && "
       "knows.apply(CSS, query);")
PAGES = ["home", "login", "decks", "room", "tv", "builder", "import"]


@pytest.fixture
def at(person):
    """A function that gives somebody at a page of PAGES: at("room", site=...)."""
    def go(name, **options):
        me = person(**options).saves_data()  # what comes later tells of itself
        me.watch.allow("ERR_FAILED|is not a function|status of 429")
        if name in ("room", "tv"):
            code = me.open_room()
            me.go("/tv/%s/" % code if name == "tv" else "/rooms/%s/" % code)
        elif name == "builder":
            Builder(me)
        else:
            me.go({"home": "/", "login": "/accounts/login/", "decks": "/decks/",
                   "import": "/decks/import/"}[name])
        return me
    return go


def message(me):
    return me.page.get_by_role("alert").filter(has=me.page.locator("strong"))


def reload(me):
    me.page.goto(me.page.url, wait_until="commit")


def files(me):
    """The addresses of the scripts and style sheets that the page asks for, boot.js apart."""
    asked = []
    me.page.on("request", lambda request: asked.append(request))
    me.page.reload()
    me.page.wait_for_timeout(300)
    return sorted({request.url for request in asked if request.resource_type in ("script", "stylesheet")
                   and "/boot." not in request.url and "/jsi18n" not in request.url})


def without(me, address):
    """Load the page again without this file."""
    me.page.route(address, lambda route: route.abort())
    reload(me)
    expect(message(me)).to_contain_text("did not load.")
    me.page.unroute(address)


@pytest.mark.one_stack
@pytest.mark.parametrize("name", PAGES)
def test_whatever_is_lost_a_page_says_so(at, name):
    me = at(name)
    lost = files(me)
    assert lost
    for address in lost:
        without(me, address)
    expect(message(me)).to_have_count(1)
    message(me).get_by_role("button", name="Try again").click()
    expect(message(me)).to_have_count(0)


def test_a_page_of_plain_modules_says_so_whichever_is_lost(at, new_server):
    me = at("room", site=new_server().url)
    modules = [address for address in files(me) if address.endswith(".js")]
    assert len(modules) > 30
    for address in modules[::12]:  # the entry hears of each in the same way
        without(me, address)


@pytest.mark.one_stack
def test_a_table_without_its_style_sheet_can_be_played_at_and_says_what_is_wrong(at):
    me = at("room")
    me.page.route("**/css/pages/*", lambda route: route.abort())
    me.page.reload()
    me.wait_for("lobby")
    expect(message(me)).to_contain_text("Part of this page did not load.")


@pytest.mark.one_stack
def test_a_page_without_its_watcher_works(at):
    me = at("room")
    me.page.route(re.compile("/boot[.]"), lambda route: route.abort())
    me.page.reload()
    me.wait_for("lobby")


def test_the_log_names_what_was_lost(at, server):
    me = at("home")
    address = next(address for address in files(me) if address.endswith(".js"))
    without(me, address)
    me.hears(lambda: "It did not load." in server.log() and address in server.log(), "nothing was reported")


def stalled(me):
    """Load the page again while its script is on its way; return what lets it arrive."""
    script = next(address for address in files(me) if address.endswith(".js"))
    held = []
    me.page.route(script, lambda route: held.append(route))
    me.page.clock.install()
    reload(me)
    me.hears(lambda: held, "the page did not ask for its script")
    return lambda: [route.continue_() for route in held]


@pytest.mark.one_stack
def test_after_ten_seconds_a_page_that_is_not_ready_says_so_until_it_is(at):
    me = at("room")
    arrive = stalled(me)
    expect(me.page.get_by_text("Opening the table")).to_be_visible()
    me.page.clock.run_for(9000)
    expect(message(me)).to_have_count(0)
    me.page.clock.run_for(1500)
    expect(message(me)).to_contain_text("This page did not load.")
    arrive()
    me.wait_for("lobby")
    expect(message(me)).to_have_count(0)


def test_a_script_that_fails_on_its_way_up_is_reported(at, server):
    me = at("room")
    me.watch.allow("kettle")
    script = next(address for address in files(me) if address.endswith(".js") and "/parts/" not in address)
    me.page.route(script, lambda route: route.fulfill(body="throw new Error('the kettle is empty')",
                                                      content_type="text/javascript"))
    reload(me)
    me.hears(lambda: "the kettle is empty" in server.log(), "nothing was reported")


@pytest.mark.one_stack
def test_a_browser_that_is_too_old_is_told_which_ones_are_not(at):
    me = at("room")
    me.page.add_init_script(OLD)
    address = next(address for address in files(me) if address.endswith(".js"))
    me.page.route(address, lambda route: route.abort())
    reload(me)
    expect(message(me)).to_contain_text("This browser is too old.")
    expect(message(me)).to_contain_text("Chrome 108, Firefox 121, Safari 15.4")
    expect(message(me).get_by_role("button")).to_have_count(0)
