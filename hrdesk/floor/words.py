"""The words in which the floor is told to people: classes, states, reasons, segments, marks and decisions.

The keys are what records hold. A sentence with fields is filled by whoever shows it, in the language shown.
"""

from hrdesk.language import N_

CLASSES = {
    "dignitary": N_("dignitary"),
    "group": N_("group"),
    "concerned_state": N_("State concerned"),
    "state": N_("State"),
    "observer_state": N_("observer State"),
    "united_nations": N_("United Nations"),
    "intergovernmental": N_("intergovernmental organisation"),
    "regional_mechanism": N_("regional mechanism"),
    "nhri": N_("national human rights institution"),
    "ngo": N_("civil society"),
    "academia": N_("academia"),
    "panellist": N_("panellist"),
    "other": N_("other speaker"),
}

STATES = {
    "inscribed": N_("on the list"),
    "confirmed": N_("confirmed"),
    "called": N_("called"),
    "speaking": N_("speaking"),
    "spoke": N_("spoke"),
    "absent": N_("absent when called"),
    "withdrawn": N_("taken off the list"),
    "not_reached": N_("not reached"),
}

WRITTEN = N_("written statement received")

QUEUES = {
    "floor": N_("From the floor"),
    "panel_reply": N_("Replies of the panel"),
    "right_of_reply": N_("Right of reply"),
}

STATEMENTS = {
    "own": N_("for oneself"),
    "group": N_("on behalf of a group"),
    "joint": N_("joint statement"),
}

SEGMENTS = {
    "opening": N_("Opening"),
    "presentations": N_("Presentations"),
    "floor_round": N_("The floor"),
    "replies": N_("Replies of the panel"),
    "right_of_reply": N_("Right of reply"),
    "concluding": N_("Concluding remarks"),
    "other": N_("Other part of the session"),
}
"""What a segment is called that has no title."""

NUMBERED_SEGMENTS = {
    "floor_round": N_("The floor, round {number}"),
    "replies": N_("Replies of the panel, round {number}"),
}
"""What a segment without a title is called where there are several rounds."""

REASONS = {
    "announced": N_("announced"),
    "late_first": N_("came late; put next by the chair"),
    "move": N_("moved by the chair"),
    "swap": N_("exchanged places with {of}"),
    "after_state": N_("directly after {of}"),
    "late": N_("came late; the chair may put this speaker next"),
    "again": N_("has spoken before"),
    "lot": N_("drawn by lot: {of}"),
    "not_drawn": N_("not drawn"),
    "later": N_("speaks in a later part of the session"),
    "class": N_("by class: {of}"),
    "inscription": N_("in order of inscription"),
}
"""``of`` is a request in "swap" and "after_state", a class of speakers in "class", a number in "lot"."""

FIRST_BY_CLASS = N_("first: {of}")
"""The reason "class" for those who are moved to the front of the list."""

MARKS = {
    "start": N_("started"),
    "pause": N_("paused"),
    "resume": N_("resumed"),
    "stop": N_("stopped"),
    "extend": N_("extended"),
    "confirm": N_("time confirmed"),
    "gavel": N_("gavel"),
}

DECISIONS = {
    "move": N_("Moved on the list"),
    "swap": N_("Places exchanged, both agreeing"),
    "late_first": N_("Late speaker put next"),
    "limit": N_("Speaking time changed"),
    "changeover": N_("Time between speakers changed"),
    "close_list": N_("List closed"),
    "open_list": N_("List opened"),
    "inscribed_late": N_("Admitted after the list was closed"),
    "draw": N_("Lots drawn"),
    "shrink": N_("Part of the session shortened"),
    "shift": N_("End of the session put off"),
    "drop_round": N_("Round dropped"),
    "extend_segment": N_("Part of the session extended"),
    "other": N_("Other decision"),
}

OPENINGS = {
    "before": N_("in advance"),
    "at_start": N_("when the session begins"),
    "at_discussion": N_("when the discussion begins"),
}
