from django.db import migrations

from newsroom.vietnamese import fold

# Common usage of the field; a newsroom edits them on the desk.
EXPLAINED = {
    "BĐBP": "Bộ đội Biên phòng",
    "BTC": "Bộ Tài chính",
    "CBCC": "cán bộ, công chức",
    "CBCCVC": "cán bộ, công chức, viên chức",
    "CNTT": "công nghệ thông tin",
    "CSTĐ": "Chiến sĩ thi đua",
    "HCLĐ": "Huân chương Lao động",
    "HĐND": "Hội đồng nhân dân",
    "KBNN": "Kho bạc Nhà nước",
    "LĐTT": "Lao động tiên tiến",
    "NSNN": "ngân sách nhà nước",
    "TCHQ": "Tổng cục Hải quan",
    "TP HCM": "Thành phố Hồ Chí Minh",
    "TP.HCM": "Thành phố Hồ Chí Minh",
    "TPHCM": "Thành phố Hồ Chí Minh",
    "TTg": "Thủ tướng Chính phủ",
    "TTLĐXS": "Tập thể lao động xuất sắc",
    "TĐKT": "thi đua, khen thưởng",
    "UBND": "Ủy ban nhân dân",
    "XNK": "xuất nhập khẩu",
}
# These stand for other things too, or mostly inside the number of a decision.
FOR_SEARCH_ONLY = {
    "CP": "Chính phủ",
    "NK": "nhập khẩu",
    "NĐ": "nghị định",
    "QĐ": "quyết định",
    "TT": "thông tư",
    "TW": "Trung ương",
    "XK": "xuất khẩu",
}


def add(apps, schema_editor):
    """The usual abbreviations; one that a newsroom has entered already stays as it is."""
    Abbreviation = apps.get_model("articles", "Abbreviation")
    rows = [(pair, True) for pair in EXPLAINED.items()] + [(pair, False) for pair in FOR_SEARCH_ONLY.items()]
    Abbreviation.objects.bulk_create(
        (
            Abbreviation(
                short=short, long=long, in_stories=in_stories, search_fold=fold(f"{short} {long}")
            )
            for (short, long), in_stories in rows
        ),
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_abbreviations")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
