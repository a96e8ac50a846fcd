"""What would be earned if what is missing were registered. Pure: facts and dates in, amounts out."""
