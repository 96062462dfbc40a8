from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = _("Registry of honours")

    def ready(self):
        from awards import places, reader_tables

        places.fill()
        reader_tables.name_all()
