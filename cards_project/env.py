"""Reads settings from the environment and remembers what is wrong with them. Knows nothing of Django.

A wrong value never raises here: it is noted in `problems` and the default is used, so that the
system checks can name every wrong variable at once.
"""
from __future__ import unicode_literals

import base64
import errno
import os
import re
import tempfile

import six

FLAGS = {"": False, "0": False, "no": False, "off": False, "false": False,
         "1": True, "yes": True, "on": True, "true": True}
HOST = re.compile(r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?$", re.IGNORECASE)
PATH = re.compile(r"^(/[A-Za-z0-9._~-]+)*/?$")


class Environment(object):
    """Typed answers from a mapping of names to texts; `problems` is a list of (name, message)."""

    def __init__(self, values):
        self.values = values
        self.problems = []

    def text(self, name, default=""):
        value = self.values.get(name, "")
        if isinstance(value, six.binary_type):
            value = value.decode("utf-8")
        return value.strip() or default

    def flag(self, name):
        value = self.text(name)
        return self.parsed(name, lambda text: FLAGS[text.lower()], "use 1 or 0, not %r" % str(value), False)

    def names(self, name, default=()):
        """Return a list from a text like "one, two"."""
        return [part.strip() for part in self.text(name).split(",") if part.strip()] or list(default)

    def pair(self, *names):
        """Return the texts of two variables that belong together, or ();
        one without the other is a problem.
        """
        texts = tuple(self.text(name) for name in names)
        if all(texts):
            return texts
        for name, text, other in zip(names, texts, reversed(names)):
            if not text and any(texts):
                self.problem(name, "%s is set, so set this too, or neither" % other)
        return ()

    def host(self, name):
        """Return "example.org" or "example.org:8000"; "" when not set."""
        return self.parsed(name, _host,
                           'give a name like "cards.example.org", without "https://" or a path', "")

    @staticmethod
    def path(text):
        """Return "/cards" from "/cards" or "/cards/"; raises ValueError."""
        if not PATH.match(text):
            raise ValueError(text)
        return text.rstrip("/")

    @staticmethod
    def positive(text):
        """Return a whole number above nought; raises ValueError."""
        number = int(text)
        if number <= 0:
            raise ValueError(text)
        return number

    seconds = days = positive

    @staticmethod
    def count(text):
        """Return a whole number from nought; raises ValueError."""
        number = int(text)
        if number < 0:
            raise ValueError(text)
        return number

    def parsed(self, name, parse, advice, default=None):
        """Return parse(text), or the default when the variable is empty or `parse` refuses it."""
        value = self.text(name)
        if not value:
            return default
        try:
            return parse(value)
        except Exception:  # each library has its own way to refuse a text; what to do about it is the advice
            self.problem(name, advice)
            return default

    def problem(self, name, advice):
        self.problems.append((name, advice))


def _host(text):
    if not HOST.match(text):
        raise ValueError(text)
    return text


def kept_secret(path):
    """Return the secret in the file; the first process to ask makes it, readable by its owner only.

    The file appears whole or not at all (link, not open), so no process ever reads half a secret.
    """
    if not os.path.exists(path):
        handle, draft = tempfile.mkstemp(dir=os.path.dirname(path))  # mode 600
        try:
            with os.fdopen(handle, str("wb")) as out:
                out.write(base64.urlsafe_b64encode(os.urandom(48)))
            os.link(draft, path)
        except OSError as error:
            if error.errno != errno.EEXIST:
                raise
        finally:
            os.unlink(draft)
    with open(path, "rb") as source:
        return source.read().decode("ascii").strip()
