//! `/foyer/enfants/{child}/lecteurs`: inviting somebody to read with the family, and ending an invitation.

use super::HOUSEHOLD;
use crate::{
    W, household,
    invitation::{self, DAYS, InvitationId, MOST},
    invitation_form::{InvitationForm, LONGEST, LONGEST_EMAIL},
};
use askama::Template;
use db::{Error, Problems};
use school::{PersonId, Viewer};
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, LinkButton},
    summary,
};

#[derive(Template)]
#[template(path = "reader.html")]
struct ReaderPage {
    title: String,
    action: String,
    summary: Option<ErrorSummary>,
    sees: String,
    first_name: Field,
    last_name: Field,
    word: Field,
    email: Field,
    button: Button,
}

impl ReaderPage {
    fn new(viewer: &Viewer, child: PersonId, form: &InvitationForm, problems: &Problems) -> db::Result<Self> {
        let seat = household::seat_for(viewer, child)?;
        let name = web::of_name(seat.child_first_name.as_deref().unwrap_or_default());
        let line = |field: &'static str, label: &'static str, value: &str| {
            Field::text(field, label).value(value).required().maxlength(LONGEST).error(problems.of(field))
        };
        Ok(Self {
            title: W.reader_invite_for(&name),
            action: format!("{HOUSEHOLD}/enfants/{child}/lecteurs"),
            summary: summary(problems),
            sees: W.reader_sees(&name, MOST),
            first_name: line("prenom", W.reader_first_name(), &form.prenom),
            last_name: line("nom", W.reader_last_name(), &form.nom),
            word: line("lien", W.reader_word(), &form.lien).hint(W.reader_word_hint()),
            email: Field::email("courriel", W.reader_email())
                .value(&form.courriel)
                .hint(W.reader_email_hint(DAYS))
                .required()
                .maxlength(LONGEST_EMAIL)
                .error(problems.of("courriel")),
            button: Button::primary(W.reader_invite()).icon("courrier"),
        })
    }
}

/// `GET /foyer/enfants/{child}/lecteurs`
pub(crate) async fn blank(visit: SignedIn, Path(child): Path<PersonId>) -> Answer {
    let page = ReaderPage::new(&visit.viewer, child, &InvitationForm::default(), &Problems::default())?;
    visit.page(&page.title, &page)
}

/// `POST /foyer/enfants/{child}/lecteurs`
pub(crate) async fn invite(
    mut visit: SignedIn,
    Path(child): Path<PersonId>,
    Form(form): Form<InvitationForm>,
) -> Answer {
    household::seat_for(&visit.viewer, child)?;
    match send(&mut visit, child, &form).await {
        Ok(()) => Ok(visit.done(HOUSEHOLD, W.reader_invited())),
        Err(Error::Invalid(problems)) => {
            let page = ReaderPage::new(&visit.viewer, child, &form, &problems)?;
            visit.again(&page.title, &page)
        }
        Err(other) => Err(other.into()),
    }
}

async fn send(visit: &mut SignedIn, child: PersonId, form: &InvitationForm) -> db::Result<()> {
    let draft = form.check()?;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    invitation::send(&mut tx, &house, &visit.viewer, child, &draft).await?;
    tx.commit().await
}

/// `GET /foyer/enfants/{child}/lecteurs/{invitation}/fin`: what ends is not undone, another letter must leave.
pub(crate) async fn ask(mut visit: SignedIn, Path((child, id)): Path<(PersonId, InvitationId)>) -> Answer {
    let mut tx = visit.read().await?;
    let invited = invitation::load(&mut tx, &visit.viewer, child, id).await?;
    drop(tx);
    let (name, word) = (invited.name(), &invited.word);
    let what = match invited.accepted_at {
        Some(_) => W.reader_end_reads(&name, word),
        None => W.reader_end_waits(&name, word),
    };
    let action = format!("{HOUSEHOLD}/enfants/{child}/lecteurs/{id}/fin");
    let back = LinkButton::secondary(W.back_to_household(), HOUSEHOLD);
    let page = AskPage::new(W.reader_end(&name), action, Button::danger(W.reader_end_now()), back)
        .says(what)
        .says(W.reader_end_again());
    visit.page(page.title(), &page)
}

/// `POST /foyer/enfants/{child}/lecteurs/{invitation}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path((child, id)): Path<(PersonId, InvitationId)>) -> Answer {
    let mut tx = visit.write().await?;
    invitation::end(&mut tx, &visit.viewer, child, id).await?;
    tx.commit().await?;
    Ok(visit.done(HOUSEHOLD, W.reader_ended()))
}
