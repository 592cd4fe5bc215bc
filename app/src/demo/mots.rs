//! The carnet de liaison of the demonstration: in each class something signed by most, something each parent signs,
//! something to choose, something that still waits for the parent.

use super::{People, families::Family, past::Past, people, viewer_of};
use commons::{House, Level, ThingId};
use db::Result;
use liaison::{
    child,
    class::Class,
    draft,
    draft_form::{DraftForm, Offered},
    follow::Grid,
    mot::Mot,
    paper::{self, Return},
    reply, sending,
    terms::{Reminders, Reply, Terms, Theme, choices_of},
};
use school::PersonId;

/// How many coupons came back on paper.
const COUPONS: usize = 3;

/// A mot, and what became of it.
struct Note {
    title: &'static str,
    text: &'static str,
    theme: Theme,
    reply: Reply,
    choices: &'static str,
    /// The last day, in days from today.
    due: Option<i64>,
    /// Whether pupils see it.
    pupils: bool,
    /// How many mornings before the last one it was sent.
    mornings: usize,
    /// Whether the parent answered.
    parent: bool,
    /// How many other families answered.
    families: usize,
    /// Whether coupons came back.
    paper: bool,
}

const NOTES: &[Note] = &[
    Note {
        title: "Matinée à la médiathèque",
        text: "Nous sommes allés choisir des livres à la médiathèque.\n\nSignez pour que votre enfant puisse emprunter un livre \
               et l’apporter à la maison.",
        theme: Theme::Outing,
        reply: Reply::Sign,
        choices: "",
        due: None,
        pupils: true,
        mornings: 5,
        parent: true,
        families: 7,
        paper: true,
    },
    Note {
        title: "Classe de découverte à la montagne",
        text: "La classe partira deux jours à la montagne, avec une nuit sur place.\n\nLe départ est à 8 h 30 devant l’école. \
               Chaque parent doit donner son accord.",
        theme: Theme::Journey,
        reply: Reply::Sign,
        choices: "",
        due: Some(12),
        pupils: false,
        mornings: 3,
        parent: true,
        families: 4,
        paper: false,
    },
    Note {
        title: "Rencontre autour des cahiers",
        text: "Je vous propose de regarder ensemble les cahiers de votre enfant.\n\nChoisissez le moment qui vous convient.",
        theme: Theme::Meeting,
        reply: Reply::Choose,
        choices: "Mardi à 17 h 30\nJeudi à 18 h\nJe ne peux pas venir",
        due: Some(8),
        pupils: false,
        mornings: 2,
        parent: false,
        families: 5,
        paper: false,
    },
    Note {
        title: "Sortie au théâtre",
        text: "Nous irons au théâtre à pied, un après-midi.\n\nLe spectacle est gratuit. Signez pour que votre enfant vienne \
               avec nous.",
        theme: Theme::Outing,
        reply: Reply::Sign,
        choices: "",
        due: Some(5),
        pupils: true,
        mornings: 1,
        parent: false,
        families: 3,
        paper: false,
    },
];

/// Sends them in each class, and answers as families do.
pub(super) async fn write(past: &Past, people: &People, families: &[Family]) -> Result<()> {
    for class in &people.classes {
        for note in NOTES {
            let id = send(past, class, note).await?;
            let own = note.parent.then_some(Family { class: class.id, child: class.child, adult: people.parent });
            let others = families.iter().filter(|it| it.class == class.id).take(note.families).copied();
            for (rank, family) in others.chain(own).enumerate() {
                answer(&past.house(note.mornings, 60 + 7 * minutes(rank)), family, id, rank).await?;
            }
            if note.paper {
                enter(&past.house(note.mornings - 1, -75), class.teacher, class.child, id).await?;
            }
        }
    }
    Ok(())
}

fn minutes(rank: usize) -> i64 {
    i64::try_from(rank).unwrap_or(0)
}

async fn send(past: &Past, class: &people::Class, note: &Note) -> Result<ThingId> {
    let house = past.house(note.mornings, -60);
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, class.teacher).await?;
    let class = Class::load_to_write(&mut tx, &viewer, class.id).await?;
    let offered = Offered {
        pupils: child::pupils(&mut tx, class.target.id).await?,
        guardians: child::guardians(&mut tx, class.target.id).await?,
        urgent: false,
    };
    let draft = note.form(past).check(tx.now(), &offered)?;
    let id = draft::create(&mut tx, &viewer, &class, &draft, &[]).await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::Manage).await?;
    sending::send(&mut tx, &viewer, &mot).await?;
    tx.commit().await?;
    Ok(id)
}

impl Note {
    fn form(&self, past: &Past) -> DraftForm {
        let reminders = if self.due.is_some() { Reminders::Before } else { Reminders::None };
        let terms = Terms {
            choices: choices_of(self.choices),
            reminders,
            pupils: self.pupils,
            ..Terms::proposed(self.theme, self.reply)
        };
        DraftForm {
            title: self.title.to_owned(),
            body: self.text.to_owned(),
            due: self.due.map(|days| past.weekday_in(days)).unwrap_or_default(),
            ..DraftForm::blank(&terms)
        }
    }
}

/// An adult signs, or chooses: one answer, then the next.
async fn answer(house: &House, family: Family, id: ThingId, rank: usize) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, family.adult).await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::See).await?;
    let choice = mot.terms.choices.iter().cycle().nth(rank).cloned().unwrap_or_default();
    reply::answer(&mut tx, &viewer, &mot, mot.version, family.child, &choice).await?;
    tx.commit().await
}

/// The teacher enters the coupons of families without an account.
async fn enter(house: &House, teacher: PersonId, child: PersonId, id: ThingId) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, teacher).await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::Manage).await?;
    let grid = Grid::of(&mut tx, &mot).await?;
    let awaited = grid.rows.iter().filter(|row| !row.done && row.child.child_id != child);
    let coupon = |child: PersonId| Return { child, version: mot.version, adults: vec![child], answer: None };
    let returns: Vec<Return> = awaited.map(|row| coupon(row.child.child_id)).take(COUPONS).collect();
    paper::enter(&mut tx, &viewer, &mot, &returns).await?;
    tx.commit().await
}
