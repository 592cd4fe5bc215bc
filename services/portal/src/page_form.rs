//! The form of a page: what was typed, what moves its blocks, and what of it can be kept.

use crate::{
    W,
    block::{BlockKind, Blocks},
    block_form::TypedBlock,
    file::Known,
    page::{PageKind, SitePage},
    wrong::{Wrong, one_line},
};
use db::{Day, Uuid};
use jiff::civil::{Date, Time};
use std::result::Result as Checked;
use web::Upload;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 120;
/// The most blocks of a page.
const MOST_BLOCKS: usize = 40;
/// The box by which an author sends names of pupils all the same.
pub const CONFIRMED: &str = "noms";

/// A form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct PageForm {
    /// The edition of the page it was filled in from; nothing for a new page.
    pub edition: String,
    /// The text of a [`PageKind`].
    pub kind: String,
    /// The title.
    pub title: String,
    /// The day of an event.
    pub starts_on: String,
    /// Its hour.
    pub starts_at: String,
    /// Its last day.
    pub ends_on: String,
    /// Its place.
    pub place: String,
    /// The blocks.
    pub blocks: Vec<TypedBlock>,
    /// Whether the names of pupils in it are meant.
    pub confirmed: bool,
}

/// What can be kept of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// What the page is.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
    /// Its blocks.
    pub blocks: Blocks,
    /// When an event takes place.
    pub occasion: Option<Occasion>,
    /// Where it does.
    pub place: String,
}

/// When an event takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The first day.
    pub starts_on: Day,
    /// The hour, `18:30`.
    pub starts_at: Option<String>,
    /// The last day, when it is another.
    pub ends_on: Option<Day>,
}

/// What moves the blocks of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrange {
    /// A block goes before the one above.
    Up(usize),
    /// A block goes after the one below.
    Down(usize),
    /// A block goes away.
    Remove(usize),
    /// A block comes at the end.
    Add(BlockKind),
}

impl Arrange {
    /// What the button pressed asks; nothing when it asks to keep the page.
    pub fn of(asked: &str) -> Option<Self> {
        let (what, which) = asked.split_once('-')?;
        match what {
            "haut" => which.parse().ok().map(Self::Up),
            "bas" => which.parse().ok().map(Self::Down),
            "oter" => which.parse().ok().map(Self::Remove),
            "ajouter" => BlockKind::try_from(which.to_owned()).ok().map(Self::Add),
            _ => None,
        }
    }
}

impl PageForm {
    /// The form of a new page: one text to write.
    pub fn blank(kind: PageKind) -> Self {
        Self { kind: kind.as_str().to_owned(), blocks: vec![TypedBlock::new(BlockKind::Text)], ..Self::default() }
    }

    /// The form as it was sent.
    pub fn of(upload: &Upload) -> Self {
        let text = |name: &str| upload.text(name).to_owned();
        Self {
            edition: text("edition"),
            kind: text("kind"),
            title: text("title"),
            starts_on: text("starts_on"),
            starts_at: text("starts_at"),
            ends_on: text("ends_on"),
            place: text("place"),
            blocks: (0..MOST_BLOCKS).map_while(|place| TypedBlock::of(upload, place)).collect(),
            confirmed: upload.has(CONFIRMED),
        }
    }

    /// The form that would give a page again.
    pub fn again(page: &SitePage) -> Self {
        let day = |day: &Option<Day>| day.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
        Self {
            edition: page.edition.to_string(),
            kind: page.kind.as_str().to_owned(),
            title: page.title.clone(),
            starts_on: day(&page.starts_on),
            starts_at: page.starts_at.clone().unwrap_or_default(),
            ends_on: day(&page.ends_on),
            place: page.place.clone(),
            blocks: page.blocks.0.iter().map(TypedBlock::again).collect(),
            confirmed: false,
        }
    }

    /// Moves its blocks.
    pub fn arrange(&mut self, how: Arrange) {
        let count = self.blocks.len();
        match how {
            Arrange::Up(place) if place > 0 && place < count => self.blocks.swap(place - 1, place),
            Arrange::Down(place) if place + 1 < count => self.blocks.swap(place, place + 1),
            Arrange::Remove(place) if place < count => drop(self.blocks.remove(place)),
            Arrange::Add(kind) if count < MOST_BLOCKS => self.blocks.push(TypedBlock::new(kind)),
            Arrange::Up(_) | Arrange::Down(_) | Arrange::Remove(_) | Arrange::Add(_) => {}
        }
    }

    /// The files its blocks name.
    pub fn files(&self) -> Vec<Uuid> {
        self.blocks.iter().filter_map(TypedBlock::file).collect()
    }

    /// What can be kept.
    ///
    /// # Errors
    /// What is wrong, each beside its field.
    pub fn check(&self, known: &Known) -> Checked<Content, Wrong> {
        let mut wrong = Wrong::default();
        let title = one_line(&self.title);
        wrong.require(!title.is_empty(), "title", W.title_missing());
        wrong.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let kind = PageKind::try_from(self.kind.clone()).ok();
        wrong.require(kind.is_some(), "kind", W.kind_missing());
        let occasion = if kind == Some(PageKind::Event) { self.occasion(&mut wrong) } else { None };
        let place = if occasion.is_some() { one_line(&self.place) } else { String::new() };
        wrong.require(place.chars().count() <= LONGEST_TITLE, "place", W.line_too_long());
        let blocks = self.blocks.iter().enumerate().filter_map(|(place, it)| it.check(place, known, &mut wrong));
        let blocks = Blocks(blocks.collect());
        match kind {
            Some(kind) if wrong.is_empty() => Ok(Content { kind, title, blocks, occasion, place }),
            _ => Err(wrong),
        }
    }

    fn occasion(&self, wrong: &mut Wrong) -> Option<Occasion> {
        let starts_on = self.starts_on.trim().parse::<Date>().ok();
        wrong.require(starts_on.is_some(), "starts_on", W.day_unreadable());
        let (hour, last) = (self.starts_at.trim(), self.ends_on.trim());
        let starts_at = hour.parse::<Time>().ok();
        wrong.require(hour.is_empty() || starts_at.is_some(), "starts_at", W.hour_unreadable());
        let ends_on = last.parse::<Date>().ok();
        wrong.require(last.is_empty() || ends_on.is_some(), "ends_on", W.day_unreadable());
        let starts_on = starts_on?;
        wrong.require(ends_on.is_none_or(|it| it >= starts_on), "ends_on", W.end_before());
        Some(Occasion {
            starts_on: starts_on.into(),
            starts_at: starts_at.map(|it| it.strftime("%H:%M").to_string()),
            ends_on: ends_on.filter(|it| *it != starts_on).map(Day::from),
        })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn form() -> PageForm {
        let text = TypedBlock { text: "Bonjour".to_owned(), ..TypedBlock::new(BlockKind::Text) };
        PageForm { title: " La  fête ".to_owned(), blocks: vec![text], ..PageForm::blank(PageKind::News) }
    }

    #[test]
    fn a_form_is_cleaned_and_empty_blocks_go() {
        let mut form = form();
        form.arrange(Arrange::Add(BlockKind::Heading));
        let content = form.check(&Known::default()).unwrap();
        assert_eq!((content.title.as_str(), content.blocks.0.len()), ("La fête", 1));
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        let mut form = PageForm { kind: "event".to_owned(), title: String::new(), ..form() };
        form.starts_on = "demain".to_owned();
        form.starts_at = "midi".to_owned();
        form.arrange(Arrange::Add(BlockKind::Picture));
        form.blocks.push(TypedBlock {
            label: "ici".to_owned(),
            address: "x".to_owned(),
            ..TypedBlock::new(BlockKind::Link)
        });
        let wrong = form.check(&Known::default()).unwrap_err();
        for field in ["title", "starts_on", "starts_at", "b1-label", "b1-photo", "b2-address"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn blocks_move_and_never_out_of_the_page() {
        let mut form = form();
        form.arrange(Arrange::Add(BlockKind::Link));
        for asked in ["haut-0", "bas-1", "oter-7", "haut-9"] {
            form.arrange(Arrange::of(asked).unwrap());
        }
        form.arrange(Arrange::of("haut-1").unwrap());
        assert_eq!(form.blocks[0].kind, Some(BlockKind::Link));
        form.arrange(Arrange::of("oter-0").unwrap());
        assert_eq!((form.blocks.len(), Arrange::of("garder"), Arrange::of("ajouter-rien")), (1, None, None));
    }
}
