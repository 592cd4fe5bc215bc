//! Limits the desk grants and releases about who a request is about.

use super::{desk_page::Typed, desk_step::again};
use crate::{
    W,
    limit::{self, people_of, topics_of},
    request::{Request, RequestId},
};
use askama::{Template, filters::HtmlSafe};
use commons::limitation::{self, Limit, LimitId, Topic};
use db::{Error, Problems, Result, Tx};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, Field, Opt},
    dates, reason,
};

/// The limits in force, and the form of a new one.
#[derive(Template)]
#[template(path = "desk_limit.html")]
pub(super) struct LimitPart {
    in_force: Vec<InForce>,
    form: Option<GrantForm>,
    address: String,
}

impl HtmlSafe for LimitPart {}

struct InForce {
    title: String,
    about: String,
    address: String,
    release: Button,
}

struct GrantForm {
    topics: Choice,
    reason: Field,
    grant: Button,
}

impl LimitPart {
    /// Nothing where nothing is limited and nothing of the kind is asked.
    pub(super) async fn build(
        tx: &mut Tx,
        request: &Request,
        typed: &Typed,
        problems: &Problems,
    ) -> Result<Option<Self>> {
        let people = people_of(tx, request).await?;
        let mut limits = limitation::of(tx, people).await?;
        limits.retain(|it| it.until.is_none());
        // Somebody listed twice is limited twice, and shown once.
        limits.sort_by_key(|it| it.topic);
        limits.dedup_by_key(|it| it.topic);
        let topics = topics_of(request.kind);
        let left: Vec<Topic> =
            topics.iter().copied().filter(|topic| limits.iter().all(|it| it.topic != *topic)).collect();
        let asks = !left.is_empty() && request.identity.is_some();
        if limits.is_empty() && !asks {
            return Ok(None);
        }
        let address = format!("{}/limites", request.desk_path());
        Ok(Some(Self {
            in_force: limits.iter().map(|it| InForce::new(it, &address)).collect(),
            form: asks.then(|| GrantForm::new(request, &left, typed, problems)),
            address,
        }))
    }
}

impl InForce {
    fn new(limit: &Limit, address: &str) -> Self {
        Self {
            title: W.limit_topic(limit.topic.as_str()),
            about: W.limit_since(dates::date(limit.since.day()), &limit.reason),
            address: format!("{address}/{}/levee", limit.id),
            release: Button::secondary(W.limit_release()),
        }
    }
}

impl GrantForm {
    fn new(request: &Request, topics: &[Topic], typed: &Typed, problems: &Problems) -> Self {
        let asked: Vec<&str> = match typed.topics.is_empty() {
            true => request.topics.split_whitespace().collect(),
            false => typed.topics.iter().map(String::as_str).collect(),
        };
        let option = |topic: &Topic| {
            let word = topic.as_str();
            Opt::new(word, W.limit_topic(word)).hint(W.limit_does(word)).checked(asked.contains(&word))
        };
        Self {
            topics: Choice::checkboxes("sujet", W.limit_grant_asked(), topics.iter().map(option).collect())
                .error(problems.of("sujet")),
            reason: Field::area("reason", W.limit_reason(), 2)
                .value(&typed.reason)
                .required()
                .maxlength(reason::LONGEST)
                .error(problems.of("reason")),
            grant: Button::secondary(W.limit_grant()),
        }
    }
}

/// `POST /demandes-de-droits/{id}/limites`
pub(crate) async fn grant(
    mut visit: SignedIn,
    Path(id): Path<RequestId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    let words: Vec<String> = fields.iter().filter(|it| it.0 == "sujet").map(|it| it.1.clone()).collect();
    let typed = fields.iter().find(|it| it.0 == "reason").map(|it| it.1.clone()).unwrap_or_default();
    let topics: Vec<Topic> = words.iter().filter_map(|it| Topic::try_from(it.clone()).ok()).collect();
    let reason = match reason::check(&typed) {
        Ok(reason) if !topics.is_empty() => reason,
        checked => {
            drop(tx);
            let mut problems = Problems::default();
            problems.require(!topics.is_empty(), "sujet", W.topics_missing("vous"));
            if let Err(Error::Invalid(found)) = checked {
                problems.add("reason", found.of("reason").unwrap_or_default());
            }
            let typed = Typed { topics: words, reason: typed.clone(), ..Typed::default() };
            return again(visit, id, typed, problems).await;
        }
    };
    limit::grant(&mut tx, &visit.viewer, &request, &topics, reason).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), W.limit_granted()))
}

/// `POST /demandes-de-droits/{id}/limites/{limit}/levee`
pub(crate) async fn release(mut visit: SignedIn, Path((id, limit)): Path<(RequestId, LimitId)>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::at_desk(&mut tx, &visit.viewer, id).await?;
    limit::release(&mut tx, &visit.viewer, &request, limit).await?;
    tx.commit().await?;
    Ok(visit.done(&request.desk_path(), W.limit_released()))
}
