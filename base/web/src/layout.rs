//! What surrounds the `<main>` of every page: head, skip link, navigation, notices, footer.
//!
//! Compiled once; a page template knows nothing of it.

use askama::Template;
use commons::conformity::Conformity;

use crate::component::{Avatar, Banner, Button, Icon, LinkButton, Menu, Notice};
use crate::{assets, live, navigation};

/// How many entries the bar of a phone holds; the fifth becomes « Plus » when there are more.
const PHONE_ENTRIES: usize = 5;
/// How many entries a wider screen shows; the seventh becomes « Plus » when there are more.
const MOST_ENTRIES: usize = 7;

/// For whom the page is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skin {
    /// Families and staff.
    Adult,
    /// Pupils who read.
    Pupil,
    /// Pupils of three to five years: larger targets, pictograms.
    PupilCycle1,
}

/// A whole page around its already rendered `<main>`.
#[derive(Template)]
#[template(path = "layout.html")]
pub(crate) struct Layout<'a> {
    /// The title of the page, without the name of the product.
    pub(crate) title: &'a str,
    /// The nonce of this answer's content security policy; none for a page without script, the same for everybody.
    pub(crate) nonce: Option<&'a str>,
    /// For whom the page is drawn.
    pub(crate) skin: Skin,
    /// The navigation of a signed-in person.
    pub(crate) header: Option<&'a Header>,
    /// What is said over the page until it is closed.
    pub(crate) banners: &'a [Banner],
    /// Messages above the page.
    pub(crate) notices: &'a [Notice],
    /// The content of `<main>`: HTML rendered by a page template.
    pub(crate) main: &'a str,
    /// Uses the whole width, for grids and tables.
    pub(crate) wide: bool,
    /// After how many seconds a browser without script asks for the page again.
    pub(crate) refresh: Option<u16>,
    /// Where the page of a child nobody touches goes back to by itself.
    pub(crate) idle: Option<Idle>,
    /// How far the house conforms to the RGAA, said at the foot.
    pub(crate) conformity: Conformity,
}

/// Where a page nobody touches goes back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Idle {
    /// The page.
    pub(crate) to: &'static str,
    /// After how many seconds.
    pub(crate) seconds: i64,
}

/// What a signed-in person sees above every page.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// The person's name.
    pub(crate) person: String,
    /// What they are here: « Parent de Zoé et Tom ».
    pub(crate) profile_label: String,
    /// The places to go, the first first: those beyond the seventh are within « Plus ».
    pub(crate) entries: Vec<Entry>,
    /// How many things were not read, told in the title of the page.
    pub(crate) unread: u64,
    /// The children of a parent or the classes of a teacher, « Tous » first.
    pub(crate) avatars: Vec<Avatar>,
    /// Settings, help, sign out.
    pub(crate) account: Menu,
    /// Whether badges listen to the live channel.
    pub(crate) live: bool,
    /// The large way out of a child who came in by a door for children.
    pub(crate) leave: Option<Leave>,
}

/// How a child goes out of what a door for children opened.
#[derive(Clone, Debug)]
pub(crate) enum Leave {
    /// « J’ai fini »: the session ends.
    Done(Button),
    /// « Rendre le téléphone »: a telephone that was lent waits for the password of its lender.
    GiveBack(LinkButton),
}

/// One place to go.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its word, the same for every profile.
    pub label: String,
    /// Its page.
    pub href: String,
    /// Its drawing.
    pub icon: Icon,
    /// Whether the page shown is in that place.
    pub current: bool,
    /// How many things wait there.
    pub badge: Option<u64>,
}

impl Entry {
    /// A place without a badge, not the current one; `icon` names a drawing.
    pub fn new(label: impl Into<String>, href: impl Into<String>, icon: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), icon: Icon::new(icon), current: false, badge: None }
    }

    /// Says whether the page shown is in that place.
    pub fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }

    /// Says how many things wait there; zero is drawn as nothing but still listens.
    pub fn badge(self, badge: Option<u64>) -> Self {
        Self { badge, ..self }
    }
}

impl Header {
    fn has_extra(&self) -> bool {
        self.entries.len() > PHONE_ENTRIES
    }

    /// Whether the entry at `index` hides behind « Plus » on a phone.
    fn is_extra(&self, index: &usize) -> bool {
        self.has_extra() && *index >= PHONE_ENTRIES - 1
    }

    fn extra(&self) -> &[Entry] {
        self.entries.get(PHONE_ENTRIES - 1..).unwrap_or_default()
    }

    /// Whether « Plus » is there on every screen.
    fn is_crowded(&self) -> bool {
        self.entries.len() > MOST_ENTRIES
    }

    /// The entries drawn side by side, on a screen that has the room.
    fn in_row(&self) -> &[Entry] {
        let most = if self.is_crowded() { MOST_ENTRIES - 1 } else { MOST_ENTRIES };
        self.entries.get(..most).unwrap_or(&self.entries)
    }

    /// Whether what stands at `index` in « Plus » stands beside it too, where there is room.
    fn is_in_row(&self, index: &usize) -> bool {
        PHONE_ENTRIES - 1 + *index < self.in_row().len()
    }
}

impl<'a> Layout<'a> {
    /// A page without script, navigation or messages.
    pub(crate) fn bare(title: &'a str, main: &'a str, skin: Skin, conformity: Conformity) -> Self {
        Self {
            title,
            nonce: None,
            skin,
            header: None,
            banners: &[],
            notices: &[],
            main,
            wide: false,
            refresh: None,
            idle: None,
            conformity,
        }
    }
}

impl Layout<'_> {
    fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The typeface of most of the text, asked for at once.
    fn font(&self) -> &'static str {
        match self.skin {
            Skin::Adult => assets::url("atkinson-400.woff2"),
            Skin::Pupil | Skin::PupilCycle1 => assets::url("andika-400.woff2"),
        }
    }

    fn skin_class(&self) -> &'static str {
        match self.skin {
            Skin::Adult => "skin-adult",
            Skin::Pupil => "skin-pupil",
            Skin::PupilCycle1 => "skin-pupil skin-cycle1",
        }
    }

    /// Pupils keep a light page, as on paper.
    fn colour_scheme(&self) -> &'static str {
        match self.skin {
            Skin::Adult => "light dark",
            Skin::Pupil | Skin::PupilCycle1 => "light",
        }
    }

    fn live_path(&self) -> &'static str {
        live::PATH
    }

    fn accessibility(&self) -> &'static str {
        navigation::conformity_words(self.conformity)
    }

    fn unread_mark(&self) -> String {
        match self.header.map_or(0, |header| header.unread) {
            0 => String::new(),
            unread => format!("({unread}) "),
        }
    }
}

#[cfg(test)]
mod tests;
