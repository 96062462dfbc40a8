"""The places of `newsroom.places` as both apps fill them."""

import pytest

from newsroom import places


@pytest.mark.parametrize("name", places.NAMES)
def test_what_is_in_a_place_can_be_loaded(name):
    """A dotted name is not read before somebody asks: a slip would wait for its first editor."""
    assert all(map(callable, places.filling(name)))


def test_a_place_that_does_not_exist_can_be_neither_filled_nor_asked():
    with pytest.raises(KeyError):
        places.fill("no_such_place", print)
    with pytest.raises(KeyError):
        places.ask("no_such_place")
