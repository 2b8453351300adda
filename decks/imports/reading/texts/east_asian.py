"""Finds out whether bytes that are not UTF-8 are Japanese, Chinese or Korean, and in which encoding.

Pure. A text is in an encoding if all of it can be read so, and its letters are then those that the language
uses most: such a text read in another encoding has rare ones. Where they do not tell, charset-normalizer is
asked if the Python is new enough for it.
"""
from __future__ import unicode_literals

import re

from django.utils.translation import gettext_noop as N_

try:
    import charset_normalizer
except ImportError:
    charset_normalizer = None  # type: ignore[assignment]

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SIMPLIFIED = re.compile(
    "[\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u8fd9\u4e2a\u4eec\u4e2d\u6765\u4e0a\u5927\u4e3a\u548c\u56fd\u5230\u8bf4\u65f6\u8981\u5c31\u51fa\u4f1a\u53ef\u4e5f\u4f60\u5bf9\u751f\u80fd\u5b50\u90a3\u5f97\u7740\u4e0b\u81ea\u8fc7\u53d1\u540e\u91cc\u53bb\u90fd\u6ca1\u770b\u597d\u5c0f\u4ec0\u4e48\u5f88\u53c8\u6700\u5979\u8ba9\u7ed9\u4e0e\u4e4b\u524d\u5bb6\u53ea\u88ab\u8fd8\u60f3\u8c01]")
_TRADITIONAL = re.compile(
    "[\u7684\u4e00\u662f\u4e0d\u4e86\u5728\u4eba\u6709\u6211\u4ed6\u9019\u500b\u5011\u4e2d\u4f86\u4e0a\u5927\u70ba\u548c\u570b\u5230\u8aaa\u6642\u8981\u5c31\u51fa\u6703\u53ef\u4e5f\u4f60\u5c0d\u751f\u80fd\u5b50\u90a3\u5f97\u8457\u4e0b\u81ea\u904e\u767c\u5f8c\u88e1\u53bb\u90fd\u6c92\u770b\u597d\u5c0f\u4ec0\u9ebc\u5f88\u53c8\u6700\u5979\u8b93\u7d66\u8207\u4e4b\u524d\u5bb6\u53ea\u88ab\u9084\u60f3\u8ab0]")
_LETTERS = re.compile("[^\\x00-\\x7f\u3000-\u303f\uff00-\uff65]")
# The encoding, what to call its letters and itself, the frequent letters, and the least part of the letters
# that these are.
_ENCODINGS = (
    ("cp932", N_("Japanese"), "Shift-JIS", _KANA, .25),
    ("euc_jp", N_("Japanese"), "EUC-JP", _KANA, .25),
    ("cp949", N_("Korean"), "EUC-KR", _HANGUL, .8),
    ("gb18030", N_("Chinese"), "GBK", _SIMPLIFIED, .15),
    ("big5hkscs", N_("Chinese"), "Big5", _TRADITIONAL, .15),
)
# What charset-normalizer calls them, too.
_ALSO = {"shift_jis": "cp932", "shift_jis_2004": "cp932", "euc_jis_2004": "euc_jp", "euc_kr": "cp949",
         "johab": "cp949", "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs", "cp950": "big5hkscs"}
# Letters of East Asia do not stand in the middle of a word of others.
_WITHIN = re.compile("[A-Za-z][^\x00-\x7f]{1,2}(?=[A-Za-z])")
_SAMPLE, _FEW = 200000, 20000


def decode(content):
    # type: (bytes) -> tuple[str, str, str] | None
    """(text, language, encoding, as people call them), or None where it is none of these for sure."""
    sample = _whole_lines(content, _SAMPLE)
    found = [(_part(sample, page, frequent) / least, page)
             for page, _, _, frequent, least in _ENCODINGS]
    best, page = max(found)
    return _decoded(content, page) if best >= 1 else None


def asked(content):
    # type: (bytes) -> tuple[str, str, str] | None
    """The same from charset-normalizer, for texts that look like no language of ours."""
    if charset_normalizer is None:
        return None
    guess = charset_normalizer.from_bytes(_whole_lines(content, _FEW)).best()
    page = _ALSO.get(guess.encoding, guess.encoding) if guess is not None else ""
    return _decoded(content, page) if page in {known[0] for known in _ENCODINGS} else None


def _decoded(content, page):
    # type: (bytes, str) -> tuple[str, str, str] | None
    language, name = next((language, name) for known, language, name, _, _ in _ENCODINGS if known == page)
    try:
        return content.decode(page), language, name
    except UnicodeDecodeError:
        return None


def _part(sample, page, frequent):
    # type: (bytes, str, re.Pattern[str]) -> float
    """Which part of the letters beyond ASCII are frequent ones, 0 where it cannot be read so."""
    try:
        text = sample.decode(page)
    except UnicodeDecodeError:
        return 0.0
    letters = _LETTERS.findall(text)
    if 4 * len(_WITHIN.findall(text)) > len(letters):
        return 0.0
    return len(frequent.findall("".join(letters))) / float(max(1, len(letters)))


def _whole_lines(content, most):
    # type: (bytes, int) -> bytes
    """The beginning of the content, up to an end of a line."""
    if len(content) <= most:
        return content
    return content[:content.rfind(b"\n", 0, most) + 1 or most]
