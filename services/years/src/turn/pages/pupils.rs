//! The pupils of a class that is prepared, those without a class, those who leave: ticked, then sent elsewhere.

use crate::{
    W,
    turn::{
        Desk, DraftClassId, State, Turn,
        draft::{self, Stage, To},
        level,
        listing::{self, ClassLine, PupilLine},
        seating,
    },
};
use askama::Template;
use db::{Problems, Result, Tx};
use school::{PersonId, SchoolId, person};
use serde::Deserialize;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, Choice, EmptyState, ErrorSummary, Hidden, Opt},
    summary,
};

/// The list of those without a class, in addresses and forms.
pub(super) const NOWHERE: &str = "sans-classe";
/// The list of those who leave.
pub(super) const LEAVING: &str = "departs";
/// The same level again, in the form.
const SAME: &str = "meme";
/// The level after.
const NEXT: &str = "suivant";

#[derive(Template)]
#[template(path = "turn_pupils.html")]
struct PupilsPage {
    title: String,
    about: String,
    summary: Option<ErrorSummary>,
    form: Option<Mover>,
    empty: EmptyState,
    back: String,
}

/// The form that sends pupils elsewhere.
struct Mover {
    action: String,
    list: Hidden,
    pupils: Choice,
    to: Choice,
    stage: Option<Choice>,
    send: Button,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    liste: String,
}

/// Which pupils are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Nowhere,
    Leaving,
    Class(DraftClassId),
}

impl List {
    fn of(text: &str) -> Result<Self> {
        match text {
            NOWHERE => Ok(Self::Nowhere),
            LEAVING => Ok(Self::Leaving),
            other => other.parse().map(Self::Class).ok().ok_or(db::Error::NotFound),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Nowhere => NOWHERE.to_owned(),
            Self::Leaving => LEAVING.to_owned(),
            Self::Class(id) => id.to_string(),
        }
    }
}

/// What was typed.
#[derive(Default)]
struct Typed {
    pupils: Vec<PersonId>,
    to: String,
    stage: String,
}

impl Typed {
    fn read(fields: &[(String, String)]) -> Self {
        let one = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
        let ticked = fields.iter().filter(|it| it.0 == "eleves").filter_map(|it| it.1.parse().ok());
        Self { pupils: ticked.collect(), to: one("vers"), stage: one("niveau") }
    }

    fn to(&self) -> Result<Option<To>> {
        match self.to.as_str() {
            "" => Ok(None),
            NOWHERE => Ok(Some(To::Nowhere)),
            LEAVING => Ok(Some(To::Away)),
            class => class.parse().map(|id| Some(To::Class(id))).ok().ok_or(db::Error::NotFound),
        }
    }

    fn stage(&self) -> Option<Stage> {
        match self.stage.as_str() {
            SAME => Some(Stage::Same),
            NEXT => Some(Stage::Next),
            _ => None,
        }
    }

    fn check(&self) -> Problems {
        let mut problems = Problems::default();
        problems.require(!self.pupils.is_empty(), "eleves", W.nobody_ticked());
        problems.require(!self.to.is_empty() || self.stage().is_some(), "vers", W.nowhere_chosen());
        problems
    }
}

/// `GET /ecoles/{school}/rentree/eleves`
pub(crate) async fn show(mut visit: SignedIn, Path(school): Path<SchoolId>, Query(wanted): Query<Wanted>) -> Answer {
    let list = List::of(&wanted.liste)?;
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let page = page(&mut tx, &desk, list, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /ecoles/{school}/rentree/eleves`
pub(crate) async fn place(
    mut visit: SignedIn,
    Path(school): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let typed = Typed::read(&fields);
    let mut tx = visit.write().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, school).await?;
    let list = fields.iter().find(|it| it.0 == "liste").map_or(Ok(List::Nowhere), |it| List::of(&it.1))?;
    let turn = listed_turn(&desk, list)?;
    let problems = typed.check();
    if !problems.is_empty() {
        let page = page(&mut tx, &desk, list, &typed, &problems).await?;
        drop(tx);
        return visit.again(&page.title, &page);
    }
    let placed = match (turn.state, typed.to()?) {
        (State::Draft, to) => draft::place(&mut tx, turn, &typed.pupils, to, typed.stage()).await?,
        (State::Open, Some(To::Class(class))) => {
            seating::seat(&mut tx, turn, &typed.pupils, class, visit.viewer.account).await?
        }
        (State::Open, _) => return Err(db::Error::NotFound.into()),
    };
    tx.commit().await?;
    let placed = i64::try_from(placed).unwrap_or(i64::MAX);
    Ok(visit.done(&format!("{}/eleves?liste={}", desk.path(), list.text()), &W.placed(placed)))
}

async fn page(tx: &mut Tx, desk: &Desk, list: List, typed: &Typed, problems: &Problems) -> Result<PupilsPage> {
    let turn = listed_turn(desk, list)?;
    let (title, pupils) = listed(tx, turn, list).await?;
    let classes = match turn.state {
        State::Draft => listing::classes(tx, turn).await?,
        State::Open => seating::classes(tx, turn).await?,
    };
    Ok(PupilsPage {
        about: W.pupils_counted(i64::try_from(pupils.len()).unwrap_or(i64::MAX)),
        title,
        summary: summary(problems),
        form: (!pupils.is_empty()).then(|| mover(desk, turn, list, &pupils, &classes, typed, problems)),
        empty: EmptyState::new("classe", W.nobody_here(), None),
        back: desk.path(),
    })
}

/// The turn whose pupils are listed: once the year is open, those without a class alone.
fn listed_turn(desk: &Desk, list: List) -> Result<&Turn> {
    desk.opened().filter(|_| list == List::Nowhere).map_or_else(|| desk.draft(), Ok)
}

async fn listed(tx: &mut Tx, turn: &Turn, list: List) -> Result<(String, Vec<PupilLine>)> {
    Ok(match list {
        List::Nowhere if turn.state == State::Open => {
            (W.nowhere_title().to_owned(), seating::unseated(tx, turn).await?)
        }
        List::Nowhere => (W.nowhere_title().to_owned(), listing::nowhere(tx, turn).await?),
        List::Leaving => (W.leaving_title().to_owned(), listing::leaving(tx, turn).await?),
        List::Class(id) => {
            let class = listing::class(tx, turn, id).await?;
            (class.name, listing::pupils_of(tx, turn, id).await?)
        }
    })
}

fn mover(
    desk: &Desk,
    turn: &Turn,
    list: List,
    pupils: &[PupilLine],
    classes: &[ClassLine],
    typed: &Typed,
    problems: &Problems,
) -> Mover {
    let is_draft = turn.state == State::Draft;
    let hint = if is_draft { path_of } else { place_of };
    let ticked = |it: &PupilLine| typed.pupils.contains(&it.id);
    let pupils = pupils.iter().map(|it| {
        Opt::new(it.id.to_string(), person::full(&it.first_name, &it.last_name)).hint(hint(it)).checked(ticked(it))
    });
    let option = |value: String, label: &str| Opt::new(&value, label).checked(value == typed.to);
    let first = [option(String::new(), if is_draft { W.same_place() } else { W.choose_class() })];
    let places = classes.iter().map(|it| option(it.id.to_string(), &it.name));
    let ends = [option(NOWHERE.to_owned(), W.to_nowhere()), option(LEAVING.to_owned(), W.to_away())];
    let stage = |value: &str, label: &str| Opt::new(value, label).checked(value == typed.stage);
    let stages = vec![stage("", W.same_stage()), stage(NEXT, W.next_stage()), stage(SAME, W.kept_stage())];
    Mover {
        action: format!("{}/eleves", desk.path()),
        list: Hidden::new("liste", list.text()),
        pupils: Choice::checkboxes("eleves", W.pupils(), pupils.collect()).error(problems.of("eleves")),
        to: Choice::select(
            "vers",
            W.where_to(),
            first.into_iter().chain(places).chain(ends.into_iter().filter(|_| is_draft)).collect(),
        )
        .error(problems.of("vers")),
        stage: is_draft.then(|| Choice::select("niveau", W.level_next_year(), stages)),
        send: Button::primary(W.place()),
    }
}

/// « CE1 · CP B »: the level now, the class before.
fn place_of(it: &PupilLine) -> String {
    let level = it.level.as_deref().map_or(W.no_level(), level::label);
    W.level_of_class(level, it.class_before.as_deref().unwrap_or(W.no_class_before()))
}

/// « CE1 A, CE1 → CE2 », « maintien en CE1 », or « GS → quitte l’école ».
fn path_of(it: &PupilLine) -> String {
    let name = |code: &Option<String>| code.as_deref().map_or(W.no_level(), level::label).to_owned();
    let before = it.class_before.clone().unwrap_or_else(|| W.no_class_before().to_owned());
    match (it.leaves, it.is_kept_down()) {
        (true, _) => W.goes_away(before, name(&it.level_before)),
        (false, true) => W.kept_in(before, name(&it.level)),
        (false, false) => W.goes_on(before, name(&it.level_before), name(&it.level)),
    }
}
