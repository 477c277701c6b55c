"""A generated profile, printed in a drawn style by other code, comes back equal.

A failure is not made smaller (that takes minutes): it shows the document, and the example is
the same in each run. To have it made smaller, add `Phase.shrink` to the budget.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline import convert_bytes
from pipeline.profile.codec import profile_to_plain
from tests.profiles import content_of
from tests.rendering.render import render, rendered
from tests.rendering.style import FORMS, Form
from tests.roundtrip.content import contents
from tests.roundtrip.styles import styles, unambiguous
from tests.suites import examples

BUDGET = settings(
    examples(fast=4, slow=40),
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("form", FORMS)
@BUDGET
@given(data=st.data())
def test_a_profile_printed_in_any_style_comes_back_equal(form: Form, data: st.DataObject) -> None:
    content = data.draw(contents())
    style = unambiguous(data.draw(styles(form)), content)
    conversion = convert_bytes(render(content, style), "profiel")
    found = content_of(profile_to_plain(conversion.profile))
    assert found == content, rendered(content, style)
    assert conversion.ledger.closed, conversion.ledger
