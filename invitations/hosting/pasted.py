"""What mail programs and lists put around names and addresses, in the languages of the letters, taken off
before anybody reads them. Pure.
"""
from __future__ import unicode_literals

import re
from email.errors import HeaderParseError
from email.header import decode_header

import six

# What people write between two addresses, and after that: "and to".
AND = ("and", "und", "y", "e", "et", "i", "oraz", "or", "oder", "o", "u", "ou", "lub", "albo",
       "&", "+", "|", "/")
TO = ("to", "an", "a", "\xe0", "do")
# What they write between an address and the name after it.
DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "=", ":")
_FIELDS = ("to", "cc", "bcc", "from", "e-?mails?", "an", "von", "kopie", "blindkopie", "para", "de", "copia",
           "cco", "\xe0", "copie", "cci", "do", "od", "dw", "udw", "kopia")
_LABEL = re.compile(r"(^|[\s;,>])(?:%s)\s*:(?=\s|[^\s:@]{1,64}@)" % "|".join(_FIELDS),
                    re.IGNORECASE | re.UNICODE)
_NUMBER = re.compile(r"^\s*\(?\d{1,3}[.)]\s+")
_ENCODED = r"=\?[A-Za-z0-9_-]+\?[BbQq]\?[^?\s]*\?="
_WORDS = re.compile(r'"?(%s(?:\s+%s)*)"?' % (_ENCODED, _ENCODED))
_LINK = re.compile("<mailto:([^<>?]*)[^<>]*>", re.IGNORECASE)
_WIDE = dict(zip(map(ord, "\uff0c\u3001\uff1b\uff1a\uff20\uff1c\uff1e\uff08\uff09"), ",,;:@<>()"))
_UNFIT = re.compile('["\\s]+', re.UNICODE)


def tidied(text):
    """The text with the encoded words of headers (RFC 2047) as names in quotes, without the links that
    Outlook adds to addresses, and with the usual marks for those that keyboards of East Asia write.
    """
    text = _LINK.sub(_without_twin, text)
    return (_WORDS.sub(_decode, text) if "=?" in text else text).translate(_WIDE)


def without_labels(line):
    """The line without the names of header fields: To, Cc, Kopie."""
    return _LABEL.sub(r"\1 ", line)


def without_number(piece):
    """A piece without its number in a list."""
    return _NUMBER.sub("", piece)


def _without_twin(found):
    """Nothing where the address of a link stands just before it: ann@x.org<mailto:ann@x.org>."""
    address, end = found.group(1), found.start()
    before = found.string[max(0, end - len(address) - 1):end].strip()
    return "" if "@" in address and before.endswith(address) else found.group()


def _decode(found):
    try:
        parts = decode_header(str(" ".join(found.group(1).split())))
        name = "".join(six.ensure_text(part, charset or "ascii") for part, charset in parts)
    except (HeaderParseError, LookupError, ValueError):
        return found.group()
    return '"%s"' % _UNFIT.sub(" ", name)
