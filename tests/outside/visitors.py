"""A browser's session without the browser: cookies, forms and the door to a socket."""
import re
from urllib.parse import urlsplit

import requests
import websockets

TOKEN = re.compile(r'data-csrf="([^"]+)"')
PASSWORD = "walnut-pudding-7"
SECONDS = 60  # until a page must have answered; the machine may be busy with other tests


class Visitor:
    """A browser's session without the browser: cookies and forms."""

    def __init__(self, site):
        self.site = site.rstrip("/")
        self.http = requests.Session()

    def get(self, path, **kwargs):
        return self.http.get(self.site + path, timeout=SECONDS, **kwargs)

    def post(self, path, page="/", **fields):
        token = TOKEN.search(self.get(page).text).group(1)
        return self.http.post(self.site + path, data=dict(fields, csrfmiddlewaretoken=token), timeout=SECONDS,
                              headers={"Referer": self.site + "/"})

    def open_room(self, name, **fields):
        """Open a room; returns its code."""
        page = self.post("/rooms/new/", name=name, **fields)
        page.raise_for_status()
        return urlsplit(page.url).path.split("/")[-2]

    def take_seat(self, code, name, **fields):
        """Sit down; returns the answer's status."""
        return self.post("/rooms/%s/seat/" % code, name=name, **fields).status_code

    def watch(self, code, **fields):
        return self.post("/rooms/%s/watch/" % code, **fields).status_code

    def cookies(self):
        return "; ".join("%s=%s" % pair for pair in self.http.cookies.items())

    def sign_up(self, username, password=PASSWORD):
        """Make an account and be signed in."""
        self.post("/accounts/signup/", username=username, password1=password,
                  password2=password).raise_for_status()
        return self

    def sign_in(self, username, password=PASSWORD):
        self.post("/accounts/login/", login=username, password=password).raise_for_status()
        return self

    def sign_out(self):
        self.post("/accounts/logout/").raise_for_status()

    def connect(self, code, query="", headers=(), **options):
        """An open WebSocket (websockets library) with this session's cookies; `query` as in "?view=tv",
        perhaps more headers.
        """
        options.setdefault("origin", "%s://%s" % urlsplit(self.site)[:2])
        return websockets.connect(self.site.replace("http", "ws", 1) + "/ws/rooms/%s/%s" % (code, query),
                                  additional_headers=dict({"Cookie": self.cookies()}, **dict(headers)),
                                  compression=None,
                                  max_size=None, **options)
