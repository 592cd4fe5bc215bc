-- What the DPO keeps: amendments of the register, breaches of personal data, the declaration of accessibility. Rows are added,
-- never changed, but for the facts of a breach, whose every change is a row of its timeline.

-- The register of processing ships with the product; a version of an entry stands in its place, or is an entry of the région.
-- `content` and `shipped` are JSON: the entry as written, and as the product shipped it then.
create table register_version (
    id uuid primary key,
    entry text not null,
    number bigint not null,
    content text not null,
    shipped text,
    note text not null,
    account_id uuid not null,
    by_name text not null,
    at bigint not null
);
create unique index register_version_once on register_version (entry, number);

-- What the reading of the journal of sensitive actions found, each night.
create table audit_check (
    day text primary key,
    at bigint not null,
    last bigint not null,
    broken bigint
);

-- A breach of personal data (RGPD, articles 33 and 34). Not that of a convention.
create table data_breach (
    id uuid primary key,
    number bigint not null unique,
    discovered_at bigint not null,
    happened text not null,
    natures text not null,
    story text not null,
    people text not null,
    people_count bigint,
    data text not null,
    records_count bigint,
    consequences text not null,
    measures text not null,
    risk text not null,
    notified_at bigint,
    reference text,
    late_reason text,
    unnotified_reason text,
    told_at bigint,
    told_how text,
    untold_reason text,
    closed_at bigint,
    entered_at bigint not null,
    entered_by uuid not null,
    edition bigint not null
);

-- What happened to it: added, never changed, never removed.
create table data_breach_step (
    id uuid primary key,
    breach_id uuid not null references data_breach (id),
    verb text not null,
    detail text not null,
    account_id uuid,
    by_name text not null,
    at bigint not null
);
create index data_breach_step_breach on data_breach_step (breach_id, at);

-- The declaration of accessibility: the last row is in force. `rate` in tenths of a percent; the texts hold an item a line.
create table accessibility_declaration (
    id uuid primary key,
    audited_on text,
    rgaa text not null,
    auditor text not null,
    rate bigint,
    gaps text not null,
    exempt text not null,
    burden text not null,
    scheme text not null,
    plan text not null,
    contact text not null,
    written_at bigint not null,
    written_by uuid not null
);
create index accessibility_declaration_at on accessibility_declaration (written_at);

-- What somebody cannot use, and what was answered.
create table accessibility_report (
    id uuid primary key,
    account_id uuid,
    email text,
    page text not null,
    words text not null,
    at bigint not null,
    answer text,
    answered_at bigint,
    answered_by uuid
);
create index accessibility_report_at on accessibility_report (at);
create index accessibility_report_account on accessibility_report (account_id, at);
