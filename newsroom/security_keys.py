"""The forms of security keys, in the editor's language."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _


class NamedKeyMixin:
    """allauth labels the name by its variable, in English only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")


class AddKeyForm(NamedKeyMixin, AddWebAuthnForm):
    """Makes a key; its name may be left to us."""


class EditKeyForm(NamedKeyMixin, EditWebAuthnForm):
    """Renames a key."""
