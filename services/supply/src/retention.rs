//! How long what a school gave is kept: runs as long as they can be put back, corrections a year after they were
//! made; who was entered by hand, which entries became one, and which pupils other schools entered.

use crate::{W, onde::run::RunId};
use commons::retention::{BATCH, Rule, Work};
use db::{Moment, Result, Tx, args, id_list};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        topic: "supply-runs",
        label: || W.retention_runs(),
        why: || W.retention_runs_why(),
        default_days: 30,
        least_days: 30,
        most_days: 60,
        work: Work::Own {
            count: |tx, older_than| Box::pin(past(tx, older_than)),
            erase: |_, tx, older_than| Box::pin(erase(tx, older_than)),
        },
    },
    Rule {
        topic: "supply-corrections",
        label: || W.retention_corrections(),
        why: || W.retention_corrections_why(),
        default_days: 365,
        least_days: 30,
        most_days: 730,
        work: Work::Rows {
            count: "select count(*) as n from supply_correction where school_id is not null and done_at < $1",
            erase: "delete from supply_correction where id in (select id from supply_correction \
                    where school_id is not null and done_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-entries",
        label: || W.retention_entries(),
        why: || W.retention_entries_why(),
        default_days: 365,
        least_days: 90,
        most_days: 1095,
        work: Work::Rows {
            count: "select count(*) as n from supply_entry where school_id is not null and ended_at < $1",
            erase: "delete from supply_entry where person_id in (select person_id from supply_entry \
                    where school_id is not null and ended_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-absorptions",
        label: || W.retention_absorptions(),
        why: || W.retention_absorptions_why(),
        default_days: 90,
        least_days: 31,
        most_days: 400,
        work: Work::Rows {
            count: "select count(*) as n from supply_absorption where at < $1",
            erase: "delete from supply_absorption where id in (select id from supply_absorption where at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-doubles",
        label: || W.retention_doubles(),
        why: || W.retention_doubles_why(),
        default_days: 1095,
        least_days: 365,
        most_days: 1825,
        work: Work::Rows {
            count: "select count(*) as n from supply_double where decided_at < $1",
            erase: "delete from supply_double where id in (select id from supply_double where decided_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-transfers",
        label: || W.retention_transfers(),
        why: || W.retention_transfers_why(),
        default_days: 365,
        least_days: 90,
        most_days: 1095,
        work: Work::Rows {
            count: "select count(*) as n from supply_transfer where school_id is not null and coalesce(closed_at, at) < $1",
            erase: "delete from supply_transfer where id in (select id from supply_transfer \
                    where school_id is not null and coalesce(closed_at, at) < $1 limit $2)",
        },
    },
];

async fn past(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    tx.count(
        "select count(*) as n from supply_run where school_id is not null and coalesce(applied_at, made_at) < $1",
        args![older_than],
    )
    .await
}

/// A run goes with its files and what it changed.
async fn erase(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let runs: Vec<RunId> = tx
        .column(
            "select id from supply_run where school_id is not null and coalesce(applied_at, made_at) < $1 order by made_at limit $2",
            args![older_than, BATCH / 50],
        )
        .await?;
    let list = id_list(runs.iter().copied());
    for statement in [
        "delete from supply_change where school_id is not null and run_id in (select unhex(value) from json_each($1))",
        "delete from supply_file where school_id is not null and run_id in (select unhex(value) from json_each($1))",
        "delete from supply_run where school_id is not null and id in (select unhex(value) from json_each($1))",
    ] {
        tx.change(statement, args![&list]).await?;
    }
    Ok(i64::try_from(runs.len()).unwrap_or(i64::MAX))
}
