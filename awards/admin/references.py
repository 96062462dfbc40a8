"""References on a form: typed, or given when the record is saved."""


class GivenRefMixin:
    """A model form whose `ref` may stay empty."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "ref" in self.fields:  # not for those who may only look
            self.fields["ref"].required = False
