"""The Content-Security-Policy and the editor's import map."""

from js_asset import Media


class NonceMixin:
    """Puts the request's nonce on the inline import map. Django 6 does this by itself."""

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)
