"""Faces drawn from names: a playing card that looks at you. Pure, and the same on every machine.

The pictures are SVG text made of our own shapes; nothing of the name itself gets into them.
"""
from __future__ import unicode_literals

import hashlib

from common.names import name_key

# Degrees on the colour wheel: the twelve tables of the rooms.
HUES = (4, 26, 48, 88, 140, 166, 188, 208, 232, 262, 292, 330)
# The card itself: its colour and the colour of its face; the hue goes into %d.
CARDS = (("#fbfaf6", "#14130f"), ("#fbfaf6", "#14130f"), ("#17161b", "#fbfaf6"), ("#ffd23f", "#17130a"),
         ("hsl(%d 70%% 88%%)", "#14130f"))
TILTS = (-9, -6, -3, 3, 6, 9)

# All shapes lie on a card of 40 x 52 around (32, 34); {ink} is the colour of the face, {other} a hue unlike
# the table's.
EYES = (
    '<circle cx="25" cy="31" r="2.6" fill="{ink}"/><circle cx="39" cy="31" r="2.6" fill="{ink}"/>',
    '<circle cx="25" cy="31" r="5" fill="#fff" stroke="{ink}" stroke-width="1.6"/>'
    '<circle cx="39" cy="31" r="5" fill="#fff" stroke="{ink}" stroke-width="1.6"/>'
    '<circle cx="26.4" cy="32" r="2.2" fill="#14130f"/><circle cx="40.4" cy="32" r="2.2" fill="#14130f"/>',
    '<path d="M21 32q4-5 8 0M35 32q4-5 8 0" {line}/>',
    '<circle cx="25" cy="31" r="2.6" fill="{ink}"/><path d="M35.5 31h7" {line}/>',
    '<circle cx="25" cy="31" r="6" {line}/><circle cx="39" cy="31" r="6" {line}/><path d="M31 30q1-1.4 2 0" {line}/>'
    '<circle cx="25" cy="31" r="2" fill="{ink}"/><circle cx="39" cy="31" r="2" fill="{ink}"/>',
    '<path d="M21 29h8M35 29h8" {line}/><circle cx="25" cy="31.6" r="2.4" fill="{ink}"/>'
    '<circle cx="39" cy="31.6" r="2.4" fill="{ink}"/>',
    '<path d="M22 25.5l6-1.5M42 25.5l-6-1.5" {line}/><circle cx="25" cy="31" r="2.4" fill="{ink}"/>'
    '<circle cx="39" cy="31" r="2.4" fill="{ink}"/>',
    '<path d="M25 27.5l1.2 2.4 2.6.3-2 1.8.6 2.6-2.4-1.3-2.4 1.3.6-2.6-2-1.8 2.6-.3zM39 27.5l1.2 2.4 2.6.3-2 1.8.6 '
    '2.6-2.4-1.3-2.4 1.3.6-2.6-2-1.8 2.6-.3z" fill="{ink}"/>',
)
MOUTHS = (
    '<path d="M25 41q7 7 14 0" {line}/>',
    '<path d="M24.5 40h15q-1 9-7.5 9t-7.5-9z" fill="{ink}"/><path d="M28 47.4q4-2.6 8 0-4 3-8 0z" fill="#ff7a59"/>',
    '<circle cx="32" cy="43.5" r="3.6" fill="{ink}"/>',
    '<path d="M26 44q7 2 12-3" {line}/>',
    '<path d="M25 41q7 6 14 0" {line}/><path d="M31 44h6v3a3 3 0 0 1-6 0z" fill="#ff7a59"/>',
    '<path d="M25 43q2.3-3 4.7 0t4.6 0 4.7 0" {line}/>',
    '<path d="M25 41h14v3.5q-7 4.5-14 0z" fill="#fff" stroke="{ink}" stroke-width="1.6"/><path d="M32 41v5.6" {thin}/>',
    '<path d="M32 40q-3-2-5 .6-2 2.2-5 .4 2 5 6 4 2.8-.7 4-2.6 1.2 1.9 4 2.6 4 1 6-4-3 1.8-5-.4-2-2.6-5-.6z" '
    'fill="{ink}"/><path d="M29 47.5q3 1.5 6 0" {thin}/>',
)
EXTRAS = (
    "",
    '<circle cx="20.5" cy="39" r="2.6" fill="#ff7a59" opacity=".6"/><circle cx="43.5" cy="39" r="2.6" fill="#ff7a59" '
    'opacity=".6"/>',
    '<path d="M20 11l3-8 5 5 4-7 4 7 5-5 3 8z" fill="#ffd23f" stroke="#14130f" stroke-width="1.4" stroke-linejoin="round"/>',
    '<path d="M32 11V5" stroke="#14130f" stroke-width="1.8"/><circle cx="32" cy="4" r="2.8" fill="hsl({other} 80% 58%)" '
    'stroke="#14130f" stroke-width="1.4"/>',
    '<path d="M22 11q1-9 10-9t10 9z" fill="hsl({other} 70% 48%)" stroke="#14130f" stroke-width="1.4"/><path d="M17 11h30" '
    'stroke="#14130f" stroke-width="2.6" stroke-linecap="round"/>',
    '<path d="M32 9l-8-5v10zM32 9l8-5v10z" fill="#ff7a59" stroke="#14130f" stroke-width="1.4" stroke-linejoin="round"/>'
    '<circle cx="32" cy="9" r="2.4" fill="#ff7a59" stroke="#14130f" stroke-width="1.4"/>',
    '<path d="M26 12q-1-7-5-8M32 11q0-6 1-9M38 12q1-6 6-7" fill="none" stroke="#14130f" stroke-width="2.6" '
    'stroke-linecap="round"/>',
)
PIPS = ('<path d="M18.5 16.5h5v6h-5z" fill="{ink}"/>', '<circle cx="21" cy="19" r="2.7" fill="{ink}"/>',
        '<path d="M21 15.6l3 3.6-3 3.6-3-3.6z" fill="#e2452f"/>',
        '<path d="M21 22.6l-3.2-3.3q-.9-1.6.4-2.7 1.5-.9 2.8.6 1.3-1.5 2.8-.6 1.3 1.1.4 2.7z" fill="#e2452f"/>')

SVG = ('<svg class="avatar" width="{size}" height="{size}" viewBox="0 0 64 64" aria-hidden="true" focusable="false">'
       '<circle cx="32" cy="32" r="32" fill="hsl({hue} 60% 46%)"/><g transform="rotate({tilt} 32 34) translate(4.5 6) '
       'scale(.86)"><rect x="12" y="10" width="40" height="48" rx="6" fill="{card}" stroke="#14130f" stroke-opacity=".35"/>'
       '{shapes}</g></svg>')


def face(name, size=48):
    """The face of everybody called `name`, as an SVG element of `size` pixels;
    names that look the same share one.
    """
    dice = iter(bytearray(hashlib.sha256(name_key(name).encode("utf-8")).digest()))

    def throw(choices):
        return choices[next(dice) % len(choices)]
    hue, (card, ink), tilt = throw(HUES), throw(CARDS), throw(TILTS)
    colours = {"ink": ink, "card": card % hue if "%d" in card else card, "other": (hue + 170) % 360,
               "line": 'fill="none" stroke="%s" stroke-width="2.2" stroke-linecap="round"' % ink,
               "thin": 'fill="none" stroke="%s" stroke-width="1.4" stroke-linecap="round"' % ink}
    shapes = "".join(throw(choices).format(**colours) for choices in (EXTRAS, PIPS, EYES, MOUTHS))
    return SVG.format(size=size, hue=hue, tilt=tilt, card=colours["card"], shapes=shapes)
