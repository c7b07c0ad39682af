"""Timed practice: what to practise, how it is graded, the session, its pictures."""
