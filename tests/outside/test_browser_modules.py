"""The browser's pure modules, tried by node's own test runner. Needs no server and no browser."""
import glob
import os
import shutil
import subprocess

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_pure_modules_pass_their_own_tests():
    files = sorted(glob.glob(os.path.join(ROOT, "tests", "js", "*.test.mjs")))
    assert files
    result = subprocess.run(["node", "--test"] + files, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    assert result.returncode == 0, result.stdout.decode("utf-8", "replace")
