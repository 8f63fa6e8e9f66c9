"""What applies to the chosen material, in a sentence, chips and figures."""
