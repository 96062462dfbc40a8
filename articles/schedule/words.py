"""Moments in words, as the desk prints them."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime


def moment_text(moment: datetime | None) -> str:
    """“17:00 22/11/2026” in Vietnam's time; empty for none."""
    return date_format(localtime(moment), "H:i j/n/Y") if moment else ""
