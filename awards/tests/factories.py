"""Valid registry records for tests; a test states only what matters to it. People are plainly synthetic.

Records come unproven: `prove` gives them the words of a story, and readers see them.
"""

from itertools import count

from articles.tests.factories import make_article
from awards.models import (
    Announcement,
    AwardForm,
    Campaign,
    Event,
    Evidence,
    ExemplaryModel,
    Honour,
    Organisation,
    Person,
    Target,
)
from awards.models.evidence import RECORD_FIELDS

_number = count(1)


def make_form(**fields) -> AwardForm:
    number = next(_number)
    return AwardForm.objects.create(
        **{"name": f"Bằng khen mẫu {number}", "family": "merit", "rank": number, **fields}
    )


def make_organisation(**fields) -> Organisation:
    return Organisation.objects.create(**{"name": f"Đơn vị mẫu {next(_number)}", **fields})


def make_person(**fields) -> Person:
    return Person.objects.create(**{"full_name": f"Người Mẫu {next(_number)}", **fields})


def make_event(**fields) -> Event:
    return Event.objects.create(**{"name": f"Hội nghị mẫu {next(_number)}", **fields})


def make_campaign(**fields) -> Campaign:
    return Campaign.objects.create(**{"name": f"Phong trào mẫu {next(_number)}", **fields})


def make_target(campaign: Campaign, **fields) -> Target:
    number = next(_number)
    return Target.objects.create(
        **{
            "campaign": campaign,
            "ref": f"nhiem-vu-mau-{number}",
            "number": number,
            "text": f"Nhiệm vụ mẫu {number}.",
            **fields,
        }
    )


def make_model(**fields) -> ExemplaryModel:
    return ExemplaryModel.objects.create(
        **{"name": f"Cách làm mẫu {next(_number)}", "word": "mô hình", **fields}
    )


def make_honour(**fields) -> Honour:
    """An honour of a collective, unless another recipient is given."""
    if not {"organisation", "person", "household"} & set(fields):
        fields["organisation"] = make_organisation()
    if "form" not in fields:
        fields["form"] = make_form()
    return Honour.objects.create(**{"ref": f"vinh-danh-mau-{next(_number)}", **fields})


def make_announcement(**fields) -> Announcement:
    """An announced total of three collectives, unless stated otherwise."""
    if "form" not in fields:
        fields["form"] = make_form()
    return Announcement.objects.create(
        **{
            "ref": f"cong-bo-mau-{next(_number)}",
            "recipient_kind": "collective",
            "count": None if fields.get("many") else 3,
            **fields,
        }
    )


def prove(record, article=None, **fields):
    """The record, with a piece of evidence: the standfirst of the story (a published one if omitted)."""
    article = article or make_article()
    column = next(
        name for name in RECORD_FIELDS if Evidence._meta.get_field(name).related_model is type(record)
    )
    Evidence.objects.create(
        **{
            "ref": f"bang-chung-mau-{next(_number)}",
            "article": article,
            "block": "sapo",
            "quote": article.standfirst,
            column: record,
            **fields,
        }
    )
    return record
