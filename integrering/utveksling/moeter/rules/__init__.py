"""The arithmetic of meetings: times, holidays, weekly slots, points. Pure: today is an argument."""
