"""The browser's modules, tried by node's own test runner. Needs no server and no browser."""
import glob
import os
import shutil
import subprocess

import pytest

from tests.outside.harness.process import patience
from tests.outside.harness.server import PROJECT


def test_the_pure_modules_pass_their_own_tests():
    if not shutil.which("node") and os.environ.get("ALLOW_MISSING") == "1":
        pytest.skip("node is not installed, and ALLOW_MISSING=1 says that this is known")
    files = sorted(glob.glob(os.path.join(str(PROJECT), "tests", "js", "**", "*.test.mjs"), recursive=True))
    assert files
    lit = os.path.join(str(PROJECT), "tests", "js", "lit.mjs")
    result = subprocess.run(["node", "--import", lit, "--test"] + files, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, timeout=patience(300))
    assert result.returncode == 0, result.stdout.decode("utf-8", "replace")
