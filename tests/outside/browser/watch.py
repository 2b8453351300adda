"""Listens to everything a person's pages do that nobody should ever see:
script errors and foreign requests.
"""
import re
from urllib.parse import urlsplit


class Watch:
    """Collects the troubles of one browser context.

    `allow` takes a pattern of troubles that a test brings about.
    """

    def __init__(self, context, *sites):
        self.hosts = {urlsplit(site).netloc for site in sites}
        self.heard, self.allowed = [], []
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._opened)
        context.on("weberror", lambda error: self.heard.append("script: %s" % error.error))
        context.on("console", lambda line: line.type == "error"
                   and self.heard.append("console: " + line.text))

    def allow(self, pattern):
        self.allowed.append(re.compile(pattern))

    @property
    def troubles(self):
        return [trouble for trouble in self.heard
                if not any(pattern.search(trouble) for pattern in self.allowed)]

    def _opened(self, page):
        page.on("websocket", lambda opened: self._asked(opened.url))

    def _asked(self, url):
        parts = urlsplit(url)
        if parts.scheme not in ("about", "blob", "data") and parts.netloc not in self.hosts:
            self.heard.append("foreign request: " + url)
