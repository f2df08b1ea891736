"""The main window: start page, rooms as tabs, actions, tasks, theme, errors."""
