"""Imports run downwards only: the order of the house, and who alone may do what."""
from __future__ import unicode_literals

from unittest import TestCase

from .layers import PACKAGES, is_in, own_imports, reached_from, read_module, read_project

MODULES, UNREADABLE = read_project()

# What each package may import of the project, besides itself.
BELOW = {
    "common": (),
    "live": ("common",),
    "accounts": ("common", "live"),
    "decks": ("common", "live", "accounts"),
    "game": ("common", "live", "accounts", "decks"),
    "invitations": ("common", "live", "accounts", "decks", "game"),
    "cards_project": PACKAGES,
}
# Inside the game, from the ground up; the modules between them go as high as what they import.
STOREYS = (("game.rules",), ("game.models",), ("game.rooms.batches",), ("game.realtime.messages",),
           ("game.realtime.handlers",), ("game.rooms.services",), ("game.views", "game.admin", "game.urls"))
# What the rules may use: nothing with a clock, with chance, or with the outside world.
PURE = ("__future__", "bisect", "collections", "functools", "itertools", "math", "operator", "six", "game.rules")
VIEWS = {"table_view", "seat_document", "seat_facts"}
VERSIONS = {"VERSION", "version_info", "get_version", "PY2", "PY3", "PY34", "python_version"}


def storey(name):
    """The floor of a module of the game, or None between the floors."""
    for height, packages in enumerate(STOREYS):
        if any(is_in(name, package) for package in packages):
            return height
    return None


def loaded_by(*names):
    """These modules and all they reach, as far as they exist."""
    there = [name for name in names if name in MODULES]
    return set(there).union(*[reached_from(MODULES, name) for name in there])


class Layers(TestCase):
    def test_packages_import_only_what_is_below_them(self):
        for name in MODULES:
            package = name.split(".")[0]
            allowed = BELOW.get(package, PACKAGES) + (package,)
            above = {other for other in own_imports(MODULES, name) if other.split(".")[0] not in allowed}
            self.assertEqual(above, set(), "%s imports what is not below it" % name)

    def test_decks_and_accounts_never_reach_the_game(self):
        for name in MODULES:
            if is_in(name, "decks") or is_in(name, "accounts"):
                self.assertEqual({other for other in reached_from(MODULES, name) if is_in(other, "game")}, set(), name)

    def test_inside_the_game_nothing_reaches_a_higher_floor(self):
        for name in MODULES:
            if storey(name) is not None:
                higher = {other for other in reached_from(MODULES, name) if (storey(other) or 0) > storey(name)}
                self.assertEqual(higher, set(), "%s reaches up" % name)

    def test_there_are_no_circles(self):
        circles = [name for name in sorted(MODULES) if name in reached_from(MODULES, name)]
        self.assertEqual(circles, [])

    def test_views_do_not_import_each_other(self):
        for name in MODULES:
            if ".views." in name:
                self.assertEqual({other for other in own_imports(MODULES, name) if ".views." in other}, set(), name)

    def test_the_rules_are_pure(self):
        for name in MODULES:
            if is_in(name, "game.rules"):
                impure = {other for other in MODULES[name].names if not any(is_in(other, pure) for pure in PURE)}
                self.assertEqual(impure, set(), name)

    def test_the_front_door_is_imported_by_nobody_but_itself(self):
        for name in MODULES:
            if not is_in(name, "cards_project"):
                self.assertFalse([other for other in own_imports(MODULES, name) if is_in(other, "cards_project")], name)


class Privileges(TestCase):
    def only_in(self, users, allowed):
        outside = [name for name in sorted(users) if not any(is_in(name, place) for place in allowed)]
        self.assertEqual(outside, [])
        self.assertTrue(users, "nobody does it at all: has it another name now?")

    def test_only_the_stairs_know_channels(self):
        users = {name for name in MODULES for other in MODULES[name].names
                 if other.split(".")[0] in ("channels", "asgiref", "daphne", "channels_redis")}
        self.only_in(users, ("live",))

    def test_only_two_modules_ask_for_a_version(self):
        users = {name for name in MODULES if MODULES[name].words & VERSIONS}
        self.only_in(users, ("cards_project.settings", "common.compat"))

    def test_only_batches_make_moves(self):
        users = {name for name in MODULES if "apply_move" in MODULES[name].words}
        self.only_in(users, ("game.rules", "game.rooms.batches"))

    def test_only_the_services_that_commit_publish(self):
        users = {name for name in MODULES if MODULES[name].names & {"live.publish", "live.base.publish"}}
        self.only_in(users, ("live", "game.rooms.services"))

    def test_only_the_outbox_shows_what_there_is_to_see(self):
        users = {name for name in MODULES if MODULES[name].words & VIEWS}
        self.only_in(users, ("game.rules", "game.realtime.messages"))


class EveryModule(TestCase):
    def test_it_has_unicode_texts_unless_only_the_current_stack_loads_it(self):
        if UNREADABLE:
            self.skipTest("this Python cannot see all that the current stack loads; the others check it")
        current = loaded_by("live.current.consumer", "live.current.server") - loaded_by("live.classic.consumer", "live.classic.server")
        without = [name for name in sorted(set(MODULES) - current)
                   if "unicode_literals" not in MODULES[name].future and (MODULES[name].names or MODULES[name].words)]
        self.assertEqual(without, [])

    def test_it_can_be_read_by_every_python_unless_it_is_the_stairs_of_one(self):
        self.assertEqual([path for path in UNREADABLE if not path.startswith("live")], [])


class TheWalk(TestCase):
    """The laws above are worth no more than the walk that looks for the imports."""

    def names(self, source, name="game.views.joining", path="game/views/joining.py"):
        return read_module(name, path, source.encode("ascii")).names

    def test_it_sees_every_kind_of_import(self):
        self.assertEqual(self.names("import os.path\nfrom six import moves as m"), {"os.path", "six.moves"})
        self.assertEqual(self.names("from . import a\nfrom .b import c\nfrom .. import d\nfrom ..e import f"),
                         {"game.views.a", "game.views.b.c", "game.d", "game.e.f"})
        self.assertEqual(self.names("from . import a", "game.views", "game/views/__init__.py"), {"game.views.a"})

    def test_it_looks_into_functions(self):
        self.assertEqual(self.names("def f():\n    if x:\n        import channels"), {"channels"})

    def test_it_finds_the_module_behind_a_name(self):
        modules = {"a": read_module("a", "a.py", b"from b import thing\nimport json"),
                   "b": read_module("b", "b.py", b"import c.d"), "c": read_module("c", "c.py", b"import a")}
        self.assertEqual((own_imports(modules, "a"), reached_from(modules, "a")), ({"b"}, {"a", "b", "c"}))

    def test_it_sees_how_versions_are_asked_for(self):
        for source in ("import sys\nsys.version_info", "from sys import version_info", "import six\nx = six.PY2",
                       "import django\ndjango.VERSION < (2,)", "from django import VERSION"):
            self.assertTrue(read_module("a", "a.py", source.encode("ascii")).words & VERSIONS, source)

    def test_it_found_the_house(self):
        self.assertLess({"common.compat", "game.rules.engine", "cards_project.settings", "manage"}, set(MODULES))
