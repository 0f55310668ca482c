"""Give the record away as data: JSON, iCalendar and an archive bundle."""
