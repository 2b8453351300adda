"""The rows of a dry run as its page shows them: folded by what becomes of them, those that are lost first."""
from __future__ import unicode_literals

from typing import Any

from common.compat import gettext
from decks.imports.dry_run import BROKEN, ROW_STATUSES, TOO_LONG

# So few rows are all in sight.
FEW = 12


def groups(found):
    # type: (dict[str, Any]) -> list[dict[str, Any]]
    """[{"status", "words", "count", "rows", "more": how many are not shown, "is_open"}] of a dry run's
    summary.
    """
    shown = found.get("rows", [])
    parts = [(status, [row for row in shown if row["status"] == status]) for status in ROW_STATUSES]
    return [{"status": status, "words": gettext(status), "count": found["counts"][status],
             "rows": rows, "more": found["counts"][status] - len(rows),
             "is_open": status in (TOO_LONG, BROKEN) or len(shown) <= FEW} for status, rows in parts if rows]
