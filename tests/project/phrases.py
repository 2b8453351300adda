"""What the site says: the phrases of its templates and modules that are marked for translation, and those of
templates that are not.
"""
from __future__ import unicode_literals

import ast
import io
import os
import re

from django.conf import settings
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import trim_whitespace

APPS = ("accounts", "common", "decks", "game", "invitations")
FUNCTIONS = {"gettext": 1, "gettext_lazy": 1, "_": 1, "N_": 1, "ngettext": 2, "ngettext_lazy": 2, "pgettext": 2}
# The admin speaks English; letters are shown to who develops this.
SILENT = ("admin", "invitations/letters.html")
IN_EXPRESSIONS = re.compile(r'_\("((?:[^"\\]|\\.)*)"\)')
# What is called the same everywhere.
NAMES = re.compile(
    "Cards Against Django|Cards Against Animals|Many Decks|Massive Decks|JSON Against Humanity|CSV|Cardcast|CrCast|"
    r"All Bad Cards|cards\.\w+|Google|Outlook|KX7PQ|CDF4 GHJ7")
HIDDEN = re.compile(r"{% comment %}.*?{% endcomment %}|{% blocktrans.*?{% endblocktrans %}|<style.*?</style>|"
                    "<script.*?</script>|{#.*?#}|<!DOCTYPE html>|{% block roots %}.*?{% endblock %}", re.DOTALL)
TOKENS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
SAID_BY_ATTRIBUTES = re.compile(r'\b(?:alt|title|placeholder|aria-label|data-words)="([^"]*)"')
TAGS = re.compile("<[^<>]*>")
WORDS = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def templates():
    """The names of all templates but those that may speak English."""
    root = os.path.join(settings.BASE_DIR, "templates")
    for path, _, files in os.walk(root):
        for file in sorted(files):
            name = os.path.relpath(os.path.join(path, file), root)
            if not name.startswith(SILENT):
                yield name


def of_templates():
    """{(context, text, plural)} of the templates."""
    return {found for name in templates() for found in _of_source(source_of(name)) | _of_template(name)}


def source_of(name):
    with io.open(os.path.join(settings.BASE_DIR, "templates", name), encoding="utf-8") as file:
        return file.read()


def _of_source(source):
    """The texts within expressions, like _("Name")."""
    return {(None, text, "") for token in TOKENS.findall(source) for text in IN_EXPRESSIONS.findall(token)}


def _of_template(name):
    try:
        return _of_nodes(get_template(name).template.nodelist)
    except TemplateSyntaxError:
        if not settings.CLASSIC:
            raise
        return set()  # a page of the current allauth


def _of_nodes(nodes):
    found = set()
    for node in nodes.get_nodes_by_type(TranslateNode):
        context = node.message_context and node.message_context.var
        found.add((context, node.filter_expression.var.literal, ""))
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        tidy = trim_whitespace if node.trimmed else (lambda text: text)
        texts = [tidy(node.render_token_list(tokens)[0]) if tokens else ""
                 for tokens in (node.singular, node.plural)]
        found.add((None,) + tuple(texts))
    return found


def of_modules():
    """{(context, text, plural)} of the apps' modules."""
    found = set()
    for app in APPS:
        for path, _, files in os.walk(os.path.join(settings.BASE_DIR, app)):
            for name in sorted(files):
                if name.endswith(".py"):
                    with io.open(os.path.join(path, name), encoding="utf-8") as file:
                        found |= _of_module(file.read())
    return found


def _of_module(source):
    found = set()
    for node in ast.walk(ast.parse(source.encode("utf-8"))):
        called = getattr(node, "func", None)
        name = getattr(called, "attr", getattr(called, "id", None))
        if name in FUNCTIONS and node.args:
            texts = [_literal(argument) for argument in node.args[:FUNCTIONS[name]]]
            if None not in texts:
                context = texts.pop(0) if name == "pgettext" else None
                found.add((context, texts[0], texts[1] if name.startswith("ngettext") else ""))
    return found


def _literal(node):
    try:
        return ast.literal_eval(node)
    except ValueError:  # a name: what it stands for is marked where it is written
        return None


def unmarked_in_templates():
    """[(template, text)] of what templates say without any language."""
    return [(name, text) for name in templates() for text in unmarked(source_of(name))]


def unmarked(source):
    """[text] of what a template says by itself, in its markup and in attributes."""
    source = TOKENS.sub("\0", HIDDEN.sub("\0", source))
    said = SAID_BY_ATTRIBUTES.findall(source) + TAGS.sub("\0", source).split("\0")
    found = [part for text in said for part in text.split("\0")]
    return [text.strip() for text in found if WORDS.search(re.sub(r"&\w+;", " ", NAMES.sub("", text)))]
