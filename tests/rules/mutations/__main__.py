"""Runs the rules' tests once for each change; see the package."""
from __future__ import unicode_literals

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.rules.mutations.changes import changed, possible

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT / "game" / "rules"
TESTS = ["tests/rules/" + name for name in (
    "options", "deciders", "bots", "moves", "cards", "documents", "test_clock.py", "test_judges.py",
    "test_looks.py", "test_settings.py")]
SECONDS = 120  # a change may let a test run for ever


def modules(named):
    """The paths of the modules to change."""
    if named:
        return [RULES / (name + ".py") for name in named]
    return sorted(path for folder in ("options", "deciders") for path in (RULES / folder).rglob("*.py"))


def own_tests(path):
    """The tests named like the module come first: they notice most, and the first failure ends a run."""
    first = Path("tests", "rules", path.parent.relative_to(RULES), "test_%s.py" % path.stem)
    return [str(first)] if (ROOT / first).exists() else []


def is_noticed(path, number):
    """Whether a test fails with this change."""
    module = path.parent if path.stem == "__init__" else path.with_suffix("")
    name = ".".join(module.relative_to(ROOT).parts)
    env = dict(os.environ, RULE_MODULE=name, RULE_CHANGE="%d" % number, PYTHONDONTWRITEBYTECODE="1")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "tests.rules.mutations.plugin", "-p",
               "no:cacheprovider"] + own_tests(path) + TESTS
    try:
        return subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              timeout=SECONDS).returncode != 0
    except subprocess.TimeoutExpired:
        return True


def main(named):
    """Print what no test notices. Returns how many changes that are."""
    todo = [(path, number) for path in modules(named)
            for number in range(possible(path.read_text("utf-8")))]
    missed = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for (path, number), seen in zip(todo, pool.map(lambda one: is_noticed(*one), todo)):
            if not seen:
                missed.append((path, number))
                _, line, what = changed(path.read_text("utf-8"), number)
                print("%s:%d: %s" % (path.relative_to(ROOT), line, what), flush=True)
    print("%d of %d changes are noticed" % (len(todo) - len(missed), len(todo)))
    return len(missed)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
