"""A server that knows how long its event loop stood still, whatever else the machine has to do.

How long: the time that a sleep of the loop took beyond what it asked for, less the time in which the
process's threads ran or waited for a processor (/proc/self/task/*/schedstat). What is left is waiting for
something else, such as a lock.
"""
import requests

from .harness.process import patience
from .harness.server import PYTHON, Server

SITE = """
import asyncio, glob, os, time
import django
django.setup()
from django.core.management import call_command
from django.http import HttpResponse
from cards_project import urls
from common.compat import re_path
from live.current.application import Application

SECONDS, worst = 0.01, [0.0]

def processor():
    found = {}
    for path in glob.glob("/proc/self/task/*/schedstat"):
        try:
            with open(path) as line:
                found[path] = sum(map(int, line.read().split()[:2])) / 1e9
        except OSError:
            pass
    return found

async def probe():
    while True:
        began, before = time.monotonic(), processor()
        await asyncio.sleep(SECONDS)
        late, after = time.monotonic() - began - SECONDS, processor()
        worst[0] = max(worst[0], late - sum(after[path] - before.get(path, 0) for path in after))

def begin(self, factories, real=Application.begin):
    real(self, factories)
    asyncio.get_event_loop().call_soon(lambda: setattr(self, "probe", asyncio.ensure_future(probe())))

def stall(request):
    answer, worst[0] = HttpResponse("%.6f" % worst[0]), 0.0
    return answer

async def wait(request):
    time.sleep(0.3)
    return HttpResponse("waited")

Application.begin = begin
urls.urlpatterns[:0] = [re_path("^stall/$", stall), re_path("^wait/$", wait)]
call_command("serve", host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
"""


class WatchedServer(Server):
    """`serve` with the probe inside; on the current stack."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.env["DJANGO_SETTINGS_MODULE"] = "cards_project.settings"

    def commands(self):
        return {"serve": [PYTHON, "-c", SITE]}

    def stall(self):
        """The longest one since it was last asked, in seconds."""
        return float(requests.get(self.url + "/stall/", timeout=patience(20)).text)
