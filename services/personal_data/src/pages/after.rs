//! Directives for after death, as their author writes and revokes them.

use crate::{
    W,
    death::after::{self, Choice as Wish, Directive, DirectiveForm, LONGEST, may_direct},
};
use askama::Template;
use db::{Error, Problems};
use school::viewer::or_not_found;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Notice, Opt},
    dates, summary,
};

const PATH: &str = "/mes-donnees/directives";

#[derive(Template)]
#[template(path = "after.html")]
struct AfterPage {
    summary: Option<ErrorSummary>,
    written: Option<Notice>,
    choice: Choice,
    name: Field,
    address: Field,
    detail: Field,
    save: Button,
    revoke: Option<Button>,
}

/// `GET /mes-donnees/directives`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(may_direct(&visit.viewer))?;
    let account = visit.viewer.account;
    let mut tx = visit.read().await?;
    let directive = after::of(&mut tx, account).await?;
    drop(tx);
    let form = directive.as_ref().map(DirectiveForm::of).unwrap_or_default();
    visit.page(W.after_title(), &AfterPage::new(&form, directive.as_ref(), &Problems::default()))
}

/// `POST /mes-donnees/directives`
pub(crate) async fn save(mut visit: SignedIn, Form(form): Form<DirectiveForm>) -> Answer {
    or_not_found(may_direct(&visit.viewer))?;
    let choice = match form.check() {
        Ok(choice) => choice,
        Err(Error::Invalid(problems)) => {
            let account = visit.viewer.account;
            let mut tx = visit.read().await?;
            let directive = after::of(&mut tx, account).await?;
            drop(tx);
            return visit.again(W.after_title(), &AfterPage::new(&form, directive.as_ref(), &problems));
        }
        Err(error) => return Err(error.into()),
    };
    let mut tx = visit.write().await?;
    after::save(&mut tx, &visit.viewer, &form, choice).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.after_saved()))
}

/// `POST /mes-donnees/directives/retrait`
pub(crate) async fn revoke(mut visit: SignedIn) -> Answer {
    or_not_found(may_direct(&visit.viewer))?;
    let mut tx = visit.write().await?;
    after::revoke(&mut tx, &visit.viewer).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, W.after_revoked()))
}

impl AfterPage {
    fn new(form: &DirectiveForm, directive: Option<&Directive>, problems: &Problems) -> Self {
        let option = |wish: &Wish| {
            let word = wish.as_str();
            Opt::new(word, W.after_choice(word)).hint(W.after_meaning(word)).checked(form.choix == word)
        };
        let written = |it: &Directive| Notice::info(W.after_written(dates::date(it.written_at.day())));
        Self {
            summary: summary(problems),
            written: directive.map(written),
            choice: Choice::radios("choix", W.after_asked(), Wish::ALL.iter().map(option).collect())
                .required()
                .error(problems.of("choix")),
            name: Field::text("nom", W.after_name()).value(&form.nom).optional(W.optional()).error(problems.of("nom")),
            address: Field::area("adresse", W.after_address(), 2)
                .value(&form.adresse)
                .hint(W.after_address_hint())
                .optional(W.optional())
                .maxlength(LONGEST)
                .error(problems.of("adresse")),
            detail: Field::area("texte", W.after_detail(), 4)
                .value(&form.texte)
                .optional(W.optional())
                .maxlength(LONGEST)
                .error(problems.of("texte")),
            save: Button::primary(W.after_save()),
            revoke: directive.map(|_| Button::danger(W.after_revoke())),
        }
    }
}
