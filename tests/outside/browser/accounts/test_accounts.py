"""Accounts as people meet them: sign up, confirm, sign in and out, a forgotten password,
and passkeys where there are some.
"""
import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.outside.browser.person import PASSWORD
from tests.outside.harness.mailbox import Letter
from tests.outside.harness.process import wait_until
from tests.outside.harness.server import is_classic
from tests.outside.visitors import SECONDS, TOKEN, Visitor

SECOND = "two geese at noon"
SMALL = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
TOO_SMALL_TO_TAP = """() => [...document.querySelectorAll("main input, main button, main a.button")]
    .filter((node) => node.offsetParent && node.type !== "checkbox")
    .filter((node) => node.offsetHeight < 44 || node.matches("input") && parseFloat(getComputedStyle(node).fontSize) < 16)
    .map((node) => node.outerHTML)"""
current = pytest.mark.skipif(is_classic(), reason="the old allauth knows no passkeys")
numbers = itertools.count(1)


@pytest.fixture
def name():
    return "player%d" % next(numbers)


def letters_to(server, address):
    """The letters to an address, oldest first, as the folder of letters has them."""
    files = sorted((server.var / "mail").glob("*"), key=lambda path: path.stat().st_mtime)
    letters = [Letter([address], path.read_bytes().split(b"\n" + 79 * b"-")[0]) for path in files]
    return [letter for letter in letters if letter["To"] == address]


def link_in(server, address, piece):
    wait_until(lambda: any(piece in letter.text for letter in letters_to(server, address)), 20, server.log)
    return next(letter for letter in letters_to(server, address) if piece in letter.text).link(piece)


def fill(me, **fields):
    for field, text in fields.items():
        me.page.locator("main [name=%s]:visible" % field).fill(text)
    return me


def press(me, words):
    me.page.get_by_role("button", name=words, exact=True).click()


def sign_out(me):
    press(me.go("/accounts/logout/"), "Sign out")
    expect(me.page.get_by_role("link", name="Sign in")).to_be_visible()


def sign_in(me, login, password, way="/accounts/login/"):
    fill(me.go(way), login=login, password=password)
    press(me, "Sign in")


def is_in(me, name):
    expect(me.see("me")).to_contain_text(name)


def test_an_account_from_its_first_to_its_second_password(server, person, name):
    me, address = person(name), name + "@example.org"
    me.sign_up(name, email=address)
    is_in(me, name)
    me.page.goto(link_in(server, address, "/confirm-email/"))
    press(me, "Yes, that is me")
    expect(me.page.get_by_text("%s is confirmed." % address)).to_be_visible()
    sign_out(me)
    sign_in(me, address, PASSWORD)
    is_in(me, name)
    sign_out(me)
    press(fill(me.go("/accounts/password/reset/"), email=address), "Write the link")
    expect(me.page.get_by_role("heading", name="No letter comes")).to_be_visible()
    me.page.goto(link_in(server, address, "/password/reset/key/"))
    press(fill(me, password1=SECOND, password2=SECOND), "Use this password")
    is_in(me, name)
    sign_out(me)
    sign_in(me, name, PASSWORD)
    expect(me.page.locator(".errorlist")).to_be_visible()
    sign_in(me, name, SECOND)
    is_in(me, name)


def test_a_guest_signs_up_and_comes_back_to_the_table(person, name):
    me = person(name)
    code = me.open_room()
    me.sign_up(name, "/rooms/%s/" % code).wait_for("lobby")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_pages_fit_the_smallest_phone(person, name, scheme):
    me = person(name, SMALL, color_scheme=scheme)
    pages_fit(me, "login", "signup", "password/reset")
    me.sign_up(name, email="a.very.long.address.of.somebody+%s@mail.example.org" % name)
    pages_fit(me, "email", "password/change", "logout")


def pages_fit(me, *paths):
    for path in paths:
        me.go("/accounts/%s/" % path)
        assert not me.scrolls_sideways()
        assert me.page.evaluate(TOO_SMALL_TO_TAP) == []


# ---- passkeys
@pytest.fixture
def phone_with_keys(server, person, name):
    """Somebody with an account, on a device that makes passkeys; only a name may be the home of a passkey."""
    me = person(name, site="http://localhost:%d" % server.port)
    me.keys = me.page.context.new_cdp_session(me.page)
    me.keys.send("WebAuthn.enable")
    me.device = me.keys.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True}})["authenticatorId"]
    return me.sign_up(name)


def make_passkey(me):
    """Returns the recovery codes that come with it."""
    me.go("/accounts/2fa/").page.get_by_role("link", name="Add a passkey").click()
    press(fill(me, password=PASSWORD), "Go on")
    press(fill(me, name="My phone"), "Make the passkey")
    expect(me.page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    return me.page.locator(".codes li").all_inner_texts()


def offer_nothing_in_the_field(me):
    me.page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = undefined")


@current
def test_a_passkey_opens_the_account_and_the_place_one_came_from(phone_with_keys, name):
    me = phone_with_keys
    assert len(set(make_passkey(me))) == 10
    sign_out(me)
    offer_nothing_in_the_field(me)
    press(me.go("/accounts/login/?next=/accounts/email/"), "Sign in with a passkey")
    me.page.wait_for_url(me.site + "/accounts/email/")
    is_in(me, name)


@current
def test_the_name_field_offers_the_passkey(phone_with_keys, name):
    me = phone_with_keys
    make_passkey(me)
    sign_out(me)
    me.page.goto(me.site + "/accounts/login/",
                 wait_until="commit")  # the device of this test takes the offer at once
    me.page.wait_for_url(me.site + "/")
    is_in(me, name)


@current
def test_the_password_alone_is_not_enough_any_more(phone_with_keys, name):
    me = phone_with_keys
    code = make_passkey(me)[3]
    sign_out(me)
    offer_nothing_in_the_field(me)
    for second in ("passkey", "code", "code again"):
        sign_in(me, name, PASSWORD)
        expect(me.page.get_by_role("heading", name="One more thing")).to_be_visible()
        if second == "passkey":
            press(me, "Use a passkey")
        else:
            press(fill(me, code=code), "Use the code")
        if second == "code again":
            expect(me.page.locator(".errorlist")).to_contain_text("This did not fit")
        else:
            is_in(me, name)
            sign_out(me)


@current
def test_a_passkey_that_does_not_come_is_said_and_nothing_is_lost(phone_with_keys, name):
    me = phone_with_keys
    make_passkey(me)
    sign_out(me)
    offer_nothing_in_the_field(me)
    fill(me.go("/accounts/login/"), login=name)
    me.keys.send("WebAuthn.setUserVerified", {"authenticatorId": me.device, "isUserVerified": False})
    press(me, "Sign in with a passkey")
    expect(me.page.get_by_role("alert")).to_have_text(re.compile("No passkey came"))
    expect(me.page.locator("[name=login]")).to_have_value(name)


@current
def test_a_passkey_can_be_renamed_and_removed(phone_with_keys):
    me = phone_with_keys
    make_passkey(me)
    me.go("/accounts/2fa/webauthn/").page.get_by_role("link", name="Rename").click()
    press(fill(me, name="The old tablet"), "Rename it")
    me.page.get_by_text("The old tablet").wait_for()
    me.page.get_by_role("link", name="Remove").click()
    press(me, "Remove it")
    expect(me.page.get_by_text("There is none yet")).to_be_visible()


@current
def test_nobody_is_offered_what_cannot_work(server, person):
    by_number, old = person("Ann"), person("Bob", site="http://localhost:%d" % server.port)
    old.page.add_init_script("delete window.PublicKeyCredential")
    for me in (by_number, old):
        me.go("/accounts/login/").page.wait_for_load_state("networkidle")
        expect(me.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
        expect(me.page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)


# ---- other sites
@current
def test_a_press_leads_to_the_other_site_past_our_own_policy(new_server, person):
    server = new_server({"GITHUB_CLIENT_ID": "ours", "GITHUB_SECRET": "hidden"})
    me = person("Ann", site=server.url)
    me.watch.allow("foreign request: https://github.com/")
    page = me.go("/accounts/login/").page
    with page.expect_request("https://github.com/**") as asked:
        page.get_by_role("button", name="Go on with GitHub").click(no_wait_after=True)
    assert "client_id=ours" in asked.value.url and "hidden" not in asked.value.url


# ---- behind a proxy
@current
def test_tries_are_counted_for_whom_the_proxy_names(new_server, redis):
    server = new_server({"REDIS_URL": redis.url}, with_workers=True)
    visitor = Visitor(server.url)
    token = TOKEN.search(visitor.get("/accounts/signup/").text).group(1)

    def sign_up_from(address):
        return visitor.http.post(server.url + "/accounts/signup/", {"csrfmiddlewaretoken": token},
                                 timeout=SECONDS,
                                 headers={"X-Forwarded-For": address}).status_code

    first = [sign_up_from("198.51.100.1") for _ in range(21)]
    assert first[:20] == [200] * 20 and first[20] == 429
    assert sign_up_from("198.51.100.2") == 200
