"""Somebody with a browser, who looks at the page and presses what is there. Knows no wire and no rules."""
import json
import re

from playwright.sync_api import expect

from ..harness.process import wait_until

DOUBLE_TAP = 700  # milliseconds
PATIENCE = 40000  # milliseconds; the machine may be busy with other tests
expect.set_options(timeout=PATIENCE)
CODE = re.compile(r"/rooms/(\w+)/$")
PASSWORD = "walnut-pudding-7"


class Person:
    def __init__(self, page, name, site, watch):
        self.page, self.name, self.site, self.watch = page, name, site, watch
        page.set_default_timeout(PATIENCE)

    # ---- looking
    def see(self, testid):
        return self.page.get_by_test_id(testid)

    @property
    def personal_link(self):
        return json.loads(self.page.locator("#document").text_content())["links"]["seat"]

    @property
    def room(self):
        return self.page.locator(".room")

    def told(self, words):
        """The message with these words, among those that go by themselves."""
        return self.page.locator(".toast", has_text=words)

    @property
    def phase(self):
        return self.room.get_attribute("data-phase")

    @property
    def status(self):
        return self.see("status").inner_text()

    @property
    def judges(self):
        return "You judge" in self.status or "Choose the winner" in self.status

    @property
    def score(self):
        return self.see("score-line").locator("span", has_text="you").locator("b").inner_text()

    @property
    def hand(self):
        """The texts in the hand, in order, also where it lies folded behind "Look at your hand"."""
        return self.page.locator(".hand .text").all_text_contents()

    def wait_for(self, phase, **numbers):
        """Wait until the page shows this phase, and this `game` or `round`, with all views that come later."""
        expect(self.room).to_have_attribute("data-phase", phase)
        expect(self.see("on-its-way")).to_have_count(0)
        for name, number in numbers.items():
            expect(self.room).to_have_attribute("data-" + name, str(number))
        return self

    def has_points(self, number):
        expect(self.see("score-line").locator("span", has_text="you").locator("b")).to_have_text(str(number))

    def is_marked(self, other, word, seconds=40):
        """Wait until the seat of `other` shows `word`."""
        expect(self.page.locator(".seat", has_text=other.name).locator(".word").first).to_have_text(
            word, timeout=1000 * seconds)

    def scrolls_sideways(self):
        return self.page.evaluate("document.documentElement.scrollWidth > "
                                  "document.documentElement.clientWidth")

    def is_in_sight(self, locator):
        """Whether all of it lies in the window, and a finger in its middle meets it and nothing else."""
        return locator.evaluate("""(node) => {
            const box = node.getBoundingClientRect();
            const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && node.contains(hit);
        }""")

    def copies(self, press):
        """The text that this page copies at a press.

        It goes into no clipboard: a browser hands that out in front of all others only.
        """
        self.page.evaluate("Clipboard.prototype.writeText = async (text) => { window.copied = text; }")
        press()
        return self.page.wait_for_function("window.copied").json_value()

    def comes_in_sight(self, locator):
        """Wait until all of it lies in the window, where a page scrolls there by itself or something still
        moves.
        """
        wait_until(lambda: self.is_in_sight(locator), 5, lambda: "out of sight: " + locator.inner_text())

    def scrolls_into_sight(self, locator):
        """Scroll until all of it lies in the window, as a thumb does while something still moves."""
        def scroll():
            locator.scroll_into_view_if_needed()
            return self.is_in_sight(locator)
        wait_until(scroll, 5, lambda: "out of sight, however one scrolls: " + locator.inner_text())

    def hears(self, condition, why):
        """Wait until a condition holds that the events of the page bring about."""
        wait_until(lambda: condition() or self.page.wait_for_timeout(50), 20, why)

    # ---- coming in
    def saves_data(self):
        """This browser asks pages for no more than what is needed, so they fetch nothing ahead."""
        self.page.context.new_cdp_session(self.page).send(
            "Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
        return self

    def go(self, path="/"):
        self.page.goto(self.site + path)
        return self

    def open_room(self):
        self.go()
        self.page.locator("form", has=self.see("open-room")).get_by_test_id("my-name").fill(self.name)
        self.see("open-room").click()
        self.wait_for("lobby")
        return CODE.search(self.page.url).group(1)

    def join(self, code):
        self.go()
        self.see("join-code").fill(code.lower())
        self.page.get_by_role("button", name="Join").click()
        return self.take_seat()

    def take_seat(self):
        self.page.locator("form", has=self.see("take-seat")).get_by_test_id("my-name").fill(self.name)
        self.see("take-seat").click()
        self.room.wait_for()
        return self

    def become(self, visitor):
        """Go on with the session of `visitor`, who has no browser: seats, account and all."""
        self.page.context.add_cookies([{"name": cookie.name, "value": cookie.value, "url": self.site}
                                       for cookie in visitor.http.cookies])
        return self

    def sit(self, visitor, code):
        """Come back to a seat that `visitor` (a bot's session) has taken."""
        self.become(visitor).go("/rooms/%s/" % code)
        self.room.wait_for()
        return self

    def sign_up(self, username, then="/", email="", password=PASSWORD):
        """Make an account; the page is `then` afterwards."""
        self.go("/accounts/signup/?next=" + then)
        for field, text in [("username", username), ("email", email), ("password1", password),
                            ("password2", password)]:
            self.page.locator("main [name=%s]:visible" % field).fill(text)
        self.page.get_by_role("button", name="Make an account", exact=True).click()
        self.page.wait_for_url(self.site + then)
        return self

    # ---- playing
    def choose(self):
        """Choose as many cards as the black card wants. Returns their texts."""
        cards, texts = self.see("hand-card"), []
        while not self.see("play").is_enabled():
            card = cards.nth(len(texts))
            texts.append(card.locator(".text").inner_text())
            card.click()
            expect(card).to_have_attribute("aria-pressed", "true")
        return texts

    def play(self):
        """Choose and play. Returns the texts."""
        texts = self.choose()
        self.see("play").click()
        expect(self.see("play")).to_have_count(0)
        return texts

    def turn_all(self):
        """As the judge, turn every card that lies face down."""
        down = self.page.locator(".card.down")
        for left in range(down.count(), 0, -1):
            self.page.locator("button.card.down").first.click()
            expect(down).to_have_count(left - 1)
        self.wait_for("judging")

    def press_twice(self, testid):
        """Press a button that asks "really?", and again once a double tap would be over."""
        self.see(testid).click()
        self.page.wait_for_timeout(DOUBLE_TAP)
        self.see(testid).click()

    def own_play(self):
        """The number of the own play among the open ones."""
        return self.page.locator("[data-play]", has=self.page.locator(".yours")).get_attribute("data-play")

    def pick(self, number):
        self.page.locator("[data-testid=pile-card][data-play='%s']" % number).click()
        self.see("confirm-winner").click()

    def leave(self):
        self.see("menu").click()
        self.press_twice("leave")
        self.page.wait_for_url(self.site + "/")


def play_a_round(people):
    """From the dealt hands to the verdict of whoever judges; returns the winner."""
    judge = next(someone for someone in people if someone.judges)
    players = [someone for someone in people if someone is not judge]
    for someone in players:
        someone.play()
    judge.wait_for("revealing")
    judge.turn_all()
    judge.pick(players[0].wait_for("judging").own_play())
    for someone in people:
        someone.wait_for("round_over")
    return players[0]
