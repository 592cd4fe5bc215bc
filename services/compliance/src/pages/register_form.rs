//! Writing an entry of the register: a new one of the région, or another version of one that is there.

use super::register::{PATH, address};
use crate::{
    W, allowed,
    register::{
        form::EntryForm,
        version::{self, Processing},
    },
};
use askama::Template;
use db::{Error, Problems};
use school::AccountId;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, ErrorSummary, Field, Hidden},
    summary,
};

#[derive(Template)]
#[template(path = "register_form.html")]
struct FormPage {
    title: &'static str,
    about: &'static str,
    summary: Option<ErrorSummary>,
    address: String,
    version: Hidden,
    draft: String,
    fields: Vec<Field>,
    ended: Option<Checkbox>,
    note: Field,
    save: Button,
    back: String,
}

/// `GET /registre/nouveau`
pub(crate) async fn blank(visit: SignedIn) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let page = page(visit.viewer.account, None, &EntryForm::default(), &Problems::default());
    visit.page(W.register_add(), &page)
}

/// `POST /registre`
pub(crate) async fn create(visit: SignedIn, Form(form): Form<EntryForm>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    write(visit, None, form).await
}

/// `GET /registre/{entry}/modifier`
pub(crate) async fn ask(mut visit: SignedIn, Path(key): Path<String>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let now = version::one(&mut tx, &key).await?;
    drop(tx);
    let form = EntryForm::of(&now.entry, now.number());
    let page = page(visit.viewer.account, Some(&now), &form, &Problems::default());
    visit.page(W.register_amend(), &page)
}

/// `POST /registre/{entry}/modifier`
pub(crate) async fn amend(mut visit: SignedIn, Path(key): Path<String>, Form(form): Form<EntryForm>) -> Answer {
    allowed::keeper(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let now = version::one(&mut tx, &key).await?;
    drop(tx);
    write(visit, Some(now), form).await
}

async fn write(mut visit: SignedIn, now: Option<Processing>, form: EntryForm) -> Answer {
    let mut tx = visit.write().await?;
    match form.check(&tx, now.as_ref().map(|it| &it.entry)) {
        Ok(entry) => {
            let read = if now.is_some() { form.version.max(0) } else { 0 };
            version::write(&mut tx, &visit.viewer, &entry, read, form.note.trim()).await?;
            tx.commit().await?;
            Ok(visit.done(&address(&entry.key), W.register_saved()))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let page = page(visit.viewer.account, now.as_ref(), &form, &problems);
            visit.again(page.title, &page)
        }
        Err(error) => Err(error.into()),
    }
}

fn page(account: AccountId, now: Option<&Processing>, form: &EntryForm, problems: &Problems) -> FormPage {
    let area = |name: &'static str, label: &'static str, rows: u16, value: &str| {
        Field::area(name, label, rows).value(value).error(problems.of(name))
    };
    let listed = |name, label, value: &str| area(name, label, 4, value).hint(W.register_a_line()).required();
    let fields = vec![
        Field::text("titre", W.register_entry()).value(&form.titre).error(problems.of("titre")).required(),
        listed("finalites", W.register_purposes(), &form.finalites),
        area("fondement", W.register_ground(), 3, &form.fondement).required(),
        listed("personnes", W.register_persons(), &form.personnes),
        listed("donnees", W.register_data(), &form.donnees),
        listed("destinataires", W.register_recipients(), &form.destinataires),
        area("transferts", W.register_transfers(), 2, &form.transferts).required(),
        area("conservation", W.register_kept(), 3, &form.conservation).hint(W.register_kept_hint()),
        listed("mesures", W.register_measures(), &form.mesures),
    ];
    let address_of = |it: &Processing| format!("{}/modifier", address(&it.entry.key));
    FormPage {
        title: if now.is_some() { W.register_amend() } else { W.register_add() },
        about: if now.is_some() { W.register_amend_about() } else { W.register_add_about() },
        summary: summary(problems),
        address: now.map_or_else(|| PATH.to_owned(), address_of),
        version: Hidden::new("version", form.version.to_string()),
        draft: format!("registre-{}-{account}", now.map_or("nouveau", |it| it.entry.key.as_str())),
        fields,
        ended: now.map(|_| Checkbox::new("fini", W.register_end()).checked(!form.fini.is_empty())),
        note: area("note", W.register_note(), 2, &form.note).required(),
        save: Button::primary(W.register_save()),
        back: now.map_or_else(|| PATH.to_owned(), |it| address(&it.entry.key)),
    }
}
