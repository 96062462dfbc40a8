"""The registry as data: only records that a published story proves, and of them only what stands."""

from ninja import Router

from awards.api import announcements, campaigns, directory, honours

router = Router()
for part in (campaigns, honours, announcements, directory):
    router.add_router("", part.router)
