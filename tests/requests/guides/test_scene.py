"""What a guide looks at."""

from sorstudio.requests.guides.scene import Scene
from tests.model.outline import key
from tests.requests.guides.kit import DAY, municipality


def test_the_scene_knows_branch_holders_and_common_fields() -> None:
    plan = municipality()
    home, syd = key(plan, "Birkehjemmet"), key(plan, "Syd")
    scene = Scene(plan, (home,), {"day": DAY, "reason": " Ombygning "})
    assert (scene.unit.name, scene.children(home)) == ("Birkehjemmet", [key(plan, "Daghjem")])
    assert list(scene.branch(home)) == [home, key(plan, "Daghjem")]
    assert scene.holders([home, syd, "ukendt"]) == [home]
    assert scene.common() == {"date": DAY, "reason": "Ombygning"}
    assert scene.number_option(home).words == "Birkehjemmet (5790990000030)"
