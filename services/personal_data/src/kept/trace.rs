//! What is kept of what somebody asked, of who looked, and of what is limited.

use crate::{W, death::after, request::Request, seen, whose::Whose};
use commons::limitation;
use db::{Moment, Result, Tx, args};
use web::personal::Part;

/// Objections and restrictions, those that ended too. Why one was granted about a child tells of the situation of whoever
/// asked: it is not told to another parent.
pub(super) async fn limits(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let limits = limitation::of(tx, whose.people.iter().copied()).await?;
    let columns = [W.column_limit(), W.column_reason(), W.column_since(), W.column_until()];
    let rows = limits.into_iter().map(|it| (whose.own.then_some(it.reason), it.topic, it.since, it.until)).map(
        |(why, topic, since, until)| vec![W.limit_topic(topic.as_str()).into(), why.into(), since.into(), until.into()],
    );
    Ok(Part::new("limites", W.part_limits(), &columns).rows(rows))
}

/// Who looked at the file.
pub(super) async fn accesses(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let looks = seen::of(tx, &whose.people, 2000).await?;
    let columns = [W.column_at(), W.column_who(), W.column_what(), W.column_reason()];
    let rows = looks.into_iter().map(|it| vec![it.at.into(), it.who.into(), it.what.into(), it.why.into()]);
    Ok(Part::new("consultations", W.part_accesses(), &columns).rows(rows))
}

/// What somebody reported, in their own words.
pub(super) async fn reports(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let reports: Vec<(Moment, String)> = tx
        .all(
            "select created_at, reason from thing_report where reporter_id in (select unhex(value) from json_each($1)) \
             order by created_at desc, id",
            args![whose.list()],
        )
        .await?;
    let rows = reports.into_iter().map(|(at, reason)| vec![at.into(), reason.into()]);
    Ok(Part::new("signalements", W.part_reports(), &[W.column_at(), W.column_words()]).rows(rows))
}

/// The notices received.
pub(super) async fn notices(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let notices: Vec<(String, Moment, Option<Moment>)> = tx
        .all(
            "select t.title, n.at, n.read_at from notification n join thing t on t.id = n.thing_id \
             where n.person_id in (select unhex(value) from json_each($1)) and n.visible_from <= $2 \
             order by n.at desc, n.id limit 5000",
            args![whose.list(), tx.now()],
        )
        .await?;
    let rows = notices.into_iter().map(|(title, at, read)| vec![title.into(), at.into(), read.into()]);
    let columns = [W.column_about(), W.column_at(), W.column_read()];
    Ok(Part::new("avis", W.part_notices(), &columns).rows(rows))
}

/// The requests about rights.
pub(super) async fn requests(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let requests = match whose.account {
        Some(account) => Request::of(tx, account).await?,
        None => Vec::new(),
    };
    let columns = [
        W.column_reference(),
        W.column_right(),
        W.column_about(),
        W.column_at(),
        W.column_state(),
        W.column_words(),
        W.column_answer(),
    ];
    let rows = requests.into_iter().map(|it| {
        vec![
            it.reference.into(),
            W.right(it.kind.as_str()).into(),
            it.subject_name.into(),
            it.created_at.into(),
            W.request_state(it.state.as_str()).into(),
            it.body.into(),
            it.outcome.into(),
        ]
    });
    Ok(Part::new("demandes", W.part_requests(), &columns).rows(rows))
}

/// The directives for after death.
pub(super) async fn directives(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let directive = match whose.account {
        Some(account) => after::of(tx, account).await?,
        None => None,
    };
    let columns = [W.column_choice(), W.column_contact(), W.column_address(), W.column_words(), W.column_at()];
    let rows = directive.into_iter().map(|it| {
        vec![
            W.after_choice(it.choice.as_str()).into(),
            it.contact_name.into(),
            it.contact_address.into(),
            it.detail.into(),
            it.written_at.into(),
        ]
    });
    Ok(Part::new("directives", W.part_directives(), &columns).rows(rows))
}
