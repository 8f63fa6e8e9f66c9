"""The subject itself: vocabulary, records, legal states. No Qt, no files."""
