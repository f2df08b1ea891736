"""The place of a note or a recommendation in the rapporteur's report to the last session."""

from hrdesk.language import N_
from hrdesk.records.declaration import Record, line, noun, reference, yes_no


@noun("report_point", N_("point of the rapporteur's report"), since=3)
class ReportPoint(Record):
    """Where somebody put a note or a recommendation in the report, or that it is left out. Its id follows from it.

    What nobody moved has no such record: it stands after what was moved, in the order in which it was said.
    """

    item: str | None = reference(N_("Item"), "note", "recommendation", part_of=True)
    left_out: bool | None = yes_no(N_("Left out of the report"))
    position: str | None = line(N_("Order"))
