"""Admins at their pages: an editor sees what they type as a phone shows it,
a reviewer publishes and hides.
"""
import hashlib
import json
import re

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.outside.browser.accounts.test_csrf import HASH, PASSWORD
from tests.outside.browser.pictures import picture
from tests.outside.harness.browser import LAPTOP, PHONE
from tests.outside.harness.server import is_classic

CREATED = "2026-01-01T00:00:00Z"
ATTIC = 9001
BLACK = ["What lives in the attic? _", "_ and _: a love story", "Why is the roof leaking? _",
         "Nobody expects _",
         "I found _ in a box"]
WHITE = ["a moth with ambitions", "eleven left gloves", "the smell of 1974", "a bat named Kevin",
         "dust, but make it fashion",
         "an unpaid library fine", "a very small ghost", "a trunk full of buttons", "a mouse on sabbatical",
         "a lamp that judges you", "a hat with a past", "a ladder that wants more"]
DULL = WHITE[5:8]
# A sheet without headers, as people keep them.
SHEET = [("X", "Why is the teapot humming? _"), ("X", "_ goes on holiday"), ("X", "Never lend a ladder to _"),
        ("X", "Make a haiku."), ("X", "At midnight the fridge says _")] + [
    ("O", text) for text in ("a polite goose", "nine left socks", "the second-best umbrella", "a map of the sofa",
                             "one brave pancake", "a cousin called Herbert", "soup with opinions", "a borrowed ladder",
                             "the loud clock", "a jar of buttons", "an old whistle", "half a scarf")]


def mark(text):
    return hashlib.sha1(" ".join(text.lower().split()).rstrip(".").encode()).hexdigest()


def card(kind, text, place, **facts):
    return {"model": "decks.%scard" % kind,
            "fields": dict(deck=ATTIC, text=text, fingerprint=mark(text), position=place, **facts)}


def staff(name, group=""):
    """Somebody in a group, or a superuser without one."""
    return {"model": "auth.user", "fields": {
        "username": name, "password": HASH, "email": name + "@example.org", "is_staff": True,
        "is_superuser": not group, "groups": [[group]] if group else []}}


@pytest.fixture(scope="module")
def loaded_decks(server, tmp_path_factory):
    """The shared server with an editor, a reviewer, and something for each of them to do."""
    rows = [staff("edith", "Deck editor"), staff("rex", "Deck reviewer"), staff("boss")]
    rows += [{"model": "account.emailaddress",
              "fields": {"user": [name], "email": name + "@example.org", "verified": True,
                                                          "primary": True}} for name in ("edith", "rex", "boss")]
    rows.append({"model": "decks.deck", "pk": ATTIC, "fields": {
        "name": "Attic", "slug": "attic", "code": "TTCKTTCK", "status": "review", "rating": "teen",
        "plays": 12,
        "created": CREATED, "updated": CREATED}})
    rows += [card("black", text, place, pick=max(1, text.count("_"))) for place, text in enumerate(BLACK)]
    rows += [card("white", text, place) for place, text in enumerate(WHITE)]
    said = [(WHITE[3], "typo"), (WHITE[3], "typo"), (WHITE[3], "unfunny")] + [(text, "unfunny") for text in DULL]
    rows += [{"model": "decks.cardreport", "fields": {
        "kind": "white", "fingerprint": mark(text), "text": text, "reason": reason, "reporter": "1-%d" % place,
        "created": CREATED}} for place, (text, reason) in enumerate(said)]
    path = tmp_path_factory.mktemp("decks") / "decks.json"
    path.write_text(json.dumps(rows))
    server.manage("loaddata", str(path))
    return server


@pytest.fixture
def before_admin(loaded_decks, person):
    """A function that gives somebody signed in before the admin: before_admin("edith", PHONE)."""
    def sign_in(name, device=LAPTOP):
        someone = person(name, device)
        someone.watch.allow("404")  # the admin has no icon of its own
        someone.go("/admin/login/")
        someone.page.locator("input[name=login], input[name=username]").fill(name)
        someone.page.locator("input[name=password]").fill(PASSWORD)
        someone.page.keyboard.press("Enter")
        someone.page.wait_for_url(lambda url: "login" not in url)
        return someone
    return sign_in


def cards(someone, kind):
    return someone.go("/admin/decks/deck/%d/cards/?kind=%s" % (ATTIC, kind))


def box(someone, text):
    """The row whose box holds this text; "" is the first empty one."""
    rows = someone.page.locator(".card-row")
    texts = rows.locator("textarea").evaluate_all("boxes => boxes.map(box => box.value)")
    return rows.nth(texts.index(text))


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_an_editor_sees_a_card_while_typing_it(before_admin, device):
    edith = cards(before_admin("edith", device), "black")
    shown = edith.page.locator(".phone .card.black")
    row = box(edith, "Nobody expects _")
    row.locator("textarea").fill("Nobody *ever* expects")
    expect(shown.locator("em")).to_have_text("ever")
    expect(shown.locator(".blank")).to_have_count(1)
    row.get_by_label("Pick").fill("2")
    expect(shown.locator(".blank")).to_have_count(2)
    expect(shown.locator(".pick")).to_have_text("Pick 2")
    edith.comes_in_sight(shown)
    assert not edith.scrolls_sideways()
    picture(edith, "admin-cards")
    row = box(edith, "")
    row.locator("textarea").fill("_{2} before _{1}")
    expect(shown.locator(".pick")).to_have_text("Pick 2")


def test_an_editor_stores_a_page_of_cards(before_admin):
    edith = cards(before_admin("edith"), "white")
    box(edith, "a hat with a past").locator("textarea").fill("a hat with a *future*")
    expect(edith.page.locator(".phone .card.white em")).to_have_text("future")
    box(edith, "").locator("textarea").fill("the neighbours' cat, again")
    box(edith, "a ladder that wants more").get_by_label("Delete").check()
    edith.page.get_by_role("button", name="Save this page").click()
    expect(edith.page.get_by_text("1 added, 1 changed, 1 removed")).to_be_visible()
    texts = edith.page.locator(".card-row textarea").evaluate_all("boxes => boxes.map(box => box.value)")
    assert texts[len(WHITE) - 2:len(WHITE) + 1] == ["a hat with a *future*", "the neighbours' cat, again", ""]


def test_the_list_of_decks_shows_how_each_stands(before_admin):
    edith = before_admin("edith").go("/admin/decks/deck/")
    row = edith.page.locator("#result_list tr", has_text="Attic")
    assert [row.locator(".field-" + name).inner_text()
            for name in ("status", "rated", "black", "played", "reported")] == [
        "In review", "teen", "5", "12", "6"]
    picture(edith, "admin-decks")
    assert not edith.scrolls_sideways()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_each_deck_is_told_in_full_and_what_is_done_to_the_ticked_stays_in_sight(before_admin, width):
    page = before_admin("edith", dict(PHONE, viewport={"width": width, "height": 844})).go("/admin/decks/deck/").page
    for name in ("name", "status", "white", "played", "owner", "changed"):
        box = page.locator("#result_list tbody .field-%s" % name).first.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, name
    page.locator("input[name=_selected_action]").last.check()
    expect(page.locator("select[name=action]").first).to_be_in_viewport()
    page.get_by_role("link", name="Filters").click()
    expect(page.locator("#changelist-filter h2")).to_be_in_viewport()


def test_a_reviewer_hides_a_card_and_publishes_a_deck(before_admin):
    rex = before_admin("rex", PHONE).go("/admin/decks/review/")
    assert not rex.scrolls_sideways()
    report = rex.page.locator("#reports form", has_text="3 reports")
    expect(report.locator(".chip.white")).to_have_text(WHITE[3])
    report.get_by_role("button", name="Hide everywhere").click()
    rex.page.get_by_role("button", name="Hide 1 card everywhere").click()
    expect(rex.page.get_by_text("is hidden everywhere.")).to_be_visible()
    rex.page.get_by_role("link", name="Decks in review").click()
    deck = rex.page.locator(".waiting", has_text="Attic")
    deck.get_by_label("Rating").select_option("family")
    deck.get_by_role("button", name="Publish").click()
    expect(rex.page.get_by_text("Attic is published.")).to_be_visible()


def test_a_reviewer_dismisses_the_reports_about_many_cards_at_once(before_admin):
    rex = before_admin("rex").go("/admin/decks/review/?show=reports")
    picture(rex, "admin-queue")
    rex.page.get_by_label("Reason").select_option("unfunny")
    rex.page.get_by_role("button", name="Show").click()
    bulk = rex.page.locator(".bulk")
    bulk.get_by_label("This page").check()
    dull = rex.page.locator("#reports form", has_text="1 report:")
    for place in range(1, dull.count()):
        expect(dull.nth(place).locator("input[name=chosen]")).to_be_checked()
    dull.first.locator("input[name=chosen]").uncheck()
    chosen = rex.page.locator("input[name=chosen]:checked").count()
    expect(bulk).to_contain_text("%d chosen" % chosen)
    bulk.get_by_role("button", name="They are fine").click()
    rex.page.get_by_role("button", name="Dismiss the reports about %d cards" % chosen).click()
    expect(rex.page.locator(".messagelist > li")).to_contain_text("%d cards: done." % chosen)
    rex.page.locator(".messagelist summary").click()
    expect(rex.page.locator(".messagelist li li")).to_have_count(chosen)
    expect(dull).to_have_count(1)


def test_an_editor_finds_a_card_among_all_and_opens_it_in_the_builder(before_admin):
    edith = before_admin("edith").go("/admin/decks/cards/?q=attic")
    picture(edith, "admin-all-cards")
    edith.page.locator("li", has_text="What lives in the attic").get_by_role("link", name="Builder").click()
    expect(edith.page.get_by_text("What lives in the attic").first).to_be_visible()
    expect(edith.page.get_by_text("Nobody expects")).to_have_count(0)


@pytest.mark.skipif(is_classic(), reason="the old admin knows no phones, but for our own pages")
@pytest.mark.parametrize("path", ["deck/", "deck/%d/change/" % ATTIC, "deck/add/", "cards/", "doubles/", "review/?show=imports"])
def test_the_admins_own_pages_fit_a_phone(before_admin, path):
    assert not before_admin("edith", PHONE).go("/admin/decks/" + path).scrolls_sideways()


@pytest.fixture
def spreadsheet(tmp_path):
    book = openpyxl.Workbook()
    for row in SHEET:
        book.active.append(row)
    book.save(tmp_path / "attic.xlsx")
    return tmp_path / "attic.xlsx"


def test_a_spreadsheet_becomes_a_set_that_a_host_takes(before_admin, person, spreadsheet):
    boss = before_admin("boss").go("/decks/import/?for=site")
    boss.see("upload").set_input_files(str(spreadsheet))
    boss.page.locator("input[name=name]").fill("Tea Time")
    boss.see("look").click()
    expect(boss.page.get_by_text("We are not sure")).to_be_visible()  # X and O may be decks or kinds
    boss.page.locator("#map-kind").select_option("1")
    boss.see("read-again").click()
    expect(boss.page.get_by_text("5 black and 12 white cards").first).to_be_visible()
    picture(boss, "import-mapped")
    boss.see("store").click()
    expect(boss.see("import-result")).to_contain_text("Tea Time")
    take(boss, "publish")
    take(boss, "put_into_set", "Afternoon")
    ann = person("Ann", PHONE)
    ann.open_room()
    ann.see("choose-decks").click()
    afternoon = ann.page.locator("[data-testid=deck-set]", has_text="Afternoon")
    afternoon.click()
    expect(afternoon).to_have_attribute("aria-pressed", "true")
    ann.see("decks-done").click()
    expect(ann.page.locator(".box")).to_have_text(re.compile("Tea Time"))  # the family deck made room


def take(boss, action, name=""):
    """Do something to the deck from the admin's list, through the page in between."""
    boss.go("/admin/decks/deck/?q=Tea+Time")
    boss.page.locator("#result_list input[name=_selected_action]").first.check()
    boss.page.locator("select[name=action]").select_option(action)
    boss.page.locator("button[name=index]").click()
    if name:
        boss.page.locator("input[name=name]").fill(name)
    boss.page.locator("main button[type=submit], #content button, #content input[type=submit]").first.click()
    expect(boss.page.locator(".messagelist")).to_be_visible()
