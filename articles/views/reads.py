import re
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.most_read import counting
from newsroom.slugs import SLUG


# There is no session to borrow: the one thing this does is to count.
@csrf_exempt
@require_POST
def count_read(request):
    """What a story's page says once it was open for a while: `bai`, the slug. Always answers 204."""
    slug = request.POST.get("bai", "")
    if (
        re.fullmatch(SLUG, slug)
        and _from_our_page(request)
        and not counting.is_program(request.headers.get("User-Agent", ""))
    ):
        counting.tally.count(slug)
    return HttpResponse(status=204)


def _from_our_page(request) -> bool:
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host()
