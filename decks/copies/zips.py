"""The ZIP of a copy: written deck after deck, and read member after member, however many there are.

site.json says {"site_of_cards": 1, "decks": number, "sets": [{"name", "description", "position", "off"}]};
decks/00001-<slug>.json and so on are entries.
"""
from __future__ import unicode_literals

import re
import zipfile
from collections import OrderedDict

import six
from django.utils import timezone

from common.compat import json_loads
from decks import export, staging
from decks.copies import entries
from decks.imports.reading.shapes import FormatError
from decks.limits import FILE_BYTES, NAME_LENGTH, SHEET_RATIO
from decks.models import Deck, DeckSet

MANIFEST, KIND, VERSION = "site.json", "site_of_cards", 1
SITE = "site"  # beside export.FORMATS: everything
MOST_MEMBERS = 50000
_MEMBER = re.compile(r"decks/[0-9]{5,9}-[A-Za-z0-9_-]{1,90}\.json\Z")
_SET_FACTS = ("name", "description", "position", "off")
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same decks are the same bytes


def write(stream, ids=None, form=SITE, told=lambda done, total: None):
    """Write the decks with these ids (None: all) into a file; `form` is SITE or one of export.FORMATS.

    Calls told(decks done, decks altogether) after each. Returns how many there were.
    """
    wanted = list(Deck.objects.order_by("pk").values_list("pk", flat=True)) if ids is None else list(ids)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, True) as archive:
        if form == SITE:
            _put(archive, MANIFEST, export.as_json(_manifest(len(wanted)), indent=1))
        for start in range(0, len(wanted), staging.BATCH):
            chunk = wanted[start:start + staging.BATCH]
            sets = entries.sets_of(chunk)
            for number, pk in enumerate(chunk, start + 1):
                deck = Deck.objects.select_related("owner").filter(pk=pk).first()
                if deck is not None:
                    _put(archive, *_member(number, deck, sets[pk], form))
                told(number, len(wanted))
    return len(wanted)


def open_copy(stream):
    """(zipfile.ZipFile, names of its members, [set]) of a copy of a site. Raises FormatError."""
    try:
        archive = zipfile.ZipFile(stream)
        parts = archive.infolist()
        if len(parts) > MOST_MEMBERS:
            raise FormatError("it has %d files, the limit is %d" % (len(parts), MOST_MEMBERS))
        manifest = json_loads(_bytes(archive, MANIFEST))
        if manifest[KIND] != VERSION:
            raise FormatError("a newer release has written it; restore it there")
        sets = [_set(raw) for raw in manifest["sets"]]
    except FormatError:
        raise
    except (KeyError, TypeError, ValueError, zipfile.BadZipfile, EnvironmentError, NotImplementedError):
        raise FormatError("this is no copy of a site of ours; cards of other kinds are imported")
    names = sorted(part.filename for part in parts if _MEMBER.match(part.filename))
    return archive, names, sets


def read(archive, name):
    """The entry of a member. Raises FormatError."""
    try:
        return entries.read(_bytes(archive, name))
    except (zipfile.BadZipfile, EnvironmentError, NotImplementedError, RuntimeError) as error:
        raise FormatError("the file is damaged: %s" % error)


def make_sets(sets):
    """Make those of the site's sets that are missing; those that are there stay as they are."""
    there = set(DeckSet.objects.filter(owner=None).values_list("name", flat=True))
    for one in sets:
        if one["name"] not in there:
            DeckSet.objects.create(**one)


def today():
    """The day, as part of a file's name."""
    return timezone.localtime(timezone.now()).strftime("%Y-%m-%d")


def _member(number, deck, sets, form):
    if form == SITE:
        content = export.as_json(entries.entry_of(deck, sets), indent=1)
        return "decks/%05d-%s.json" % (number, deck.slug), content
    name, _, content = export.export(deck, form)
    return "%03d-%s" % (number, name), content


def _manifest(count):
    sets = DeckSet.objects.filter(owner=None)
    return OrderedDict([(KIND, VERSION), ("decks", count), ("sets", [
        OrderedDict((name, getattr(one, name)) for name in _SET_FACTS) for one in sets])])


def _set(raw):
    name, description = raw["name"], raw.get("description", "")
    if not isinstance(name, six.text_type) or not isinstance(description, six.text_type) or not name.strip():
        raise FormatError("a set of it has no name")
    return {"name": name[:NAME_LENGTH], "description": description[:NAME_LENGTH],
            "position": min(abs(int(raw.get("position", 0))), 32767), "off": raw.get("off") is True}


def _put(archive, name, content):
    member = zipfile.ZipInfo(str(name), _WHEN)
    member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    archive.writestr(member, content)


def _bytes(archive, name):
    """What a member unpacks to, measured before. Raises FormatError."""
    part = archive.getinfo(name)
    if part.file_size > FILE_BYTES or (
            part.file_size > 1 << 20 and part.file_size > SHEET_RATIO * part.compress_size):
        raise FormatError("%s unpacks to more than a deck has" % name)
    return archive.read(name)
