"""Whether a verb is passive, and who gives by it."""

from itertools import takewhile

from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item


def passive_of(items: list[Item], head: int, left: int) -> tuple[int | None, int | None]:
    agent = None
    for place in range(head - 1, max(left, head - 14) - 1, -1):
        item = items[place]
        if item.code == codes.GIVE or (item.code in {",", "v"} and items[place - 1].code == codes.GIVE):
            continue  # "được phong tặng, truy tặng"
        verb_follows = items[place + 1].code == codes.GIVE
        if item.code in {",", "v"} and verb_follows and items[place - 1].code == codes.WORD:
            continue  # "được Trung ương Đoàn tuyên dương, tặng Bằng khen"
        if agent is None and item.text == "quyền" and items[place - 1].text in {"ủy", "uỷ"}:
            return None, None  # "được Bộ trưởng ủy quyền trao": who hands it over
        if item.code in {codes.PASSIVE, codes.SUFFER}:
            return place, agent
        if item.code in {codes.NAMED, codes.OFFICE, codes.MANDATE, codes.DECIDED}:
            agent = place if agent is None else agent  # "được A đề nghị B tặng": B
        elif item.code in {codes.FORMS, codes.COUNTED, ";", ":", ")", "(", codes.TO} or (
            item.code == "," and not _between_agents(items, place)
        ):
            return None, None
    return None, None


def _between_agents(items: list[Item], comma: int) -> bool:
    """ "được Đảng, Nhà nước trao tặng": the comma parts two who give."""
    agents = {codes.NAMED, codes.OFFICE}
    return items[comma + 1].code in agents and (
        items[comma - 1].code in agents or items[comma - 1].text == "đảng"
    )


def agent_of(items: list[Item], head: int, left: int) -> int | None:
    aside = False
    for place in range(head - 1, left - 1, -1):
        if items[place].code == codes.NAMED and (
            _is_praised(items, place) or _was_done_to(items, place, left)
        ):
            continue
        if items[place].code == codes.NAMED and (_is_given(items, place) or _joins(items, place, left)):
            return None
        if items[place].code in {codes.NAMED, codes.OFFICE, codes.MANDATE, codes.DECIDED}:
            return place
        # Who gave stands before an aside too: "A khen thưởng 12 tập thể (trong đó tặng …)".
        aside = aside or items[place].code == "(" or items[place].text in {"trong đó", "trong số đó"}
        if aside and items[place].code in {codes.COUNTED, ";"}:
            continue
        to_others = items[place].code == codes.COUNTED and items[place - 1].code == codes.TO
        if to_others and not any(item.code == codes.FORMS for item in items[left:place]):
            continue  # "A nâng lương cho 3 cán bộ, tặng Giấy khen cho 12 tập thể"
        praise = items[place].code == codes.FORMS and not items[place].forms[0].by_law
        if items[place].code == ":" and _tells_what_was_done(items, place):
            continue
        if items[place].code in {codes.FORMS, codes.COUNTED, ";", ":"} and not praise:
            return None
    return None


def _tells_what_was_done(items: list[Item], colon: int) -> bool:
    """ "Chủ tịch UBND tỉnh quyết định: Tặng …", "UBND tỉnh đã khen thưởng kịp thời: tặng …"."""
    place = colon - 1
    while place > 0 and items[place].code == codes.WORD:
        place -= 1
    said = {item.text for item in items[place + 1 : colon]}
    return items[place].code in {codes.NAMED, codes.OFFICE} and bool(said & {"định", "thưởng"})


def _is_praised(items: list[Item], place: int) -> bool:
    """ "gửi Thư khen Công an huyện A và Hải quan B, đồng thời tặng …": who got the letter does not give."""
    while place > 1 and items[place - 1].code in {",", "v"} and items[place - 2].code == codes.NAMED:
        place -= 2
    form = items[place - 1]
    return place > 0 and form.code == codes.FORMS and not form.forms[0].by_law


def _was_done_to(items: list[Item], place: int, left: int) -> bool:
    """ "Cục trưởng A khen thưởng Đội B và tặng …", "đến thăm Công ty C và tặng …": who did it stands before."""
    joined = [item.code for item in items[place + 1 : place + 3]] == ["v", codes.GIVE]
    clause = list(takewhile(lambda item: item.code not in {",", ";", ":"}, reversed(items[left:place])))
    before = [item.code in {codes.NAMED, codes.OFFICE} for item in clause]
    return joined and bool(before) and not before[0] and any(before) and clause[0].code == codes.WORD


def _joins(items: list[Item], place: int, left: int) -> bool:
    """ "Bộ A tặng … cho 16 cá nhân của Cục B và tặng …": a name right before "và" does not give by what follows."""
    another = any(item.code == codes.GIVE for item in items[:left])
    return another and items[place + 1].code == "v" and items[place + 2].code == codes.GIVE


def _is_given(items: list[Item], place: int) -> bool:
    """ "trao Huân chương cho ông A và truy tặng …", "trong đó có Sở A, tặng …": who received does not give."""
    if items[place + 1].code not in {"v", ","}:
        return False
    while place > 1 and items[place - 1].code in {",", "v"} and items[place - 2].code == codes.NAMED:
        place -= 2
    return place > 0 and items[place - 1].code in {codes.TO, codes.LIST}
