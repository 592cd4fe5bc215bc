//! The message to the head of the school, who corrects in ONDE: the desk sends it in one act, where an address is known.

use super::{Kind, Request};
use crate::W;
use commons::{
    audit::{self, Action},
    mail::{self, Letter},
};
use db::{Error, Moment, Result, Tx, Uuid, args, id_list};
use school::{SchoolId, Viewer, circle};

/// What the timeline calls it.
pub const VERB: &str = "told-head";

// The schools somebody sits in, or whose children do: one or two.
const SCHOOLS: &str = "\
select distinct k.school_id from member n join circle k on k.id = n.circle_id where n.until is null and n.person_id in ( \
    select o.id from person o where o.id = $1 \
    union all select g.child_id from guardianship g where g.adult_id = $1 and g.until is null)";

// The address somebody confirmed, else the one of the directory: a desk that writes once writes where it may be read.
const KNOWN: &str = "\
select distinct coalesce(a.email, p.email) as email from person p left join account_person h on h.person_id = p.id \
left join account a on a.id = h.account_id and a.blocked_at is null \
where p.id in (select unhex(value) from json_each($1)) and coalesce(a.email, p.email) is not null \
and not exists (select 1 from mail_bounce b where b.email = coalesce(a.email, p.email)) order by 1";

/// The addresses of the heads who may correct what a request is about. For the desk that loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn addresses(tx: &mut Tx, request: &Request) -> Result<Vec<String>> {
    let Some(subject) = request.subject_id else { return Ok(Vec::new()) };
    let schools: Vec<SchoolId> = tx.column(SCHOOLS, args![subject]).await?;
    let mut heads = Vec::new();
    for school in schools {
        heads.extend(circle::heads(tx, school).await?.into_iter().map(|head| head.id));
    }
    tx.column(KNOWN, args![id_list(heads)]).await
}

/// The message.
pub fn text(request: &Request) -> String {
    W.desk_to_head(&request.reference, &request.subject_name, sentence(&request.body))
}

/// Words that go on in a sentence of ours: without the full stop they end with.
pub fn sentence(words: &str) -> &str {
    words.trim_end_matches(|it: char| it == '.' || it.is_whitespace())
}

/// Whether the message was sent.
///
/// # Errors
/// A fault of the database.
pub async fn is_sent(tx: &mut Tx, request: &Request) -> Result<bool> {
    let sent = "select count(*) as n from rights_step where request_id = $1 and verb = $2";
    Ok(tx.count(sent, args![request.id, VERB]).await? > 0)
}

/// Sends it, once.
///
/// # Errors
/// [`Error::Conflict`] when it was sent, when the request is over or asks for no correction, and without any address; a fault of
/// the database.
pub async fn send(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let addresses = addresses(tx, request).await?;
    let rectifies = request.kind == Kind::Rectification && !request.state.is_over();
    if !rectifies || addresses.is_empty() || is_sent(tx, request).await? {
        return Err(Error::Conflict);
    }
    for to in addresses {
        let text = web::letter(&[&text(request)]);
        let letter = Letter { to, subject: W.mail_to_head_subject(&request.reference), text };
        mail::post(tx, &letter).await?;
    }
    let (step, now): (Uuid, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into rights_step (id, request_id, verb, detail, at, account_id) values ($1, $2, $3, '', $4, $5)",
        args![step, request.id, VERB, now, viewer.account],
    )
    .await?;
    let subject = request.subject_id.map(|it| it.to_string());
    audit::write(tx, Some(viewer.account), Action::RightsRequest, subject, Some(VERB)).await
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn words_go_on_in_a_sentence() {
        assert_eq!(sentence("Mon adresse a changé. \n"), "Mon adresse a changé");
        assert_eq!(sentence("Pourquoi ?"), "Pourquoi ?");
    }
}
