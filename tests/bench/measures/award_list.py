"""A decision's list of 10,000 rows: read, checked against the registry, recorded, taken back."""

import time

from django.db import transaction

from articles.tests.factories import make_article, make_user
from awards.award_lists.headings import layout_of
from awards.award_lists.judging import Judgement
from awards.award_lists.reading import cells_of_text
from awards.award_lists.recording import record
from awards.award_lists.undoing import undo
from awards.models import AwardList
from awards.tests.factories import make_form
from tests.bench.result import Result

SIZES = (0,)
ROWS, PEOPLE, UNITS = 10_000, 7000, 1500
MOST_SECONDS = 60


def measure():
    rows = (
        f"Nguyễn Mẫu {n % PEOPLE}\tCông chức\tPhòng Mẫu {n % UNITS}\tBằng khen đo tốc độ {n % 3}"
        for n in range(ROWS)
    )
    text = "Họ tên\tChức vụ\tĐơn vị\tHình thức\n" + "\n".join(rows)
    with transaction.atomic():
        for number in range(3):
            make_form(name=f"Bằng khen đo tốc độ {number}")
        user = make_user("registry_editor")
        story = make_article(standfirst="Khen thưởng.")
        begun = time.perf_counter()
        sheet = cells_of_text(text)
        award_list = AwardList.objects.create(
            name="Danh sách đo", sheet=sheet, head=0, columns=layout_of(sheet).columns,
            article=story, quote="Khen thưởng.", block="sapo",
        )  # fmt: skip
        judgement = Judgement(award_list)
        checked = time.perf_counter()
        assert len(judgement.to_record) == ROWS
        done = record(award_list, user=user)
        recorded = time.perf_counter()
        undo(done, user=user)
        undone = time.perf_counter()
        transaction.set_rollback(True)
    yield Result("10,000 rows read and checked", checked - begun, "s")
    yield Result("10,000 rows recorded", recorded - checked, "s")
    yield Result("from paste to record", recorded - begun, "s", most=MOST_SECONDS)
    yield Result("10,000 rows taken back", undone - recorded, "s", most=MOST_SECONDS)
