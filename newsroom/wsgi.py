"""The WSGI application that the production server runs: Django behind the page cache."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from newsroom.page_cache.layer import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
if settings.PAGE_CACHE_MB and not settings.DEBUG:  # who works on templates wants to see each change
    application = PageCache(application, room=settings.PAGE_CACHE_MB * 1024 * 1024)
