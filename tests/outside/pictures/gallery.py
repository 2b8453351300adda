"""Draws every prepared table in a real browser and saves pictures to look at. Tries no server and no rules.

    python tests/outside/pictures/gallery.py FOLDER [SCREEN ...]
"""
import http.server
import json
import os
import shutil
import sys
import threading
from pathlib import Path

import gallery_tables
from playwright.sync_api import sync_playwright

ROOT = str(Path(__file__).resolve().parents[3])
SIZES = {"phone": (390, 844), "small": (320, 568), "landscape": (844, 390), "laptop": (1280, 800)}
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>KX7PQ</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="/static/css/pages/%(view)s.css"></head>
<body class="%(roots)s" data-csrf="x" data-hue="%(hue)s"><main id="room"></main>
<script type="application/json" id="document">%(document)s</script>
<script type="module" src="/static/js/pages/%(view)s.js"></script></body></html>"""
from game.rules.documents.described import described  # noqa: E402

DOCUMENT = {"code": "KX7PQ", "player": "2", "signed_in": True, "rules": described(), "socket": "/ws/rooms/KX7PQ/",
            "sheet": "/static/css/pages/room_later.css", "links": {
    "join": "http://cards.example/KX7PQ/", "seat": "http://cards.example/seat/secret/", "qr": "/qr.svg",
    "seat_qr": "/qr.svg", "home": "/", "language": "/language/", "beside_sheet": "/static/css/pages/beside.css",
    "invitations": "/invitations.json", "decks": "/decks.json", "history": "/history.json", "tv": "/tv/",
    "take_seat": "/seat/", "faces": "/static/img/faces.svg"}}
SOCKET = """window.WebSocket = class { constructor() { this.readyState = 1; this.sent = [];
  const again = window.lastSocket; window.lastSocket = this; if (again) return;  // one that was closed gets no other line
  setTimeout(() => { this.onmessage({data: JSON.stringify(%s)}); if (%d) this.onclose({code: %d}); }); }
  send(text) { this.sent.push(JSON.parse(text)); } close() {} };"""
QR = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h3v3H0zM6 0h3v3H6zM0 6h3v3H0zM4 1h1v7H4zM6 5h2v3H6z"/></svg>'
ROOTS = {"room": "room-page", "tv": "room-page tv-page"}
ACTIONS = {
    "playing": ["[data-card='12']", "[data-card='15']"],
    "judging-judge": ["[data-play='0']"], "judging": ["[data-play='3']"],
    "voting": ["[data-play='3']"], "voting-ranked": ["[data-play='3']", "[data-play='0']", "[data-play='2']"],
    "ranking-judge": ["[data-play='1']", "[data-play='0']"],
    "choosing-judge": ["[data-question='1']"], "writing": ["[data-testid=write-own]"],
}
TYPED = {"writing": {"[data-testid=question-text]": "Never bring _ to a birthday, bring _!"}}
PANELS = {"lobby-host": ("choose-decks", "invite"), "playing": ("menu",), "lobby-crowd": ("menu",), "lobby-guest": ("my-look",)}
TALL = (390, 1900)  # all of a long panel at once


class Files(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        if path.startswith("/static/lit/"):
            return os.path.join(ROOT, "node_modules", "lit-html", path[len("/static/lit/"):])
        return os.path.join(ROOT, path.lstrip("/"))

    def do_GET(self):
        known = {"/decks.json": json.dumps(gallery_tables.SHELF).encode(), "/qr.svg": QR,
                 "/history.json": json.dumps(gallery_tables.HISTORY).encode(),
                 "/invitations.json": json.dumps(gallery_tables.INVITATIONS).encode()}
        for view in ROOTS:
            known["/%s.html" % view] = (PAGE % {
                "view": view, "roots": ROOTS[view], "document": json.dumps(dict(DOCUMENT, view=view)),
                "hue": os.environ.get("HUE", "8")}).encode()
        body = known.get(self.path)
        if body is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type",
                         "image/svg+xml" if self.path.endswith("svg") else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def draw(browser, port, folder, name, documents, size, scheme, view="room", panel=""):
    table, seat = documents
    page = browser.new_page(viewport=dict(zip(("width", "height"), size)), color_scheme=scheme,
                            has_touch=size[0] < 900,
                            reduced_motion="reduce" if view == "room" else "no-preference")
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error"
            and "404" not in line.text else None)
    welcome = {"type": "welcome", "protocol": 1, "version": 7, "table": table, "seat": seat,
               "now": gallery_tables.now()}
    closed = gallery_tables.CLOSED.get(name, 0)
    page.add_init_script(SOCKET % (json.dumps(welcome), closed, closed))
    page.goto("http://127.0.0.1:%d/%s.html" % (port, view))
    page.wait_for_selector("[data-phase], .tv, .detour")
    page.wait_for_selector("[data-testid=on-its-way]", state="detached")
    for target in list(ACTIONS.get(name, ()) if view == "room"
                       else ()) + (["[data-testid=%s]" % panel] if panel else []):
        page.click(target)
    page.wait_for_selector("[data-testid=on-its-way]", state="detached")
    for field, text in TYPED.get(name, {}).items() if view == "room" else ():
        page.type(field, text)
    page.wait_for_timeout(3500 if name == "line-down" or (view == "tv" and "game-over" in name) else 150)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.screenshot(path=os.path.join(
        folder, "%s.png" % "-".join([name, "%dx%d" % size, scheme] + [panel] * bool(panel))))
    page.close()
    for problem in problems + (["scrolls sideways"] if wide else []):
        print("%s %dx%d %s: %s" % (name, size[0], size[1], scheme, problem))
    return problems or wide


def main(folder, wanted):
    os.makedirs(folder, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port, bad = server.server_port, 0
    sizes = [SIZES[name] for name in os.environ.get("SIZES", ",".join(SIZES)).split(",")]
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"))
        for name in gallery_tables.screens():
            if wanted and name not in wanted:
                continue
            for size in sizes:
                bad += bool(draw(browser, port, folder, name, gallery_tables.screens()[name], size, "dark"))
            documents = gallery_tables.screens()[name]  # anew, or its time would be up
            bad += bool(draw(browser, port, folder, name, documents, SIZES["phone"], "light"))
            for panel in PANELS.get(name, ()):
                for size, scheme in ((SIZES["phone"], "dark"), (SIZES["small"], "dark"),
                                     (SIZES["laptop"], "light"), (TALL, "light")):
                    bad += bool(draw(browser, port, folder, name, documents, size, scheme, panel=panel))
            if documents[1] is None or name in ("lobby-guest", "revealing", "judging", "round-over", "game-over", "voting", "judge-gone",
                                                "shared", "places", "lobby-crowd", "playing-crowd", "last-round", "choosing", "game-over-20", "lobby-20", "playing-20"):
                for scheme in ("dark", "light"):
                    bad += bool(draw(browser, port, folder, "tv-" + name, (documents[0], None), (1920, 1080),
                                     scheme, view="tv"))
        browser.close()
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
