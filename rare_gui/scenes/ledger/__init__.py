"""The promises of the truce and what the records show."""
