"""Draws every page beside the table in a real browser, and saves pictures to look at: gallery.py does it for
the table.

    python tests/outside/pictures/gallery_pages.py FOLDER [PAGE ...]

A server of its own is started with a fresh database; refusals that take a broken server are drawn from their
templates.
"""
import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[3])
sys.path.insert(0, ROOT)

from tests.outside.browser.decks.deck_builder import Builder  # noqa: E402
from tests.outside.browser.person import Person  # noqa: E402
from tests.outside.harness import browser as browsers  # noqa: E402
from tests.outside.harness.server import Server  # noqa: E402
from tests.outside.visitors import Visitor  # noqa: E402

SIZES = {"phone": (390, 844), "small": (320, 568), "laptop": (1280, 800), "tall": (390, 2400)}
SHOTS = [("phone", "dark"), ("phone", "light"), ("small", "dark"), ("laptop", "light")]
RENDER = """
import json
from django.template.loader import render_to_string
from common.web.errors import AWAY
texts = {"403": ("403.html", {}), "403-csrf": ("403_csrf.html", {"cookies": True}),
         "403-no-cookie": ("403_csrf.html", {"cookies": False}), "404": ("404.html", {}), "429": ("429.html", {"wait": 600}),
         "500": ("500.html", {}), "503": ("503.html", {"message": AWAY, "again": "/"})}
print("\\n" + json.dumps({name: render_to_string(template, context) for name, (template, context) in texts.items()}))
"""
TOO_OLD = ("const knows = CSS.supports; CSS.supports = (...query) => !/dvh/.test(query.join()) && "
           "knows.apply(CSS, query);")
BLACK = ["_ makes every party better.", "Why is *grandma* late? Because of _ and _."]
WHITE = ["a duck", "free cake", "one sock", "the smell of Monday",
         "A very long story about a holiday in the rain, two lost suitcases, and a hotel that had never "
         "heard of us."]


def rooms(site):
    """Rooms with every kind of door, by name."""
    ann = Visitor(site)
    open_room, full, locked = ann.open_room("Ann"), ann.open_room("Ann"), ann.open_room("Ann",
                                                                                        password="pudding")
    for name in ("Bo", "Cleo"):
        Visitor(site).take_seat(full, name)
    return {"open": open_room, "full": full, "locked": locked}


def addresses(codes):
    """{name: path} for a visitor, and for somebody with an account."""
    visitor = {"home": "/", "shelf": "/decks/", "shelf-empty": "/decks/?q=nothing-has-this-name",
               "deck": "/decks/family/",
               "login": "/accounts/login/", "signup": "/accounts/signup/",
               "password-reset": "/accounts/password/reset/",
               "invitation-gone": "/invites/accept/%s/" % ("a" * 32)}
    visitor.update({"door-" + kind: "/rooms/%s/" % code for kind, code in codes.items()})
    member = {"profile": "/accounts/profile/", "delete": "/accounts/delete/", "email": "/accounts/email/",
              "sites": "/accounts/3rdparty/",
              "password": "/accounts/password/change/", "mine": "/decks/mine/", "import": "/decks/import/",
              "logout": "/accounts/logout/",
              "propose": "/decks/family/propose/"}
    return visitor, member


def build(page, site):
    """A deck with some cards, made by somebody who signs up. Returns the path of its builder."""
    builder = Builder(Person(page, "Ann", site, None))
    for side, texts in (("black", BLACK), ("white", WHITE)):
        builder.side(side)
        for text in texts:
            builder.write(text)
    builder.saved()
    return page.url[len(site):]


class Gallery:
    def __init__(self, browser, site, folder, wanted, prefix=""):
        self.browser, self.site, self.folder, self.wanted, self.bad = browser, site, folder, wanted, 0
        self.prefix = prefix  # of the names of all pictures

    def draw(self, name, go, state=None, shots=SHOTS):
        """`go(page)` opens what is to be seen; `state` has the cookies of who looks; `shots` are (size, scheme)."""
        name = self.prefix + name
        if self.wanted and name not in self.wanted:
            return
        for size, scheme in shots:
            width, height = SIZES[size]
            context = self.browser.new_context(viewport={"width": width, "height": height},
                                               color_scheme=scheme, storage_state=state,
                                               has_touch=size != "laptop", reduced_motion="reduce")
            page = context.new_page()
            page.on("pageerror", lambda error: self.tell(name, size, scheme, error))
            go(page)
            page.wait_for_timeout(100)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                self.tell(name, size, scheme, "scrolls sideways")
            page.screenshot(path=os.path.join(self.folder, "%s-%s-%s.png" % (name, size, scheme)),
                            full_page=True)
            context.close()

    def tell(self, name, size, scheme, trouble):
        self.bad += 1
        print("%s %s %s: %s" % (name, size, scheme, trouble))

    def walk(self, paths, state=None):
        for name, path in paths.items():
            self.draw(name, lambda page, path=path: page.goto(self.site + path), state)

    def refusals(self, texts):
        for name, text in texts.items():
            def go(page, text=text):
                page.route("**/refused/",
                           lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
                page.goto(self.site + "/refused/")
            self.draw(name, go)

    def losses(self, code, state):
        """What boot.js says where a file is lost, or the browser too old."""
        def lost(page):
            page.route("**/js/pages/*.js", lambda route: route.abort())
            page.goto(self.site + "/rooms/%s/" % code)
            page.get_by_role("alert").wait_for()

        def too_old(page):
            page.add_init_script(TOO_OLD)
            lost(page)

        def beside(page):
            page.route("**/js/pages/*.js", lambda route: route.abort())
            page.goto(self.site)
            page.get_by_role("alert").wait_for()

        for name, go in (("lost", lost), ("too-old", too_old), ("lost-beside", beside)):
            self.draw(name, go, state)

    def builder(self, path, state):
        """The builder's sides, its boxes for new cards, and its panels."""
        def at(*testids):
            def go(page):
                page.goto(self.site + path)
                page.get_by_test_id("tab-black").wait_for()
                for testid in testids:
                    if page.get_by_test_id(testid).count():  # wide windows have them open already
                        page.get_by_test_id(testid).first.click()
            return go

        composer = ("tab-white", "compose")
        for name, testids in (("build", ()), ("build-white", ("tab-white",)), ("build-menu", ("deck-menu",)),
                              ("build-publish", ("state",)),
                              ("build-composer", composer), ("build-card", ("tab-black", "card"))):
            self.draw(name, at(*testids), state)

    def form_refused(self):
        """Home, when no more rooms may be listed."""
        def go(page):
            page.goto(self.site)
            form = page.locator("form", has=page.get_by_test_id("open-room"))
            form.get_by_test_id("my-name").fill("Ann")
            form.locator("summary").click()
            form.get_by_role("checkbox").check()
            page.get_by_test_id("open-room").click()
            page.locator(".errorlist").first.wait_for()
        self.draw("listing-refused", go)


def signed_up(browser, site):
    """Somebody with a deck: (the builder's path, cookies)."""
    context = browser.new_context(**browsers.PHONE)
    path = build(context.new_page(), site)
    state = context.storage_state()
    context.close()
    return path, state


def main(folder, wanted):
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, browsers.launched() as browser:
        server = Server(place, {"LISTED_ROOMS_A_DAY": "0", "SEATS_PER_ROOM": "3",
                                "EMAIL_URL": "smtp://127.0.0.1:9"}).prepare().start()
        try:
            gallery, codes = Gallery(browser, server.url, folder, wanted), rooms(server.url)
            visitor, member = addresses(codes)
            gallery.walk(visitor)
            gallery.refusals(json.loads(server.manage("shell", "-c", RENDER).strip().splitlines()[-1]))
            gallery.form_refused()
            host = Visitor(server.url)
            code = host.open_room("Dan")
            cookies = [{"name": one.name, "value": one.value, "domain": "127.0.0.1", "path": "/"}
                       for one in host.http.cookies]
            gallery.losses(code, {"cookies": cookies, "origins": []})
            path, state = signed_up(browser, server.url)
            gallery.walk(member, state)
            gallery.builder(path, state)
        finally:
            server.stop()
    return 1 if gallery.bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
