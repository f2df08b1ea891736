"""The floor: list of speakers, order of precedence, speaking time, and the clock that the room sees."""
