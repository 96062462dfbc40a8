"""Strips of the front page made of the stories that prove a campaign."""

from articles.front.strips import Strip
from articles.models import Article
from awards.models import Campaign, Evidence


class CampaignStrips:
    """Fills the place `front_strips`."""

    kind = "campaign"
    label = "Phong trào thi đua"

    def choices(self):
        return list(Campaign.objects.order_by("name", "pk").values_list("pk", "name"))

    def stories(self, key):
        return Article.objects.filter(pk__in=Evidence.objects.filter(campaign=key).values("article"))

    def strips(self, keys, stories):
        proofs = Evidence.objects.filter(campaign__in=keys, article__in=stories).select_related("campaign")
        campaigns = {proof.campaign_id: proof.campaign for proof in proofs}
        told = {(proof.campaign_id, proof.article_id) for proof in proofs}
        return {
            key: Strip(
                campaign.name,
                campaign.get_absolute_url(),
                [story for story in stories if (key, story.pk) in told],
            )
            for key, campaign in campaigns.items()
        }
