"""hrdesk: consultations between the United Nations and regional human rights mechanisms, offline.

The map of the house. A consultation lives through rooms, in this order:

agenda           set the consultation up: concept note in, sessions, participants, mechanisms
notes            take down what is said: who, when, what kind, how sensitive
recommendations  turn notes into recommendations, tag them, adopt them
outcome          compose the outcome document and write it as PDF
translation      carry every paragraph into the six languages
exchange         pack changes into a bundle, take in other desks' bundles, settle conflicts

Below the rooms: ``desk`` (one open desk file), ``store`` (SQLite, journal, merge, identity), ``files`` (foreign
files into plain data), ``records`` (the nouns), ``errors``, ``language``, ``settings``, ``paths``. Above them:
``work`` (every command in one table), ``desktop`` (the window) and ``cli`` (the same work without a window).
Imports only point down.
"""
