"""Merging two units or two people on the desk: choose, see everything that moves, decide; and the way back."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.merging.merge import merge, obstacles
from awards.merging.preview import honours_twice, plan
from awards.models import Honour
from newsroom.keys import is_key


class PairForm(forms.Form):
    """The one that stays and the one that goes."""

    def __init__(self, data, model, site):
        super().__init__(data)
        for name, label in (("kept", _("the one that stays")), ("gone", _("the one that goes"))):
            self.fields[name] = forms.ModelChoiceField(
                label=capfirst(label),
                queryset=model.objects.all(),
                widget=AutocompleteSelect(Honour._meta.get_field(model._meta.model_name), site),
            )


class MergingMixin:
    """A ModelAdmin of units or people with the action and the page, for those who may change them."""

    actions = ["merge_two"]

    def has_merge_permission(self, request):
        return self.has_change_permission(request)

    @admin.action(description=_("Merge two into one…"), permissions=["merge"])
    def merge_two(self, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(keys) != 2:
            messages.warning(request, gettext("Choose exactly two to merge."))
            return None
        return redirect(f"{self._merging_address()}?kept={keys[0]}&gone={keys[1]}")

    def get_urls(self):
        view = self.admin_site.admin_view(self.merging_view)
        name = f"awards_{self.opts.model_name}_merging"
        return [path("merging/", view, name=name), *super().get_urls()]

    def _merging_address(self) -> str:
        return reverse(f"admin:awards_{self.opts.model_name}_merging")

    def merging_view(self, request):
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST or request.GET
        keys = {name: key for name in ("kept", "gone") if is_key(key := asked.get(name, ""))}
        form = PairForm(keys if asked.get("gone") else None, self.model, self.admin_site)
        if not form.is_bound:
            form.initial = keys
        pair = (form.cleaned_data["kept"], form.cleaned_data["gone"]) if form.is_valid() else ()
        against = obstacles(*pair) if pair else []
        if request.method == "POST" and pair and not against:
            return self._merge(request, *pair)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Merge two into one"),
            "form": form,
            "media": form.media,
            "address": self._merging_address(),
            "against": against,
            "pair": pair,
            "reason": asked.get("reason", ""),
        }
        if pair and not against:
            context |= {"moving": plan(*pair), "twice": honours_twice(*pair)}
        status = 400 if request.method == "POST" or (form.is_bound and not pair) else 200
        return render(request, "admin/awards/merging.html", context, status=status)

    def _merge(self, request, kept, gone):
        try:
            done = merge(kept, gone, user=request.user, reason=request.POST.get("reason", "")[:300])
        except ValidationError as refused:  # somebody was quicker
            messages.error(request, " ".join(refused.messages))
            return redirect(self._merging_address())
        text = gettext("“%(gone)s” is now one with “%(kept)s”.") % {
            "gone": done.gone_name,
            "kept": done.kept_name,
        }
        way_back = reverse("admin:awards_merge_undoing", args=[done.pk])
        messages.success(request, format_html('{} <a href="{}">{}</a>', text, way_back, gettext("Undo…")))
        return redirect(f"admin:awards_{self.opts.model_name}_change", done.kept_pk)
