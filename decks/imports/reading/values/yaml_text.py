"""Reads YAML as the plain value that JSON would have: mappings, lists and texts.

Nothing of a file is executed and no tag is followed; every scalar is a text, so that a card may say "no" or
1984. References, which a few lines of can expand without end, are refused.
"""
from __future__ import unicode_literals

import re
from typing import Any

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _

try:
    import yaml
except ImportError:
    yaml = None

from decks.imports.reading.shapes import FormatError
from decks.imports.reading.vocabulary import kind_of
from decks.limits import JSON_BRACKETS, YAML_BYTES, YAML_DEPTH

_LIST, _SAMPLE = re.compile(r"^[ ]{0,20}([\w -]{1,40}):[ ]{0,9}\n[ ]{0,20}- \S", re.MULTILINE), 100000
_NAMED = re.compile(r"^(?:name|title|deck|pack): {1,9}\S", re.MULTILINE)
ENDINGS = (".yaml", ".yml")
_MISSING = N_("this site reads no YAML; save it as JSON or as a table")


def is_one(text, file_name):
    # type: (str, str) -> bool
    """Whether a text is YAML: by the name of its file, or by that of a deck and a list below a kind."""
    if file_name.endswith(ENDINGS) or yaml is None or not _NAMED.search(text[:_SAMPLE]):
        return file_name.endswith(ENDINGS)
    return any(len(key) > 1 and kind_of(key) for key in _LIST.findall(text[:_SAMPLE]))


def read(text):
    # type: (str) -> Any
    """The value of a YAML file. Raises FormatError."""
    if yaml is None:
        raise FormatError(_(_MISSING))
    if len(text) > YAML_BYTES:
        raise FormatError(_("the file has more than %d MB, which is too much for YAML; save it as JSON") % (
            YAML_BYTES >> 20))
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        _check(yaml.parse(text, Loader=loader))
        return yaml.load(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise FormatError(_("the file is no YAML: %s in line %d") % (error.problem, line))
    except (yaml.YAMLError, ValueError, TypeError, OverflowError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(_("the file is no YAML: %s") % " ".join(("%s" % error).split())[:200])


def _check(events):
    # type: (Any) -> None
    """Look at all of it before a value is made. Raises FormatError."""
    depth = opened = documents = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise FormatError(_("the file refers to itself (*%s), which we do not follow; write it out") %
                              event.anchor[:40])
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth, opened = depth + 1, opened + 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        if depth > YAML_DEPTH or opened > JSON_BRACKETS:
            raise FormatError(_("the file is nested too deeply, or has too many parts"))
    if documents != 1:
        raise FormatError(_("the file has %d documents; one is read") % documents)
