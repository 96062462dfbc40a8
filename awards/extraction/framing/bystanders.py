"""Who stands before a verb and did not receive, and who alone did of those that stand there."""

from itertools import takewhile

from awards.extraction.framing.frame import RECIPIENTS
from awards.extraction.language import kinds, nouns, words
from awards.extraction.sentence import item as codes
from awards.extraction.sentence.item import Item

# How "sáng kiến", "công trình", "hành động", "nghĩa cử" end.
_MERITS = {"kiến", "trình", "động", "cử"}
_SAVES = {"sống", "cứu", "giúp", "bắt", "đỡ", "vớt", "thoát", "cõng", "sinh"}
_PARTS = {",", ";", ":", codes.YEAR, codes.HOPE}


def is_of_another(items: list[Item], place: int, before: int, left: int) -> bool:
    """ "Xã đoàn A có 4 chi đoàn mạnh, được tặng", "bà A, mẹ của 3 liệt sĩ, được": they say something of who received."""
    if (
        items[place].code == codes.COUNTED
        and items[place].counted.plural
        and _counted_before(items, place, left)
    ):
        return True  # "4 tập thể dẫn đầu các khối thi đua được"
    if items[place].code == codes.COUNTED and items[place].counted.plural and items[place - 1].text == "số":
        return any(item.code == codes.NAMED for item in items[left:place])  # "A nằm trong số các đơn vị được"
    counted = items[place].code == codes.COUNTED and items[place - 1].text in {"có", "của", "với"}
    between = {item.code for item in items[place + 1 : before]}
    after = items[place + 1]
    goes_on = after.code == "v" or after.text in {"mà", "nhưng", "song"}  # "có 40 công nhân và đã được"
    told_on = goes_on and not between & RECIPIENTS
    behind_a_comma = ("," in between or told_on) and not between & {"(", ":", codes.LIST}
    said_of = any(
        item.code == codes.NAMED or _opens_by_a_pronoun(items, at)
        for at, item in enumerate(items[left:place], left)
    )
    return counted and behind_a_comma and said_of


def is_an_act(items: list[Item], place: int, before: int, left: int) -> bool:
    """ "Anh A đã cứu sống 3 người và được tặng": whom the one that the clause tells of did something to."""
    joined = next((at for at in range(before - 1, place, -1) if items[at].code != codes.WORD), place)
    verb = items[place - 1]
    acts = (
        verb.code == codes.WORD
        and verb.text.isalpha()
        and (verb.text in _SAVES or verb.text not in nouns.STOPS)
    )
    told = any(
        item.code == codes.NAMED or _opens_by_a_pronoun(items, at) or _opens_by_a_number(items, at)
        for at, item in enumerate(items[left:place], left)
    )
    parted = items[joined].code in {",", "v"} and items[joined - 1].code in {codes.WORD, codes.COUNTED}
    parted = parted or verb.text in _SAVES  # "nữ hộ sinh cứu sống hai mẹ con giữa mưa lũ được tặng"
    return items[place].code == codes.COUNTED and parted and acts and told


def is_a_giver(items: list[Item], place: int) -> bool:
    """ "được lãnh đạo Sở A biểu dương, được tặng": who praised before."""
    title = place - 1 - 2 * ([item.text for item in items[place - 2 : place]] == ["lãnh", "đạo"])
    return items[place].code in {codes.NAMED} and title >= 0 and items[title].code == codes.PASSIVE


def _opens_by_a_number(items: list[Item], at: int) -> bool:
    """ "Hai chiến sĩ vượt lũ cứu 11 người dân, được tặng": the sentence tells of those it begins with."""
    return not at and items[at].code == codes.COUNTED


def _opens_by_a_pronoun(items: list[Item], at: int) -> bool:
    opens = at == 0 or items[at - 1].code in {",", ";", ":", codes.YEAR} or items[at - 1].text == "nay"
    said = [item.text.lower() for item in items[at : at + 4]]
    return opens and max(nouns.PRONOUNS.match(said, 0)[0], kinds.unnamed_person(said, 0)) > 0


def was_given_before(items: list[Item], place: int, left: int) -> bool:
    """ "A tặng Bằng khen cho Cục B và ông C được tặng …": to whom the verb before gave."""
    listed = {*RECIPIENTS, ",", "v", "(", ")", codes.LIST, codes.YEAR, codes.TO, codes.FORMS}
    between = items[left : place + 1]
    given = left > 0 and items[left - 1].code == codes.GIVE and items[place].code in RECIPIENTS
    pointed = any(item.code == codes.TO for item in between) or between[:1] == [items[place]]
    pointed = pointed and not any(item.text == "là" for item in between)  # "hai cá nhân là A và B"
    return given and pointed and all(item.code in listed for item in between)


def is_an_object(items: list[Item], place: int) -> bool:
    """ "Vượt qua nhiều ứng viên, kỹ sư A được tặng …": a verb stands before those counted, who are parted off."""
    before = items[place - 1]
    many = items[place].counted.groups[0][1] == "many" or before.text in _SAVES
    many = many and items[place + 1].code == ","
    return (
        many and place > 0 and before.code == codes.WORD and before.text not in words.JOINING | {"có", "cả"}
    )


def _counted_before(items: list[Item], place: int, left: int) -> bool:
    """Whether a number of recipients stands before with nothing but words between."""
    at = place - 1
    while at >= left and items[at].code == codes.WORD:
        at -= 1
    return left <= at < place - 1 and items[at].code == codes.COUNTED and not items[at].counted.plural


def is_served(items: list[Item], place: int) -> bool:
    """ "100 cá nhân có đóng góp cho ngành A được tặng": for whom it was done."""
    done = {codes.WORD, codes.COUNTED}  # "5 cá nhân có nhiều đóng góp"
    led = [item.text for item in items[max(place - 2, 0) : place]] == ["lãnh", "đạo"]
    if led and place > 2 and items[place - 3].code == codes.COUNTED:
        return True  # "15 đồng chí lãnh đạo tỉnh A"
    return place > 1 and items[place - 1].code == codes.TO and items[place - 2].code in done


def revoked_of(items: list[Item], place: int, before: int) -> bool:
    """ "Huân chương của ông A đã bị thu hồi": whose it was."""
    of_a_form = items[place - 1].text == "của" and items[place - 2].code == codes.FORMS
    return of_a_form and any(item.code == codes.REVOKE for item in items[before : before + 6])


def whose_merits(items: list[Item], place: int, before: int) -> bool:
    """ "Thành tích của Phòng A được ghi nhận bằng Bằng khen": who earned them."""
    commended = any(words.COMMENDING.match(item.text.split(), 0)[0] for item in items[before : before + 5])
    said = takewhile(lambda item: item.code == codes.WORD, reversed(items[max(place - 5, 0) : place - 1]))
    merits = {item.text for item in said} & _MERITS
    commended = commended or any(
        item.text == "gắn" for item in items[before : before + 5]
    )  # "Quân kỳ của A được gắn"
    return items[place - 1].text == "của" and (commended or bool(merits))


def is_pronoun(items: list[Item], place: int, before: int) -> bool:
    """ "cô A cho biết trường đã 5 năm liền được …": the verb is said of the nearer one."""
    near = items[place:before]
    plain = all(item.code == codes.WORD or item.text == "là" for item in near)
    if items[place].code != codes.WORD or len(near) > 7 or not plain:
        return False
    opens = place == 0 or items[place - 1].text in words.CLAUSE_OPENERS or items[place - 1].code in _PARTS
    return opens and nouns.PRONOUNS.match([item.text for item in near], 0)[0] > 0


def is_anybody(items: list[Item], place: int, before: int) -> bool:
    """ "chính sách đối với người được tặng …", but "bà A, người được tặng …"."""
    return (
        items[place].text == "người"
        and items[place + 1].code != codes.NAMED
        and items[place - 1].code not in {",", "-", codes.COUNTED}
        # "bà A, tình nguyện viên người Đức, được", "Công ty A tổ chức hội nghị người lao động và đón nhận"
        and items[before - 1].code not in {",", "v"}
        and not (items[before - 1].text in {"đã", "vừa"} and before - place > 2)
        and items[place - 1].text not in {"cứu", "giúp", "bắt", "con", "vì", "hại"}
        and items[place - 1].text not in {"-", "–", "là"}
    )
