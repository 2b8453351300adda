"""What import-linter's contracts (pyproject.toml) cannot say about imports. Needs a current Python."""
from __future__ import unicode_literals

import pytest

grimp = pytest.importorskip("grimp")

PACKAGES = ("cards_project", "invitations", "game", "decks", "accounts", "live", "common")
# What the rules may use: nothing with a clock, with chance, or with the outside world.
PURE = {"__future__", "bisect", "collections", "functools", "heapq", "itertools", "math", "operator", "re",
        "six", "typing", "unicodedata"}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph(*PACKAGES, include_external_packages=True)


def imported_in(graph, package):
    """The modules that those in `package` import: other packages by their first name."""
    modules = graph.find_descendants(package) | {package}
    return set().union(*[graph.find_modules_directly_imported_by(name) for name in modules]) - modules


def test_the_rules_use_nothing_but_pure_modules(graph):
    assert imported_in(graph, "game.rules") <= PURE


def test_a_package_is_not_imported_by_what_it_imports(graph):
    imports = [(name, other) for name in graph.modules
               for other in graph.find_modules_directly_imported_by(name)]
    assert len(imports) > 1000
    assert [pair for pair in imports if graph.chain_exists(importer=pair[1], imported=pair[0])] == []
