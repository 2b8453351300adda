"""The one error of the rules: a move that cannot be. Knows nothing of messages or languages."""
from __future__ import unicode_literals

from typing import Any


class InvalidMoveError(Exception):
    """A refused move; the state is as it was.

    `code` is one of the codes in docs/PROTOCOL.md, `data` holds the numbers its message needs.
    """

    def __init__(self, code, **data):
        # type: (str, **Any) -> None
        super(InvalidMoveError, self).__init__(code)
        self.code = code
        self.data = data


def require(condition, code, **data):
    # type: (object, str, **Any) -> None
    """Raise InvalidMoveError(code, **data) unless `condition` holds."""
    if not condition:
        raise InvalidMoveError(code, **data)
