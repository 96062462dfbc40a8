"""Error pages that need no app."""

from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import render

UNREADABLE = "Địa chỉ này có phần không đọc được."


def bad_request(request, exception):
    """400 that says what was wrong, where a view said it in the reader's language; JSON for programs."""
    message = str(exception) if isinstance(exception, BadRequest) else ""
    if request.path.startswith("/api/"):
        return JsonResponse(
            {"detail": message or UNREADABLE}, status=400, json_dumps_params={"ensure_ascii": False}
        )
    return render(request, "400.html", {"message": message}, status=400)
