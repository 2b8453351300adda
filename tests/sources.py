"""The source of the project's modules, read without running it."""
from __future__ import unicode_literals

import ast
import io
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGES = ("common", "live", "accounts", "decks", "game", "invitations", "cards_project")


def paths(*packages):
    """The path of each module of these packages ("game", "game/rules"), or of all,
    from the project's root.
    """
    for package in packages or PACKAGES:
        for folder, _, names in os.walk(os.path.join(ROOT, package)):
            for name in names:
                if name.endswith(".py"):
                    yield os.path.relpath(os.path.join(folder, name), ROOT)


def tree(path):
    """The syntax tree of a module, or None where this Python cannot read it."""
    with io.open(os.path.join(ROOT, path), "rb") as source:
        try:
            return ast.parse(source.read())
        except SyntaxError:
            return None
