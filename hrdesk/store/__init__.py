"""The desk file: SQLite through sqlite-utils, the journal of changes, identity, drafts."""
