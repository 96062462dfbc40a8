"""The picture of a story that other sites show beside a link to it: its title set over its lead picture."""
