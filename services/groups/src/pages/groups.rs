//! `/groupes/{circle}`: who is in a group, by what rule, until when; what is done with it.

use super::{ask_part::AskPart, purpose_word, rule_words, status};
use crate::{
    W, challenge, days,
    group::{Desk, Group, runs},
    making, part,
    part::{Part, State},
    roll,
    roll::ClassOf,
    rule,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Circle, CircleId, CircleKind, SchoolId, Viewer};
use serde::Deserialize;
use web::{
    Answer, AskPage, Form, Path, Query, SignedIn,
    component::{Button, Choice, ErrorSummary, LinkButton, Opt, Status},
    summary,
};

#[derive(Template)]
#[template(path = "group.html")]
struct GroupPage {
    name: String,
    about: String,
    address: String,
    status: Status,
    facts: Vec<(&'static str, String)>,
    /// What its pupils read of it by other services.
    uses: Option<&'static str>,
    summary: Option<ErrorSummary>,
    links: Vec<LinkButton>,
    rule: Vec<String>,
    adults_title: &'static str,
    adults: Vec<String>,
    classes: Vec<ClassPart>,
    parts: Vec<PartLine>,
    ask: Option<AskPart>,
    join: Option<(Choice, Button)>,
    /// The page that asks before it ends.
    end: Option<LinkButton>,
    back: Option<(String, &'static str)>,
}

/// The pupils of a class, by name where the viewer reads names.
struct ClassPart {
    title: String,
    count: String,
    names: Vec<String>,
    leave: Option<(String, Button)>,
}

/// Another school and what is done with it.
struct PartLine {
    name: String,
    state: &'static str,
    act: Option<(String, Button)>,
}

impl GroupPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, desk: &Desk, typed: &Asked, problems: &Problems) -> Result<Self> {
        let group = &desk.group;
        let pupils = roll::pupils(tx, group.id).await?;
        let guardians = roll::guardians(tx, group.id).await?;
        let adults = roll::adults(tx, group.id).await?;
        let lines = rule::lines(tx, group.id).await?;
        let free = challenge::free_classes(tx, viewer, desk).await?;
        let of_year = group.is_of_year(tx.now().day());
        let (open, manages) = (group.ended_at.is_none(), desk.manages && of_year);
        let ask = AskPart::build(tx, viewer, desk, typed, problems).await?;
        Ok(Self {
            name: group.name.clone(),
            about: format!("{} · {}", purpose_word(group.purpose), group.school_name),
            address: group.path(),
            status: status(group),
            facts: facts(desk, &pupils, guardians),
            uses: open.then(|| if group.is_challenge() { W.challenge_uses() } else { W.group_uses() }),
            summary: summary(problems),
            links: links(viewer, desk, manages),
            rule: rule_words::sentences(&lines),
            adults_title: if group.is_challenge() { W.challenge_adults() } else { W.adults() },
            adults: adults.iter().map(school::person::Name::full).collect(),
            classes: pupils.iter().map(|class| ClassPart::new(class, viewer, desk)).collect(),
            // Nobody is waited for where all is over.
            parts: desk
                .parts
                .iter()
                .filter(|it| open || !it.is_asked())
                .map(|it| PartLine::new(it, viewer, desk))
                .collect(),
            ask,
            join: join_part(&free),
            end: (manages && open)
                .then(|| LinkButton::danger(end_word(group), format!("{}/fin", group.path())).icon("retire")),
            back: back(desk),
        })
    }
}

impl GroupPage {
    /// With what other services have for a group or a challenge in force, before what is done with it here.
    fn with_links(self, visit: &SignedIn, desk: &Desk) -> Self {
        let group = &desk.group;
        let others = match (group.kind(), group.ended_at) {
            (CircleKind::Group, None) => visit.links_of_group(group.id, group.school_id),
            (CircleKind::Challenge, None) => visit.links_of_challenge(group.id),
            _ => Vec::new(),
        };
        Self { links: others.into_iter().chain(self.links).collect(), ..self }
    }
}

fn facts(desk: &Desk, pupils: &[ClassOf], guardians: i64) -> Vec<(&'static str, String)> {
    let group = &desk.group;
    let count = pupils.iter().map(|class| class.pupils.len()).sum::<usize>();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let mut facts = Vec::new();
    // One that ended before its day has no last day to come.
    if group.ended_at.is_none() {
        facts.push((W.last(), days::words(&group.ends_on)));
    }
    facts.extend([(W.pupils(), W.pupils_count(count)), (W.families(), W.guardians_count(guardians))]);
    facts.extend(group.owner().map(|owner| (W.owner(), owner)));
    facts
}

fn end_word(group: &Group) -> &'static str {
    if group.is_challenge() { W.end_challenge() } else { W.end_group() }
}

fn links(viewer: &Viewer, desk: &Desk, manages: bool) -> Vec<LinkButton> {
    let group = &desk.group;
    let mut links = Vec::new();
    let others = desk.parts.iter().filter(|part| part.is_in() || part.is_asked());
    let schools = others.map(|part| (part.school_id, part.name.as_str()));
    for (school, name) in [(group.school_id, group.school_name.as_str())].into_iter().chain(schools) {
        if manages_part(viewer, desk, school, manages) {
            links.push(LinkButton::secondary(W.choose_of(name), group.part_path(school)).icon("personnes"));
        }
    }
    if manages {
        let word = match (group.is_challenge(), group.ended_at.is_some()) {
            (true, true) => W.renew_challenge(),
            (true, false) => W.change_challenge(),
            (false, true) => W.renew_group(),
            (false, false) => W.change_group(),
        };
        links.push(LinkButton::secondary(word, format!("{}/modifier", group.path())).icon("crayon"));
    }
    links
}

/// Whether the viewer chooses those of a school; nobody changes a group of a past year.
fn manages_part(viewer: &Viewer, desk: &Desk, school: SchoolId, manages: bool) -> bool {
    let own = school == desk.group.school_id;
    desk.keeps(viewer, school) && (manages || !own)
}

fn join_part(free: &[Circle]) -> Option<(Choice, Button)> {
    let option = |class: &Circle| Opt::new(class.id.to_string(), &class.name);
    let choice = || Choice::select("class", W.class_to_join(), free.iter().map(option).collect()).required();
    (!free.is_empty()).then(|| (choice(), Button::primary(W.join_challenge())))
}

fn back(desk: &Desk) -> Option<(String, &'static str)> {
    let home = desk.own.iter().find(|school| **school == desk.group.school_id).or(desk.own.first());
    match home {
        Some(school) => Some((super::list::path(*school), W.back_to_groups())),
        None => desk.manages.then(|| (super::challenges::PATH.to_owned(), W.back_to_challenges())),
    }
}

impl ClassPart {
    fn new(class: &ClassOf, viewer: &Viewer, desk: &Desk) -> Self {
        let title = match (class.class, class.school) {
            (None, _) | (_, None) => W.no_class().to_owned(),
            (Some(_), Some(school)) if school == desk.group.school_id => class.name.clone(),
            (Some(_), Some(_)) => format!("{} · {}", class.name, class.school_name),
        };
        let leaving = class.class.zip(class.school);
        let leaving = leaving.filter(|(id, school)| challenge::may_leave(viewer, desk, *id, *school));
        let leave = |(id, _): (CircleId, SchoolId)| {
            let address = format!("{}/classes/{id}/retrait", desk.group.path());
            (address, Button::danger(W.class_leaves(&class.name)).icon("retire"))
        };
        Self {
            title,
            count: W.pupils_count(i64::try_from(class.pupils.len()).unwrap_or(i64::MAX)),
            names: match desk.names(class.school) {
                true => class.pupils.iter().map(school::person::Name::full).collect(),
                false => Vec::new(),
            },
            leave: leaving.map(leave),
        }
    }
}

impl PartLine {
    fn new(part: &Part, viewer: &Viewer, desk: &Desk) -> Self {
        let may = part::asks(viewer, &desk.group) && !runs(viewer, part.school_id);
        let address = || format!("{}/retrait", desk.group.part_path(part.school_id));
        let (state, act) = match part.state {
            State::Asked => (W.part_asked(), may.then(|| (address(), Button::danger(W.take_back_ask(&part.name))))),
            State::In => (W.part_in(), may.then(|| (address(), Button::danger(W.let_go(&part.name))))),
            State::Out => (W.part_out(), None),
        };
        Self { name: part.name.clone(), state, act }
    }
}

/// What is typed to ask another school, or to look for it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) uai: String,
    #[serde(rename = "ecole")]
    pub(super) school: String,
}

/// The class that joins a challenge.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Joining {
    class: String,
}

/// `GET /groupes/{circle}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>, Query(looked): Query<Asked>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    let page = GroupPage::build(&mut tx, &visit.viewer, &desk, &looked, &Problems::default()).await?;
    drop(tx);
    let page = page.with_links(&visit, &desk);
    visit.page(&desk.group.name, &page)
}

/// `GET /groupes/{circle}/fin`
pub(crate) async fn ask_end(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_manage(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let group = &desk.group;
    if group.ended_at.is_some() {
        return Err(Error::Conflict.into());
    }
    let (title, cost) = match group.is_challenge() {
        true => (W.end_challenge_ask(&group.name), W.end_challenge_cost()),
        false => (W.end_group_ask(&group.name), W.end_group_cost()),
    };
    let button = Button::danger(end_word(group)).icon("retire");
    let back = LinkButton::secondary(W.back(), group.path()).icon("gauche");
    let page = AskPage::new(title, format!("{}/fin", group.path()), button, back).says(cost).says(W.end_renewable());
    visit.page(page.title(), &page)
}

/// `POST /groupes/{circle}/fin`
pub(crate) async fn end(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_manage(&mut tx, &visit.viewer, id).await?;
    making::end(&mut tx, Some(&visit.viewer), &desk.group).await?;
    tx.commit().await?;
    let told = if desk.group.is_challenge() { W.challenge_ended() } else { W.group_ended() };
    Ok(visit.done(&desk.group.path(), told))
}

/// `POST /groupes/{circle}/ecoles`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<CircleId>, Form(typed): Form<Asked>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_manage(&mut tx, &visit.viewer, id).await?;
    match part::ask(&mut tx, &visit.viewer, &desk, &typed.uai).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done(&desk.group.path(), W.school_asked()))
        }
        Err(Error::Invalid(problems)) => {
            let page = GroupPage::build(&mut tx, &visit.viewer, &desk, &typed, &problems).await?;
            drop(tx);
            let page = page.with_links(&visit, &desk);
            visit.again(&desk.group.name, &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /groupes/{circle}/classes`
pub(crate) async fn join(mut visit: SignedIn, Path(id): Path<CircleId>, Form(form): Form<Joining>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    let class = form.class.parse::<CircleId>().ok().ok_or(Error::NotFound)?;
    let name = challenge::join(&mut tx, &visit.viewer, &desk, class).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.group.path(), &W.class_joined(name)))
}

/// `POST /groupes/{circle}/classes/{class}/retrait`
pub(crate) async fn leave(mut visit: SignedIn, Path((id, class)): Path<(CircleId, CircleId)>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    challenge::leave(&mut tx, &visit.viewer, &desk, class).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.group.path(), W.class_left()))
}
