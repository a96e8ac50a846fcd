"""Reads worth a name. What the pages show: `oversikt`, `kjoeringsside`, `linjeside`, `personside`, `satser`."""
