"""The token is the document's and not a script's to read; a page that lies open outlives a login in another
tab.
"""
import base64
import hashlib
import json

import pytest
from playwright.sync_api import expect

PASSWORD = "walnut-pudding-7"
HASH = "pbkdf2_sha256$1000$salt$" + base64.b64encode(
    hashlib.pbkdf2_hmac("sha256", PASSWORD.encode(), b"salt", 1000)).decode()
NAMES = ["csrf%d" % number for number in range(1, 10)]


def rows(name):
    """An account with a verified address."""
    address = {"user": [name], "email": name + "@example.org", "verified": True, "primary": True}
    yield {"model": "auth.user", "fields": {"username": name, "password": HASH, "email": address["email"]}}
    yield {"model": "account.emailaddress", "fields": address}


@pytest.fixture(scope="module")
def accounts(server, tmp_path_factory):
    """The names of people with accounts, each given once; a command of the server makes them all."""
    path = tmp_path_factory.mktemp("accounts") / "accounts.json"
    path.write_text(json.dumps([row for name in NAMES for row in rows(name)]))
    server.manage("loaddata", str(path))
    return iter(NAMES)


@pytest.fixture
def account(accounts):
    """The name of somebody with an account and a verified address."""
    return next(accounts)


def sign_in_elsewhere(me, account):
    """In a second tab of the same browser; the first stays as it is."""
    tab = me.page.context.new_page()
    tab.goto(me.site + "/accounts/login/")
    tab.fill("[name=login]", account)
    tab.fill("[name=password]", PASSWORD)
    tab.press("[name=password]", "Enter")
    tab.wait_for_url(lambda url: "/login/" not in url)
    tab.close()


def token_of(me):
    return me.page.evaluate("document.body.dataset.csrf")


def post(me, path="/client-errors/"):
    """Post as our scripts do, without watching the clock: {ok, status, data}."""
    return me.page.evaluate("async (path) => (await import('/static/js/kit/http.js')).post(path, {message: "
                            "'hello'})", path)


def test_a_page_in_a_room_goes_on_posting_after_a_login_in_another_tab(person, account):
    me = person()
    me.watch.allow("status of 403")
    me.open_room()
    old = token_of(me)
    sign_in_elsewhere(me, account)
    assert post(me)["status"] == 204
    assert token_of(me) != old
    asked = []
    me.page.on("request", lambda request: asked.append(request.url))
    assert post(me)["status"] == 204  # and now at once
    assert asked == [me.site + "/client-errors/"]


def test_a_page_in_a_room_goes_on_playing_after_a_login_in_another_tab(table, account):
    table = table(companions=3).start()
    me = table.me
    sign_in_elsewhere(me, account)
    assert me.play()
    me.page.reload()
    me.room.wait_for()  # the seat is still theirs
    expect(me.see("play")).to_have_count(0)


def test_a_spectator_takes_a_seat_after_a_login_in_another_tab(table, person, account):
    table = table().start()
    guest = person("Guest").go("/rooms/%s/" % table.code)
    guest.see("watch").click()
    guest.wait_for("playing")
    sign_in_elsewhere(guest, account)
    guest.take_seat()
    expect(guest.see("status")).to_contain_text("You are in from the next round")


def test_a_form_is_sent_after_a_login_in_another_tab_with_all_that_was_typed(person, account, table):
    code = table().code
    me = person("Late").go("/rooms/%s/" % code)
    seat = me.page.locator("form", has=me.see("take-seat"))
    seat.get_by_test_id("my-name").fill("Latecomer")
    sign_in_elsewhere(me, account)
    me.see("take-seat").click()
    me.wait_for("lobby")
    expect(me.page.get_by_role("listitem").filter(has_text="Latecomer")).to_be_visible()


def join(me, code="CCCCC"):
    me.see("join-code").fill(code)
    me.page.get_by_role("button", name="Join").click()


def test_a_page_out_of_the_history_sends_its_forms_too(person, account):
    me = person().go()
    me.watch.allow("status of 404")
    me.go("/health/")
    sign_in_elsewhere(me, account)
    me.page.go_back()
    join(me)
    expect(me.page.get_by_text("There is no room CCCCC.")).to_be_visible()


def test_cleared_cookies_cost_no_form(person):
    me = person().go()
    me.watch.allow("status of 404")
    me.page.context.clear_cookies()
    join(me)
    expect(me.page.get_by_text("There is no room CCCCC.")).to_be_visible()


def test_a_refused_form_leads_back_to_what_was_typed_and_then_goes_through(person):
    me = person().go()
    me.watch.allow("status of 403|ERR_FAILED")
    me.page.route("**/csrf/", lambda route: route.abort())
    me.page.context.clear_cookies()
    me.page.locator("form", has=me.see("open-room")).get_by_test_id("my-name").fill("Pia")
    me.see("open-room").click()
    expect(me.page.get_by_text("Your browser brought no cookie along")).to_be_visible()
    me.page.unroute("**/csrf/")
    me.page.get_by_role("button", name="Go back and try again").click()
    expect(me.page.locator("form", has=me.see("open-room")).get_by_test_id("my-name")).to_have_value("Pia")
    me.see("open-room").click()
    me.wait_for("lobby")


def test_a_double_tap_sends_a_form_once(person):
    me = person().go()
    asked = []
    me.page.on("request", lambda request: request.method == "POST" and asked.append(request.url))
    me.page.locator("form", has=me.see("open-room")).get_by_test_id("my-name").fill("Ann")
    me.see("open-room").dblclick()
    me.wait_for("lobby")
    assert asked == [me.site + "/rooms/new/"]


def test_offline_a_post_says_so_and_can_be_made_again(person):
    me = person().go()
    me.watch.allow("ERR_INTERNET_DISCONNECTED")
    me.page.evaluate("import('/static/js/kit/http.js')")
    me.page.context.set_offline(True)
    answer = post(me)
    assert (answer["ok"], answer["status"]) == (False, 0) and "line is down" in answer["data"]["message"]
    me.page.context.set_offline(False)
    assert post(me)["ok"]
