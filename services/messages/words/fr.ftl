# Words of the service messages.
