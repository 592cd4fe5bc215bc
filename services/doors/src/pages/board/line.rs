//! One line of the accounts of a place: who, how far, and what can be done about it.

use super::{ALONE, PERSON};
use crate::{
    W,
    board::{Line, State},
    sheet::{Place, Readers},
};
use db::Day;
use web::component::{Button, LinkButton, Status, StatusKind};

/// A line as it is shown.
pub(super) struct Row {
    /// The identifier of the person, what the box sends.
    pub(super) id: String,
    /// The name of the box.
    pub(super) field: &'static str,
    /// The person.
    pub(super) name: String,
    /// Whose parent, or of which class, and since when the state is so.
    pub(super) about: String,
    /// How far.
    pub(super) status: Status,
    /// For whom the acts are, to who does not see the line they stand on.
    pub(super) acts_for: String,
    /// A new code, where one can be given, and what it costs.
    pub(super) renewal: Option<(Button, String)>,
    /// What is sent from here.
    pub(super) buttons: Vec<Button>,
    /// What has a page of its own.
    pub(super) links: Vec<LinkButton>,
}

impl Row {
    pub(super) fn new(place: &Place, line: &Line) -> Self {
        let name = line.holder.name.full();
        Self {
            id: line.holder.name.id.to_string(),
            field: PERSON,
            about: about(line),
            status: Status::new(kind_of(line.state), word_of(line.state)),
            acts_for: W.accounts_act_for(&name),
            renewal: renewal(place, line, &name),
            buttons: buttons(place, line, &name),
            links: links(place, line, &name),
            name,
        }
    }
}

/// The state in a word.
pub(super) fn word_of(state: State) -> &'static str {
    match state {
        State::Waiting => W.sheets_waiting(),
        State::Invited => W.accounts_invited(),
        State::Active => W.sheets_active(),
        State::Unreached => W.accounts_unreached(),
        State::Blocked => W.accounts_blocked(),
    }
}

fn kind_of(state: State) -> StatusKind {
    match state {
        State::Waiting => StatusKind::Draft,
        State::Invited => StatusKind::Scheduled,
        State::Active => StatusKind::Ready,
        State::Unreached => StatusKind::Review,
        State::Blocked => StatusKind::Withdrawn,
    }
}

fn about(line: &Line) -> String {
    let role = match line.holder.readers {
        Readers::Pupils => Some(W.accounts_pupil().to_owned()),
        Readers::Families if line.holder.children.is_empty() => None,
        Readers::Families => Some(W.responsible_of(line.holder.children.join(", "))),
        Readers::Team => None,
    };
    let borne = line.bearer.as_ref().map(|it| W.accounts_read_with(web::of_name(it)));
    let said = role.into_iter().chain(line.holder.class.clone()).chain(detail(line)).chain(borne);
    let parts: Vec<String> = said.collect();
    parts.join(" · ")
}

fn detail(line: &Line) -> Option<String> {
    let day = |day: &Day| day.date().map(web::dates::date);
    match line.state {
        State::Active => line.seen.as_ref().and_then(day).map(|it| W.accounts_seen(it)),
        State::Invited | State::Unreached => {
            line.invited_at.map(|at| W.accounts_invited_on(web::dates::date(at.day())))
        }
        State::Waiting | State::Blocked => None,
    }
}

fn buttons(place: &Place, line: &Line, name: &str) -> Vec<Button> {
    let (id, path) = (line.holder.name.id, place.accounts_path());
    let waits = !matches!(line.state, State::Active | State::Blocked);
    let print = Button::secondary(W.accounts_print_one(name)).icon("imprimer").name_value(ALONE, id.to_string());
    let send = (waits && line.holder.address().is_some()).then(|| {
        let button = Button::secondary(W.accounts_send_one(name)).icon("courrier");
        button.action(format!("{path}/envoi")).name_value(ALONE, id.to_string())
    });
    [print].into_iter().chain(send).collect()
}

/// A new code for who came in.
fn renewal(place: &Place, line: &Line, name: &str) -> Option<(Button, String)> {
    let button = || {
        let button = Button::danger(W.sheets_renew_now(name)).icon("cle");
        let address = format!("{}/{}/code", place.path(), line.holder.name.id);
        button.action(address).name_value("pour", word_for(line.holder.readers))
    };
    (line.state == State::Active).then(|| (button(), W.sheets_renew_cost(web::of_name(name))))
}

fn word_for(readers: Readers) -> &'static str {
    match readers {
        Readers::Pupils => "eleves",
        Readers::Families => "familles",
        Readers::Team => "equipe",
    }
}

/// A temporary password is the teacher's to give, in a class; closing an account is the head's, for the school, not a deputy's.
fn links(place: &Place, line: &Line, name: &str) -> Vec<LinkButton> {
    let address = format!("{}/{}", place.accounts_path(), line.holder.name.id);
    let in_class = place.circle.is_some();
    let closes = !in_class && !place.deputed;
    match line.state {
        State::Active if in_class => {
            vec![LinkButton::secondary(W.temporary_ask(name), format!("{address}/mot-de-passe")).icon("cadenas")]
        }
        State::Blocked if closes => {
            vec![LinkButton::secondary(W.unblock_ask(name), format!("{address}/deblocage")).icon("retablir")]
        }
        State::Waiting | State::Invited | State::Active | State::Unreached if closes && line.has_account => {
            vec![LinkButton::danger(W.block_ask(name), format!("{address}/blocage")).icon("cadenas")]
        }
        State::Waiting | State::Invited | State::Active | State::Unreached | State::Blocked => Vec::new(),
    }
}
