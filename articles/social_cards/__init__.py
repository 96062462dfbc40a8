"""The picture of a story that other sites show beside a link to it: its title set over its lead picture."""

from articles.social_cards.card import card_of, is_shown
from articles.social_cards.making import forget, make

__all__ = ["card_of", "forget", "is_shown", "make"]
