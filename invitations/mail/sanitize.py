"""Words that people write into letters, made harmless: one line stays one line, links are text, nothing
hides. Pure.

It knows no HTML: templates escape what comes from here like any other text.
"""
from __future__ import unicode_literals

import re
import unicodedata

from common.compat import LONE_SURROGATE
from common.text import JOINERS, is_ascii, is_unshown

LINE_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What joiners are good for: pictures, marks, and letters without capitals (of Persian or Hindi). After other
# letters they only make a word that looks like another.
JOINABLE = ("Cn", "Lo", "Mc", "Me", "Mn", "Sk", "So")
MONGOLIAN_SEPARATOR = "\u180e"  # a space for Python 2, elsewhere a formatting character

# Browsers take all of these for the dot of a domain.
DOTS = ".\u2024\u3002\ufe52\uff0e\uff61"
# Everything but spaces, dots and the punctuation of the usual scripts: a host name is made of it.
_HOST = "[^\\s%s!-,/:-@\\[-^`{-~\u00a1\u00ab\u00b7\u00bb\u00bf\u2000-\u200b\u200e-\u206f\u3001-\u303f\uff01-\uff0f\uff1a-\uff20]+" % DOTS  # noqa: E501
DOMAIN = re.compile("{0}(?:[{1}]{0})+".format(_HOST, DOTS), re.UNICODE)
DOT = re.compile("[%s](?=[^\\s%s])" % (DOTS, DOTS), re.UNICODE)
SCHEME = re.compile("([A-Za-z][A-Za-z0-9+.-]*:)(?=[\\w/\\\\+?])", re.UNICODE)


def tidy_line(text):
    """The text as one line, fit for a header: no control or invisible characters, single spaces."""
    return " ".join(_shown(LINE_BREAKS.sub(" ", text)).split())


def tidy_text(text):
    """The text with its lines, trimmed, at most one of them empty in a row;
    no control or invisible characters.
    """
    lines = [" ".join(_shown(line).split()) for line in LINE_BREAKS.sub("\n", text).split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def unlinked(text):
    """Tidy text with its links taken apart: "https: //example. com/page".

    Mail programs make links of what looks like one, and none of them looks across a space. Domains in letters
    that may pass for others are shown as the network knows them, "xn--...".
    """
    return SCHEME.sub("\\1 ", DOMAIN.sub(_apart, text))


def harmless_line(text):
    """What a letter shows of a name."""
    return unlinked(tidy_line(text))


def harmless_text(text):
    """What a letter shows of a note."""
    return unlinked(tidy_text(text))


def _shown(text):
    kept = []
    for letter in LONE_SURROGATE.sub("", unicodedata.normalize("NFC", text.replace("\t", " "))):
        if letter in JOINERS:
            before = kept[-1] if kept else " "
            if before != letter and (unicodedata.category(before) in JOINABLE or before in "#*0123456789"):
                kept.append(letter)
        elif letter != MONGOLIAN_SEPARATOR and not is_unshown(letter):
            kept.append(letter)
    return unicodedata.normalize("NFC", _keycaps_only("".join(kept)))


def _keycaps_only(text):
    """Digits carry a joiner where they are drawn as a key, and nowhere else."""
    return re.sub("(?<=[#*0-9])[%s]+(?!\u20e3)" % JOINERS, "", text)


def _apart(found):
    labels = re.split("[%s]" % DOTS, found.group())
    if len(labels) < 4 and all(_ends_no_domain(label) for label in labels[1:]):
        return found.group()
    if not is_ascii(found.group()) and _may_deceive(found, labels):
        labels = [label if is_ascii(label) else _as_the_network_knows(label) for label in labels]
    return DOT.sub(". ", ".".join(labels))


def _ends_no_domain(label):
    """True for what follows the dot in "7.30" and "e.g"."""
    return label[0].isdigit() or len(label) == 1 and is_ascii(label)


def _may_deceive(found, labels):
    """Whether this is more than two sentences without a space between them:
    "Bis sp\u00e4ter.Ich bringe Kuchen".
    """
    around = found.string[:found.start()][-1:] + found.string[found.end():][:1]
    two_sentences = labels[-1][:1].isupper() and labels[-1][1:].islower()
    return not two_sentences or any(mark in around
                                    for mark in "/@:?#") or any(_is_mixed(label) for label in labels)


def _is_mixed(label):
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in label if letter.isalpha()}
    return len(scripts) > 1


def _as_the_network_knows(label):
    try:
        known = label.encode("idna")
    except UnicodeError:
        known = b"xn--" + label.lower().encode("punycode")
    return known.decode("ascii")
