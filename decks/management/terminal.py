"""Card texts on any terminal: what its character set lacks is written as an escape instead of failing."""
from __future__ import unicode_literals


def printable(stream, text):
    """The text with characters the stream cannot show written like \\xe9."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
