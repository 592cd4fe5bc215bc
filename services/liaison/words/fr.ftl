# Words of the service liaison.
