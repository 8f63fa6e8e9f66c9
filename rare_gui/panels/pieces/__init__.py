"""What several panels are made of; a piece knows no panel."""
