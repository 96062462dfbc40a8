from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Redirect
from articles.web_addresses import OWN_PAGE


class RedirectForm(forms.ModelForm):
    class Meta:
        model = Redirect
        fields = ("old_path", "new_path")
        help_texts = {"new_path": _("Empty: the old address answers that the page is gone (410).")}

    def clean_old_path(self):
        return self._own_page("old_path")

    def clean_new_path(self):
        return self._own_page("new_path")

    def _own_page(self, name):
        address = self.cleaned_data[name].strip()
        if address and not OWN_PAGE.fullmatch(address):
            raise ValidationError(
                _("Write an address of this site, from the first slash: /tac-gia/nguoi-mau/")
            )
        return address


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    form = RedirectForm
    list_display = ("old_path", "new_path", "created_at")
    search_fields = ("old_path", "new_path")
    show_full_result_count = False
    sortable_by = ()
