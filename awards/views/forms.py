from collections import Counter

from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from awards.charts.years import honours_by_year
from awards.contradictions.told import attach_disagreements
from awards.models import AwardForm, Honour
from awards.models.base import KIND_WORDS
from awards.models.honour import PRECEDENCE
from awards.proofs import attach_proofs, mark_public, names_on
from awards.reconciliation import public_totals
from awards.roll.groups import group
from awards.roll.standing import standing
from awards.views.public import page_of
from newsroom.paging import CURSOR

HONOURS_ON_A_PAGE = 60
TOTALS_SHOWN = 120


def form(request, slug):
    """One form of award: what it is, who confers it, under which law, and who holds it here."""
    family = AwardForm.objects.filter(Q(slug=slug) | Q(general__slug=slug)).select_related("general")
    form = next((one for one in family if one.slug == slug), None)
    if form is None:
        raise Http404
    held = Honour.objects.public().proven().filter(form=form)
    page = page_of(request, held.for_list(), PRECEDENCE, size=HONOURS_ON_A_PAGE)
    first_page = not request.GET.get(CURSOR)
    totals = list(public_totals().filter(form=form)[:TOTALS_SHOWN]) if first_page else []
    attach_proofs(page.rows, totals)
    attach_disagreements(page.rows)
    mark_public(*names_on(page), *(total.scope for total in totals))
    groups = group(page, totals)
    numbers = standing(Q(form=form), "recipient_kind", "listed_year")
    return render(
        request,
        "awards/form.html",
        {
            "form": form,
            "recipients": [KIND_WORDS[kind].lower() for kind in form.recipients if kind in KIND_WORDS],
            "relatives": [one for one in family if one.general_id == form.pk],
            "counts": _by_kind(numbers),
            "years": honours_by_year(_by_year(numbers)) if first_page else None,
            "roll_address": f"{reverse('awards:roll')}?form={form.slug}",
            "classes": groups[0].classes if groups else [],
            "page": page,
            "current_section": reverse("awards:roll"),
        },
    )


def _by_kind(numbers) -> list[tuple[str, int]]:
    """Honours that stand, by kind of recipient."""
    counted = Counter()
    for kind, _year, number in numbers:
        counted[kind] += number
    return [(word.lower(), counted[kind]) for kind, word in KIND_WORDS.items() if counted[kind]]


def _by_year(numbers) -> list[tuple[int, int]]:
    counted = Counter()
    for _kind, year, number in numbers:
        counted[int(year)] += number
    return sorted(counted.items())
