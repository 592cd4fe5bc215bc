-- The sums due: a statement per convention, a line per school. The titre itself is issued by the State; its number and its
-- days are followed here.

create table sum_due (
    id uuid primary key,
    agreement_id uuid not null unique references agreement (id),
    year bigint not null,
    academy text not null,
    state text not null,
    requested_on text,
    titre_number text,
    issued_on text,
    notified_on text,
    settled_on text,
    contested_on text,
    note text not null,
    created_at bigint not null,
    changed_at bigint not null
);
create index sum_due_year on sum_due (year, academy, state);

create table sum_line (
    sum_id uuid not null references sum_due (id),
    uai text not null,
    label text not null,
    amount_cents bigint not null,
    primary key (sum_id, uai)
);
