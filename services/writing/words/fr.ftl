# Words of the service writing.
