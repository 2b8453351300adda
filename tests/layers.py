"""What the project's modules import and ask for, read from their source without running it.

Sees import statements wherever they stand, and not what is imported by a name in a string.
"""
from __future__ import unicode_literals

import ast
import io
import os
from collections import namedtuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGES = ("common", "live", "accounts", "decks", "game", "invitations", "cards_project")
# `names` are the dotted names imported ("game.rules.InvalidMoveError"), `words` every attribute or name used.
Module = namedtuple("Module", "name path names words future")


def read_module(name, path, source):
    """A Module of `source` (bytes). Raises SyntaxError when this Python cannot read it."""
    tree = ast.parse(source)
    inside = name.split(".") if path.endswith("__init__.py") else name.split(".")[:-1]
    names, words, future = set(), set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = inside[:len(inside) - node.level + 1] if node.level else []
            start = ".".join(above + ([node.module] if node.module else []))
            names.update("%s.%s" % (start, alias.name) for alias in node.names)
            future.update(alias.name for alias in node.names if start == "__future__")
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, ast.Name):
            words.add(node.id)
    words.update(name.split(".")[-1] for name in names)
    return Module(name, path, names, words, future)


def read_project():
    """{dotted name: Module} of all packages there are, and the paths this Python cannot read."""
    modules, unreadable = {}, []
    for path in _paths():
        name = path[:-3].replace(os.sep, ".")
        name = name[:-len(".__init__")] if name.endswith(".__init__") else name
        with io.open(os.path.join(ROOT, path), "rb") as stream:
            source = stream.read()
        try:
            modules[name] = read_module(name, path, source)
        except SyntaxError:
            unreadable.append(path)
    return modules, unreadable


def own_imports(modules, name):
    """The project's modules that `name` imports: "game.rules.InvalidMoveError" means game.rules."""
    return {found for found in (_nearest(modules, target) for target in modules[name].names) if found} - {name}


def reached_from(modules, name):
    """Every module of the project that `name` imports, directly or through others."""
    reached, ahead = set(), [name]
    while ahead:
        for other in own_imports(modules, ahead.pop()):
            if other not in reached:
                reached.add(other)
                ahead.append(other)
    return reached


def is_in(name, package):
    """Whether the dotted `name` is `package` or lies in it."""
    return name == package or name.startswith(package + ".")


def _nearest(modules, target):
    while target and target not in modules:
        target = target.rpartition(".")[0]
    return target


def _paths():
    yield "manage.py"
    for package in PACKAGES:
        for folder, _, names in os.walk(os.path.join(ROOT, package)):
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.relpath(os.path.join(folder, name), ROOT)
