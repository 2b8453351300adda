"""Letters as text: lines that every mail program shows whole."""
from __future__ import unicode_literals

import re
import textwrap

COLUMNS = 72


def wrapped(text):
    """The text with lines of at most 72 characters, except those that are one address, and no gaps in it."""
    lines = []
    for line in re.sub("\n{3,}", "\n\n", text.strip()).split("\n"):
        if len(line) <= COLUMNS:
            lines.append(line)
        else:
            lines += textwrap.wrap(line, COLUMNS, subsequent_indent="> " if line.startswith("> ") else "",
                                   break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) + "\n"
