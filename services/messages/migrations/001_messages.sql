-- Messages: conversations, what was written in them, who reads each message and from when, how everybody keeps theirs.

-- A conversation is a thing of kind « messages ». Attached to a child, it is kept by those who teach in `class_id`, the
-- child's class when it began. `mass`: nobody answers to all; an answer begins, or goes on with, the conversation that
-- `answers` the mass one and was begun by `answered_by`. `audience` says in words to whom it was written.
create table conversation (
    thing_id uuid primary key references thing (id),
    school_id uuid not null,
    child_id uuid,
    class_id uuid,
    mass boolean not null,
    answers uuid,
    answered_by uuid,
    audience text not null,
    created_at bigint not null
);
create unique index conversation_answer on conversation (answers, answered_by) where answers is not null;
create index conversation_class on conversation (class_id, created_at) where class_id is not null;

-- `search` is subject, author and text folded. `automatic`: written by the absence of `author_id`.
create table message (
    id uuid primary key,
    thing_id uuid not null references conversation (thing_id),
    school_id uuid not null,
    author_id uuid not null,
    body text not null,
    search text not null,
    urgent text,
    automatic boolean not null,
    readers bigint not null,
    sent_at bigint not null,
    recalled_at bigint
);
create index message_thread on message (thing_id, sent_at);
create index message_author on message (author_id, sent_at);
create index message_school on message (school_id, sent_at);

-- Who reads a message, through which child, from when: the author too (`own`). It outlives every change of class.
-- `recalled_at`: taken back from this reader before it was opened.
create table message_reader (
    message_id uuid not null references message (id),
    thing_id uuid not null,
    school_id uuid not null,
    person_id uuid not null,
    child_id uuid,
    own boolean not null,
    visible_from bigint not null,
    opened_at bigint,
    recalled_at bigint,
    primary key (message_id, person_id)
);
create index message_reader_box on message_reader (person_id, own, visible_from, message_id, thing_id);
create index message_reader_thread on message_reader (thing_id, person_id, visible_from);
create index message_reader_waiting on message_reader (school_id, visible_from);

create table message_folder (
    id uuid primary key,
    account_id uuid not null,
    parent_id uuid references message_folder (id),
    name text not null,
    sort_key text not null,
    created_at bigint not null
);
create index message_folder_account on message_folder (account_id, sort_key);

-- How an account keeps a conversation: in a folder, archived, thrown away, marked to be read again.
create table message_box (
    account_id uuid not null,
    thing_id uuid not null references conversation (thing_id),
    school_id uuid not null,
    folder_id uuid references message_folder (id),
    archived_at bigint,
    deleted_at bigint,
    unread boolean not null,
    primary key (account_id, thing_id)
);
create index message_box_folder on message_box (folder_id) where folder_id is not null;

-- `recipients` lists targets as the form writes them.
create table message_draft (
    id uuid primary key,
    account_id uuid not null,
    recipients text not null,
    subject text not null,
    body text not null,
    about text not null,
    saved_at bigint not null
);
create index message_draft_account on message_draft (account_id, saved_at);

create table message_setting (
    account_id uuid primary key,
    signature text not null,
    absence text not null,
    absent_from text,
    absent_until text
);

-- To whom the absence of somebody has answered on a day.
create table message_absence (
    person_id uuid not null,
    sender_id uuid not null,
    day text not null,
    primary key (person_id, sender_id, day)
);

-- What the teacher of a class opens to its pupils; without a row: to their teachers, not among themselves.
create table message_class (
    class_id uuid primary key,
    school_id uuid not null,
    pupils_write boolean not null,
    pupils_to_pupils boolean not null,
    changed_by uuid not null,
    changed_at bigint not null
);
