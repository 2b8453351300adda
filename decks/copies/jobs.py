"""Copies that a worker writes, looks at and restores, while the page shows how far it is.

The row of the SiteCopy is the truth, as an ImportJob's is; what is short is done at once.
"""
from __future__ import unicode_literals

import base64
import datetime
import logging
import tempfile
from collections import Counter

from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks import claims
from decks.copies import restoring, zips
from decks.imports.reading.shapes import FormatError
from decks.limits import NAME_LENGTH
from decks.models import Deck, ImportJob, SiteCopy, SiteCopyPart
from live import UnsentError, send_task

logger = logging.getLogger("decks")

CHANNEL = "copy-decks"
LOOK, STORE, WRITE = "look", "store", "write"
WAITING, QUEUED, RUNNING, DONE, FAILED = (
    ImportJob.WAITING, ImportJob.QUEUED, ImportJob.RUNNING, ImportJob.DONE, ImportJob.FAILED)
KEPT_DAYS = 3
PART_BYTES = 384 * 1024
# With more decks, or more bytes, a worker does it.
AT_ONCE_DECKS, AT_ONCE_BYTES = 20, 100 * 1024
# So many decks of one status are named; all are counted.
NAMED = 300


class Refused(ValueError):
    """It cannot be done now; the message tells the person why."""


def export(user, ids=None, form=zips.SITE, name="decks.zip"):
    """A SiteCopy of the decks with these ids (None: all) on its way."""
    copy = SiteCopy.objects.create(user=user, direction=SiteCopy.EXPORT, file_name=name[:NAME_LENGTH],
                                   options=json_dumps({"step": WRITE, "ids": ids, "form": form}))
    count = Deck.objects.count() if ids is None else len(ids)
    return _begin(copy, count <= AT_ONCE_DECKS)


def restore(user, upload):
    """A SiteCopy that says what restoring this file (a Django UploadedFile) would do. Nothing is restored."""
    copy = SiteCopy.objects.create(user=user, direction=SiteCopy.RESTORE, file_name=upload.name[:NAME_LENGTH],
                                   options=json_dumps({"step": LOOK, "overwrite": False}), status=WAITING)
    _keep(copy, upload.chunks(PART_BYTES))
    SiteCopy.objects.filter(pk=copy.pk).update(status=QUEUED)
    return _begin(copy, upload.size <= AT_ONCE_BYTES)


def start(copy, overwrite):
    """Restore what was looked at. Raises Refused."""
    options = dict(options_of(copy), step=STORE, overwrite=overwrite)
    if not SiteCopy.objects.filter(pk=copy.pk, status=WAITING, direction=SiteCopy.RESTORE).update(
            status=QUEUED, options=json_dumps(options), done=0, changed=timezone.now()):
        raise Refused("This copy is being restored, or is restored already.")
    return _begin(copy, copy.total <= AT_ONCE_DECKS)


def chunks(copy):
    """The bytes of a copy, part by part."""
    for number in copy.parts.values_list("number", flat=True):
        yield base64.b64decode(copy.parts.get(number=number).content)


def options_of(copy):
    return json_loads(copy.options)


def result_of(copy):
    """{"counts": {status: number}, "names": {status: [[name, reason]]}, "homeless", "error"}."""
    return json_loads(copy.result)


def copy_decks(payload):
    """The task of CHANNEL: do the next step of the copy with the id payload["id"]."""
    copy = claims.claim(payload["id"], SiteCopy)
    if copy is None:
        return
    with claims.working(copy):
        try:
            {LOOK: _look, STORE: _store, WRITE: _write}[options_of(copy)["step"]](copy)
        except FormatError as error:
            claims.end(copy, FAILED, error="This cannot be restored: %s." % error)


def queue_due():
    """Tell the workers of every copy that waits for one."""
    for pk in claims.due(SiteCopy):
        _queue(pk)


def clear_old():
    SiteCopy.objects.filter(changed__lt=timezone.now() - datetime.timedelta(days=KEPT_DAYS)).exclude(
        status__in=(QUEUED, RUNNING)).delete()


def _write(copy):
    options = options_of(copy)
    copy.parts.all().delete()
    with tempfile.TemporaryFile() as stream:
        zips.write(stream, options["ids"], options["form"],
                   lambda done, total: claims.sign(copy, done=done, total=total))
        stream.seek(0)
        _keep(copy, iter(lambda: stream.read(PART_BYTES), b""))
    claims.end(copy, DONE, error="")


def _look(copy):
    told = _Told()
    with _opened(copy) as stream:
        archive, names, _ = zips.open_copy(stream)
        for number, name in enumerate(names, 1):
            told.add(restoring.look(archive, name))
            claims.sign(copy, done=number, total=len(names))
    claims.end(copy, WAITING, {"total": len(names)}, error="", **told.result())


def _store(copy):
    overwrite, told = options_of(copy)["overwrite"], _Told(result_of(copy) if copy.done else None)
    with _opened(copy) as stream:
        archive, names, sets = zips.open_copy(stream)
        zips.make_sets(sets)
        for number, name in list(enumerate(names, 1))[copy.done:]:
            told.add(restoring.restore(archive, name, copy.user, overwrite))
            claims.sign(copy, done=number, total=len(names),
                        result=json_dumps(dict(result_of(copy), **told.result())))
    copy.parts.all().delete()
    claims.end(copy, DONE, error="", **told.result())


class _Told(object):
    """Counts what became of each deck, and names the first of each status."""

    def __init__(self, result=None):
        self.counts = Counter((result or {}).get("counts", {}))
        self.names = (result or {}).get("names", {})
        self.homeless = (result or {}).get("homeless", 0)

    def add(self, found):
        self.counts[found.status] += 1
        self.homeless += found.homeless
        names = self.names.setdefault(found.status, [])
        if len(names) < NAMED:
            names.append([found.entry["name"] if found.entry else found.name, found.reason])

    def result(self):
        return {"counts": dict(self.counts), "names": self.names, "homeless": self.homeless}


def _opened(copy):
    """A file with the bytes of the copy, from its beginning."""
    stream = tempfile.TemporaryFile()
    for chunk in chunks(copy):
        stream.write(chunk)
    stream.seek(0)
    return stream


def _keep(copy, pieces):
    for number, piece in enumerate(pieces):
        SiteCopyPart.objects.create(copy=copy, number=number, content=base64.b64encode(piece).decode("ascii"))


def _begin(copy, at_once):
    if at_once:
        copy_decks({"id": copy.pk})
    else:
        _queue(copy.pk)
    return SiteCopy.objects.get(pk=copy.pk)


def _queue(pk):
    try:
        send_task(CHANNEL, {"id": pk})
    except UnsentError as lost:
        logger.warning("No worker could be told of copy %d (%s); the clock will find it.", pk, lost)
