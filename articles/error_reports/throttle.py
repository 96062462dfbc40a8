"""How many reports one address may send. Only a keyed digest of it is kept, for an hour."""

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

MOST_AN_HOUR = 5


def may_send(address: str) -> bool:
    """Count one report from this address; False once there were too many this hour."""
    hour = f"{timezone.now():%Y%m%d%H}"
    key = "error-report:" + salted_hmac("articles.error_reports", f"{hour} {address}").hexdigest()
    if cache.add(key, 1, timeout=3600):
        return True
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:  # it has lapsed in between
        return True
