"""Many stories at once: who works on them, and until when."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles import assigning
from articles.admin.article.form import PersonField
from articles.admin.article.stepping import MomentField


class AssignmentForm(forms.Form):
    """What is left empty stays on each story as it is; a tick takes it off."""

    assignee = PersonField(
        label=_("Assigned to"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("(stays as it is)"),
    )
    nobody = forms.BooleanField(label=_("Nobody any more"), required=False)
    due_at = MomentField(label=_("Due"), help_text=_("Empty: stays as it is. Vietnamese time."))
    no_due = forms.BooleanField(label=_("No due time any more"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assignee"].offer(None)

    def clean(self):
        data = super().clean()
        if not self.errors and not any(data.values()):
            raise ValidationError(_("Choose a person or a time, or tick what is to be taken off."))
        if data.get("assignee") and data["nobody"]:
            self.add_error("nobody", _("Either a person or nobody."))
        if data.get("due_at") and data["no_due"]:
            self.add_error("no_due", _("Either a time or none."))
        return data

    def columns(self) -> dict:
        """What is to change on each story."""
        data, columns = self.cleaned_data, {}
        if data["assignee"] or data["nobody"]:
            columns["assignee"] = data["assignee"]
        if data["due_at"] or data["no_due"]:
            columns["due_at"] = data["due_at"]
        return columns


@admin.action(description=_("Assign, set when due…"))
def assign(modeladmin, request, queryset):
    """Ask whom and until when, then change the rows; the texts stay as they are."""
    confirmed = request.POST.get("confirmed")
    form = AssignmentForm(request.POST if confirmed else None)
    stories = queryset.select_related("assignee").defer("body", "story_html")
    if confirmed and form.is_valid():
        for story in stories:
            assigning.assign(story, form.columns(), user=request.user)
        count = len(stories)
        text = ngettext("%(count)s story was assigned.", "%(count)s stories were assigned.", count)
        messages.success(request, text % {"count": count})
        return None
    context = {
        **modeladmin.admin_site.each_context(request),
        "opts": modeladmin.opts,
        "title": gettext("Assign: %(count)s stories") % {"count": len(stories)},
        "stories": stories,
        "form": form,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/articles/article/assign.html", context)
