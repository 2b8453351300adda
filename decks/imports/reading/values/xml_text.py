"""Reads XML as the plain value that JSON of the same shape would have.

An element is an object of its attributes and children, those that stand more than once a list; one with
nothing but words is a text, which knows its line. Nothing is followed: a file that defines entities, which a
few lines of can expand without end, is refused.
"""
from __future__ import unicode_literals

import re
from collections import Counter, OrderedDict
from typing import Any
from xml.parsers import expat

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.values.json_text import lined
from decks.imports.reading.vocabulary import kind_of
from decks.limits import XML_DEPTH, XML_TAGS

_BEGINS = re.compile(r"\s{0,1000}<(\?xml\b|[A-Za-z_][\w.:-]{0,60}(?=[\s/>]))")
_ENDS = re.compile(r"</([A-Za-z_][\w.:-]{0,60})\s{0,9}>\s{0,1000}\Z")
# What stands in the middle of words and is one of them.
_INLINE = set("a b big br cite code div em font i mark p s small span strong sub sup u".split())
_BLANKS = set("blank blanks gap slot input answer space field".split())
_OF_MACS, _NAMES = ("plist", "dict", "array"), ("name", "column", "key")
_PAGES = ("html", "svg", "head", "body")
_OTHERS = {
    "document": N_("this is a document of an office program, saved as XML; save it as .xlsx, .csv or "
                   "plain text"),
}


def is_one(text, file_name):
    # type: (str, str) -> bool
    """Whether a text is XML, by how it begins and ends; a web page is none."""
    begins, ends = _BEGINS.match(text), _ENDS.search(text[-1100:])
    if begins is None or re.search(r"<!doctype html|<html\b", text[:2000], re.IGNORECASE):
        return False
    if begins.group(1) == "?xml" or file_name.lower().endswith(".xml"):
        return not re.search("<svg\\b", text[:2000])
    return ends is not None and ends.group(1) == begins.group(1) and ends.group(1).lower() not in _INLINE


def read(text):
    # type: (str) -> Any
    """The value of an XML text. Raises FormatError."""
    if text.count("<") > XML_TAGS:
        raise FormatError(_("the file has %d tags, the limit is %d; split it") % (text.count("<"), XML_TAGS))
    tree = _Tree()
    parser = expat.ParserCreate(str("utf-8"))
    parser.buffer_text = True
    parser.EntityDeclHandler = _no_entities
    parser.StartElementHandler = lambda name, said: tree.start(name, said, parser.CurrentLineNumber)
    parser.EndElementHandler, parser.CharacterDataHandler = tree.end, tree.words
    try:
        parser.Parse(text.strip().encode("utf-8"), True)
    except expat.ExpatError as error:
        raise FormatError(_("the file is broken XML: %s in line %d") % (
            expat.ErrorString(error.code), error.lineno))
    return tree.value()


def _no_entities(*found):
    # type: (*Any) -> None
    raise FormatError(_("the file defines entities, which we do not follow; save it without them"))


class _Element(object):
    __slots__ = ("name", "attributes", "line", "parts")

    def __init__(self, name, attributes, line):
        # type: (str, dict[str, str], int) -> None
        self.name, self.attributes, self.line = name, attributes, line
        self.parts = []  # type: list[Any]  # texts and _Elements

    def children(self):
        # type: () -> list[_Element]
        return [part for part in self.parts if isinstance(part, _Element)]

    def is_text(self):
        # type: () -> bool
        """Whether it has words, perhaps with marks between, and no parts of their own."""
        inside = self.children()
        has_words = any(isinstance(part, six.text_type) and part.strip() for part in self.parts)
        return not inside or has_words or all(one.name.lower() in _INLINE for one in inside)

    def text(self):
        # type: () -> str
        """Its words, with the tags in them as they are for HTML, and blanks as such."""
        found = []
        for part in self.parts:
            if isinstance(part, six.text_type):
                found.append(part)
            elif part.name.lower() in _BLANKS and not part.text():
                found.append("_")
            elif part.name.lower() in _INLINE:
                found.append("<%s>%s</%s>" % (part.name, part.text(), part.name))
            else:
                found.append(part.text())
        return "".join(found)


class _Tree(object):
    """The elements of a file while they are read."""

    def __init__(self):
        # type: () -> None
        self._open, self._root = [], None  # type: list[_Element], _Element | None
        self._lists = set()  # type: set[str]

    def start(self, name, attributes, line):
        # type: (str, dict[str, str], int) -> None
        if len(self._open) > XML_DEPTH:
            raise FormatError(_("the file is nested too deeply"))
        name = name.split(":")[-1] if ":" in name else name
        if not self._open and name in _OTHERS:
            raise FormatError(_(_OTHERS[name]))
        if attributes:
            attributes = {key.split(":")[-1]: value for key, value in attributes.items()
                          if not key.startswith("xml")}
        element = _Element(name, attributes, line)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self._root = element
        self._open.append(element)

    def words(self, words):
        # type: (str) -> None
        self._open[-1].parts.append(words)

    def end(self, _):
        # type: (str) -> None
        children = self._open.pop().children()
        names = Counter(child.name for child in children) if len(children) > 1 else Counter()
        self._lists.update(name for name, number in names.items() if number > 1)

    def value(self):
        # type: () -> Any
        """What the file says; the name of the outermost element only where that is a kind of cards."""
        assert self._root is not None  # expat refuses a file without one
        found = self._value(self._root)
        return {self._root.name: found} if kind_of(self._root.name) or not isinstance(found, dict) else found

    def _value(self, element):
        # type: (_Element) -> Any
        if element.is_text():
            text = lined(_bare(element.text()), element.line)
            said = {"text": text} if text else {}
            return dict(element.attributes, **said) if element.attributes else text
        if element.name in _OF_MACS:
            return self._of_mac(element)
        named = _named_children(element)
        if named:
            about = {key: value for key, value in element.attributes.items() if key not in _NAMES}
            return OrderedDict(sorted(about.items()), **named)
        children = OrderedDict()  # type: OrderedDict[str, list[Any]]
        for child in element.children():
            children.setdefault(child.name, []).append(self._value(child))
        if len(children) == 1 and not element.attributes and self._is_list(element, next(iter(children))):
            return next(iter(children.values()))
        found = OrderedDict(sorted(element.attributes.items()))  # type: OrderedDict[str, Any]
        for name, values in children.items():
            found[name] = values if name in self._lists and len(values) > 1 or self._is_list(
                element, name) else values[0]
        return found

    def _of_mac(self, element):
        # type: (_Element) -> Any
        """The value of a part of a property list: pairs of a key and a value, or a list."""
        values = [self._value(child) for child in element.children()]
        if element.name == "dict":
            return OrderedDict(zip(values[::2], values[1::2])) if all(
                isinstance(key, six.text_type) for key in values[::2]) else values
        return values if element.name == "array" else values[0] if values else ""

    def _is_list(self, element, name):
        # type: (_Element, str) -> bool
        """Whether the children of this name are members of a list, though there may be one of them alone."""
        plural = element.name.lower() in (name.lower() + "s", name.lower() + "list")
        return name in self._lists or plural or bool(kind_of(element.name))


def _named_children(element):
    # type: (_Element) -> OrderedDict[str, str]
    """{name: text} of an element whose children are called by an attribute, as exports of databases do it:
    <field name="text">...</field>; nothing for others.
    """
    found = OrderedDict()  # type: OrderedDict[str, str]
    children = element.children()
    for child in children:
        name = next((child.attributes[key] for key in _NAMES if key in child.attributes), None)
        if name is None or name in found or not child.is_text() or child.name != children[0].name:
            return OrderedDict()
        found[name] = lined(_bare(child.text()), child.line)
    return found if len(found) > 1 else OrderedDict()


def _bare(text):
    # type: (str) -> str
    """A text without the line ends that only make the file look tidy."""
    return re.sub(r"\s*\n\s*", " ", text).strip()
