"""Addresses that are as good as a password: whoever reads one may sit down, answer a letter or choose a new
password.

One list for all who must keep them: the log cuts the secret out, the headers keep it from Referers and
caches.
"""
from __future__ import unicode_literals

import re

PATHS = (
    "seats/",
    "recaps/",
    "invites/[a-z-]+/",  # whatever is done with an invitation: accept, decline, stop ...
    "confirm-email/",
    "password/reset/key/",
)
# In the query of a page that leads on after signing in, slashes are encoded once or oftener.
SLASH = "(?:/|%(?:25)*2[Ff])"
# A native str, because Python 2 cannot join its two kinds of text where one has letters that are not ASCII.
SECRET = re.compile(str("((?:(?<![A-Za-z0-9-])|%(?:25)*2[Ff])(?:{paths}))(?:(?!{slash})[^\\s'\"<>?#&])+").format(  # noqa: E501
    paths=str("|".join(PATHS).replace("/", SLASH)), slash=str(SLASH)))


def is_secret(path):
    """Whether this path, with or without its query, holds a secret."""
    return SECRET.search(path) is not None


def cut(text):
    """The text, of either kind of Python 2, with "..." in place of every secret in a path."""
    return SECRET.sub(str(r"\1..."), text)
