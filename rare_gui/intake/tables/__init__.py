"""The columns of the package's tables, one module per subject.

Not for anything but declarations: reading is in `intake.package`, checking in `intake.row_checks`.
"""
