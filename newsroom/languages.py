"""Languages that words of a story may be in besides Vietnamese: by them a page is read aloud as it should be."""

import re

from django.utils.translation import gettext_lazy as _

LANGUAGES = {
    "en": _("English"),
    "fr": _("French"),
    "zh": _("Chinese"),
    "ja": _("Japanese"),
    "ko": _("Korean"),
    "lo": _("Lao"),
    "km": _("Khmer"),
    "th": _("Thai"),
    "ru": _("Russian"),
    "de": _("German"),
    "es": _("Spanish"),
    "la": _("Latin"),
}
# Word writes lang="EN-US" on everything that it lets go: that is no editor's mark.
LANGUAGE = re.compile("|".join(LANGUAGES))
