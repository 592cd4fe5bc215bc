# Words of the service protection.
