"""The words for every choice that a record may hold, and the sign that stands beside a class of confidentiality.

One table for all rooms: "restricted" reads the same in a list, a form and a warning. Where one value means two things
(a report that is expected, consent that reaches as far as the report) the field decides.
"""

from hrdesk.floor import words
from hrdesk.language import N_
from hrdesk.language.interface import _

WORDS = {
    # kind of event
    "workshop": N_("Workshop"),
    "panel": N_("Panel"),
    "consultation": N_("Consultation"),
    "briefing": N_("Briefing"),
    "expert_meeting": N_("Expert meeting"),
    "seminar": N_("Seminar"),
    "forum": N_("Forum"),
    "other": N_("Other"),
    # sensitivity, attribution, consent
    "public": N_("Public"),
    "restricted": N_("Restricted"),
    "confidential": N_("Confidential"),
    "attributed": N_("By name and affiliation"),
    "affiliation": N_("By affiliation only"),
    "chatham_house": N_("To nobody (Chatham House Rule)"),
    "press": N_("May be published"),
    "notes": N_("May stand in the notes only"),
    "not_given": N_("Not given"),
    "withdrawn": N_("Taken back"),
    # causes of a withdrawal
    "consent_withdrawn": N_("Consent was taken back"),
    "must_vanish": N_("It endangers somebody"),
    # parts and roles
    "organiser": N_("Organiser"),
    "co_organiser": N_("Co-organiser"),
    "host": N_("Host"),
    "chair": N_("Chair"),
    "opening_statement": N_("Opening statement"),
    "moderator": N_("Moderator"),
    "panellist": N_("Panellist"),
    "presenter": N_("Presenter"),
    "rapporteur": N_("Rapporteur"),
    "wrap_up_expert": N_("Expert for the wrap-up"),
    "focal_point": N_("Focal point"),
    "speaker": N_("Speaker"),
    "participant": N_("Participant"),
    "invited": N_("Invited"),
    "observer": N_("Observer"),
    "staff": N_("Staff"),
    "addressee": N_("Addressee"),
    "responsible": N_("Responsible"),
    "partner": N_("Partner"),
    # categories of participants
    "state": N_("State"),
    "observer_state": N_("Observer State"),
    "regional_mechanism": N_("Regional mechanism"),
    "intergovernmental": N_("Intergovernmental organization"),
    "united_nations": N_("United Nations"),
    "nhri": N_("National human rights institution"),
    "ngo": N_("Non-governmental organization"),
    "academia": N_("Academia"),
    "group": N_("Group"),
    "african": N_("African States"),
    "asia_pacific": N_("Asia-Pacific States"),
    "eastern_european": N_("Eastern European States"),
    "latin_american_caribbean": N_("Latin American and Caribbean States"),
    "western_european_other": N_("Western European and other States"),
    "woman": N_("Woman"),
    "man": N_("Man"),
    # mandates, objectives, outputs
    "mandate": N_("Rests on it"),
    "cited": N_("Cites it"),
    "header": N_("Heading"),
    "overall": N_("Overall"),
    "specific": N_("Specific"),
    "report": N_("Report"),
    "plan_of_action": N_("Plan of action"),
    "elements": N_("Elements"),
    "recommendations": N_("Recommendations"),
    "interpretation": N_("Interpretation"),
    "documents": N_("Documents"),
    # agenda
    "opening": N_("Opening"),
    "working": N_("Working session"),
    "discussion": N_("Discussion"),
    "wrap_up": N_("Wrap-up"),
    "way_forward": N_("Way forward"),
    "adoption": N_("Adoption"),
    "closing": N_("Closing"),
    "information_sharing": N_("Information-sharing"),
    "joint_activities": N_("Joint activities"),
    "follow_up": N_("Follow-up"),
    "cross_cutting": N_("Cross-cutting"),
    # rules for the floor
    "list_opens": N_("List of speakers opens"),
    "list_closes": N_("List of speakers closes"),
    "priority": N_("Priority"),
    "speaking_time": N_("Speaking time"),
    "round": N_("Round"),
    "segment": N_("Segment"),
    "closing_remarks": N_("Closing remarks"),
    "content": N_("Content"),
    "format": N_("Format"),
    # regional consultations
    "theme": N_("Theme"),
    "substance": N_("Substance"),
    "none": N_("None"),
    "validated": N_("Validated"),
    "adopted": N_("Adopted"),
    # notes
    "key_issue": N_("Key issue"),
    "good_practice": N_("Good practice"),
    "challenge": N_("Challenge"),
    "lesson": N_("Lesson"),
    "lesson_learned": N_("Lesson learned"),
    "recommendation": N_("Recommendation"),
    "quotation": N_("Quotation"),
    "disagreement": N_("Disagreement"),
    "suggestion": N_("Suggestion for the wrap-up"),
    # material from outside
    "chat": N_("Chat log"),
    "transcript": N_("Transcript"),
    "statement": N_("Written statement"),
    # recommendations
    "proposed": N_("Proposed"),
    "under_negotiation": N_("Under negotiation"),
    "adopted_ad_referendum": N_("Adopted ad referendum"),
    "noted": N_("Noted"),
    "not_adopted": N_("Not adopted"),
    "decided": N_("Decided"),
    "agreed": N_("Agreed"),
    "recommended": N_("Recommended"),
    "should": N_("Should"),
    "suggested": N_("Suggested"),
    "could": N_("Could"),
    "view_expressed": N_("View expressed"),
    "immediate": N_("Immediate"),
    "mid_term": N_("Medium term"),
    "long_term": N_("Long term"),
    "periodic": N_("Periodic"),
    "sdg": N_("Sustainable Development Goal"),
    "cluster": N_("Cluster"),
    "free": N_("Free word"),
    "body": N_("Body"),
    # links and decisions
    "made_from": N_("Made from"),
    "joined_into": N_("Joined into"),
    "carried_over": N_("Carried over"),
    "supports": N_("Supports"),
    "cites": N_("Cites"),
    "split_from": N_("Split from"),
    "differs": N_("Not the same"),
    "strength_raised": N_("Worded more strongly than its sources"),
    "class_lowered": N_("Made less confidential"),
    "conflict_settled": N_("Conflict settled"),
    "amended": N_("Text amended"),
    # negotiation
    "comment": N_("Comment"),
    "applied": N_("Applied"),
    "rejected": N_("Rejected"),
    "reworded": N_("Reworded"),
    "amendment": N_("Amendment"),
    "alternative": N_("Alternative"),
    "brackets": N_("Brackets settled"),
    "reservation": N_("Reservation"),
    "explanation": N_("Explanation of position"),
    "objection": N_("Objection"),
    "dissociation": N_("Dissociation from the text"),
    "consensus": N_("By consensus"),
    "ad_referendum": N_("Ad referendum"),
    # outcome document
    "general": N_("General"),
    "limited": N_("Limited"),
    "summary": N_("Summary"),
    "heading": N_("Heading"),
    "paragraph": N_("Paragraph"),
    # translations
    "empty": N_("Empty"),
    "draft": N_("Draft"),
    "reviewed": N_("Reviewed"),
    "stale": N_("Source has changed"),
}
"""A value as it is kept, and its word."""

WORDS_BY_FIELD = {
    ("consent", "report"): N_("May stand in the report"),
    ("scheme", "group"): N_("Group in focus"),
    ("source_kind", "notes"): N_("Notes"),
    ("amendment_kind", "text"): N_("Change of the text"),
    ("outcome", "withdrawn"): N_("Withdrawn"),
    **{
        (field, value): word
        for field, of_floor in (
            ("decision", words.DECISIONS),
            ("mark", words.MARKS),
            ("opens", words.OPENINGS),
            ("queue", words.QUEUES),
            ("segment_kind", words.SEGMENTS),
            ("speaker_class", words.CLASSES),
            ("state", words.STATES),
            ("statement", words.STATEMENTS),
        )
        for value, word in of_floor.items()
    },
}
"""Where a value means something else in one field."""

SIGNS = {"public": "○", "restricted": "◐", "confidential": "●"}
"""A shape for each class, so that it is told neither by colour nor by its word alone: the fuller, the stricter."""


def choice_word(value: str, field: str = "") -> str:
    """Give the word for ``value`` in the language of the window; one from a newer desk is shown as it is."""
    message = WORDS_BY_FIELD.get((field, value)) or WORDS.get(value)
    return _(message) if message else value


def class_sign(sensitivity: str) -> str:
    """Give the shape of a class; what nobody knows is as strict as can be."""
    return SIGNS.get(sensitivity, SIGNS["confidential"])


def class_word(sensitivity: str) -> str:
    """Give the shape and the word of a class: "◐ Restricted"."""
    return f"{class_sign(sensitivity)} {choice_word(sensitivity)}"
