//! `/foyer`: the children, who else is responsible for them, who reads with the family, how one is reached, accounts joined.

use super::{HOUSEHOLD, JOINING, home_code, lending, parting_path};
use crate::{
    W,
    contact::{self, Contact},
    double,
    household::{self, Member},
    invitation::Invited,
    language,
    merging::{self, Joined},
};
use askama::Template;
use db::{Moment, Result, Tx};
use school::{Viewer, person::phone_shown};
use web::{
    Answer, Service, SignedIn,
    component::{Button, EmptyState, LinkButton, Notice},
    dates,
};

#[derive(Template)]
#[template(path = "household.html")]
struct HouseholdPage {
    children: Vec<ChildPart>,
    /// Whether the telephone may be lent to any of them.
    lends: bool,
    /// The children who left.
    left: Vec<Notice>,
    empty: Option<EmptyState>,
    contact: ContactPart,
    doubles: Vec<LinkButton>,
    add: LinkButton,
    joined: Vec<JoinedPart>,
}

/// A child of the household.
struct ChildPart {
    anchor: String,
    first_name: String,
    places: Vec<String>,
    others: Option<String>,
    lend: Option<(String, Button)>,
    home_code: LinkButton,
    readers_title: String,
    readers: Vec<ReaderPart>,
    invite: LinkButton,
}

/// Somebody who reads with the family, or will.
struct ReaderPart {
    name: String,
    about: String,
    end: LinkButton,
}

/// How the viewer is reached.
struct ContactPart {
    given: Option<String>,
    language: &'static str,
    shown: &'static str,
    edit: LinkButton,
}

/// Two accounts that are one.
struct JoinedPart {
    said: String,
    undo: LinkButton,
}

/// `GET /foyer`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    household::require(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let page = HouseholdPage::build(&mut tx, visit.site.services, &visit.viewer).await?;
    drop(tx);
    visit.page(W.household(), &page)
}

impl HouseholdPage {
    async fn build(tx: &mut Tx, services: &[&'static Service], viewer: &Viewer) -> Result<Self> {
        let now = tx.now();
        let members = household::of(tx, viewer).await?;
        let contact = contact::of(tx, viewer).await?;
        let doubles = double::of(tx, viewer).await?;
        let joined = merging::of(tx, viewer).await?;
        let left = web::notices_of_departures(tx, services, viewer).await?;
        // A departure says better why there is nobody.
        let nobody = members.is_empty() && left.is_empty();
        Ok(Self {
            empty: nobody.then(|| EmptyState::new("classe", W.no_child(), None)),
            left,
            lends: members.iter().any(|member| member.borrows),
            children: members.iter().map(|member| ChildPart::of(member, viewer, now)).collect(),
            contact: ContactPart::of(contact),
            doubles: doubles
                .iter()
                .map(|it| LinkButton::secondary(W.double_look(), format!("{HOUSEHOLD}/fiches/{}", it.other_id)))
                .collect(),
            add: LinkButton::secondary(W.add_child(), JOINING).icon("ajouter"),
            joined: joined.iter().map(|it| JoinedPart::of(it, now)).collect(),
        })
    }
}

impl ChildPart {
    fn of(member: &Member, viewer: &Viewer, now: Moment) -> Self {
        let path = format!("{HOUSEHOLD}/enfants/{}/lecteurs", member.id);
        let others = (!member.others.is_empty()).then(|| member.others.join(", "));
        let count = i64::try_from(member.readers.len()).unwrap_or(i64::MAX);
        Self {
            anchor: format!("enfant-{}", member.id),
            first_name: member.first_name.clone(),
            places: member.places.clone(),
            others,
            lend: member.borrows.then(|| {
                let button = Button::secondary(W.lend_to(&member.first_name)).icon("telephone");
                (lending(member.id), button)
            }),
            home_code: LinkButton::secondary(W.home_code_for(web::of_name(&member.first_name)), home_code(member.id))
                .icon("maison"),
            readers_title: W.readers_counted(count),
            readers: member.readers.iter().map(|it| ReaderPart::of(it, &path, viewer, now)).collect(),
            invite: LinkButton::secondary(W.reader_invite_for(web::of_name(&member.first_name)), path).icon("ajouter"),
        }
    }
}

impl ReaderPart {
    fn of(reader: &Invited, path: &str, viewer: &Viewer, now: Moment) -> Self {
        let name = reader.name();
        let mine = viewer.people.iter().any(|me| me.id == reader.invited_by);
        let by = match reader.by() {
            _ if mine => W.reader_by_you().to_owned(),
            Some(by) => W.reader_by(web::of_name(by)),
            None => W.reader_by_another().to_owned(),
        };
        let since = match reader.accepted_at {
            Some(at) => W.reader_since(dates::past(at, now)),
            None => W.reader_waits(dates::past(reader.at, now)),
        };
        Self {
            about: format!("{} · {by}, {since}", reader.word),
            end: LinkButton::danger(W.reader_end(&name), format!("{path}/{}/fin", reader.id)),
            name,
        }
    }
}

impl ContactPart {
    fn of(contact: Option<Contact>) -> Self {
        let edit = LinkButton::secondary(W.contact_change(), format!("{HOUSEHOLD}/coordonnees")).icon("telephone");
        let Some(contact) = contact else {
            return Self { given: None, language: "", shown: "", edit };
        };
        let ways = [phone_shown(&contact.phone), phone_shown(&contact.other_phone), contact.email.clone()];
        let ways: Vec<String> = ways.into_iter().filter(|it| !it.is_empty()).collect();
        Self {
            given: Some(if ways.is_empty() { W.contact_none().to_owned() } else { ways.join(" · ") }),
            language: language::name(&contact.language).unwrap_or_default(),
            shown: contact.shown.word(),
            edit,
        }
    }
}

impl JoinedPart {
    fn of(joined: &Joined, now: Moment) -> Self {
        Self {
            said: W.joined_line(&joined.login, dates::past(joined.at, now)),
            undo: LinkButton::danger(W.joined_undo(&joined.login), parting_path(joined.id)).icon("annuler"),
        }
    }
}
