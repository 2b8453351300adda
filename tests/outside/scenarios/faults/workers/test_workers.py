"""Workers in processes of their own: they end when they are told to, and speak to the table."""
import asyncio
import json
import signal
import subprocess
import time

from tests.outside.harness.process import patience
from tests.outside.harness.server import PROJECT, PYTHON
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.scenarios.faults.workers.processes import TIDY
from tests.outside.tables import a_table, holds_soon
from tests.outside.visitors import Visitor

WHISPER = """
import json, live
from game.realtime.handlers import rooms
from game.models import Room
topic = Room.objects.get(code="{code}").pk
live.publish(rooms, live.Update(topic, 0, 0, "", {{"2": json.dumps({{"type": "aside", "say": "hello"}})}}, {{}}))
"""


def test_a_worker_that_waits_ends_when_it_is_told_to(site):
    began = time.monotonic()
    assert site.worker.stop() == 0
    assert time.monotonic() - began < patience(3) and TRACEBACK not in site.worker.log()


def test_a_task_that_runs_may_finish_when_the_worker_is_told_to_end(site):
    code = site.old_room()
    with site.database() as database:
        database.execute("BEGIN IMMEDIATE")  # tidying up waits for this
        site.run(TIDY)
        time.sleep(patience(1))
        site.worker.child.send_signal(signal.SIGTERM)
        time.sleep(1.5)
        assert site.worker.alive()
        database.execute("ROLLBACK")
    assert site.worker.child.wait(8) == 0
    assert not site.has_room(code), site.worker.log()


@story
async def test_any_process_may_whisper_to_somebody_at_the_table(site):
    async with a_table(site.server.url, 3) as (code, bots, visitors):
        await asyncio.to_thread(site.run, WHISPER.format(code=code))
        aside = {"type": "aside", "say": "hello"}
        assert await holds_soon(lambda: aside in bots[1].messages), site.server.log()
        assert aside not in bots[0].messages and aside not in bots[2].messages
        assert json.dumps(aside) not in site.server.log()


def test_no_process_writes_down_which_addresses_are_asked_for(site):
    visitor = Visitor(site.server.url)
    code = visitor.open_room("Ann")
    for path in ("/rooms/%s/" % code, "/nothing/is-here/secret-key/", "/static/js/nothing-secret-key.js"):
        visitor.get(path)
    log = site.server.log()
    assert code not in log and "secret-key" not in log and "/rooms/" not in log


def test_a_wrong_name_of_a_task_does_not_start_a_worker(site):
    result = subprocess.run([PYTHON, "manage.py", "runworker", "tidy-room"], cwd=PROJECT, env=site.server.env,
                            timeout=120,
                            text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert result.returncode and "tidy-rooms" in result.stdout and TRACEBACK not in result.stdout
