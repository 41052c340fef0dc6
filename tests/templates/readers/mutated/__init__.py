"""Good tables changed in the ways in which sections' tables differ: each is right, or asked, or said; none is wrong in silence."""
