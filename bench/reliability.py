"""What a fault costs: for each one, how many acknowledged moves were lost (none, it is hoped) and how long
play was held up.

    .venv/bin/python -m bench.reliability [--tries 3] [--only "web killed"]
    CARDS_PYTHON=.venv-2.7/bin/python .venv/bin/python -m bench.reliability   # of the classic stack

Starts its own servers, Redis, PostgreSQL and mail server. Nine players in three rooms change their answers as
fast as they may, while the fault happens. Prints a table in Markdown, the one of docs/RELIABILITY.md.
"""
import argparse
import asyncio
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

from bench.steady import Tables
from tests.outside.harness.postgres import Postgres
from tests.outside.harness.redis import Redis
from tests.outside.harness.server import Server, is_classic

LOCK_SECONDS = 3


@contextmanager
def one_process(folder):
    """`serve` on SQLite."""
    server = Server(folder).prepare().start()
    try:
        yield server, None, None
    finally:
        server.stop()


@contextmanager
def processes(folder):
    """The processes of the Procfile on PostgreSQL and Redis."""
    postgres, redis = Postgres().start(), Redis(folder).start()
    server = Server(folder, {"DATABASE_URL": postgres.create_database("faults"), "REDIS_URL": redis.url},
                    with_workers=True)
    try:
        yield server.prepare().start(), redis, postgres
    finally:
        server.stop()
        redis.stop()
        postgres.stop()


def killed(server, redis, postgres):
    server.kill("web" if "web" in server.processes else "serve")
    server.start()


def restarted(server, redis, postgres):
    server.restart()


def lock_held(server, redis, postgres):
    """Another connection writes, and does not end."""
    with closing(sqlite3.connect(str(server.var / "db.sqlite3"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(LOCK_SECONDS)
        other.execute("ROLLBACK")


def redis_restarted(server, redis, postgres):
    redis.restart()


def postgres_restarted(server, redis, postgres):
    postgres.restart()


FAULTS = [
    ("one process killed", one_process, killed),
    ("one process restarted (SIGTERM)", one_process, restarted),
    ("write lock of SQLite held %d s by another" % LOCK_SECONDS, one_process, lock_held),
    ("web killed", processes, killed),
    ("all processes restarted (SIGTERM)", processes, restarted),
    ("Redis restarted, empty", processes, redis_restarted),
    ("PostgreSQL restarted", processes, postgres_restarted),
]


def measure(setting, fault, tries):
    """[what Tables.during returns] of so many tries, each with new rooms on the same servers."""
    with tempfile.TemporaryDirectory(prefix="faults-") as folder, setting(Path(folder)) as world:
        return [asyncio.run(Tables([world[0].url]).during(lambda: fault(*world))) for _ in range(tries)]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--only", default="", help="only the faults with these words in their names")
    options = parser.parse_args()
    print("%s stack, three rooms of five\n" % ("classic" if is_classic() else "current"))
    print("| fault | tries | acknowledged moves | lost | normal again after (median, slowest) |")
    print("|---|---|---|---|---|")
    for name, setting, fault in FAULTS:
        if options.only in name:
            results = measure(setting, fault, options.tries)
            times = [result["normal"] for result in results]
            print("| %s | %d | %s | %d | %.1f s, %.1f s |" % (
                name, options.tries, format(sum(result["acknowledged"] for result in results), ","),
                sum(result["lost"] for result in results), statistics.median(times), max(times)), flush=True)


if __name__ == "__main__":
    main()
