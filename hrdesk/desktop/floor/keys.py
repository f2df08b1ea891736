"""The table of what can be done on the floor, each with its key: menus, the finder, buttons and the sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.desktop.floor.told_keys import TOLD_KEYS
from hrdesk.desktop.shell.action import Action
from hrdesk.language import N_

if TYPE_CHECKING:
    from hrdesk.desktop.floor.chair_keys import ChairKeys
    from hrdesk.desktop.floor.clock_keys import ClockKeys
    from hrdesk.desktop.floor.list_keys import ListKeys
    from hrdesk.desktop.floor.screen_keys import ScreenKeys

BUTTONS = (
    "floor.clock",
    "floor.next",
    "floor.stop",
    "floor.extend",
    "floor.take_back",
    "floor.absent",
)
"""What stands as buttons under the clock."""

LIST, SEGMENT, REPLIES = N_("List of speakers"), N_("Segment"), N_("Replies and questions")
ROOM, PAPERS, SESSION = N_("Room"), N_("Documents"), N_("Session")
"""Menus within that of the room: all in one row would be higher than a screen."""


def actions(clock: ClockKeys, rows: ListKeys, chair: ChairKeys, screens: ScreenKeys) -> list[Action]:
    """Make the table. No key is one that a line of text needs, none is on the number pad."""
    return [
        Action("floor.clock", N_("Start or pause"), "Space", clock.start_or_pause),
        Action("floor.next", N_("Next speaker"), "PgDown F3", clock.go_on),
        Action("floor.pause", N_("Pause or go on"), "PgUp", clock.pause_or_resume),
        Action("floor.stop", N_("Stop"), "F4", clock.stop),
        Action("floor.extend", N_("30 seconds more"), "Ctrl+T", clock.extend),
        Action("floor.take_back", N_("Take back the last step"), "Ctrl+Shift+T", clock.take_back),
        Action("floor.confirm_time", N_("Confirm the time spoken"), TOLD_KEYS["confirm_time"], clock.confirm_elapsed),
        Action("floor.call", N_("Call the chosen speaker"), "Ctrl+Return", clock.call),
        Action("floor.inscribe", N_("Inscribe a speaker"), "Ctrl+L", screens.go_to_line),
        Action("floor.other_side", N_("Between the line and the list"), "F6", screens.go_across),
        Action("floor.absent", N_("Absent"), "Ctrl+M", rows.mark_absent),
        Action("floor.withdraw", N_("Withdraw the request"), "Del", rows.withdraw, under=LIST),
        Action("floor.put_back", N_("Put back on the list"), "Ctrl+Shift+M", rows.put_back, under=LIST),
        Action("floor.confirm", N_("Confirm the request"), "Ctrl+Shift+C", rows.confirm, under=LIST),
        Action("floor.written", N_("Written statement received"), "Ctrl+I", rows.receive_written, under=LIST),
        Action("floor.correct", N_("Correct class and on whose behalf…"), "F2", rows.correct, under=LIST),
        Action("floor.up", N_("Move up"), "Alt+Up", rows.move_up, under=LIST),
        Action("floor.down", N_("Move down"), "Alt+Down", rows.move_down, under=LIST),
        Action("floor.swap", N_("Swap with another speaker…"), "Ctrl+Shift+X", rows.swap, under=LIST),
        Action("floor.join", N_("Join what is on the list twice"), "Ctrl+Shift+J", rows.join, under=LIST),
        Action(
            "floor.late",
            N_("Give the next place to the late dignitary"),
            TOLD_KEYS["late"],
            rows.accept_late,
            under=LIST,
        ),
        Action("floor.options", N_("Does it fit? What else?"), TOLD_KEYS["options"], chair.open_options),
        Action("floor.lots", N_("Draw lots"), "Ctrl+Shift+D", chair.draw_lots, under=LIST),
        Action("floor.list", N_("Open or close the list"), TOLD_KEYS["list"], chair.open_or_close, under=LIST),
        Action("floor.end_list", N_("Whoever waits was not reached"), "Ctrl+Shift+R", chair.end_list, under=LIST),
        Action("floor.segment", N_("Begin the next segment"), TOLD_KEYS["segment"], chair.next_segment, under=SEGMENT),
        Action("floor.break", N_("Pause the segment or go on"), "Ctrl+Shift+B", chair.pause_segment, under=SEGMENT),
        Action("floor.gavel", N_("Strike the gavel"), "Ctrl+G", chair.gavel),
        Action("floor.ask", N_("Question to a panellist…"), "Ctrl+R", chair.ask_panellist, under=REPLIES),
        Action("floor.reply", N_("Give the floor to a panellist…"), "Ctrl+Shift+G", chair.begin_reply, under=REPLIES),
        Action("floor.message", N_("Message of the chair…"), "F8", chair.write_message),
        Action("floor.format", N_("Format of the session…"), TOLD_KEYS["format"], chair.choose_format, under=SEGMENT),
        Action("floor.room", N_("Screen of the room"), TOLD_KEYS["room"], screens.toggle_room, under=ROOM),
        Action("floor.podium", N_("Screen of the podium"), "Shift+F5", screens.toggle_podium, under=ROOM),
        Action("floor.black", N_("Black out the screens"), "Ctrl+B .", screens.black_out, under=ROOM),
        Action("floor.mute", N_("Mute the bell, or let it ring"), "", screens.mute, under=ROOM),
        Action("floor.print", N_("Print the list…"), "Ctrl+P", screens.print_list, under=PAPERS),
        Action(
            "floor.print_names", N_("Print the list with names, for the desk…"), "", screens.print_names, under=PAPERS
        ),
        Action("floor.table", N_("Table of the floor…"), "", screens.save_table, under=PAPERS),
        Action(
            "floor.table_names", N_("Table with names, for the desk…"), "", screens.save_table_of_names, under=PAPERS
        ),
        Action("floor.next_session", N_("Next session"), "Ctrl+PgDown", screens.next_session, under=SESSION),
        Action("floor.previous_session", N_("Previous session"), "Ctrl+PgUp", screens.previous_session, under=SESSION),
        Action("floor.waiting", N_("Who waits"), TOLD_KEYS["waiting"], lambda: screens.show_tab(0)),
        Action("floor.done", N_("Who has spoken, or will not"), TOLD_KEYS["done"], lambda: screens.show_tab(1)),
        Action("floor.replies", N_("Replies and questions"), TOLD_KEYS["replies"], lambda: screens.show_tab(2)),
        Action("floor.rights", N_("Right of reply"), TOLD_KEYS["rights"], lambda: screens.show_tab(3)),
        Action("floor.decisions", N_("Decisions"), TOLD_KEYS["decisions"], lambda: screens.show_tab(4)),
    ]
