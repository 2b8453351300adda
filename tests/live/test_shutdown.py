"""The end of a process: the second signal."""
from __future__ import unicode_literals

import signal
import threading

from live.shutdown import end_at_once_next_time


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
