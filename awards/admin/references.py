"""References on a form: typed, or given when the record is saved."""

from awards.references import give_ref


class GivenRefMixin:
    """A model form whose `ref` may stay empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "ref" in self.fields:  # not for those who may only look
            self.fields["ref"].required = False


class GivingRefMixin:
    """A ModelAdmin that gives a record its reference when it has none."""

    def save_model(self, request, obj, form, change):
        give_ref(obj)
        super().save_model(request, obj, form, change)
