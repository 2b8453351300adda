"""Pages that need an account lead there, and back."""
from __future__ import unicode_literals

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import render


def signed_in_for(page):
    """Decorates a view: whoever is signed out signs in first, and comes back to the address that was asked
    for; after something that was posted, to page(*arguments of the address), a path.
    """
    def decorate(view):
        @wraps(view)
        def ask(request, *args, **kwargs):
            if request.user.pk is not None:
                return view(request, *args, **kwargs)
            asked = request.method in ("GET", "HEAD")
            return redirect_to_login(request.get_full_path() if asked else page(*args, **kwargs))
        return ask
    return decorate


def missing(request, what):
    """The answer where there is nothing for this visitor: who is signed out is offered to sign in and come
    back, and learns not whether there is something. Raises Http404 for everybody else.
    """
    if request.user.pk is not None:
        raise Http404(what)
    return render(request, "404_signed_out.html", {"next": request.get_full_path()}, status=404)
