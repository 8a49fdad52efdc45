"""The map of moves as it is drawn for people to read."""

from django.conf import settings

from pathways.forms.new_client import NewClientForm
from pathways.models.stage import FIRST_STAGES, NEXT, Stage
from pathways.picture.map import as_markdown


def test_the_drawn_map_is_the_map_of_moves():
    kept = (settings.ROOT / "pathways" / "map.md").read_text()

    assert kept == as_markdown(), "write pathways.picture.map.as_markdown() to pathways/map.md"
    for here, there in ((here, there) for here in Stage for there in Stage):
        assert (f"  {here.value} --> {there.value}\n" in kept) == (there in NEXT[here])


def test_a_path_is_drawn_to_begin_where_it_may_begin():
    drawn = {stage for stage in Stage if f"  [*] --> {stage.value}\n" in as_markdown()}

    assert drawn == set(FIRST_STAGES)
    assert [value for value, _ in NewClientForm.base_fields["stage"].choices] == [
        stage.value for stage in FIRST_STAGES
    ]
