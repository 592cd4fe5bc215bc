//! The requests somebody filed, and the form of a new one.

use super::{right_of, rights, rights_for_child, status};
use crate::{
    W,
    request::{
        Kind, Request,
        filing::{self, LONGEST, Typed},
    },
    whose,
};
use askama::Template;
use commons::limitation::Topic;
use db::{Error, Moment, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Notice, Opt, Status},
    dates, is_pupil, summary, voice,
};

/// Where one's requests are.
const PATH: &str = "/mes-donnees/demandes";

/// What is asked from an account; directives have a page of their own.
const ASKED: [Kind; 5] = [Kind::Information, Kind::Access, Kind::Rectification, Kind::Objection, Kind::Restriction];

#[derive(Template)]
#[template(path = "request.html")]
struct RequestsPage {
    title: String,
    lead: String,
    summary: Option<ErrorSummary>,
    requests: Vec<Line>,
    identity: Notice,
    child: Option<Choice>,
    kind: Choice,
    topics: Choice,
    body: Field,
    file: Button,
    not_in_the_list: String,
}

struct Line {
    title: String,
    href: String,
    about: String,
    status: Status,
}

/// `GET /mes-donnees/demandes`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let proved = is_proved(&visit);
    let mut tx = visit.read().await?;
    let page = RequestsPage::build(&mut tx, &visit.viewer, proved, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /mes-donnees/demandes`
pub(crate) async fn file(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let proved = is_proved(&visit);
    let typed = Typed::read(&fields);
    let mut tx = visit.write().await?;
    match typed.check(&mut tx, &visit.viewer).await {
        Ok(filed) => {
            let id = filing::from_account(&mut tx, &visit.viewer, &filed, proved).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{PATH}/{id}"), W.request_filed()))
        }
        Err(Error::Invalid(problems)) => {
            let page = RequestsPage::build(&mut tx, &visit.viewer, proved, &typed, &problems).await?;
            drop(tx);
            visit.again(&page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether more than a password shows who asks: a second factor or a code, just now, or the code the school handed over.
fn is_proved(visit: &SignedIn) -> bool {
    let now = visit.site.house.db.now();
    visit.session.as_ref().is_some_and(|it| it.is_trusted(now))
}

impl RequestsPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, proved: bool, typed: &Typed, problems: &Problems) -> Result<Self> {
        let who = voice(viewer);
        let now = tx.now();
        let requests = Request::of(tx, viewer.account).await?;
        let kinds = match is_pupil(viewer) {
            true => rights_for_child(&ASKED, &typed.kind),
            false => rights(&ASKED, &typed.kind),
        };
        Ok(Self {
            title: W.requests_title(who),
            lead: W.requests_lead(who),
            summary: summary(problems),
            requests: requests.iter().map(|it| Line::new(viewer, it, now)).collect(),
            identity: identity(viewer, proved),
            child: for_whom(tx, viewer, &typed.child).await?,
            kind: Choice::radios("droit", W.right_asked(who), kinds).required().error(problems.of("droit")),
            topics: topics(viewer, &typed.topics, problems),
            body: Field::area("texte", W.request_words(who), 5)
                .value(&typed.body)
                .hint(W.request_words_hint(who))
                .maxlength(LONGEST)
                .error(problems.of("texte")),
            file: Button::primary(W.request_send()),
            not_in_the_list: W.not_in_the_list(who, W.copy_on_my_data()),
        })
    }
}

/// How it will be known who asks. No child is asked for a code.
fn identity(viewer: &Viewer, proved: bool) -> Notice {
    match (proved, is_pupil(viewer)) {
        (true, _) => Notice::success(W.identity_known(voice(viewer))),
        (false, true) => Notice::info(W.identity_of_pupil()),
        (false, false) => {
            Notice::info(W.identity_unknown()).link(W.identity_prove(), format!("/verification?retour={PATH}"))
        }
    }
}

async fn for_whom(tx: &mut Tx, viewer: &Viewer, chosen: &str) -> Result<Option<Choice>> {
    let children = whose::children(tx, viewer).await?;
    if children.is_empty() {
        return Ok(None);
    }
    let own = Opt::new("", W.for_me()).checked(chosen.is_empty());
    let options = children.iter().map(|child| {
        let id = child.id.to_string();
        Opt::new(&id, W.for_child(child.full())).checked(chosen == id)
    });
    Ok(Some(Choice::radios("enfant", W.for_whom(), std::iter::once(own).chain(options).collect())))
}

fn topics(viewer: &Viewer, chosen: &[String], problems: &Problems) -> Choice {
    let (who, pupil) = (voice(viewer), is_pupil(viewer));
    let option = |topic: &Topic| {
        let word = topic.as_str();
        let option = match pupil {
            true => Opt::new(word, W.limit_topic_for_child(word)),
            false => Opt::new(word, W.limit_topic(word)).hint(W.limit_does(word)),
        };
        option.checked(chosen.iter().any(|it| it == word))
    };
    let options = Topic::ALL.iter().filter(|it| **it != Topic::All).map(option).collect();
    Choice::checkboxes("sujet", W.topics_asked(who), options).hint(W.topics_hint(who)).error(problems.of("sujet"))
}

impl Line {
    fn new(viewer: &Viewer, request: &Request, now: Moment) -> Self {
        Self {
            title: right_of(viewer, request.kind),
            href: request.path(),
            about: W.request_about(&request.subject_name, &request.reference, dates::past(request.created_at, now)),
            status: status(request.state),
        }
    }
}
