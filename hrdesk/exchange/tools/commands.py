"""What a person can do with files of other programs: take codebooks, coded notes and tables in."""

from hrdesk.exchange.tools.taking_codes import COMMANDS as CODES
from hrdesk.exchange.tools.taking_tables import COMMANDS as TABLES

COMMANDS = (*CODES, *TABLES)
