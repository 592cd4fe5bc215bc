//! « Notifications »: by which ways somebody is told, and when.

use crate::{
    W,
    choice::{self, ChoiceForm},
};
use askama::Template;
use commons::attention::{
    Preference,
    subscription::{self, Subscription},
};
use db::{Error, Moment, Problems, Tx};
use jiff::civil::{Time, Weekday};
use school::{Profile, Viewer, account::Account, viewer::or_not_found};
use web::{
    Answer, Form, NOTIFICATIONS, SignedIn,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Notice, Opt},
    dates, summary,
};

#[derive(Template)]
#[template(path = "preference.html")]
struct PreferencePage {
    summary: Option<ErrorSummary>,
    no_address: Option<Notice>,
    key: String,
    devices: Vec<Device>,
    push: Checkbox,
    letters: Checkbox,
    digest: Choice,
    week: Option<Checkbox>,
    own: Checkbox,
    from: Field,
    to: Field,
    days: Choice,
    save: Button,
}

/// A browser that may be woken.
struct Device {
    name: String,
    since: String,
    end: String,
    button: Button,
}

/// `GET /compte/notifications`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.profile() != Profile::Pupil)?;
    let (account, key) = (visit.viewer.account, visit.site.house.push.public_key());
    let mut tx = visit.read().await?;
    let form = ChoiceForm::of(&Preference::of(&mut tx, account).await?);
    let page = page(&mut tx, &visit.viewer, key, &form, &Problems::default()).await?;
    drop(tx);
    visit.page(web::W.notifications(), &page)
}

/// `POST /compte/notifications`
pub(crate) async fn save(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    or_not_found(visit.viewer.profile() != Profile::Pupil)?;
    let form = ChoiceForm::read(&fields);
    let key = visit.site.house.push.public_key();
    let mut tx = visit.write().await?;
    match form.check(&mut tx, &visit.viewer).await {
        Ok(choice) => choice.save(&mut tx, visit.viewer.account).await?,
        Err(Error::Invalid(problems)) => {
            let page = page(&mut tx, &visit.viewer, key, &form, &problems).await?;
            drop(tx);
            return visit.again(web::W.notifications(), &page);
        }
        Err(other) => return Err(other.into()),
    }
    tx.commit().await?;
    Ok(visit.done(NOTIFICATIONS, W.choice_saved()))
}

async fn page(
    tx: &mut Tx,
    viewer: &Viewer,
    key: String,
    form: &ChoiceForm,
    problems: &Problems,
) -> db::Result<PreferencePage> {
    let account = Account::load(tx, viewer.account).await?;
    let now = tx.now();
    let devices = subscription::of(tx, account.id).await?;
    let has_children = !viewer.children().is_empty();
    Ok(PreferencePage {
        summary: summary(problems),
        no_address: no_address(tx, account.email.as_deref()).await?,
        key,
        devices: devices.into_iter().map(|it| device(it, now)).collect(),
        push: Checkbox::new("appareils", W.push_choice()).hint(W.push_hint()).checked(form.push),
        letters: Checkbox::new("lettres", W.letters_choice()).hint(W.letters_hint()).checked(form.letters),
        digest: Choice::select("resume", W.digest_choice(), digests(form))
            .hint(W.digest_hint())
            .error(problems.of("resume")),
        week: has_children.then(|| Checkbox::new("semaine", W.week_choice()).hint(W.week_hint()).checked(form.week)),
        own: Checkbox::new("heures", W.own_choice()).hint(W.own_hint()).checked(form.own),
        from: Field::time("debut", W.own_from()).value(&form.from).error(problems.of("debut")),
        to: Field::time("fin", W.own_to()).value(&form.to).error(problems.of("fin")),
        days: Choice::checkboxes("jours", W.own_days(), days(form)).error(problems.of("jours")),
        save: Button::primary(W.choice_save()),
    })
}

/// What is said to whoever letters do not reach.
async fn no_address(tx: &mut Tx, email: Option<&str>) -> db::Result<Option<Notice>> {
    let Some(email) = email else {
        return Ok(Some(Notice::info(W.address_none()).link(W.address_give(), "/compte")));
    };
    let bounced = tx.count("select count(*) as n from mail_bounce where email = $1", db::args![email]).await? > 0;
    Ok(bounced.then(|| Notice::attention(W.address_bounced(email)).link(W.address_give(), "/compte")))
}

fn device(it: Subscription, now: Moment) -> Device {
    Device {
        since: W.device_since(dates::past(it.created_at, now)),
        end: format!("/notifications/abonnements/{}/fin", it.id),
        button: Button::secondary(W.device_remove(&it.device)),
        name: it.device,
    }
}

fn digests(form: &ChoiceForm) -> Vec<Opt> {
    let at = |minute: i64| {
        let part = |value: i64| i8::try_from(value).unwrap_or(0);
        let time = Time::new(part(minute / 60), part(minute % 60), 0, 0).unwrap_or_default();
        Opt::new(minute.to_string(), W.digest_at(dates::hour(time))).checked(form.digest == minute.to_string())
    };
    let none = Opt::new("", W.digest_none()).checked(form.digest.is_empty());
    choice::digest_hours().map(at).chain([none]).collect()
}

fn days(form: &ChoiceForm) -> Vec<Opt> {
    let days = Weekday::Monday.cycle_forward().take(7).enumerate();
    days.map(|(index, day)| Opt::new(index.to_string(), dates::weekday(day)).checked(form.days[index])).collect()
}
