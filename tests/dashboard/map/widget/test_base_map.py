import re

import pytest
from streamlit_folium import generate_leaflet_string
from support.samples import HARBIN, sample

from dashboard.map.layers.assets import STATIC
from dashboard.map.layers.place_features import feature_collection
from dashboard.map.widget.base_map import atlas_map, base_map, place_group
from geo.model.atlas import Atlas, gather

STATE = {"seq": 1, "center": None, "zoom": None, "selected": HARBIN.id}


def script_of(made) -> str:
    made.render()
    return re.sub(r"_[0-9a-f]{32}", "", generate_leaflet_string(made))


@pytest.mark.parametrize("dark", [False, True])
def test_the_base_map_is_the_same_in_every_run(dark):
    # A changed script mounts the frame anew: centre and zoom would be lost.
    assert script_of(base_map(dark=dark)) == script_of(base_map(dark=dark))


def test_the_base_map_asks_no_other_host():
    made = base_map(dark=False)
    links = [link for child in (made, *made._children.values())
             for name in ("default_js", "default_css")
             for _, link in getattr(child, name, [])]  # fmt: skip
    assert links
    assert all(link.startswith("../dashboard.map.widget.static_files.") for link in links)
    assert "http" not in script_of(made)


@pytest.mark.parametrize("made", [base_map(dark=False), atlas_map(dark=False)])
def test_a_map_asks_for_one_script_and_one_style_of_its_own(made):
    start = next(child for child in made._children.values() if hasattr(child, "call"))
    (_, script), (_, style) = *start.default_js, *start.default_css
    for address in (script, style):
        assert (STATIC / address.partition("static_files.static/")[2]).is_file()


def group_script(features, state=STATE) -> str:
    made = base_map(dark=False)
    group = place_group(features, state)
    group.add_to(made)
    group.render()
    return generate_leaflet_string(group, base_id="group")


def test_all_places_are_one_layer():
    script = group_script(feature_collection(gather([sample()])))
    assert script.count("L.geoJson(") == 1
    assert "L.marker(" not in script


def test_hostile_names_reach_the_script_as_entities():
    features = feature_collection(gather([sample()]))
    from dashboard.map.layers.gate import for_map

    features["features"][0]["properties"]["name"] = for_map("{{7*7}}`${alert(1)}`</script>")
    script = group_script(features)
    assert "49" not in script.split("7*7")[0][-40:]
    assert "7*7" in script
    assert "${alert" not in script
    assert "</script>" not in script


def test_no_places_are_no_layer():
    script = group_script(feature_collection(Atlas(())))
    assert "L.geoJson(" not in script
    assert "dateline.show(" in script
