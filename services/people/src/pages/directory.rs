//! « Annuaire »: finding people by name, by class, by school.

use super::{DIRECTORY, card_path, kind_word, place_word, role_word};
use crate::{
    W, class,
    looker::Looker,
    matrix::Sight,
    reason,
    search::{self, Found, MOST, Wanted},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Cell, Choice, Column, EmptyState, ErrorSummary, Field, LinkButton, Notice, Opt, Table},
    summary, voice,
};

#[derive(Template)]
#[template(path = "directory.html")]
struct DirectoryPage {
    lead: String,
    summary: Option<ErrorSummary>,
    links: Vec<LinkButton>,
    reason: Option<ReasonPart>,
    form: Option<FormPart>,
    table: Option<Table>,
    more: Option<Notice>,
    empty: Option<EmptyState>,
}

/// Why people of a territory are looked for: asked before the first search of the day.
struct ReasonPart {
    field: Field,
    send: Button,
}

struct FormPart {
    typed: Field,
    class: Option<Choice>,
    school: Option<Field>,
    send: Button,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    classe: String,
    #[serde(default)]
    ecole: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Reason {
    #[serde(default)]
    motif: String,
}

/// `GET /annuaire/personnes`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let mut tx = visit.read().await?;
    let page = DirectoryPage::build(&mut tx, &visit.viewer, &asked).await?;
    drop(tx);
    visit.page(W.directory(), &page)
}

/// `POST /annuaire/motif`
pub(crate) async fn give_reason(mut visit: SignedIn, Form(form): Form<Reason>) -> Answer {
    let mut tx = visit.write().await?;
    let looker = Looker::of(&mut tx, &visit.viewer).await?;
    or_not_found(looker.is_searcher())?;
    match reason::give(&mut tx, &visit.viewer, &form.motif).await {
        Ok(()) => {}
        Err(Error::Invalid(problems)) => {
            let page = DirectoryPage::build(&mut tx, &visit.viewer, &Asked::default()).await?;
            drop(tx);
            let page = DirectoryPage {
                summary: summary(&problems),
                reason: Some(ReasonPart::new(&form.motif, &problems)),
                ..page
            };
            return visit.again(W.directory(), &page);
        }
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(visit.done(DIRECTORY, W.reason_kept()))
}

impl ReasonPart {
    fn new(typed: &str, problems: &Problems) -> Self {
        let field = Field::text("motif", W.reason()).hint(W.reason_hint()).value(typed).error(problems.of("motif"));
        Self { field: field.maxlength(200).required(), send: Button::primary(W.give_reason()) }
    }
}

impl DirectoryPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, asked: &Asked) -> Result<Self> {
        let looker = Looker::of(tx, viewer).await?;
        or_not_found(looker.looks())?;
        let who = voice(viewer);
        let waits = looker.is_searcher() && reason::of_today(tx, viewer).await?.is_none();
        let mut page = Self {
            lead: if looker.is_searcher() { W.directory_far_lead().to_owned() } else { W.directory_lead(who) },
            summary: None,
            links: links(viewer),
            reason: waits.then(|| ReasonPart::new("", &Problems::default())),
            form: None,
            table: None,
            more: None,
            empty: None,
        };
        if !waits {
            page.form = Some(FormPart::build(tx, &looker, asked).await?);
            page.look(tx, &looker, asked, who).await?;
        }
        Ok(page)
    }

    async fn look(&mut self, tx: &mut Tx, looker: &Looker, asked: &Asked, who: &str) -> Result<()> {
        let class = asked.classe.parse().ok();
        let wanted = Wanted { typed: asked.q.chars().take(80).collect(), class, school: asked.ecole.clone() };
        if asked.q.trim().is_empty() && class.is_none() {
            return Ok(());
        }
        if !search::is_enough(looker, &wanted) {
            self.more = Some(Notice::info(W.type_more(who)));
            return Ok(());
        }
        let answer = search::run(tx, looker, &wanted).await?;
        let is_exact = search::is_exact(looker, &wanted);
        match answer.found.is_empty() {
            // Nobody has so short a name: it was the beginning of one.
            true if is_exact => self.more = Some(Notice::info(W.type_more(who))),
            true => self.empty = Some(EmptyState::new("recherche", W.nobody_found(who), None)),
            false => self.table = Some(table(looker, &answer.found)),
        }
        if answer.more {
            self.more = Some(Notice::info(W.more_found(who, MOST)));
        } else if is_exact && !answer.found.is_empty() {
            self.more = Some(Notice::info(W.exact_found()));
        }
        Ok(())
    }
}

fn links(viewer: &Viewer) -> Vec<LinkButton> {
    let chooses = crate::shown::own(viewer).is_ok();
    let me = LinkButton::secondary(W.what_i_show(), "/annuaire/moi").icon("reglages");
    chooses.then_some(me).into_iter().collect()
}

impl FormPart {
    async fn build(tx: &mut Tx, looker: &Looker, asked: &Asked) -> Result<Self> {
        let classes = class::searched(tx, looker).await?;
        let every = Opt::new("", W.every_class());
        let options = classes.iter().map(|it| {
            let value = it.id.to_string();
            let checked = value == asked.classe;
            Opt::new(value, &it.name).checked(checked)
        });
        let options: Vec<Opt> = std::iter::once(every).chain(options).collect();
        let school = Field::text("ecole", W.school_wanted()).value(&asked.ecole).optional(W.optional());
        Ok(Self {
            typed: Field::search("q", W.name_wanted()).value(&asked.q).spellcheck_off().maxlength(80),
            class: (classes.len() > 1).then(|| Choice::select("classe", W.class_wanted(), options)),
            school: looker.is_searcher().then_some(school),
            send: Button::primary(W.look_for()).icon("chercher"),
        })
    }
}

fn table(looker: &Looker, found: &[Found]) -> Table {
    let columns = [W.column_name(), W.column_who(), W.column_where()].map(Column::new);
    Table::new(W.people_found(), columns.into(), found.iter().map(|it| row(looker, it)).collect()).caption_hidden()
}

fn row(looker: &Looker, found: &Found) -> Vec<Cell> {
    let name = match found.seen.sight >= Sight::IfChosen {
        true => Cell::link(&found.name, card_path(found.id)),
        false => Cell::text(&found.name),
    };
    // A teacher is a teacher of the class and of the school; the first place says it once.
    let place = found.places.iter().find(|place| looker.told(place));
    let what = place.map_or_else(|| kind_word(found.kind), |place| role_word(place.role));
    vec![name, Cell::text(what), Cell::text(place.map(place_word).unwrap_or_default())]
}
