//! « Ce que nous avons compris »: files given are looked at, answered about, applied, put back.

use super::{
    note_departures,
    run_page::{ANSWERED, RunPage, title_applied, title_of},
};
use crate::{
    W,
    onde::{
        apply_plan,
        choices::{Choices, ClassChoice},
        plan::Plan,
        run::{Run, RunId, Undoing},
        undo::{self as undoing, Undone},
    },
    transfer,
};
use commons::access::Topic;
use db::{Error, Problems};
use school::{PersonId, SchoolId};
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, LinkButton},
};

/// `GET /ecoles/{school}/onde/{run}`
pub(crate) async fn show(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, RunId)>) -> Answer {
    let mut tx = visit.read().await?;
    let run = Run::load(&mut tx, &visit.viewer, school, id).await?;
    let now = tx.now();
    if run.applied_at.is_some() {
        let undoing = run.undoing(run.is_followed(&mut tx).await?, now);
        drop(tx);
        visit.set_wide();
        return visit.page(title_applied(&run), &RunPage::applied(&run, undoing, now));
    }
    let files = run.files(&mut tx).await?;
    let plan = Plan::of(&mut tx, &run, &files).await?;
    drop(tx);
    visit.looked(plan.people(), Topic::Quality, None).await;
    let page = RunPage::trial(&run, &plan, now, &Problems::default());
    visit.set_wide();
    visit.page(title_of(&plan), &page)
}

/// `POST /ecoles/{school}/onde/{run}/choix`
pub(crate) async fn choose(
    mut visit: SignedIn,
    Path((school, id)): Path<(SchoolId, RunId)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Answer {
    let mut tx = visit.write().await?;
    let run = Run::load(&mut tx, &visit.viewer, school, id).await?;
    run.choose(&mut tx, &choices(&run.choices, &sent)).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("/ecoles/{school}/onde/{id}"), W.onde_chosen()))
}

/// What a form says. Columns once ignored stay so: the page does not ask for them again.
fn choices(before: &Choices, sent: &[(String, String)]) -> Choices {
    let all = |name: &str| sent.iter().filter(move |it| it.0 == name).map(|it| it.1.clone()).collect::<Vec<_>>();
    let mut choices = Choices { ignored: before.ignored.clone(), ..Choices::default() };
    choices.ignored.extend(all("ignorer"));
    choices.moved.extend(all("arrive").iter().filter_map(|it| it.parse::<PersonId>().ok()));
    let wanted = all("regroupement");
    // Only the groups the page asked about are answered: a box left empty sends nothing.
    choices.groups = all("regroupement_vu").into_iter().map(|key| (key.clone(), wanted.contains(&key))).collect();
    for (name, key) in sent {
        let Some(rank) = name.strip_prefix("cle_") else { continue };
        let chosen = all(&format!("classe_{rank}")).first().and_then(|it| ClassChoice::of(it));
        if let Some(chosen) = chosen {
            choices.classes.insert(key.clone(), chosen);
        }
    }
    choices
}

/// `POST /ecoles/{school}/onde/{run}`: the form holds the answers too, so that what is applied is what is ticked.
pub(crate) async fn apply(
    mut visit: SignedIn,
    Path((school, id)): Path<(SchoolId, RunId)>,
    Form(sent): Form<Vec<(String, String)>>,
) -> Answer {
    let (house, address) = (visit.site.house.clone(), format!("/ecoles/{school}/onde/{id}"));
    let value = |name: &str| sent.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
    let seen = value("vu").unwrap_or_default();
    let mut tx = visit.write().await?;
    let asked = Run::load(&mut tx, &visit.viewer, school, id).await?;
    if asked.applied_at.is_some() {
        drop(tx);
        return Ok(visit.not_done(&address, W.onde_already()));
    }
    let files = asked.files(&mut tx).await?;
    let answered = if value(ANSWERED).is_some() { choices(&asked.choices, &sent) } else { asked.choices.clone() };
    let run = Run { choices: answered, ..asked.clone() };
    let plan = Plan::of(&mut tx, &run, &files).await?;
    if plan.checks {
        return Err(Error::Forbidden.into());
    }
    if run.choices != asked.choices {
        run.choose(&mut tx, &run.choices).await?;
    }
    if plan.digest() != seen {
        let same = Plan::of(&mut tx, &asked, &files).await?.digest() == seen;
        tx.commit().await?;
        let said = if same { W.onde_choices_changed() } else { W.onde_changed_since() };
        return Ok(visit.not_done(&address, said));
    }
    if plan.empties() && value("depart").is_none() {
        let now = tx.now();
        drop(tx);
        let page = RunPage::trial(&run, &plan, now, &Problems::one("depart", W.onde_leaving_unsaid()));
        visit.set_wide();
        return visit.again(title_of(&plan), &page);
    }
    let taken = apply_plan(&mut tx, &visit.viewer, &run, &plan).await?;
    transfer::note(&mut tx, &house, &visit.viewer, &run, &taken).await?;
    note_departures(&visit.site, &mut tx).await?;
    tx.commit().await?;
    Ok(visit.done(&address, W.onde_done()))
}

/// `GET /ecoles/{school}/onde/{run}/annulation`
pub(crate) async fn ask(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, RunId)>) -> Answer {
    let address = format!("/ecoles/{school}/onde/{id}");
    let mut tx = visit.read().await?;
    let run = Run::load(&mut tx, &visit.viewer, school, id).await?;
    let (is_followed, now) = (run.is_followed(&mut tx).await?, tx.now());
    drop(tx);
    match run.undoing(is_followed, now) {
        Undoing::Offered => {}
        Undoing::Followed => return Ok(visit.not_done(&address, W.onde_undo_later())),
        Undoing::TooLate | Undoing::Nothing => return Err(Error::Conflict.into()),
    }
    let button = Button::danger(W.onde_undo()).icon("retablir");
    let action = format!("{address}/annulation");
    let back = LinkButton::secondary(W.entry_give_up(), address);
    let page = AskPage::new(W.onde_undo_title(), action, button, back).says(W.onde_undo_about());
    visit.page(page.title(), &page)
}

/// `POST /ecoles/{school}/onde/{run}/annulation`
pub(crate) async fn undo(mut visit: SignedIn, Path((school, id)): Path<(SchoolId, RunId)>) -> Answer {
    let address = format!("/ecoles/{school}/onde/{id}");
    let mut tx = visit.write().await?;
    let run = Run::load(&mut tx, &visit.viewer, school, id).await?;
    match undoing::undo(&mut tx, &visit.viewer, &run).await? {
        Undone::Whole => {
            note_departures(&visit.site, &mut tx).await?;
            tx.commit().await?;
            Ok(visit.done(&address, W.onde_undone()))
        }
        Undone::Later => Ok(visit.not_done(&address, W.onde_undo_later())),
        Undone::Touched => Ok(visit.not_done(&address, W.onde_undo_touched())),
    }
}
