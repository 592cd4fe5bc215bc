//! The versions of a mot, for everybody concerned: what each said, and what changed from the one before.

use crate::{
    W,
    difference::{self, Run},
    mot::Mot,
    version::{self, Version},
};
use askama::Template;
use commons::{Level, ThingId};
use db::{Day, Moment, Result, Tx};
use jiff::civil::Date;
use web::{Answer, Path, SignedIn, dates};

#[derive(Template)]
#[template(path = "versions.html")]
struct VersionsPage {
    title: String,
    versions: Vec<Shown>,
    back: String,
}

/// A version as it is shown: the newest first.
struct Shown {
    heading: String,
    about: String,
    /// What it asked of those who had answered.
    meaning: Option<&'static str>,
    /// The title, the text, and what else it said: the answers, the last day, the files.
    lines: Vec<Vec<Word>>,
}

/// A run of words with the tag it stands in.
struct Word {
    gone: bool,
    new: bool,
    text: String,
}

pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::See).await?;
    let page = VersionsPage::build(&mut tx, &mot).await?;
    drop(tx);
    visit.page(W.versions(), &page)
}

impl VersionsPage {
    async fn build(tx: &mut Tx, mot: &Mot) -> Result<Self> {
        let now = tx.now();
        let versions = version::of(tx, mot).await?;
        let befores = std::iter::once(None).chain(versions.iter().map(Some));
        let mut shown: Vec<Shown> = befores.zip(&versions).map(|(before, it)| Shown::of(before, it, now)).collect();
        shown.reverse();
        Ok(Self { title: mot.thing.title.clone(), versions: shown, back: mot.path() })
    }
}

impl Shown {
    fn of(before: Option<&Version>, version: &Version, now: Moment) -> Self {
        let old = before.unwrap_or(version);
        let meaning = before.map(|_| if version.asks_again { W.asked_again() } else { W.mere_correction() });
        let pairs = [
            (old.title.clone(), version.title.clone()),
            (old.body.to_plain(), version.body.to_plain()),
            (rest(old, now.day()), rest(version, now.day())),
        ];
        Self {
            heading: W.version_number(version.number),
            about: W.changed_by(&version.changed_by, dates::past(version.changed_at, now)),
            meaning,
            lines: pairs.iter().map(|(old, new)| line(old, new)).filter(|line| !line.is_empty()).collect(),
        }
    }
}

fn line(old: &str, new: &str) -> Vec<Word> {
    let word = |run| match run {
        Run::Same(text) => Word { gone: false, new: false, text },
        Run::Gone(text) => Word { gone: true, new: false, text },
        Run::New(text) => Word { gone: false, new: true, text },
    };
    difference::between(old, new).into_iter().map(word).collect()
}

/// The answers offered, the last day and the files, as one line.
fn rest(version: &Version, today: Date) -> String {
    let due = version.due.as_ref().and_then(Day::date).map(|day| W.before(dates::day_from(day, today)));
    let choices = (!version.choices.is_empty()).then(|| version.choices.join(" / "));
    let pieces = (!version.pieces.is_empty()).then(|| version.pieces.join(", "));
    let parts: Vec<String> = [due, choices, pieces].into_iter().flatten().collect();
    parts.join(" · ")
}
