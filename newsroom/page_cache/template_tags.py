"""{% once %}: a part of a page that is rendered once in each edition, for all readers' pages that show it."""

from django import template

from newsroom.page_cache import generation

register = template.Library()


@register.tag
def once(parser, token):
    """`{% once "name" value … %}…{% endonce %}`: what stands between may depend on these values and on the edition.

    They say under what the part is kept. For requests that are not for everybody it is rendered each time.
    """
    words = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    if not words:
        raise template.TemplateSyntaxError("{% once %} needs the name of the part")
    nodes = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode(words, nodes)


class OnceNode(template.Node):
    def __init__(self, words, nodelist):
        self.words, self.nodelist = words, nodelist

    def render(self, context):
        request = getattr(context, "request", None)
        if request is None or generation.of(request) is None:
            return self.nodelist.render(context)
        key = (OnceNode, *(word.resolve(context, ignore_failures=True) for word in self.words))
        return generation.known(request, key, lambda: self.nodelist.render(context))
