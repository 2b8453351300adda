"""For scripts that run under the Python under test, from the project's folder:
this import makes Django ready.
"""
from __future__ import unicode_literals

import os
import sys
import threading

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django

django.setup()

from django.db import connections  # noqa: E402


def all_at_once(jobs):
    """[result] of the functions in as many threads, begun together; an error is its own result, as text."""
    results, doors = [None] * len(jobs), threading.Event()

    def run(place):
        doors.wait()
        try:
            results[place] = jobs[place]()
        except Exception as error:
            results[place] = repr(error)
        finally:
            connections.close_all()
    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(jobs))]
    for thread in threads:
        thread.start()
    doors.set()
    for thread in threads:
        thread.join()
    return results
