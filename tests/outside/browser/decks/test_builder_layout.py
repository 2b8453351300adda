"""The deck builder on small phones and large screens: everything in sight, words whole."""
import pytest
from playwright.sync_api import expect

from tests.outside.browser.accounts.test_profile import SMALL
from tests.outside.harness.browser import LAPTOP, PHONE

from .deck_builder import BLACK, WHITE, Builder, broken_words


@pytest.mark.parametrize("device", [SMALL, LAPTOP])
def test_it_fits_small_phones_and_large_screens(builder, device):
    ann = builder(device)
    ann.write("\n".join(BLACK + WHITE))
    for kind in ("black", "white"):
        ann.side(kind)
        assert not ann.me.scrolls_sideways()
    ann.open(0)
    ann.me.comes_in_sight(ann.see("done"))
    assert not ann.me.scrolls_sideways()


@pytest.mark.parametrize("device", [SMALL, PHONE, LAPTOP])
def test_words_of_cards_stay_whole(builder, device):
    ann = builder(device)
    ann.write("a suspiciously calm toddler\nthe neighbour's unbelievable goat").side("white")
    assert [broken_words(card) for card in ann.see("card").all()] == [[], []]


def test_texts_begin_where_their_script_begins(builder):
    ann = builder()
    ann.write("\u05d1\u05e8\u05d5\u05d5\u05d6\na duck").side("white").saved()
    left, right = (card.locator(".text").evaluate("""(text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        const [words, whole] = [range.getBoundingClientRect(), text.getBoundingClientRect()];
        return [words.left - whole.left < 2, whole.right - words.right < 2];
    }""") for card in ann.see("card").all())
    assert (left, right) == ([False, True], [True, False])


@pytest.mark.parametrize("device", [SMALL, LAPTOP])
def test_the_desk_keeps_its_ends_in_sight_when_many_lines_come_back(builder, device):
    ann = builder(device)
    if device is SMALL:
        ann.see("compose").click()
    ann.see("text-new").fill("\n".join(["x" * 501, "tea", "tea"] + ["word " * 101] * 3))
    ann.see("add").click()
    expect(ann.see("composer")).to_contain_text("it stands here twice")
    ann.me.comes_in_sight(ann.see("add"))
    if device is LAPTOP:
        ann.page.mouse.wheel(0, 2000)
        assert ann.see("composer").bounding_box()["y"] >= 0
    else:
        ann.me.comes_in_sight(ann.see("close-composer"))


def test_the_longest_word_of_a_name_leaves_the_lobby_in_one_piece(person):
    ann = Builder(person("Ann", SMALL),
                  "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzenabzeichen")
    ann.write("Why is there a _?\ntea").side("white").saved()
    ann.me.open_room()
    ann.see("choose-decks").click()
    ann.page.locator("[data-testid=deck-option]", has_text="Donau").click()
    ann.me.comes_in_sight(ann.see("decks-done"))
    ann.see("decks-done").click()
    assert not ann.me.scrolls_sideways()
