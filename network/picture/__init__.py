"""The network map as one picture: the person in the middle, three rings of closeness, three parts.

Drawn by the server, the same bytes for the same people on a page and on paper. Colours stand as attributes, black and
white in mind; a page's style sheet may override them by class. No scripts, no styles, nothing from outside. No two
labels lie on each other: when the names do not all find room beside their dots, all of them stand in a key below.
"""

from network.picture.drawing import map_picture
from network.picture.people import Mark, Moved, Person, in_order
from network.picture.words import picture_words

__all__ = ["Mark", "Moved", "Person", "in_order", "map_picture", "picture_words"]
