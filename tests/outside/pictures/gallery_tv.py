"""The big screen with few and many players, short and longest texts: what a test measures and people look at. Tries no server.

    python -m tests.outside.pictures.gallery_tv FOLDER [SCREEN ...]
"""
import json
import os
import shutil
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import gallery
from playwright.sync_api import sync_playwright

TABLES = gallery.gallery_tables
COUNTS, SIZES = (3, 8, 20, 60), ((1280, 720), (1920, 1080))
PHASES = ("lobby", "choosing", "playing", "revealing", "judging", "round_over", "game_over")
NAMES = ["Ann", "Bo", "Cleo", "Dimitri Papadopoulos", "Eve", "Wilhelmina MMMMMMMMM", "Zo\u00eb", "Jo"]
SHORT = ["a duck", "free cake", "one sock", "grandma on a scooter", "regret"]
LONGEST = ("A very long story about a holiday in the rain, two lost suitcases, and a hotel that had never heard of us. " * 2)[:200].strip()
QUESTION = {"text": "What is under the bed?", "pick": 1}
LONG_QUESTION = {"text": ("Dear neighbours, it has come to our attention that once again somebody has left _ in the shared "
                          "laundry room, next to the sign that says so, and that this is the third time. " * 2)[:300], "pick": 1}
# Nothing lies over or outside of anything; a card or line holds its text.
PROBLEMS = """() => {
  const found = [], box = (one) => one.getBoundingClientRect(), name = (one) => (one.className || one.tagName) + ' "' + one.textContent.trim().slice(0, 30) + '"';
  const tv = document.querySelector('.tv');
  const solid = [...tv.querySelectorAll('.tv-time, .tv-now, .tv-join, .tv-switches, .tv-sentence .card, .tv-answers .card, .tv-backs .card, .tv-name, .tv-author, .tv-count, .tv-dots, .tv-scores li, .seat, .not-listed, .tv-code, .tv-lobby .qr, .place, .backs .card')];
  for (const one of solid) {
    const {left, top, right, bottom} = box(one);
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push('outside: ' + name(one));
    for (const text of one.querySelectorAll('.text, .status, .name, .author, .code, .huge, p')) {
      const inner = box(text);
      if (text.matches('.sr') || !inner.width || getComputedStyle(text).clipPath !== 'none') continue;
      if (inner.bottom > bottom + 1 || inner.right > right + 1 || inner.top < top - 1 || text.scrollWidth > text.clientWidth + 1 && text.clientWidth) found.push('clipped: ' + name(one));
    }
  }
  solid.forEach((one, place) => solid.slice(place + 1).forEach((other) => {
    if (one.contains(other) || other.contains(one)) return;
    const [a, b] = [box(one), box(other)];
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) found.push('covered: ' + name(one) + ' by ' + name(other));
  }));
  const root = document.documentElement;
  if (root.scrollHeight > innerHeight + 1 || root.scrollWidth > innerWidth + 1) found.push('scrolls');
  return found;
}"""


def table(phase, count, long):
    """A table of this many with answers of everybody but the judge."""
    document = TABLES.table(phase)
    document["players"] = {"%d" % (n + 1): {"name": NAMES[n % len(NAMES)] if n < len(NAMES) else "%s %d" % (NAMES[n % len(NAMES)][:14], n),
                                            "score": (n * 7) % 5, "presence": "here"} for n in range(count)}
    if phase in ("lobby", "game_over"):
        return dict(document, winners=["2"]) if phase == "game_over" else dict(document, game=2, round=4)
    document["black_card"] = LONG_QUESTION if long else QUESTION
    authors = [number for number in sorted(document["players"], key=int) if number != "3"]
    plays = {"%d" % n: {"cards": [LONGEST if long else SHORT[n % len(SHORT)]]} for n in range(len(authors))}
    if phase == "choosing":
        del document["black_card"]
        document["settings"] = dict(document["settings"], judge_chooses=3)
    if phase == "playing":
        for number in authors[:-1]:
            document["players"][number]["played"] = True
        document["waiting_for"] = authors[-1:]
    if phase == "revealing":
        document["plays"] = {number: {} if int(number) % 2 else play for number, play in plays.items()}
    if phase == "judging":
        document.update(plays=plays, deadline=TABLES.now() + 8000)
    if phase == "round_over":
        document.update(plays={number: dict(play, player=author) for (number, play), author in zip(plays.items(), authors)},
                        verdict=[{"player": authors[0], "play": "0", "points": 1}], winner={"player": authors[0], "play": "0"})
    return document


def served():
    """Start a server of the project's files; returns its port."""
    server = gallery.http.server.ThreadingHTTPServer(("127.0.0.1", 0), gallery.Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def opened(page, port, document):
    """Open the big screen with this table."""
    message = {"type": "welcome", "protocol": 1, "version": 7, "table": document, "seat": None, "now": TABLES.now()}
    page.add_init_script(gallery.SOCKET % (json.dumps(message), 0, 0))
    page.goto("http://127.0.0.1:%d/tv.html" % port)
    page.wait_for_selector(".tv")


def welcome(page, document):
    """Let the screen hear of this table anew."""
    message = {"type": "welcome", "protocol": 1, "version": 7, "table": document, "seat": None, "now": TABLES.now()}
    page.evaluate("(message) => window.lastSocket.onmessage({data: JSON.stringify(message)})", message)


def hear(page, changes, log):
    """Let the screen hear what has changed."""
    patch = {"type": "patch", "from": 7, "version": 8, "table": changes, "log": log}
    page.evaluate("(patch) => window.lastSocket.onmessage({data: JSON.stringify(patch)})", patch)


def moments(page, phase, count, long):
    """Bring the screen from the reading to what has its moment there; its name, or None."""
    if phase == "revealing":
        play = table("judging", count, long)["plays"]["1"]
        hear(page, {"plays": {"1": play}}, [{"type": "revealed", "play": "1"}])
        page.wait_for_selector("[data-spot=answer]")
        return "answer"
    if phase == "judging":
        hear(page, {key: value for key, value in table("round_over", count, long).items() if key in ("phase", "plays", "verdict", "winner")}, [])
        page.wait_for_selector("[data-spot=verdict]")
        return "verdict"
    return None


def main(folder, wanted):
    os.makedirs(folder, exist_ok=True)
    port, bad = served(), 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"))
        for phase in [phase for phase in PHASES if not wanted or phase in wanted]:
            for count in COUNTS:
                for size, scheme, long in ((SIZES[0], "dark", False), (SIZES[1], "light", True), (SIZES[1], "dark", False)):
                    page = browser.new_page(viewport=dict(zip(("width", "height"), size)), color_scheme=scheme)
                    opened(page, port, table(phase, count, long))
                    page.wait_for_timeout(1400)
                    for moment in (None, moments):
                        name = phase if moment is None else moment(page, phase, count, long)
                        if not name:
                            continue
                        page.wait_for_timeout(900 * bool(moment))
                        problems = page.evaluate(PROBLEMS)
                        bad += bool(problems)
                        title = "%s-%02d-%s-%d-%s" % (name, count, "long" if long else "short", size[1], scheme)
                        page.screenshot(path=os.path.join(folder, title + ".png"))
                        for problem in problems:
                            print(title, problem)
                    page.close()
        browser.close()
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
