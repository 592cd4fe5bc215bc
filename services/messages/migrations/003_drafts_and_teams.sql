-- `pieces`: the files of a draft as the form names them, one a line, each followed by what the picture shows.
alter table message_draft add column pieces text not null default '';

-- The classes whose teams kept the conversation of a child before the one it is in: they read what was said until then.
create table conversation_past_team (
    thing_id uuid not null references conversation (thing_id),
    school_id uuid not null,
    class_id uuid not null,
    until bigint not null,
    primary key (thing_id, class_id)
);
create index conversation_past_class on conversation_past_team (class_id);
