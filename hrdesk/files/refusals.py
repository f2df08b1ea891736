"""The sentences with which more than one reader of foreign files refuses; ``name`` is the file's."""

from hrdesk.language import N_

TOO_LARGE = N_("{name} is too large for a concept note; nothing was read. Save the note alone and try again.")
DAMAGED = N_("{name} is damaged and could not be read; open it in Word, save it again and try again.")
PROTECTED = N_("{name} is protected by a password; save it without one and try again.")
