"""Tables for spreadsheets, as CSV."""
from __future__ import unicode_literals

import csv

import six

# What spreadsheets compute, and what looks as if we had guarded it already.
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "'=", "'+", "'-", "'@", "'\t", "'\r", "''")


def csv_bytes(rows):
    """Rows of texts and numbers as CSV that Excel reads as UTF-8 and in which it computes nothing."""
    out = six.StringIO()
    writer = csv.writer(out, lineterminator=str("\r\n"))
    for row in rows:
        writer.writerow([six.ensure_str(guarded("%s" % cell)) for cell in row])
    return b"\xef\xbb\xbf" + six.ensure_binary(out.getvalue())


def guarded(cell):
    """The text with an apostrophe before it where a spreadsheet would compute it;
    reading takes that away again.
    """
    return "'" + cell if cell.startswith(_COMPUTED) else cell
