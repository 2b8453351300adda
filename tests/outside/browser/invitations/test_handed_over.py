"""A host without a mail server: nobody is promised a letter, and links go from hand to hand."""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE


def at_home(new_server, request):
    """What bin/play starts, without debug mode; letters stay in a folder."""
    return new_server({})


def in_processes(new_server, request):
    """The processes of the Procfile, whose operator has not set a mail server yet.

    Stories on one Redis have hosts of different names: an address gets one letter to confirm it in three minutes.
    """
    return new_server({"REDIS_URL": request.getfixturevalue("redis").url,
                       "DATABASE_URL": request.getfixturevalue("postgres")}, with_workers=True)


@pytest.fixture(params=[("dark", at_home), ("light", in_processes)], ids=["dark-one process", "light-processes"])
def scheme_and_site(request, new_server):
    scheme, form = request.param
    return scheme, form(new_server, request)


def test_a_guest_comes_by_the_link_that_the_host_shows(person, scheme_and_site):
    scheme, home = scheme_and_site
    ada = person("Ada", PHONE, site=home.url, color_scheme=scheme)
    ada.sign_up("ada", email="ada@example.org")
    ada.open_room()
    ada.see("invite").click()
    expect(ada.page.get_by_text("manage.py confirm_address ada@example.org")).to_be_visible()
    ada.page.goto(re.search(r"https?://\S+", home.manage("confirm_address", "ada@example.org")).group())
    ada.page.locator("main form button.primary").first.click()
    ada.page.wait_for_url(lambda url: "/confirm-email/" not in url)
    ada.go("/")
    ada.see("invite").first.click()
    expect(ada.see("no-mail")).to_contain_text("kept here, not sent")
    ada.see("addresses").fill("Bob <bob@example.org>")
    ada.see("send-letters").click()
    expect(ada.see("guest")).to_contain_text("Kept here, not sent")
    ada.see("guest-link").click()
    link = ada.see("link-text").input_value()
    picture = ada.page.locator(".own-link img.qr")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth > 0)") and not ada.scrolls_sideways()
    assert ada.see("copy-guest-link").bounding_box()["height"] >= 44
    bob = person("Bob", PHONE, site=home.url).go(link[len(home.url):])
    bob.take_seat()
    expect(ada.see("guest")).to_contain_text("Here as Bob")
    expect(ada.see("guest-link")).to_have_count(0)
