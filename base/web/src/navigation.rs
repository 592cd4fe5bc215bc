//! The navigation of a signed-in person.

use crate::{
    GIVE_BACK, Service, W,
    component::{Avatar, Button, LinkButton, Menu, MenuItem},
    layout::{Entry, Header, Leave},
};
use commons::conformity::Conformity;
use school::{Door, Profile, Viewer};
use std::cmp::Reverse;

/// A place a service offers in the navigation.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its word.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Its drawing.
    pub icon: &'static str,
    /// Lower comes first.
    pub rank: u8,
    /// Beginnings of the addresses within it; `*` stands for any one part.
    pages: Vec<String>,
}

impl Place {
    /// A place.
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: &'static str, rank: u8) -> Self {
        let href = href.into();
        Self { label: label.into(), pages: vec![href.clone()], href, icon, rank }
    }

    /// Says what is within it besides its own address: `/billets`, `/classes/*/journal`.
    pub fn with(mut self, pages: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.pages.extend(pages.into_iter().map(Into::into));
        self
    }

    /// How many parts of an address it knows, when the address is within it.
    fn depth(&self, here: &str) -> Option<usize> {
        self.pages.iter().filter_map(|page| depth(page, here)).max()
    }
}

fn depth(page: &str, here: &str) -> Option<usize> {
    let (page, here) = (parts(page), parts(here));
    let fits = page.len() <= here.len() && page.iter().zip(&here).all(|(known, part)| *known == "*" || known == part);
    // Everything begins like the home page, which holds nothing but itself.
    let is_within = fits && (!page.is_empty() || here.is_empty());
    is_within.then_some(page.len())
}

fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

/// Which of the places an address is within: the one that knows it best, the first of equals.
fn current(places: &[Place], here: &str) -> Option<usize> {
    let fitting = places.iter().enumerate().filter_map(|(index, place)| Some((place.depth(here)?, Reverse(index))));
    fitting.max().map(|(_, Reverse(index))| index)
}

/// The header over a viewer's pages.
pub(crate) fn header(services: &[&Service], viewer: &Viewer, here: &str, unread: u64) -> Header {
    let mut places: Vec<Place> = services
        .iter()
        .filter(|service| service.admits(viewer))
        .flat_map(|service| (service.places)(&service.within(viewer)))
        .collect();
    places.sort_by_key(|place| place.rank);
    // No counter is shown to a child.
    let counts = viewer.profile() != Profile::Pupil && !services.is_empty();
    let current = current(&places, here);
    let entries = places.into_iter().enumerate().map(|(index, place)| {
        let badge = (place.href == "/" && counts).then_some(unread);
        Entry::new(place.label, place.href, place.icon).current(current == Some(index)).badge(badge)
    });
    Header {
        person: viewer.name(),
        profile_label: label_of(viewer).to_owned(),
        entries: entries.collect(),
        unread,
        avatars: avatars(viewer, here),
        account: account_menu(viewer),
        live: counts,
        leave: leave(viewer.door),
    }
}

/// The way out of what a door for children opened; nothing behind the others, whose way out is in the menu.
fn leave(door: Door) -> Option<Leave> {
    match door {
        Door::Password => None,
        Door::Tablet | Door::Badge | Door::Home => Some(Leave::Done(Button::secondary(W.i_am_done()).icon("sortir"))),
        Door::Lent => Some(Leave::GiveBack(LinkButton::secondary(W.give_back(), GIVE_BACK).icon("telephone"))),
    }
}

/// Where somebody chooses how and when to be told.
pub const NOTIFICATIONS: &str = "/compte/notifications";

/// Where an adult is helped.
pub const HELP: &str = "/assistance";

/// Where the classes of past years are read again.
pub const PAST_YEARS: &str = "/annees";

/// Where everybody finds what is kept about them, and asks for it.
pub const MY_DATA: &str = "/mes-donnees";

fn account_menu(viewer: &Viewer) -> Menu {
    if viewer.door.is_narrow() {
        return account_of_child(viewer);
    }
    let mut items = vec![MenuItem::link(W.security(), "/compte", "cle")];
    // A child is told things by the page alone.
    if viewer.profile() != Profile::Pupil {
        items.push(MenuItem::link(W.notifications(), NOTIFICATIONS, "cloche"));
    }
    // Whoever only reads with a family asks the family.
    if viewer.profile() != Profile::Pupil && !viewer.only_reads() {
        items.push(MenuItem::link(W.help(), HELP, "aide"));
    }
    if viewer.profile() < Profile::Town && !viewer.only_reads() {
        items.push(MenuItem::link(W.past_years(), PAST_YEARS, "archive"));
    }
    items.push(MenuItem::link(W.my_data(), MY_DATA, "cadenas"));
    items.push(MenuItem::post(W.sign_out(), "/deconnexion", "sortir"));
    let name = viewer.name();
    let label = if name.is_empty() { W.my_account().to_owned() } else { name };
    let seed = viewer.account.to_string();
    Menu::new(label.clone(), items).avatar(Avatar::new(label, &seed).name_hidden())
}

/// Behind a door for children nothing private is shown: one leaves, that is all.
fn account_of_child(viewer: &Viewer) -> Menu {
    let leave = MenuItem::post(W.i_am_done(), "/deconnexion", "sortir");
    let avatar = Avatar::new(viewer.name(), &viewer.account.to_string()).name_hidden();
    Menu::new(viewer.name(), vec![leave]).avatar(avatar)
}

/// A parent's children on top, « Tous » first; nothing for one child alone.
fn avatars(viewer: &Viewer, here: &str) -> Vec<Avatar> {
    let children = viewer.children();
    if viewer.profile() != Profile::Guardian || children.len() < 2 {
        return Vec::new();
    }
    let mut avatars = vec![Avatar::new(W.everybody(), "tous").icon("famille").link("/").current(here == "/")];
    for child in children {
        let href = format!("/enfants/{}", child.id);
        let current = here == href;
        avatars.push(Avatar::new(child.first_name, &child.id.to_string()).link(href).current(current));
    }
    avatars
}

/// What the header says somebody is: whom a family lets read is responsible for nobody.
fn label_of(viewer: &Viewer) -> &'static str {
    match viewer.profile() {
        Profile::Guardian if viewer.only_reads() => W.profile_reader(),
        profile => profile_word(profile),
    }
}

/// The word for a profile.
pub fn profile_word(profile: Profile) -> &'static str {
    match profile {
        Profile::Pupil => W.profile_pupil(),
        Profile::Guardian => W.profile_guardian(),
        Profile::Staff => W.profile_staff(),
        Profile::Teacher => W.profile_teacher(),
        Profile::Head => W.profile_head(),
        Profile::Town => W.profile_town(),
        Profile::Administrator => W.profile_administrator(),
    }
}

/// Whether the viewer is spoken to as a child.
pub fn is_pupil(viewer: &Viewer) -> bool {
    viewer.profile() == Profile::Pupil
}

/// How the viewer is spoken to: the argument `who` of the words that differ, `tu` or `vous`.
pub fn voice(viewer: &Viewer) -> &'static str {
    if is_pupil(viewer) { "tu" } else { "vous" }
}

/// What is said of accessibility, at the foot of every page and in its declaration: the three states of the law.
pub fn conformity_words(state: Conformity) -> &'static str {
    match state {
        Conformity::NotConform => W.footer_accessibility(),
        Conformity::Partial => W.footer_accessibility_partial(),
        Conformity::Total => W.footer_accessibility_total(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, current};

    #[test]
    fn an_address_is_within_the_place_that_knows_it_best() {
        let places = [
            Place::new("Aujourd’hui", "/", "aujourdhui", 0),
            Place::new("Journal", "/journal", "journal", 20).with(["/classes/*/journal", "/billets"]),
            Place::new("La classe", "/classes/1", "classe", 40),
            Place::new("Mon école", "/ecoles/7", "ecole", 50).with(["/ecoles", "/classes"]),
        ];
        for (here, expected) in [
            ("/", Some("/")),
            ("/journal", Some("/journal")),
            ("/journaliste", None),
            ("/classes/1/journal", Some("/journal")),
            ("/classes/2/journal", Some("/journal")),
            ("/billets/3/modifier", Some("/journal")),
            ("/classes/1", Some("/classes/1")),
            ("/classes/1/fiches", Some("/classes/1")),
            ("/classes/12", Some("/ecoles/7")),
            ("/classes/2", Some("/ecoles/7")),
            ("/ecoles/8/heures", Some("/ecoles/7")),
            ("/compte", None),
        ] {
            let found = current(&places, here).and_then(|index| places.get(index));
            assert_eq!(found.map(|place| place.href.as_str()), expected, "{here}");
        }
    }
}
