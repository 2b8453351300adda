"""Somebody who makes a deck with a browser: types, taps, drags, and looks at the cards."""
import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.outside.browser.accounts.test_profile import a_name
from tests.outside.visitors import Visitor

# What to write: enough cards for a deck that asks to be published.
BLACK = ["What woke the whole street at 3 a.m.? _", "Nobody expected _ at the wedding.",
         "Grandma's secret ingredient is _.",
         "Dear diary, I swapped my sister for _ and regret nothing.",
         "The museum's newest exhibit: _ next to _."]
WHITE = ["a very small trumpet", "soup, again", "the neighbour's *other* goat", "a duck with a clipboard",
         "two left socks",
         "an apology in interpretive dance", "the wrong birthday cake", "a suspiciously calm toddler",
         "Uncle Bob's karaoke",
         "four hundred balloons", "the last biscuit", "a map of the fridge"]


def begin(me, name):
    """Have an account and a deck of this name, made without the browser, and open its builder."""
    visitor = Visitor(me.site).sign_up(a_name())
    made = visitor.post("/decks/mine/", page="/decks/mine/", name=name, language="en", rating="family")
    made.raise_for_status()
    me.become(visitor).go(urlsplit(made.url).path)


def begin_by_hand(me, name):
    me.sign_up(a_name(), "/decks/mine/")
    me.page.fill("main [name=name]", name)
    me.see("new-deck").click()


class Builder:
    """Somebody who makes a deck."""

    def __init__(self, me, name="The Smith Reunion", begin=begin):
        self.me, self.page = me, me.page
        begin(me, name)
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()

    def see(self, testid):
        return self.me.see(testid)

    def write(self, text, add=True):
        """Type a new card, or paste many."""
        if self.see("compose").is_visible():
            self.see("compose").click()
        self.see("text-new").fill(text)
        if add:
            self.see("add").click()
            expect(self.see("text-new")).to_have_value("")
        return self

    def tap(self, word):
        self.see("writing").last.locator(".word", has_text=re.compile("^%s$" % re.escape(word))).first.tap()

    def side(self, kind):
        if self.see("close-composer").is_visible():
            self.see("close-composer").click()
        self.see("tab-" + kind).click()
        return self

    @property
    def cards(self):
        """The texts on this side, in order; a blank reads "_"."""
        return self.page.locator(".slot .card .text").evaluate_all("""(texts) => texts.map((text) => [...text.childNodes].map((node) =>
            node.classList && node.classList.contains("blank") ? "_" : node.nodeType === 8 ? "" : node.textContent).join(""))""")

    def shows(self, *texts):
        expect(self.see("card")).to_have_count(len(texts))
        self.page.wait_for_function("(count) => document.querySelectorAll('.slot .card').length === count",
                                    arg=len(texts))
        for _ in range(100):
            if self.cards == list(texts):
                return self
            self.page.wait_for_timeout(50)
        assert self.cards == list(texts)

    def saved(self):
        expect(self.see("saved")).to_contain_text("Saved")
        return self

    def open(self, place):
        self.see("card").nth(place).locator("button.card").click()
        expect(self.see("open-card")).to_be_visible()
        return self

    def drag(self, place, to):
        """Drag the card at a place to just before another one, by its handle."""
        start, end = self.see("handle").nth(place).bounding_box(), self.see("card").nth(to).bounding_box()
        mouse = self.page.mouse
        mouse.move(start["x"] + 20, start["y"] + 20)
        mouse.down()
        mouse.move(start["x"] + 12, start["y"] + 4, steps=3)
        mouse.move(end["x"] + 40, end["y"] + 8, steps=6)
        mouse.up()


def broken_words(card):
    """The words of a card that do not stand on one line."""
    return card.locator(".text").evaluate("""(text) => {
        const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        const broken = [];
        while (nodes.nextNode()) for (const word of nodes.currentNode.data.matchAll(/\\S+/g)) {
            const range = document.createRange();
            range.setStart(nodes.currentNode, word.index);
            range.setEnd(nodes.currentNode, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) broken.push(word[0]);
        }
        return broken;
    }""")
