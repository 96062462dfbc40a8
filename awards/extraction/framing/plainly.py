"""A sentence said plainly: every honour with a verb of its own, before frames are laid."""

from awards.extraction.framing import joined_verbs, said_beside, said_once, supplied_verbs, tallies
from awards.extraction.framing.headed_lists import read_a_headed_list
from awards.extraction.framing.told_by_form import give_by_each_form
from awards.extraction.sentence.item import Item


def say_plainly(items: list[Item]) -> None:
    """Supply the verbs that are left unsaid, join those that say one thing, leave out what gives nothing."""
    said_beside.leave_out_what_it_is(items)
    said_beside.leave_out_what_those_are(items)
    tallies.date_the_forms(items)
    read_a_headed_list(items)
    give_by_each_form(items)
    tallies.give_by_the_form(items)
    tallies.receive_by_a_tally(items)
    tallies.receive_what_is_listed(items)
    supplied_verbs.supply_verb(items)
    supplied_verbs.supply_being(items)
    supplied_verbs.receive_by_whom_it_means_much(items)
    supplied_verbs.count_those_who_bear_it(items)
    said_once.mean_those_counted(items)
    said_beside.leave_out_who_gave(items)
    said_beside.leave_out_the_giving(items)
    said_beside.date_by_a_later_verb(items)
    said_beside.receive_at_a_ceremony(items)
    said_once.share_the_form(items)
    said_once.share_the_recipients(items)
    said_once.give_again(items)
    said_once.count_again(items)
    said_once.give_what_those_were_praised_with(items)
    joined_verbs.join_verbs(items)
    said_once.name_the_collective(items)
