"""The big screen with few and many players, short and longest texts: nothing is covered, clipped or scrolled. Tables are prepared
ones (tests/outside/pictures/gallery_tv.py), no server is asked."""
import pytest

from tests.outside.pictures import gallery_tv


@pytest.fixture(scope="module")
def port():
    return gallery_tv.served()


@pytest.mark.parametrize("long", [False, True], ids=["short", "longest"])
@pytest.mark.parametrize("size", gallery_tv.SIZES, ids=["720p", "1080p"])
def test_nothing_is_covered_or_clipped(browser, port, size, long):
    page = browser.new_page(viewport=dict(zip(("width", "height"), size)), reduced_motion="reduce")
    gallery_tv.opened(page, port, gallery_tv.table("lobby", 3, long))
    problems = []
    for count in gallery_tv.COUNTS:
        for phase in gallery_tv.PHASES:
            gallery_tv.welcome(page, gallery_tv.table(phase, count, long))
            page.wait_for_selector(".phase-%s" % phase)
            problems += ["%s, %d players: %s" % (phase, count, one) for one in page.evaluate(gallery_tv.PROBLEMS)]
    page.close()
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("long", [False, True], ids=["short", "longest"])
@pytest.mark.parametrize("phase,moment", [("revealing", "answer"), ("judging", "verdict")])
def test_what_has_its_moment_stays_on_the_screen(browser, port, phase, moment, long):
    page = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    gallery_tv.opened(page, port, gallery_tv.table(phase, 20, long))
    assert gallery_tv.moments(page, phase, 20, long) == moment
    assert page.evaluate(gallery_tv.PROBLEMS) == []
    page.close()
