"""The desk: Django's admin with an index that carries panels of the apps."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

from newsroom import places


class NewsroomAdminSite(AdminSite):
    """One login for desk and account pages; the index carries panels that apps put there."""

    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("What waits")
    index_template = "admin/desk.html"

    def __init__(self, *args, **kwargs):
        from allauth.account.decorators import (
            secure_admin_login,
        )  # needs the loaded app registry

        super().__init__(*args, **kwargs)
        self.login = secure_admin_login(self.login)

    def index(self, request, extra_context=None):
        panels = [panel for panel in places.ask("desk_panels", request) if panel]
        return super().index(request, {"panels": panels, **(extra_context or {})})
