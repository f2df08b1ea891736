"""Which notes of a session answer which of its guiding questions."""

from collections.abc import Sequence

from hrdesk.records import GuidingQuestion, Note


def by_question(
    notes: Sequence[Note], questions: Sequence[GuidingQuestion], others: Sequence[GuidingQuestion] = ()
) -> tuple[list[tuple[GuidingQuestion, list[Note]]], list[Note]]:
    """Give each question of the agenda with its notes, answered or not, and the notes against no question.

    A note may have been taken against a question of another item (``others``): that one follows those of the agenda.
    """
    held = {one.id: one for one in (*questions, *others)}
    answers: dict[str, list[Note]] = {one.id: [] for one in questions}
    loose: list[Note] = []
    for note in notes:
        if note.question in held:
            answers.setdefault(note.question, []).append(note)
        else:
            loose.append(note)
    return [(held[question], found) for question, found in answers.items()], loose
