-- The flashes that are not over: every node reads them again and again.
create index news_flash on news (expires_at) where flash;
