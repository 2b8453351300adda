"""Plays real rooms of 3 to 60 and lays what their people see, in every phase and at every size, light and dark, on one sheet a screen.

    python -m tests.outside.pictures.contact_sheet FOLDER [SCREEN ...]

COUNTS=8,60 SIZES=390x844,1280x720 SCHEMES=dark narrow it, SCALE=0.5 is how large pictures are on a sheet, WHOLE=1 takes all that a
page could scroll to. Screens are those of contact_rooms.py. Single pictures lie in FOLDER/single. Prints what is plainly wrong.
"""
import os
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ..browser.crowd import Crowd
from ..harness import prepared
from ..harness.browser import STILL, launched
from ..harness.server import Server
from . import contact_rooms, gallery_tv

COUNTS = [int(count) for count in os.environ.get("COUNTS", "3,8,20,60").split(",")]
PAGES, SCREENS = ("320x568", "390x844", "768x1024", "1280x800"), ("1280x720", "1920x1080")
SIZES = os.environ.get("SIZES", ",".join(PAGES + SCREENS)).split(",")
SCHEMES = os.environ.get("SCHEMES", "dark,light").split(",")
SCALE, WHOLE = float(os.environ.get("SCALE", "0.5")), bool(os.environ.get("WHOLE"))
GAP, LABEL = 12, 22
# Words that are broken inside, and a page that scrolls sideways.
PROBLEMS = r"""() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.closest('.sr, svg, script')) continue;
    for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size > 1) found.push('broken: ' + word[0] + ' in ' + (node.parentElement.className || node.parentElement.tagName));
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
  return found;
}"""


def pictures(browser, room, screen, eyes, folder):
    """Take a screen at its sizes in all schemes; yields (size, scheme, path)."""
    is_tv = eyes == contact_rooms.TV
    sizes = [size for size in SIZES if size in (SCREENS if is_tv else PAGES)]
    if not sizes:
        return
    visitor = room.visitors[0] if is_tv else eyes
    context = browser.new_context(**STILL)
    context.add_cookies([{"name": cookie.name, "value": cookie.value, "url": room.site} for cookie in visitor.http.cookies])
    page = context.new_page()
    page.goto("%s/%s/%s/" % (room.site, "tv" if is_tv else "rooms", room.code))
    page.wait_for_selector(".tv" if is_tv else "[data-phase]")
    page.wait_for_selector("[data-testid=on-its-way]", state="detached")
    for size in sizes:
        page.set_viewport_size(dict(zip(("width", "height"), map(int, size.split("x")))))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(400 if is_tv else 200)
            path = folder / ("%s-%02d-%s-%s.png" % (screen, room.count, size, scheme))
            page.screenshot(path=str(path), full_page=WHOLE)
            yield size, scheme, path
        for problem in page.evaluate(PROBLEMS) + (page.evaluate(gallery_tv.PROBLEMS) if is_tv else []):
            print("%s of %d at %s: %s" % (screen, room.count, size, problem))
    context.close()


def laid_out(title, rows):
    """One picture of [[(label, path)]], each row as high as its highest."""
    font = ImageFont.load_default(14)
    placed, top, widest = [], LABEL + GAP, 0
    for row in rows:
        left, tallest = GAP, 0
        for label, path in row:
            picture = Image.open(path).convert("RGB")
            picture = picture.resize([max(1, round(side * SCALE)) for side in picture.size], Image.LANCZOS)
            placed.append((label, picture, left, top))
            left, tallest = left + picture.width + GAP, max(tallest, picture.height)
        top, widest = top + LABEL + tallest + GAP, max(widest, left)
    sheet = Image.new("RGB", (widest, top), "#777")
    pen = ImageDraw.Draw(sheet)
    pen.text((GAP, GAP / 2), title, "white", font)
    for label, picture, left, top in placed:
        pen.text((left, top), label, "white", font)
        sheet.paste(picture, (left, top + LABEL))
    return sheet


def rows_of(browser, room, wanted, folder):
    """Play a room through; yields (screen, [(label, path)]) for each screen and scheme."""
    try:
        for seen in contact_rooms.moments(room):
            for screen in [screen for screen in seen if not wanted or screen in wanted]:
                taken = list(pictures(browser, room, screen, seen[screen], folder))
                for scheme in SCHEMES:
                    yield screen, [("%d, %s, %s" % (room.count, size, scheme), path) for size, its, path in taken if its == scheme]
    finally:
        room.end()


def main(folder, wanted):
    """Take the pictures of all rooms, then lay out a sheet for each screen; returns the sheets' paths."""
    singles, rows, sheets = Path(folder) / "single", defaultdict(list), []
    singles.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, launched() as browser:
        template = prepared.var_folder(os.environ.get("PREPARED", place))
        server, crowd = Server(Path(place) / "server", var_template=template).start(), Crowd()
        try:
            for count in COUNTS:
                for screen, row in rows_of(browser, contact_rooms.Room(crowd, server.url, count), wanted, singles):
                    rows[screen].append(row)
        finally:
            crowd.stop()
            server.kill()
    sheets = []
    for screen, taken in rows.items():
        sheets.append(Path(folder) / (screen + ".png"))
        laid_out(screen, taken).save(sheets[-1])
    return sheets


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for each in main(sys.argv[1], sys.argv[2:]):
        print(each)
