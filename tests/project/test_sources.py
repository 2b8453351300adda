"""Shared modules are written in what Python 2.7 and 3.10 have in common."""
from __future__ import unicode_literals

import os

from tests import sources


def test_every_python_can_read_every_module_outside_of_live():
    read = {path: sources.tree(path) for path in sources.paths()}
    assert [path for path in read if read[path] is None and path.split(os.sep)[0] != "live"] == []
    assert len(read) > 200
