//! Returns on paper: the children whose coupon is awaited, ticked by hand, by code, or by a photograph the browser reads.

use crate::{
    W,
    follow::{Grid, Row},
    mot::Mot,
    paper::{self, CODES, Entered, SLIPS, Typed},
    slip,
    terms::{Acts, LONGEST_ANSWER, Reply},
};
use askama::Template;
use commons::{House, Level, ThingId};
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Checkbox, Choice, EmptyState, ErrorSummary, Field, Hidden, LinkButton, Opt},
    dates,
};

#[derive(Template)]
#[template(path = "paper.html")]
struct PaperPage {
    title: String,
    counted: String,
    summary: Option<ErrorSummary>,
    address: String,
    lines: Vec<Line>,
    wrong: Option<String>,
    codes: Field,
    save: Button,
    empty: Option<EmptyState>,
    script: &'static str,
    /// The codes of coupons entered already, for the photograph to say so.
    entered: String,
    undo: Option<Undo>,
    print: LinkButton,
    back: String,
}

/// The coupon of a child.
struct Line {
    came: Checkbox,
    code: Hidden,
    signer: Option<Choice>,
    /// The answer, where it is one of several.
    chosen: Option<Choice>,
    /// The answer, where it is a few words.
    written: Option<Field>,
}

/// What was entered last.
struct Undo {
    said: String,
    address: String,
    button: Button,
}

impl PaperPage {
    async fn build(tx: &mut Tx, house: &House, viewer: &Viewer, mot: &Mot, grid: &Grid, typed: &Typed) -> Result<Self> {
        let awaited = || grid.rows.iter().filter(|row| !row.done && row.child.present);
        let lines: Vec<Line> = awaited().map(|row| Line::new(house, mot, row, typed)).collect();
        let empty = lines.is_empty().then(|| EmptyState::new("termine", W.paper_all_back(), None));
        let done = grid.rows.iter().filter(|row| row.done);
        let entered: Vec<String> = done.map(|row| code(house, mot, row)).collect();
        let undo = paper::last(tx, viewer, mot).await?.map(|batch| Undo {
            said: W.paper_last(batch.children(), dates::past(batch.at, tx.now())),
            address: format!("{}/papier/annulation", mot.path()),
            button: Button::secondary(W.paper_undo()),
        });
        Ok(Self {
            title: mot.thing.title.clone(),
            counted: W.paper_counted(grid.done(), grid.all()),
            summary: None,
            address: format!("{}/papier", mot.path()),
            lines,
            wrong: None,
            codes: Field::area(CODES, W.paper_codes(), 3)
                .hint(W.paper_codes_hint())
                .value(typed.text(CODES))
                .spellcheck_off(),
            save: Button::primary(W.paper_save()).icon("fait"),
            empty,
            script: web::assets::url("slips.js"),
            entered: entered.join(" "),
            undo,
            print: LinkButton::secondary(W.slips_print_link(), format!("{}/coupons", mot.path())).icon("imprimer"),
            back: mot.path(),
        })
    }

    fn with(self, problems: &Problems) -> Self {
        Self {
            summary: web::summary(problems),
            wrong: problems.of(SLIPS),
            codes: self.codes.error(problems.of(CODES)),
            ..self
        }
    }
}

fn code(house: &House, mot: &Mot, row: &Row) -> String {
    slip::code(house, mot.thing.id, &row.child.code, mot.version)
}

impl Line {
    fn new(house: &House, mot: &Mot, row: &Row, typed: &Typed) -> Self {
        let child = slip::short(&row.child);
        let kept = typed.text(&paper::code_field(&row.child));
        let code = if kept.is_empty() { code(house, mot, row) } else { kept.to_owned() };
        Self {
            came: Checkbox::new(paper::ticked(&row.child), &child).checked(typed.is_ticked(&row.child)),
            code: Hidden::new(paper::code_field(&row.child), code),
            signer: signer(mot, row, &child, typed),
            chosen: (mot.terms.reply == Reply::Choose).then(|| chosen(mot, row, &child, typed)),
            written: (mot.terms.reply == Reply::Text).then(|| written(row, &child, typed)),
        }
    }
}

/// Who signed. Where each adult must, those awaited are ticked at first: whoever enters takes the mark away.
fn signer(mot: &Mot, row: &Row, child: &str, typed: &Typed) -> Option<Choice> {
    if row.cells.is_empty() {
        return None;
    }
    let name = paper::signer_field(&row.child);
    let said: Vec<&str> = typed.texts(&name).collect();
    let option = |adult: String, name: &str, at_first: bool| {
        let checked = if typed.is_empty() { at_first } else { said.contains(&adult.as_str()) };
        Opt::new(adult, name).checked(checked)
    };
    let each = mot.terms.acts == Acts::Each;
    let cells = row.cells.iter().filter(|cell| cell.awaited || !each);
    let adults = cells.map(|cell| option(cell.adult.to_string(), &cell.name, each));
    if each {
        return Some(Choice::checkboxes(name.as_str(), W.paper_signed_by_each(child), adults.collect()));
    }
    let unsaid = option(String::new(), W.paper_unsaid(), true);
    let options = std::iter::once(unsaid).chain(adults).collect();
    Some(Choice::select(name.as_str(), W.paper_signed_by(child), options))
}

fn chosen(mot: &Mot, row: &Row, child: &str, typed: &Typed) -> Choice {
    let name = paper::answer_field(&row.child);
    let value = typed.text(&name);
    let missing = value.is_empty() && typed.is_ticked(&row.child);
    let choices = mot.terms.choices.iter().map(|it| Opt::new(it, it).checked(it == value));
    let options = std::iter::once(Opt::new("", W.paper_choose())).chain(choices).collect();
    let choice = Choice::select(name.as_str(), W.paper_answer(child), options);
    choice.error(missing.then(|| W.paper_answer_missing(child)))
}

fn written(row: &Row, child: &str, typed: &Typed) -> Field {
    let name = paper::answer_field(&row.child);
    let value = typed.text(&name);
    Field::text(name.as_str(), W.paper_answer(child)).value(value).maxlength(LONGEST_ANSWER)
}

/// The list of coupons awaited.
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let mot = Mot::load(&mut tx, &visit.viewer, id, Level::Manage).await?;
    if !paper::is_open(&mot) {
        return Ok(visit.not_done(&mot.path(), W.paper_nothing_asked()));
    }
    let grid = Grid::of(&mut tx, &mot).await?;
    let page = PaperPage::build(&mut tx, &house, &visit.viewer, &mot, &grid, &Typed::default()).await?;
    drop(tx);
    visit.page(W.paper_returns(), &page)
}

/// Enters the coupons that came back.
pub(crate) async fn enter(
    mut visit: SignedIn,
    Path(id): Path<ThingId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::Manage).await?;
    if !paper::is_open(&mot) {
        return Ok(visit.not_done(&mot.path(), W.paper_nothing_asked()));
    }
    let typed = Typed(fields);
    let grid = Grid::of(&mut tx, &mot).await?;
    let problems = match paper::check(&mut tx, &house, &viewer, &mot, &grid, &typed).await {
        Ok(returns) => {
            let entered = paper::enter(&mut tx, &viewer, &mot, &returns).await?;
            tx.commit().await?;
            return Ok(visit.done(&format!("{}/papier", mot.path()), &said(entered)));
        }
        Err(Error::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    let page = PaperPage::build(&mut tx, &house, &viewer, &mot, &grid, &typed).await?.with(&problems);
    drop(tx);
    visit.again(W.paper_returns(), &page)
}

fn said(entered: Entered) -> String {
    match entered.outdated {
        0 => W.paper_saved(entered.slips),
        outdated => W.paper_saved_outdated(entered.slips, outdated),
    }
}

/// Takes back what the viewer entered last.
pub(crate) async fn undo(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let mot = Mot::load(&mut tx, &viewer, id, Level::Manage).await?;
    let children = paper::undo(&mut tx, &viewer, &mot).await?;
    tx.commit().await?;
    Ok(visit.done(&format!("{}/papier", mot.path()), &W.paper_undone(children)))
}
