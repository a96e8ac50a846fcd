"""What is in an evidence pack: a PDF for each person, a workbook of all registrations, and the manifest."""
