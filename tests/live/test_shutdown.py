"""The end of a process: the second signal, and an end that takes its time."""
from __future__ import unicode_literals

import signal
import subprocess
import sys
import threading

from live.shutdown import end_at_once_next_time
from tests.sources import ROOT

# Python takes this process apart for longer than the alarm waits.
SLOW_END = """
import sys, time
from live import shutdown
class Slow(object):
    def __del__(self, sleep=time.sleep):
        sleep(3)
sys.slow = Slow()
shutdown.EXIT_SECONDS = 1
shutdown.exit_soon()
print("over")
"""


def test_a_second_signal_has_its_plain_effect():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        end_at_once_next_time()
        assert [signal.getsignal(number) for number in before] == [signal.SIG_DFL] * 2
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_thread_that_may_set_no_signals_sets_none():
    before, errors = signal.getsignal(signal.SIGTERM), []

    def elsewhere():
        try:
            end_at_once_next_time()
        except ValueError as error:
            errors.append(error)
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert not errors and signal.getsignal(signal.SIGTERM) == before


def test_a_slow_end_is_no_failure():
    child = subprocess.Popen([sys.executable, "-c", SLOW_END], cwd=ROOT, stdout=subprocess.PIPE)
    assert (child.communicate()[0].strip(), child.returncode) == (b"over", 0)
