#!/usr/bin/env python3
"""Runs the tests of every stack: .ci/run [--whole] [--newest].

Works from a fresh clone; a Python that is missing is a failure.

One part more than there are processors runs at a time (SLOTS says otherwise), because tests of sockets and
letters mostly wait; the longest ones come first. ALLOW_MISSING=1 goes without the Pythons that are not there.
"""
import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from jobs import Job, Queue, summary

ROOT = Path(__file__).resolve().parent.parent
CLASSIC = ["2.7", "3.6"]
NEWEST = ["3.14", "3.13"]
OUTSIDE, SCENARIOS, BROWSER = "tests/outside", "tests/outside/scenarios", "tests/outside/browser"
# What meets the Python within the classic stack: frames, letters, files, and processes that talk over Redis.
BRIEF = ["test_bad_frames.py", "test_imports.py", "test_letters.py", "test_many_processes.py",
         "test_whole_game.py"]
# What meets the stack in a browser: pages of allauth and Django's admin, tokens, static files, errors, and
# whole games. The scripts of the room and the builder are the same files on both stacks.
BRIEF_BROWSER = ["test_accounts.py", "test_boot.py", "test_csrf.py", "test_deck_admin.py",
                 "test_first_visit.py", "test_invited.py",
                 "test_invited_party.py", "test_keeping.py", "test_profile.py", "test_script_errors.py",
                 "test_secret_addresses.py",
                 "test_signed_out.py", "test_ways_on.py", "test_whole_game.py"]
say = partial(print, flush=True)


def find(version):
    """Return the path of a Python that runs and is of this version, or None."""
    for path in [*from_pyenv(version), shutil.which("python" + version)]:
        if path and version_of(path) == version:
            return str(path)
    return None


def from_pyenv(version):
    """Paths of pyenv's Pythons of this version: it offers some by name that do not run."""
    if not shutil.which("pyenv"):
        return []
    root = subprocess.run(["pyenv", "root"], capture_output=True, text=True).stdout.strip()
    return sorted(Path(root, "versions").glob(version + ".*/bin/python"), reverse=True)


def version_of(python):
    code = "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([python, "-c", code], capture_output=True, text=True).stdout
    except OSError:
        return ""


def part(version, python, name, *arguments, games=2000):
    return Job("%s %s" % (version, name), ["bin/test", *arguments],
               {"PYTHON": python, "RANDOM_GAMES": str(games)})


def parts(default, pythons, whole):
    """The jobs of a run, longest first after the checks: `default` and `pythons` are {version: path}.

    The classic stack gets under 2.7 the scenarios and the browser tests of BRIEF_BROWSER, and under 3.6 what
    differs between the two Pythons: the inside tests, and the scenarios of BRIEF. `whole` gives both all of
    it.
    """
    games = 10000 if whole else 2000
    outside, inside = [], []
    for version, python in {**default, **pythons}.items():
        new = partial(part, version, python, games=games)
        inside.append(new("inside", "inside"))
        if version in default or version == "2.7" or version in CLASSIC and whole:
            brief = version in CLASSIC and not whole
            outside.insert(0, new("browser", "outside", *([BROWSER + "/" + name for name in BRIEF_BROWSER]
                                                          if brief else [BROWSER])))
            outside.append(new("scenarios", "outside", *others()))
        elif version in CLASSIC:
            inside.append(new("scenarios", "outside", *(SCENARIOS + "/" + name for name in BRIEF)))
    checks = [part(version, python, "checks", "checks") for version, python in default.items()]
    return checks + outside + inside


def others():
    """What there is in tests/outside/ beside the browser tests, as arguments."""
    return [SCENARIOS, *sorted(str(path.relative_to(ROOT)) for path in (ROOT / OUTSIDE).glob("test_*.py"))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--whole", action="store_true",
                        help="all outside tests on 2.7 and 3.6 too, and 10,000 random games on each Python")
    parser.add_argument("--newest", action="store_true",
                        help="inside tests on Python 3.10 and the newest one (3.14 or 3.13) too")
    options = parser.parse_args()
    os.chdir(ROOT)
    begun = time.monotonic()
    slots = Queue(int(os.environ.get("SLOTS", os.cpu_count() + 1)), say)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, slots.stop)

    python = os.environ.get("PYTHON", "python3")
    default = {version_of(python): python}
    wanted = CLASSIC + (["3.10", next(filter(find, NEWEST), NEWEST[-1])] if options.newest else [])
    pythons = {version: find(version) for version in wanted if version not in default}
    missing = [version for version, path in pythons.items() if not path]
    pythons = {version: path for version, path in pythons.items() if path}

    prepared = []
    # One after another: they share node_modules and the first one's packages.
    for version, path in {**default, **pythons}.items():
        prepared.append(Job(version + " preparing", ["bin/test"], {"PYTHON": path, "PREPARE_ONLY": "1"}))
        slots.run(prepared[-1:])
    ready = not slots.stopped and all(job.passed() for job in prepared)
    jobs = parts(default, pythons, options.whole) if ready else []
    slots.run(jobs)

    allowed = os.environ.get("ALLOW_MISSING") == "1"
    say(summary(prepared + jobs, time.monotonic() - begun, missing, allowed))
    if slots.stopped:
        return 128 + slots.stopped
    return int(any(not job.passed() for job in prepared + jobs) or bool(missing) and not allowed)


if __name__ == "__main__":
    sys.exit(main())
