"""The path as one picture: the ladder from outside services to independent coping, over time (row S1).

Drawn by the server, the same bytes for the same history on a page and on paper. Colours stand as attributes, black
and white in mind; a page's style sheet may override them by class. No scripts, no styles, nothing from outside.
"""

from pathways.picture.drawing import path_picture
from pathways.picture.stretches import Stretch, stretches
from pathways.picture.words import picture_words

__all__ = ["Stretch", "path_picture", "picture_words", "stretches"]
