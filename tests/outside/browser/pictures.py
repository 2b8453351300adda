"""Pictures of the game for the documentation.

Taken only when asked for, so that a test run leaves the tree as it was.
"""
import os

from ..harness.server import PROJECT

FOLDER = PROJECT / "docs" / "screenshots"
WANTED = bool(os.environ.get("CARDS_SCREENSHOTS"))
MOST_BYTES = 150 * 1024
taken = set()


def picture(someone, name, size=None):
    """Save what `someone` sees as docs/screenshots/NAME.png, the first time in a run with CARDS_SCREENSHOTS
    set.

    `size` is (width, height) for a window other than their own.
    """
    if not WANTED or name in taken:
        return
    taken.add(name)
    FOLDER.mkdir(parents=True, exist_ok=True)
    own_size = someone.page.viewport_size
    if size:
        someone.page.set_viewport_size(dict(zip(("width", "height"), size)))
    someone.page.wait_for_timeout(900)  # cards have been dealt and turned, confetti is in the air
    weight = len(someone.page.screenshot(path=str(FOLDER / (name + ".png")), scale="css"))
    someone.page.set_viewport_size(own_size)
    assert weight <= MOST_BYTES, "%s.png has %d bytes" % (name, weight)
