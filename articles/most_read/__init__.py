"""What readers read most, without knowing who they are: numbers by the hour, and a list made from them."""
