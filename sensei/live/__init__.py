"""The live session: watches the koans, judges what is saved, and shows it."""
