"""Whole notes, as different hands draft them."""

from tests.agenda.concept_note.reading_notes import consultation, every, left, note

COURTS = """
CONCEPT NOTE

Judges and treaty bodies in dialogue
on the execution of their decisions
–Meeting of Courts and Committees –

\tObjectives
\tThe overall objective of the meeting is to bring the practice of courts and committees closer together; and to agree on practical steps

\tParticipants
\tJudges and registrars; members of treaty bodies; NHRIs; academia; and UN staff.

\tVenue
\tEuropean Court of Human Rights, Strasbourg, France

\tDates
\t20-21 October 2015

\tOrganisers
\tOHCHR and the European Court of Human Rights

1.\tBackground

OHCHR has organised a series of workshops on the following themes: 1) Practices worth sharing (2008); 2) What hinders protection (2010); 3) Exchange of information and common work (2012) and 4) Social rights (2014).1

2.\tSpecific objectives

\t•\tCompare case law
\t•\tFound a network of registries

3.\tFormat and methodology

The judges will meet in panels. Each presentation will last 10-15 minutes followed by 45 minutes of discussion.

4.\tAgenda

4.1 Session one: New case law
This session will focus on recent cases.
4.2 Session two: Registries
What could registries share?

5.\tExpected outcomes
A network of registries; a data base of case law; and a report.

1 A/HRC/RES/6/20 of 2007; A/HRC/RES/12/15 of 2009
"""

CLIMATE = """
Concept note

Workshop on regional arrangements for the promotion and protection of human rights
Theme: The role of regional arrangements in combating climate harm

Date: 18-19 October 2022
Time: 10:00 - 13:00 and 15:00 - 18:00 (Geneva time)
Venue: Virtual (Zoom)

Background and mandate
The Human Rights Council (HRC), in resolution 43/17 adopted on 22 June 2020, requested the Office of the United Nations High Commissioner for Human Rights (OHCHR) to hold a workshop on regional arrangements in 2022 and to submit a report to the Council at its fifty-third session.

Regional consultations
In preparation for the workshop, three regional consultations were organised virtually:
•\tAfrica: 14 June 2022, in cooperation with the African Commission on Human and Peoples' Rights
•\tAmericas: 28 June 2022, in cooperation with the Inter-American Commission on Human Rights
•\tEurope: 5 July 2022, with the Council of Europe and the EU Agency for Fundamental Rights

The following key points emerged from the consultation in Africa:
•\tEarly warning needs data;
•\tFocal points should meet.

Objectives of the workshop
The objectives of the workshop are to:
A.\ttake stock of developments since the 2019 workshop;
B.\tshare good practices;
C.\tidentify challenges;
D.\tpropose ways forward; and
E.\tstrengthen networks.

Participation
It is expected that approximately 100 participants will attend the workshop, including representatives of regional human rights mechanisms, UN experts, NHRIs and CSOs.

Agenda items
1.\tTaking stock of developments in the cooperation between the UN and regional human rights mechanisms
Objective: to review progress since 2019
Guiding questions:
•\tWhat progress has been made?
•\tWhat are the gaps?
2.\tClimate change
Objective: to discuss the role of regional mechanisms
Guiding questions:
•\tHow do mechanisms deal with climate?
3.\tWay forward
Moderator: Director of Field Operations, OHCHR

Documentation
The documents will be available in English only. Interpretation: English, French and Spanish.

Rapporteurs
Rapporteurs will be designated for each session.
"""


def test_a_workshop_of_courts_is_read_as_a_whole() -> None:
    read = note(COURTS)
    said = consultation(read)
    assert said["title"] == "Judges and treaty bodies in dialogue on the execution of their decisions"
    assert (said["subtitle"], said["city"], said["country"]) == (
        "Meeting of Courts and Committees",
        "Strasbourg",
        "France",
    )
    assert every(read, "organiser", "name") == ["OHCHR", "European Court of Human Rights"]
    assert every(read, "previous_workshop", "year") == [2008, 2010, 2012, 2014]
    assert every(read, "previous_workshop", "theme")[2] == "Exchange of information and common work (2012)"
    assert every(read, "agenda_item", "title") == ["New case law", "Registries"]
    assert every(read, "time_rule", "rule") == ["speaking_time", "segment"]
    assert every(read, "footnote", "mark") == ["1"]
    assert every(read, "mandate", "role") == ["cited", "cited"]


def test_a_virtual_workshop_is_read_as_a_whole() -> None:
    read = note(CLIMATE)
    said = consultation(read)
    assert (said["theme"], said["virtual"]) == ("The role of regional arrangements in combating climate harm", True)
    assert (said["start_time"], said["end_time"], said["time_zone"], said["half_days"]) == (
        "10:00",
        "18:00",
        "Europe/Zurich",
        4,
    )
    assert every(read, "objective", "numbering") == ["A.", "B.", "C.", "D.", "E."]
    assert every(read, "agenda_item", "objective") == [
        "to review progress since 2019",
        "to discuss the role of regional mechanisms",
        None,
    ]
    assert every(read, "regional_consultation", "start") == ["2022-06-14", "2022-06-28", "2022-07-05"]
    assert every(read, "key_point", "regional_consultation") == ["regional_consultation-1"] * 2
    assert every(read, "participant_category", "text")[-1] == "CSOs"
    assert every(read, "service_language", "use") == ["documents"] + ["interpretation"] * 3
    assert "Rapporteurs will be designated for each session." in left(read)
