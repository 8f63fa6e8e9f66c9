"""From a drawing to the bytes of a file, with the facts inside: a module a format."""
