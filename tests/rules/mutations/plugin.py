"""A pytest plugin: the module of RULE_MODULE is imported with the change RULE_CHANGE (changes.py)."""
from __future__ import unicode_literals

import importlib.abc
import importlib.machinery
import os
import sys

from tests.rules.mutations.changes import changed

MODULE = os.environ.get("RULE_MODULE", "")


class Loader(importlib.machinery.SourceFileLoader):
    """Compiles the changed source, whatever is in the cache."""

    def get_code(self, fullname):
        tree, _, _ = changed(self.get_data(self.path).decode("utf-8"), int(os.environ["RULE_CHANGE"]))
        return compile(tree, self.path, "exec", dont_inherit=True)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname != MODULE:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        spec.loader = Loader(fullname, spec.origin)
        return spec


if MODULE:
    sys.meta_path.insert(0, Finder())
