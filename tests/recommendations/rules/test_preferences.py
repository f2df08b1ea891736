"""Themes in order of preference across regions."""

import itertools

from hrdesk.recommendations.rules.preferences import Ballot, tally


def test_points_go_by_place_and_first_choices_are_told():
    found = tally(
        [
            Ballot("Africa", ("Prevention of torture", "Indigenous peoples", "Migration")),
            Ballot("Europe", ("prevention  of torture",)),
            Ballot("Americas", ("Migration", "Prévention of torture")),
        ]
    )
    assert [(one.theme, one.points, one.first_choices, one.regions) for one in found] == [
        ("Prevention of torture", 8, 2, (("Africa", 1), ("Europe", 1), ("Americas", 2))),
        ("Migration", 4, 1, (("Africa", 3), ("Americas", 1))),
        ("Indigenous peoples", 2, 0, (("Africa", 2),)),
    ]


def test_a_theme_that_a_region_names_twice_counts_where_it_came_first():
    [found] = tally([Ballot("Asia", ("Torture", "torture", " "))])
    assert (found.points, found.regions) == (1, (("Asia", 1),))


def test_the_order_does_not_hang_on_who_is_asked_first():
    ballots = [Ballot("A", ("x", "y")), Ballot("B", ("y", "x")), Ballot("C", ("z",))]
    told = {tuple(one.theme for one in tally(order)) for order in itertools.permutations(ballots)}
    assert told == {("x", "y", "z")}


def test_nobody_named_anything():
    assert tally([]) == []
    assert tally([Ballot("A", ())]) == []
