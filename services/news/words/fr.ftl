# Words of the service news.
