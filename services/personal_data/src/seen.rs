//! « Qui a vu mes données ? »: who looked at somebody's file, by name for those of the school, by their office for others.

use crate::W;
use commons::{access, audit::Action};
use db::{FromRow, Moment, Result, Tx, args, id_list};
use school::{AccountId, PersonId, Role};

/// A look at somebody's file.
#[derive(Debug, Clone)]
pub struct Look {
    /// When, or the last time of the day.
    pub at: Moment,
    /// Who: name and role.
    pub who: String,
    /// What was looked at, or done.
    pub what: String,
    /// Why.
    pub why: Option<String>,
}

/// The looks at the files of some people, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: &[PersonId], limit: i64) -> Result<Vec<Look>> {
    let looks = access::of(tx, people.iter().copied(), limit).await?;
    let acts = acts(tx, people, limit).await?;
    let accounts = looks.iter().map(|it| it.account_id).chain(acts.iter().map(|it| it.account_id));
    let names = Names::of(tx, accounts.collect()).await?;
    let looked = looks.into_iter().map(|it| Look {
        at: it.last_at,
        who: names.say(it.account_id),
        what: W.look_topic(it.topic.as_str()),
        // Why an inquiry is led names others, and stays in the journal.
        why: it.reason.filter(|_| it.topic != access::Topic::Tracing),
    });
    let done =
        acts.into_iter().map(|it| Look { at: it.at, who: names.say(it.account_id), what: W.act(it.action), why: None });
    let mut all: Vec<Look> = looked.chain(done).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.at));
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(all)
}

#[derive(FromRow)]
struct Act {
    account_id: AccountId,
    action: String,
    at: Moment,
}

/// What the journal says was done to somebody by those in charge. Only what says nothing of another person: the answer of
/// one parent is not told to the other, nor what a child reported.
const TOLD: [Action; 6] = [
    Action::ResetAsked,
    Action::AccessRenewed,
    Action::DataLimited,
    Action::DataReleased,
    Action::TeacherAttached,
    Action::TeacherDetached,
];

async fn acts(tx: &mut Tx, people: &[PersonId], limit: i64) -> Result<Vec<Act>> {
    let subjects: Vec<String> = people.iter().map(|it| format!("\"{it}\"")).collect();
    let told: Vec<String> = TOLD.iter().map(|it| format!("\"{}\"", it.as_str())).collect();
    tx.all(
        "select account_id, action, at from audit where subject in (select value from json_each($1)) \
         and account_id is not null and action in (select value from json_each($2)) order by at desc, id limit $3",
        args![format!("[{}]", subjects.join(",")), format!("[{}]", told.join(",")), limit],
    )
    .await
}

/// Who some accounts are.
struct Names(Vec<Named>);

#[derive(FromRow)]
struct Named {
    account_id: AccountId,
    first_name: Option<String>,
    last_name: Option<String>,
    role: Option<String>,
    task: Option<String>,
}

const NAMED: &str = "\
select a.id as account_id, p.first_name, p.last_name, \
    (select min(m.role) from member m where m.person_id = p.id) as role, \
    (select max(g.role) from account_grant g where g.account_id = a.id) as task \
from account a left join account_person h on h.account_id = a.id left join person p on p.id = h.person_id \
where a.id in (select unhex(value) from json_each($1)) order by a.id, h.since";

impl Names {
    async fn of(tx: &mut Tx, mut accounts: Vec<AccountId>) -> Result<Self> {
        accounts.sort();
        accounts.dedup();
        Ok(Self(tx.all(NAMED, args![id_list(accounts)]).await?))
    }

    /// « Thomas Roux, enseignant »; « Académie » for whoever has a task over a territory.
    fn say(&self, account: AccountId) -> String {
        let Some(named) = self.0.iter().find(|it| it.account_id == account) else {
            return W.somebody_gone().to_owned();
        };
        match (&named.first_name, &named.last_name) {
            (Some(first), Some(last)) => {
                let role = named.role.clone().unwrap_or_default();
                W.named_with_role(school::person::full(first, last), W.role(role))
            }
            _ => match named.task.as_deref() {
                Some(task) if task == Role::DataOfficer.as_str() => W.the_officer().to_owned(),
                _ => W.the_academy().to_owned(),
            },
        }
    }
}
