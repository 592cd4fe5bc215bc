//! `/groupes/{circle}/ecoles/{school}`: which pupils and adults of one school are in a group. The head of a school that is asked
//! answers there.

use super::rule_words::level_word;
use crate::{
    W,
    choosing::{self, Chosen, Offer, PUPILS},
    days,
    group::{Desk, runs},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{CircleId, School, SchoolId, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Opt},
    summary,
};

#[derive(Template)]
#[template(path = "members.html")]
struct MembersPage {
    name: String,
    about: String,
    address: String,
    back: String,
    /// Who asks, and until when, for a school that has not answered.
    asked: Option<String>,
    summary: Option<ErrorSummary>,
    rule: Vec<Choice>,
    /// The pupils the rule brings now, class by class.
    brought: Vec<(String, Vec<String>)>,
    classes: Vec<ClassPart>,
    adults: Choice,
    send: Button,
    leave: Option<Button>,
}

/// The pupils of a class to be chosen among.
struct ClassPart {
    label: String,
    open: bool,
    pupils: Choice,
}

/// What a form sent: a pair for each box ticked.
type Ticked = Vec<(String, String)>;

impl MembersPage {
    fn new(
        (desk, school): (&Desk, &School),
        viewer: &Viewer,
        offer: &Offer,
        chosen: &Chosen,
        problems: &Problems,
    ) -> Self {
        let group = &desk.group;
        let asked = desk.parts.iter().any(|part| part.school_id == school.id && part.is_asked());
        let invited = || W.asked_by(&group.school_name, days::words(&group.ends_on));
        let leaves = school.id != group.school_id && runs(viewer, school.id);
        let leave = if asked { W.refuse() } else { W.leave_group() };
        Self {
            name: group.name.clone(),
            about: school.name.clone(),
            address: group.part_path(school.id),
            back: if asked { super::list::path(school.id) } else { group.path() },
            asked: asked.then(invited),
            summary: summary(problems),
            rule: if group.by_rule { rule(offer, chosen, problems) } else { Vec::new() },
            brought: if group.by_rule { brought(offer, chosen) } else { Vec::new() },
            classes: if group.by_rule { Vec::new() } else { classes(offer, chosen) },
            adults: adults(offer, chosen),
            send: Button::primary(if asked { W.accept() } else { W.save_members() }),
            leave: leaves.then(|| Button::danger(leave).icon("retire")),
        }
    }
}

fn rule(offer: &Offer, chosen: &Chosen, problems: &Problems) -> Vec<Choice> {
    let level = |code: &&str| Opt::new(*code, level_word(code)).checked(chosen.levels.contains(*code));
    let levels = offer.levels();
    let class = |(class, pupils): &(school::Circle, Vec<choosing::Pupil>)| {
        let checked = chosen.classes.contains(&class.id);
        Opt::new(class.id.to_string(), &class.name).hint(W.pupils_count(number(pupils.len()))).checked(checked)
    };
    vec![
        Choice::checkboxes("levels", W.levels(), levels.iter().map(level).collect())
            .hint(W.levels_hint())
            .error(problems.of("levels")),
        Choice::checkboxes("classes", W.classes(), offer.classes.iter().map(class).collect()).hint(W.classes_hint()),
    ]
}

fn brought(offer: &Offer, chosen: &Chosen) -> Vec<(String, Vec<String>)> {
    let brought = offer.brought(chosen).into_iter();
    brought.map(|(class, pupils)| (class.name.clone(), pupils.iter().map(|it| it.name()).collect())).collect()
}

fn classes(offer: &Offer, chosen: &Chosen) -> Vec<ClassPart> {
    let part = |(class, pupils): &(school::Circle, Vec<choosing::Pupil>)| {
        let ticked = pupils.iter().filter(|it| chosen.pupils.contains(&it.id)).count();
        let option = |it: &choosing::Pupil| {
            let option = Opt::new(it.id.to_string(), it.name()).checked(chosen.pupils.contains(&it.id));
            match it.level.as_deref() {
                Some(level) => option.hint(level_word(level)),
                None => option,
            }
        };
        let name = format!("{PUPILS}{}", class.id);
        ClassPart {
            label: W.class_ticked(&class.name, ticked, pupils.len()),
            open: ticked > 0,
            pupils: Choice::checkboxes(name, W.pupils_of(&class.name), pupils.iter().map(option).collect()),
        }
    };
    offer.classes.iter().filter(|(_, pupils)| !pupils.is_empty()).map(part).collect()
}

fn adults(offer: &Offer, chosen: &Chosen) -> Choice {
    let option = |it: &choosing::Colleague| {
        let checked = chosen.adults.contains(&it.name.id);
        Opt::new(it.name.id.to_string(), it.name.full()).checked(checked)
    };
    Choice::checkboxes("adults", W.adults(), offer.team.iter().map(option).collect()).hint(W.adults_hint())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A group and a school whose part the viewer keeps.
async fn load(tx: &mut Tx, viewer: &Viewer, id: CircleId, school: SchoolId) -> Result<(Desk, School)> {
    let desk = Desk::load(tx, viewer, id).await?;
    let known = desk.group.school_id == school || desk.parts.iter().any(|part| part.school_id == school);
    or_not_found(known)?;
    let keeps = desk.keeps(viewer, school) && desk.group.is_of_year(tx.now().day());
    let school = School::load(tx, school).await?;
    if keeps { Ok((desk, school)) } else { Err(Error::Forbidden) }
}

/// `GET /groupes/{circle}/ecoles/{school}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, school)): Path<(CircleId, SchoolId)>) -> Answer {
    let mut tx = visit.read().await?;
    let (desk, school) = load(&mut tx, &visit.viewer, id, school).await?;
    let offer = Offer::of(&mut tx, school.id).await?;
    let chosen = Chosen::now(&mut tx, &desk, school.id, &offer).await?;
    drop(tx);
    let page = MembersPage::new((&desk, &school), &visit.viewer, &offer, &chosen, &Problems::default());
    visit.page(&desk.group.name, &page)
}

/// `POST /groupes/{circle}/ecoles/{school}`
pub(crate) async fn save(
    mut visit: SignedIn,
    Path((id, school)): Path<(CircleId, SchoolId)>,
    Form(ticked): Form<Ticked>,
) -> Answer {
    let mut tx = visit.write().await?;
    let (desk, school) = load(&mut tx, &visit.viewer, id, school).await?;
    let offer = Offer::of(&mut tx, school.id).await?;
    let chosen = Chosen::of_form(&ticked, &offer);
    if desk.group.by_rule && chosen.levels.is_empty() && chosen.classes.is_empty() {
        drop(tx);
        let problems = Problems::one("levels", W.rule_missing());
        let page = MembersPage::new((&desk, &school), &visit.viewer, &offer, &chosen, &problems);
        return visit.again(&desk.group.name, &page);
    }
    choosing::set(&mut tx, &visit.viewer, &desk, school.id, &offer, &chosen).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.group.path(), W.members_saved()))
}

/// `POST /groupes/{circle}/ecoles/{school}/retrait`
pub(crate) async fn leave(mut visit: SignedIn, Path((id, school)): Path<(CircleId, SchoolId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    crate::part::leave(&mut tx, &visit.viewer, &desk, school).await?;
    tx.commit().await?;
    let back = if runs(&visit.viewer, school) { super::list::path(school) } else { desk.group.path() };
    Ok(visit.done(&back, W.school_left()))
}
