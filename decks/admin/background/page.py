"""The page of a DeckJob: how far it is, then what became of it. A job is its maker's alone."""
from __future__ import unicode_literals

from django.contrib import admin
from django.contrib.messages.constants import DEFAULT_TAGS
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from common.compat import json_loads, reverse
from decks.admin.background import jobs
from decks.models import Deck, DeckJob


@never_cache
@require_safe
def show_work(request, pk):
    job = get_object_or_404(DeckJob, pk=pk, user=request.user)
    level, told = jobs.told(job) if job.status == jobs.DONE else (None, "")
    work = jobs.WORKS[job.work]
    return render(request, "admin/decks/work.html", dict(
        admin.site.each_context(request), title=work.title, words=work.back[1],
        back=json_loads(job.options).get("back") or reverse(work.back[0]), opts=Deck._meta,
        is_nav_sidebar_enabled=False, job=job, is_at_work=job.status in (jobs.QUEUED, jobs.RUNNING),
        told=told, level=DEFAULT_TAGS.get(level, ""), error=json_loads(job.result).get("error", "")))


@never_cache
@require_safe
def work_progress(request, pk):
    """{"status", "step", "done", "total"} as import_progress gives them."""
    job = get_object_or_404(DeckJob, pk=pk, user=request.user)
    return JsonResponse({"status": job.status, "step": job.work, "done": job.done, "total": job.total})
