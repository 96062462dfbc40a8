from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from newsroom import places


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Stories")

    def ready(self):
        from articles import logins, reader_tables
        from articles.admin import saved_filters
        from articles.admin.error_report import reports_panel
        from articles.audit import record_deletions
        from articles.desk.commands import commands, list_link
        from articles.desk.imprint import imprint_panel
        from articles.desk.panels import numbers, out_panels, work_panels
        from articles.desk.rights import rights_panel
        from articles.desk.text_search import text_search_link
        from articles.front.strips import Sections
        from articles.notes import inbox, pages
        from articles.schedule.desk_link import calendar_link
        from articles.schedule.missed_panel import missed_panel
        from articles.views import lists

        places.fill("front_strips", Sections, order=10)
        places.fill("desk_panels", work_panels, order=10)
        places.fill("desk_panels", out_panels, order=30)
        places.fill("desk_margin", numbers, order=10)
        places.fill("desk_panels", reports_panel, order=25)
        places.fill("desk_panels", rights_panel, order=40)
        places.fill("desk_panels", missed_panel, order=5)
        places.fill("desk_panels", imprint_panel, order=50)
        places.fill("desk_head", calendar_link, order=20)
        places.fill("desk_commands", commands)
        places.fill("desk_addresses", saved_filters.addresses)
        places.fill("list_tools", saved_filters.tool, order=10)
        places.fill("list_tools", list_link, order=20)
        places.fill("list_tools", text_search_link, order=30)
        places.fill("records_deleted", record_deletions)
        places.fill("desk_addresses", pages.addresses)
        places.fill("desk_head", pages.link)
        places.fill("step_taken", inbox.tell_of_step)
        places.fill("query_names", lists.query_names)
        reader_tables.name_all()
        logins.watch()
