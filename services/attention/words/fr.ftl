# Words of the service attention.
