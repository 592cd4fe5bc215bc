-- A breach: formal notice, conciliation, termination, court (convention, article 11). Days are those the parties state;
-- deadlines are computed from them.

create table breach (
    id uuid primary key,
    agreement_id uuid not null references agreement (id),
    by_party text not null,
    grievances text not null,
    notice_on text not null,
    notice_received_on text,
    conciliation_on text,
    conciliation_outcome text,
    settled_on text,
    termination_on text,
    termination_reasons text,
    court_on text,
    entered_at bigint not null,
    entered_by uuid,
    reminded_on text
);
create index breach_agreement on breach (agreement_id);
create unique index breach_open on breach (agreement_id) where settled_on is null and termination_on is null;
