"""Fields as wide and high as what they hold."""

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget

from newsroom.admin_choosers import ChooserMixin
from newsroom.text_fields import LineField, ParagraphField

LONG_LINE = 300


class RoomyMixin(ChooserMixin):
    """A ModelAdmin or inline whose long lines and paragraphs can be read whole."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if "widget" not in kwargs and not db_field.choices:
            if isinstance(db_field, ParagraphField):
                kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 4})
            elif isinstance(db_field, LineField) and db_field.max_length >= LONG_LINE:
                kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 2})
            elif isinstance(db_field, LineField):
                kwargs["widget"] = AdminTextInputWidget(attrs={"class": "vTextField registry-line"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
