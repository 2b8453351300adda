"""What docs/PROTOCOL.md promises and what the code says, both read from their text."""
from __future__ import unicode_literals

import ast
import io
import os
import re

import six

from tests import sources
from tests.sources import ROOT

WORD = re.compile(r"`([a-z_]+)`")
TYPE = re.compile(r'"type": "([a-z_]+)"')
# Functions that take an error code, and which of their arguments it is.
TAKES_CODE = {"require": 1, "InvalidMoveError": 0, "refused": 0, "refusal": 0, "failure": 1, "_fail": 1,
              "_hang_up": 2}


def protocol():
    with io.open(os.path.join(ROOT, "docs", "PROTOCOL.md"), encoding="utf-8") as page:
        return page.read()


def section(title):
    """The text under a heading, up to the next one."""
    return re.search(r"^#+ %s$(.*?)(?=^#+ |\Z)" % re.escape(title), protocol(), re.M | re.S).group(1)


def rows(text):
    """The cells of each row of the first table in `text`, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def first_column(title):
    return {word for row in rows(section(title)) for word in WORD.findall(row[0])}


def log_words():
    """(types, all words) of the paragraph on log entries."""
    paragraph = re.search(r"^Log entries .*?(?=\n\n)", protocol(), re.M | re.S).group(0)
    return set(TYPE.findall(paragraph)) | set(WORD.findall(paragraph))


def trees(*packages):
    """The syntax trees of the modules of these packages and modules ("game.realtime.messages") that this
    Python can read.
    """
    names = [package.replace(".", os.sep) for package in packages]
    for path in sources.paths(*{package.split(".")[0] for package in packages}):
        if any(path == name + ".py" or path.startswith(name + os.sep) for name in names):
            tree = sources.tree(path)
            if tree:
                yield tree


def codes_in_code():
    """Every error code that is written out in a call."""
    codes = set()
    for tree in trees("game", "live"):
        for call in ast.walk(tree):
            if isinstance(call, ast.Call):
                function = getattr(call.func, "id", getattr(call.func, "attr", ""))
                place = TAKES_CODE.get(function)
                if place is not None and len(call.args) > place:
                    codes |= texts_in(call.args[place])
    return codes


def dicts_in(*packages):
    """(keys, texts by key) of every dict that is written out with a text as its "type"."""
    for tree in trees(*packages):
        for node in ast.walk(tree):
            if isinstance(node, ast.Dict):
                pairs = {text: value for key, value in zip(node.keys, node.values) for text in texts_in(key)}
                if "type" in pairs and texts_in(pairs["type"]):
                    yield pairs


def texts_in(node):
    """The text that a node is, as a set of one or none."""
    if node is None:
        return set()
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return set()
    return {value if isinstance(value, six.text_type) else value.decode("ascii")} \
        if isinstance(value, (six.text_type, bytes)) else set()
