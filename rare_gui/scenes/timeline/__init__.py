"""What the timeline shows: lanes, bars, events and the panes below."""
