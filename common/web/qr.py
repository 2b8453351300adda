"""QR codes as pictures."""
from __future__ import unicode_literals

import io

import segno
from django.http import HttpResponse


def qr_response(address):
    """The answer with a QR code of this address, SVG."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=8, border=2, xmldecl=False, svgclass=None,
                                        lineclass=None)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
