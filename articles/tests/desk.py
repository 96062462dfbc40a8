"""What an editor's browser does with the story's form: open it, change something, send it back."""

from django.urls import reverse

from articles.models import Article

ADD = "/admin/articles/article/add/"


def change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def open_form(client, url: str):
    """The form as the page shows it."""
    return client.get(url).context["adminform"].form


def filled(form) -> dict:
    """What the browser would send if nothing were touched."""
    data = {field.html_name: _text(field.value()) for field in form}
    data |= {field.html_name: _text(field.value()) for field in form.times}
    shown = [field for field in (*form, *form.times) if field.field.show_hidden_initial]
    data |= {field.html_initial_name: _text(field.value()) for field in shown}
    for rows in (form.bylines, form.related):
        data |= {field.html_name: _text(field.value()) for field in rows.management_form}
        for row in rows:
            data |= {field.html_name: _text(field.value()) for field in row if field.name != "DELETE"}
    return data


def send(client, url: str, *, button: str = "_save", value: str = "1", **changes):
    """Open the form at `url`, change some fields and press a button."""
    return client.post(url, filled(open_form(client, url)) | changes | {button: value})


def take(client, article: Article, step: str, **changes):
    """Press the button of a workflow step, advice of the gate or not."""
    return send(client, change_url(article), button="_step", value=step, **({"step_despite": "1"} | changes))


def _text(value) -> str:
    return "" if value is None else str(value)
