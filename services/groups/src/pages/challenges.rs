//! `/defis`: the challenges the inspection proposes to the classes of its territory.

use super::{Row, form::last};
use crate::{
    W,
    challenge::{self, ChallengeForm},
    group_form::MOST_LETTERS,
    roll,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Viewer, viewer::or_not_found};
use web::{
    Answer, Form, SignedIn,
    component::{Button, ErrorSummary, Field},
    summary,
};

/// The address of the challenges.
pub(crate) const PATH: &str = "/defis";

#[derive(Template)]
#[template(path = "challenges.html")]
struct ChallengesPage {
    address: &'static str,
    summary: Option<ErrorSummary>,
    rows: Vec<Row>,
    name: Field,
    uai: Field,
    last: Field,
    send: Button,
}

impl ChallengesPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, form: &ChallengeForm, problems: &Problems) -> Result<Self> {
        let groups = challenge::in_charge(tx, viewer).await?;
        let counts = roll::counts(tx, groups.iter().map(|group| group.id)).await?;
        Ok(Self {
            address: PATH,
            summary: summary(problems),
            rows: groups.iter().map(|group| Row::new(group, &counts, None)).collect(),
            name: Field::text("name", W.challenge_name())
                .value(&form.name)
                .maxlength(MOST_LETTERS)
                .required()
                .error(problems.of("name")),
            uai: uai(&form.uai, problems).hint(W.host_hint()),
            last: last(&form.last, problems, true),
            send: Button::primary(W.propose()),
        })
    }
}

/// The field of the national code of a school.
pub(super) fn uai(typed: &str, problems: &Problems) -> Field {
    Field::text("uai", W.uai()).value(typed).spellcheck_off().required().error(problems.of("uai"))
}

/// `GET /defis`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(challenge::may_propose(&visit.viewer))?;
    let mut tx = visit.read().await?;
    let page = ChallengesPage::build(&mut tx, &visit.viewer, &ChallengeForm::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.challenges(), &page)
}

/// `POST /defis`
pub(crate) async fn propose(mut visit: SignedIn, Form(form): Form<ChallengeForm>) -> Answer {
    or_not_found(challenge::may_propose(&visit.viewer))?;
    let mut tx = visit.write().await?;
    match challenge::propose(&mut tx, &visit.viewer, &form).await {
        Ok(group) => {
            tx.commit().await?;
            Ok(visit.done(&format!("/groupes/{group}"), W.challenge_proposed()))
        }
        Err(Error::Invalid(problems)) => {
            let page = ChallengesPage::build(&mut tx, &visit.viewer, &form, &problems).await?;
            drop(tx);
            visit.again(W.challenges(), &page)
        }
        Err(error) => Err(error.into()),
    }
}
