"""Every room's commands in one table: what ``hrdesk do --list`` prints and what the window's actions run."""

from hrdesk.agenda.commands import COMMANDS as AGENDA
from hrdesk.desk import Command
from hrdesk.exchange.commands import COMMANDS as EXCHANGE
from hrdesk.floor.commands import COMMANDS as FLOOR
from hrdesk.notes.commands import COMMANDS as NOTES
from hrdesk.outcome.commands import COMMANDS as OUTCOME
from hrdesk.recommendations.commands import COMMANDS as RECOMMENDATIONS
from hrdesk.translation.commands import COMMANDS as TRANSLATION

COMMANDS: dict[str, Command] = {
    command.name: command
    for room in (AGENDA, FLOOR, NOTES, RECOMMENDATIONS, OUTCOME, TRANSLATION, EXCHANGE)
    for command in room
}
