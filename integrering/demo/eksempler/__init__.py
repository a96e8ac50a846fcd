"""Lifelike examples of what people do every day, made by the demo's users through the same actions as everyone."""
