"""Long lists in pages: which page is shown, the links to others, and what a form of filters has chosen."""
from __future__ import unicode_literals

from django import forms
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator


class Together(object):
    """Querysets one behind the other, as one list that a Paginator can cut. Each is counted once."""

    def __init__(self, *parts):
        self.parts, self._counts = parts, None

    @property
    def counts(self):
        if self._counts is None:
            self._counts = [part.count() for part in self.parts]
        return self._counts

    def count(self):
        return sum(self.counts)

    def __getitem__(self, cut):
        found, before = [], 0
        for part, count in zip(self.parts, self.counts):
            start, stop = max(cut.start - before, 0), min(cut.stop - before, count)
            if start < stop:
                found += list(part[start:stop])
            before += count
        return found


class Filters(forms.Form):
    """Boxes that narrow a list, sent by GET; a box with nonsense narrows nothing."""

    def chosen(self):
        """{name: value} of the boxes in which something is chosen."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}


def page_of(rows, number, size):
    """The page with this number (a text), the first for nonsense, the last for what is beyond."""
    paginator = Paginator(rows, size)
    try:
        return paginator.page(number or 1)
    except PageNotAnInteger:
        return paginator.page(1)
    except EmptyPage:
        return paginator.page(paginator.num_pages)


def near(page):
    """The numbers of the pages to link: the first, the last, and those around this one."""
    last = page.paginator.num_pages
    return [number for number in range(1, last + 1) if number in (1, last) or abs(number - page.number) <= 3]


def address(request, **changes):
    """The query of this address, which begins with "?", with other values; None takes one out."""
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return "?%s" % query.urlencode()


def links(request, page):
    """[(number, address)] of the pages to link."""
    return [(number, address(request, page=number)) for number in near(page)]
