-- What keeps a stolen account from harming: messages closed in haste, what each account sent lately, accounts stopped.

-- Messages closed to a party over a territory (`school:…`, `department:031`, `academy:16`, `region`). `school_id` when the
-- territory is a school. `by_academy`: closed by somebody of the académie, whom a head does not overrule.
create table messages_closing (
    id uuid primary key,
    scope text not null,
    school_id uuid,
    profile text not null,
    reason text not null,
    by_academy boolean not null,
    closed_by uuid not null,
    closed_at bigint not null,
    until bigint,
    opened_by uuid,
    opened_at bigint
);
create index messages_closing_scope on messages_closing (scope) where opened_at is null;

-- One row an account: whoever sends waits for its turn here, so that two sends at once are counted.
create table sender_turn (
    account_id uuid primary key,
    at bigint not null
);

-- What an account sent in the last day, in whatever school: to how many, a digest of to whom (none for an answer to one
-- person), a digest of the text (none for a short one). Never the text.
create table sender_note (
    id uuid primary key,
    account_id uuid not null,
    people bigint not null,
    recipients text,
    text_digest text,
    sent_at bigint not null
);
create index sender_note_account on sender_note (account_id, sent_at);

create table sender_stop (
    id uuid primary key,
    account_id uuid not null,
    person_id uuid not null,
    school_id uuid not null,
    reason text not null,
    since bigint not null,
    lifted_by uuid,
    lifted_at bigint
);
create unique index sender_stop_once on sender_stop (account_id) where lifted_at is null;
create index sender_stop_school on sender_stop (school_id, since);

-- A message to many people that waits for its author to confirm it. `targets` and `pieces` as the form writes them, one a
-- line, a piece followed by what the picture shows. Its text is a draft besides: it is found again when nobody confirms.
create table mass_send (
    id uuid primary key,
    account_id uuid not null,
    school_id uuid not null,
    draft_id uuid not null,
    targets text not null,
    subject text not null,
    body text not null,
    pieces text not null,
    about uuid,
    urgent text,
    held_at bigint not null
);
create index mass_send_account on mass_send (account_id, held_at);
