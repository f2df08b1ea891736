"""Whatever people do, no text of a confidential note and no name of a protected person reaches another program."""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.tools.export import FORMS, prepare
from tests.exchange.tools.table_desk import unpacked
from tests.outcome.test_secrecy import HEARD, NAME, SECRET, STEPS, Story


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(0, 40)), max_size=10))
def test_nothing_secret_reaches_another_program_whatever_people_do(steps):
    story = Story()
    for name, which, chance in steps:
        with contextlib.suppress(Refused):
            story.step(name, which, chance)
    for desk in story.desks:
        for form in FORMS:
            said = unpacked(prepare(desk.reader, form, "en").content)
            assert not [word for word in (SECRET, NAME, HEARD) if word in said]
    story.close()
