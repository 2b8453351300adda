#!/usr/bin/env python3
"""Runs the tests of every stack: .ci/run [--whole] [--newest].

Works from a fresh clone; a Python that is missing is a failure.

The Pythons are prepared side by side, and the parts of one begin when it and the default one are ready. There
is one slot more than there are processors (SLOTS says otherwise; twice as many make browsers too slow for
their tests), because tests of browsers wait for half of their time; those that wait for longer still share a
slot by two. The longest ones come first. The inside tests, which never wait, run in the background, in the
time of processors that all others leave. Up to FEW failures are run once more when all has ended: what passes
then is shown as SHAKY. ALLOW_MISSING=1 goes without the Pythons that are not there.
"""
import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from jobs import Job, Queue, few_again, summary

ROOT = Path(__file__).resolve().parent.parent
CLASSIC = ["2.7", "3.6"]
NEWEST = ["3.14", "3.13"]
SCENARIOS, BROWSER, TOOLS = "tests/outside/scenarios", "tests/outside/browser", "tests/outside/tools"
# What meets the Python within the classic stack: frames, letters, files, and processes that talk over Redis.
BRIEF = ["decks/test_imports.py", "games/test_bad_frames.py", "games/test_many_processes.py",
         "games/test_whole_game.py", "letters/test_letters.py"]
# What meets the Python inside: text and bytes, files, letters, order and chance, stored states, settings.
BRIEF_INSIDE = ["common", "project/test_migrations.py", "project/test_settings.py",
                "project/test_translations.py", "rules/cards", "rules/deciders", "rules/stored", "live",
                "accounts/signing_in", "decks/imports/test_round_trip.py",
                "decks/imports/formats/test_csv.py", "decks/imports/formats/test_lines.py",
                "decks/imports/formats/test_sniff.py", "decks/imports/formats/test_xlsx.py",
                "decks/test_export.py", "game/moves", "game/realtime", "invitations/mail"]
# What meets the stack in a browser: pages of allauth and Django's admin, tokens, static files, errors, and
# whole games. The scripts of the room and the builder are the same files on both stacks.
BRIEF_BROWSER = ["accounts", "decks/test_deck_admin.py", "invitations", "pages", "room/test_keeping.py",
                 "room/test_whole_game.py"]
# The scenarios in three parts that take about as long: one alone would outlast all others.
THIRDS = {"letters": ["adoption", "decks", "letters"], "faults": ["faults"],
          "scenarios": ["games", "visitors"]}
# Parts that wait for more than half of their time: two of them share a slot.
WAITING = ("scenarios", "faults", "letters", "tools")
SIZES = ["RANDOM_GAMES", "BIG_DECK", "MANY_LETTERS"]
FEW = 3  # failures of a whole run that are run once more, one part after the other
say = partial(print, flush=True)


def default_python(own="/usr/bin/python3"):
    """The Python that PYTHON names; else the system's own, where it is 3.10 or newer and makes venvs; else
    python3.

    A distribution builds its own by profiles of what programs do: the same tests take an eighth less time
    than under one that pyenv has built.
    """
    named = os.environ.get("PYTHON")
    code = "import ensurepip, sys; sys.exit(sys.version_info < (3, 10))"
    if named or not os.path.exists(own) or subprocess.run([own, "-c", code], capture_output=True).returncode:
        return named or "python3"
    return own


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


def preparations(default, pythons):
    """{version: job} that install what the tests of each Python need: for the default Python all that every
    test needs, for the others a venv.
    """
    return {version: Job(version + " preparing", ["bin/test"],
                         {"PYTHON": python, "PREPARE_ONLY": "1" if version in default else "venv"})
            for version, python in {**default, **pythons}.items()}


def parts(default, pythons, prepared, whole):
    """The jobs of a run: the checks, then what takes longest first; the inside tests in the background.

    `default` and `pythons` are {version: path}, `prepared` is {version: job that comes before}. The classic
    stack gets no test that is marked `one_stack`; under 2.7 the browser tests of BRIEF_BROWSER, and under 3.6
    what differs between the two Pythons: BRIEF_INSIDE and the scenarios of BRIEF. `whole` gives both all of
    it.
    """
    checks, browsers, letters, others, inside = [], [], [], [], []
    for version, python in {**default, **pythons}.items():
        def new(name, *arguments, version=version, python=python):
            games = "200" if version in CLASSIC else "2000"
            sizes = dict(zip(SIZES, ("10000", "25000", "200") if whole else (games, "6000", "60")))
            needed = [prepared[each] for each in {**default, version: python}]
            failed = {"PYTEST_ADDOPTS": "-o cache_dir=.pytest_cache/%s-%s" % (version, name)}
            return Job("%s %s" % (version, name), ["bin/test", *arguments],
                       {"PYTHON": python, **sizes, **failed}, tuple(needed),
                       share=0.5 if name in WAITING else 1, background=name == "inside")

        brief = version in CLASSIC and not whole
        both = ["-m", "not one_stack"] if brief else []
        some = brief and version != "2.7"
        inside.append(new("inside", *(below("tests", BRIEF_INSIDE) if some else ["inside"]), *both))
        if version in default:
            checks.append(new("checks", "checks"))
        if version in default or version == "2.7" or version in CLASSIC and whole:
            pages = below(BROWSER, BRIEF_BROWSER if brief else [""])
            browsers.append(new("browser", "outside", *pages, *both))
            long, *short = [new(name, "outside", *below(SCENARIOS, folders), *both)
                            for name, folders in THIRDS.items()]
            letters.append(long)
            others += short
        elif brief:
            others.append(new("scenarios", "outside", *below(SCENARIOS, BRIEF), *both))
        if version in default:
            others.append(new("tools", "outside", TOOLS))
    return checks + browsers + letters + others + inside


def memory(path="/dev/shm", least=4 << 30):
    """The path of a file system in memory that has room for the files of all tests; None where there is none.

    Databases wait for the disk at each step; on SQLite that was half of the time of a game.
    """
    if not os.path.isdir(path) or not os.access(path, os.W_OK):
        return None
    there = os.statvfs(path)
    fits = there.f_bavail * there.f_frsize >= least and not there.f_flag & os.ST_NOEXEC
    return path if fits else None


def prepare_environment(folder):
    """Set what all jobs of this run find in their environment."""
    # What outside tests of one Python make once: tests/outside/harness/prepared.py.
    os.environ.update(TMPDIR=folder, PREPARED=os.path.join(folder, "prepared"))
    os.mkdir(os.environ["PREPARED"])
    # The tests start some five hundred processes: compiling the modules anew was a third of each start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def below(folder, names):
    return [str(Path(folder, name)) for name in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--whole", action="store_true",
                        help="all tests on 2.7 and 3.6 too, 10,000 random games on each Python, bigger decks")
    parser.add_argument("--newest", action="store_true",
                        help="inside tests on Python 3.10 and the newest one (3.14 or 3.13) too")
    options = parser.parse_args()
    os.chdir(ROOT)
    begun = time.monotonic()
    slots = Queue(int(os.environ.get("SLOTS", os.cpu_count() + 1)), say, background=os.cpu_count())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, slots.stop)

    python = default_python()
    default = {version_of(python): python}
    wanted = CLASSIC + (["3.10", next(filter(find, NEWEST), NEWEST[-1])] if options.newest else [])
    pythons = {version: find(version) for version in wanted if version not in default}
    missing = [version for version, path in pythons.items() if not path]
    pythons = {version: path for version, path in pythons.items() if path}

    prepared = preparations(default, pythons)
    jobs = [*prepared.values(), *parts(default, pythons, prepared, options.whole)]
    with tempfile.TemporaryDirectory(prefix="tests-", dir=memory(), ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o711)  # PostgreSQL runs as another user
        prepare_environment(folder)
        slots.run(jobs)
        slots.slots = 1
        slots.run(few_again(jobs, FEW))

    allowed = os.environ.get("ALLOW_MISSING") == "1"
    say(summary(jobs, time.monotonic() - begun, missing, allowed))
    if slots.stopped:
        return 128 + slots.stopped
    return int(any(not job.passed() for job in jobs) or bool(missing) and not allowed)


if __name__ == "__main__":
    sys.exit(main())
