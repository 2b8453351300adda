"""Words that are masked in the chat, and on cards which players write at a family table.

A short list of the commonest ones, to keep the tone; it cannot keep out who means to be rude, whom the host
may ask to leave. Longer words that begin like an entry with a star are meant, too.
"""
from __future__ import unicode_literals

import re

MARK = "\u2217"  # an asterisk that is no emphasis
COARSE = (
    "arse*", "ass", "asshole*", "bastard*", "bitch*", "bollocks", "bullshit*", "crap*", "cunt*", "dick*",
    "fuck*", "motherfuck*", "piss*", "porn*", "shit*", "slut*", "tit", "tits", "twat*", "wank*", "whore*",
    "arsch*", "fick*", "fotze*", "hure*", "kacke", "scheiss*", "schei\u00df*", "wichs*",
    "connard*", "encul*", "merde*", "pute", "putes", "salope*",
    "cabr\u00f3n*", "co\u00f1o*", "joder", "mierda*", "puta*",
    "chuj*", "dupa", "jeba*", "kurw*", "pierdol*",
)
_MEANT = re.compile(r"\b(?:%s)\b" % "|".join(word.replace("*", r"\w*") for word in COARSE),
                    re.UNICODE | re.IGNORECASE)


def masked(text):
    # type: (str) -> str
    """The text with a mark for each letter of such words."""
    return _MEANT.sub(lambda found: MARK * len(found.group()), text)
