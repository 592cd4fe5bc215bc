-- How long a session lives. Those begun before were asked for by nobody to last: they end like those of a shared browser.

alter table session add column stay text not null default 'visit';
