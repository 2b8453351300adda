"""A host without a mail server: nobody is promised a letter, and links go from hand to hand."""
import re

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE


def at_home(new_server, request):
    """What bin/play starts, without debug mode; letters stay in a folder."""
    return new_server({})


def in_processes(new_server, request):
    """The processes of the Procfile, whose operator has not set a mail server yet."""
    return new_server({"REDIS_URL": request.getfixturevalue("redis").url,
                       "DATABASE_URL": request.getfixturevalue("postgres")}, with_workers=True)


@pytest.fixture(params=[("dark", at_home), ("light", in_processes)], ids=["dark-one process", "light-processes"])
def scheme_and_site(request, new_server):
    scheme, form = request.param
    return scheme, form(new_server, request)


def test_a_guest_comes_by_the_link_that_the_host_shows(person, scheme_and_site):
    scheme, home = scheme_and_site
    ann = person("Ann", PHONE, site=home.url, color_scheme=scheme)
    ann.sign_up("ann", email="ann@example.org")
    ann.open_room()
    ann.see("invite").click()
    expect(ann.page.get_by_text("manage.py confirm_address ann@example.org")).to_be_visible()
    ann.page.goto(re.search(r"https?://\S+", home.manage("confirm_address", "ann@example.org")).group())
    ann.page.locator("main form button.primary").first.click()
    ann.page.wait_for_url(lambda url: "/confirm-email/" not in url)
    ann.go("/")
    ann.see("invite").first.click()
    expect(ann.see("no-mail")).to_contain_text("kept here, not sent")
    ann.see("addresses").fill("Bob <bob@example.org>")
    ann.see("send-letters").click()
    expect(ann.see("guest")).to_contain_text("Kept here, not sent")
    ann.see("guest-link").click()
    link = ann.see("link-text").input_value()
    picture = ann.page.locator(".own-link img.qr")
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth > 0)") and not ann.scrolls_sideways()
    assert ann.see("copy-guest-link").bounding_box()["height"] >= 44
    bob = person("Bob", PHONE, site=home.url).go(link[len(home.url):])
    bob.take_seat()
    expect(ann.see("guest")).to_contain_text("Here as Bob")
    expect(ann.see("guest-link")).to_have_count(0)
