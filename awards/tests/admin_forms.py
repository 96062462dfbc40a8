"""Forms of the desk filled in as a browser does: everything they show, with some fields changed."""


def filled(response, **changes) -> dict:
    """The POST of the form on the page, changed; a key `evidence-0-quote` reaches into an inline."""
    data = {}
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = value
    return {name: value for name, value in (data | changes).items() if value is not None}


def submit(client, address: str, **changes):
    """Open the form at the address, change it, save it; returns the answer."""
    return client.post(address, filled(client.get(address), **changes))


def errors(response) -> str:
    """Everything that the answered form complains about, as one text."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    parts = [response.context["adminform"].form.errors, *(one.errors for one in formsets)]
    parts += [one.non_form_errors() for one in formsets]
    return " ".join(map(str, parts))


def said(response) -> list[str]:
    """The messages that wait for the person after this answer."""
    return [str(message) for message in response.wsgi_request._messages]
