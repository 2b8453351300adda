"""Runs what looks at the source without running it: _checks.py python [node].

`bin/test checks` ends as this; Python 3.10+.

A check that is content takes one line, another one shows all it has to say. Each is a command that can be
given by hand, too. The exit code is 1 if any has found something; the last line counts them like pytest's.
"""
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MODULES = ROOT / "node_modules" / ".bin"
CHECKS = {
    "python": [
        ("ruff", [BIN / "ruff", "check", "--quiet"]),
        ("import-linter", [BIN / "lint-imports", "--cache-dir", "var/import-linter"]),
        ("mypy", [BIN / "mypy"]),
    ],
    "node": [
        ("eslint", [MODULES / "eslint", "--max-warnings", "0", "static/js", "tests/js", "tests/outside/*.mjs",
                    "*.mjs"]),
        ("tsc", [MODULES / "tsc"]),
        ("stylelint", [MODULES / "stylelint", "static/css/**/*.css"]),
    ],
}


def check(name, command):
    """Run one check, and say how it went; returns whether it found nothing."""
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print("%-14s %s  %.1f s" % (name, "ok" if done.returncode == 0 else "FAILED", time.monotonic() - begun),
          flush=True)
    if done.returncode:
        sys.stdout.buffer.write(done.stdout)
        sys.stdout.flush()
    return done.returncode == 0


def main(languages):
    begun = time.monotonic()
    os.environ["NO_COLOR"] = "1"
    passed = [check(*each) for language in languages for each in CHECKS[language]]
    counts = ["%d failed" % passed.count(False)] * (False in passed) + ["%d passed" % passed.count(True)]
    print("%s in %.2fs" % (", ".join(counts), time.monotonic() - begun), flush=True)
    return int(False in passed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
