//! A conversation as it is shown: its messages oldest first, where one's own stand, the answer at the bottom.

use super::{is_pupil, voice};
use crate::{
    W, closing,
    conversation::{self, Conversation, Message, MessageId},
    folder,
    matrix::Hats,
    reading::{self, State},
    recall, reply, trace,
};
use askama::Template;
use commons::{
    attachment::{self, Attachment},
    attention::unreached,
    delivery,
};
use db::{Error, Moment, Problems, Result, Tx};
use richtext::Labels;
use school::{PersonId, Viewer, person};
use web::{
    component::{
        AttachmentList, Button, Choice, ErrorSummary, FilePicker, LinkButton, Notice, Opt, RichEditor, SafeHtml,
    },
    dates,
};

#[derive(Template)]
#[template(path = "thread.html")]
pub(crate) struct ThreadPage {
    title: String,
    about: String,
    kept_by: Option<String>,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    entries: Vec<Entry>,
    reply: Option<ReplyForm>,
    thing: String,
    steps: Vec<Button>,
    folder: Option<(Choice, Button)>,
    links: Vec<LinkButton>,
}

/// A message of the conversation.
struct Entry {
    anchor: String,
    author: String,
    own: bool,
    about: String,
    marks: Vec<String>,
    body: SafeHtml,
    pieces: AttachmentList,
    reach: Option<(String, Vec<String>)>,
    recall: Option<(String, Button)>,
    pass_on: Option<String>,
    /// What is dictated when a message is to be traced: shown to those who work there, on the export to everybody.
    reference: Option<String>,
}

/// The form at the bottom.
struct ReplyForm {
    address: String,
    draft_key: String,
    heading: String,
    body: RichEditor,
    pieces: FilePicker,
    /// None where nothing leaves.
    delivery: Option<String>,
    send: Button,
}

impl ThreadPage {
    /// The page as this viewer sees it now.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nothing in it is left for the viewer to read; a fault of the database.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<Self> {
        let (thing, now) = (&conversation.thing, tx.now());
        let messages = conversation::messages(tx, viewer, conversation).await?;
        if messages.is_empty() {
            return Err(Error::NotFound);
        }
        let staff = Hats::of(viewer, thing.school_id).staff || conversation.is_of_group(viewer);
        let states = reading::states(tx, viewer, thing.id, thing.school_id).await?;
        let recallable = recall::possible(tx, viewer, conversation).await?;
        let files = attachment::everywhere(tx, thing.id).await?;
        let shown = Shown { viewer, conversation, staff, now, states: &states, recallable: &recallable, files: &files };
        Ok(Self {
            title: thing.title.clone(),
            about: W.written_to(&conversation.audience),
            kept_by: kept_by(tx, conversation).await?,
            summary: None,
            notices: notices(tx, viewer, staff, &states).await?,
            entries: messages.iter().map(|message| shown.entry(message)).collect::<Result<_>>()?,
            reply: ReplyForm::build(tx, viewer, conversation).await?,
            thing: thing.id.to_string(),
            steps: steps(viewer),
            folder: folder_step(tx, viewer).await?,
            links: links(viewer, conversation, messages.iter().any(|message| !message.is_by(viewer))),
        })
    }

    /// The page again, with what is wrong with the answer typed.
    pub(crate) fn with(self, body: &str, json: &str, kept: Vec<Attachment>, problems: &Problems) -> Self {
        let reply = self.reply.map(|form| form.with(body, json, kept, problems));
        Self { summary: web::summary(problems), reply, ..self }
    }
}

/// What the messages of a page are shown with.
struct Shown<'a> {
    viewer: &'a Viewer,
    conversation: &'a Conversation,
    staff: bool,
    now: Moment,
    states: &'a [State],
    recallable: &'a [MessageId],
    files: &'a [Attachment],
}

impl Shown<'_> {
    fn entry(&self, message: &Message) -> Result<Entry> {
        let path = self.conversation.path();
        let own = message.is_by(self.viewer);
        let files = self.files.iter().filter(|it| it.part == Some(message.id.0)).cloned().collect();
        let recallable = self.recallable.contains(&message.id);
        let adult = !is_pupil(self.viewer);
        Ok(Entry {
            anchor: format!("message-{}", message.id),
            author: if own { W.own_message(voice(self.viewer)) } else { message.author() },
            own,
            about: dates::past(message.visible_from.unwrap_or(message.sent_at).min(self.now), self.now),
            marks: self.marks(message, own),
            body: SafeHtml(message.doc()?.to_html(&|_| None, &Labels::FRENCH)),
            pieces: AttachmentList::new(&format!("{path}/pieces"), files),
            reach: (own && self.staff).then(|| self.reach(message)).flatten(),
            recall: recallable.then(|| (format!("{path}/rappels/{}", message.id), Button::secondary(W.recall()))),
            reference: self.staff.then(|| W.message_reference(trace::reference(message.id))),
            pass_on: adult
                .then(|| format!("/messages/nouveau?fil={}&transfert={}", self.conversation.thing.id, message.id)),
        })
    }

    /// What is to be known of a message in a few words.
    fn marks(&self, message: &Message, own: bool) -> Vec<String> {
        let mut marks = Vec::new();
        if let Some(reason) = &message.urgent {
            marks.push(W.urgent_because(reason));
        }
        if message.automatic {
            marks.push(W.automatic().to_owned());
        }
        if message.recalled_at.is_some() {
            marks.push(W.recalled().to_owned());
        }
        if own {
            let waiting = self.states_of(message).filter(|it| it.recalled_at.is_none()).map(|it| it.visible_from).min();
            marks.extend(waiting.and_then(|at| dates::coming(at, self.now)).map(|when| W.waits_until(when)));
        }
        marks
    }

    fn states_of(&self, message: &Message) -> impl Iterator<Item = &State> {
        self.states.iter().filter(move |it| it.message_id == message.id)
    }

    /// « Ouvert par 1 personne sur 2 », and where each stands. For those who work at the school, about what they wrote.
    fn reach(&self, message: &Message) -> Option<(String, Vec<String>)> {
        let states: Vec<&State> = self.states_of(message).collect();
        let opened = states.iter().filter(|it| it.opened_at.is_some()).count();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let lines = states.iter().map(|state| self.line(state)).collect();
        (!states.is_empty()).then(|| (W.opened_by(count(opened), count(states.len())), lines))
    }

    fn line(&self, state: &State) -> String {
        let name = conversation::shown(state.kind, &state.first_name, &state.last_name);
        let who = match (&state.child_first_name, &state.child_last_name) {
            (Some(first), Some(last)) => W.reader_for(name, person::short(first, last)),
            _ => name,
        };
        let at = match (state.opened_at, state.recalled_at) {
            (Some(opened), _) => W.opened_at(dates::past(opened, self.now)),
            (None, Some(_)) => W.recalled().to_owned(),
            (None, None) => match dates::coming(state.visible_from, self.now) {
                Some(when) => W.waits_until(when),
                None => W.delivered().to_owned(),
            },
        };
        W.reader_state(who, at)
    }
}

/// « Fil de Zoé M. : l’équipe de CP de M. Roux le garde. »
async fn kept_by(tx: &mut Tx, conversation: &Conversation) -> Result<Option<String>> {
    let (Some(child), Some(class)) = (conversation.child, conversation.class) else { return Ok(None) };
    let class = school::Circle::load(tx, class).await?;
    let child = crate::wording::child(tx, child).await?;
    Ok(Some(W.kept_by_team(web::of_name(child), class.name)))
}

/// That messages are closed, then those nothing reaches, for whoever works at the school.
async fn notices(tx: &mut Tx, viewer: &Viewer, staff: bool, states: &[State]) -> Result<Vec<Notice>> {
    let closed = closing::notice(tx, viewer).await?;
    let lost = if staff { not_reached(tx, states).await? } else { Vec::new() };
    Ok(closed.into_iter().chain(lost).collect())
}

/// Those nothing reaches, first: they are to be told otherwise.
async fn not_reached(tx: &mut Tx, states: &[State]) -> Result<Vec<Notice>> {
    let mut people: Vec<PersonId> = states.iter().map(|it| it.person_id).collect();
    people.sort();
    people.dedup();
    let lost = unreached(tx, &people).await?;
    let unopened = |it: &&State| {
        lost.iter().any(|gone| gone.person == it.person_id) && it.opened_at.is_none() && it.recalled_at.is_none()
    };
    let mut names: Vec<String> =
        states.iter().filter(unopened).map(|it| conversation::shown(it.kind, &it.first_name, &it.last_name)).collect();
    names.sort();
    names.dedup();
    let notice = (!names.is_empty()).then(|| Notice::attention(names.join(", ")).title(W.not_reached()));
    Ok(notice.into_iter().collect())
}

fn steps(viewer: &Viewer) -> Vec<Button> {
    let step = |label: &str, value: &str| Button::secondary(label).name_value("action", value);
    match is_pupil(viewer) {
        true => vec![step(W.discard(), "supprimer")],
        false => {
            vec![step(W.archive(), "archiver"), step(W.mark_unread(), "non-lu"), step(W.discard(), "supprimer")]
        }
    }
}

async fn folder_step(tx: &mut Tx, viewer: &Viewer) -> Result<Option<(Choice, Button)>> {
    let folders = folder::of(tx, viewer).await?;
    let options: Vec<Opt> = folders.iter().map(|it| Opt::new(it.id.to_string(), &it.name)).collect();
    let button = Button::secondary(W.file()).name_value("action", "classer");
    Ok((!options.is_empty()).then(|| (Choice::select("dossier", W.folder(), options), button)))
}

/// Nobody reports what they wrote: `received` says whether somebody else wrote something here.
fn links(viewer: &Viewer, conversation: &Conversation, received: bool) -> Vec<LinkButton> {
    let path = conversation.path();
    let mut links = Vec::new();
    if !is_pupil(viewer) {
        links.push(LinkButton::secondary(W.export(), format!("{path}/export")).icon("imprimer"));
        links.push(LinkButton::secondary(W.export_text(), format!("{path}/export/texte")).icon("telecharger"));
    }
    if received {
        links.push(LinkButton::secondary(W.report(), format!("/signaler{path}")).icon("signaler"));
    }
    links
}

impl ReplyForm {
    /// The form, when there is somebody to answer.
    async fn build(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<Option<Self>> {
        let readers = reply::readers(tx, viewer, conversation).await?;
        if readers.is_empty() {
            return Ok(None);
        }
        let thing = &conversation.thing;
        let pupil = is_pupil(viewer);
        let editor = RichEditor::new("body", W.answer_body());
        let people: Vec<PersonId> = readers.iter().map(|it| it.person).collect();
        let hats = Hats::of(viewer, thing.school_id);
        let by_staff = hats.staff || hats.town || conversation.is_of_group(viewer);
        let instants = delivery::instants_for(tx, thing.school_id, by_staff, &people).await?;
        let closed = closing::refusal(tx, viewer, thing.school_id, conversation.group).await?;
        let now = tx.now();
        let first = instants.into_iter().map(|(_, at)| at).min().unwrap_or(now);
        Ok(Some(Self {
            address: format!("{}/reponses", conversation.path()),
            draft_key: format!("reponse-{}-{}", thing.id, viewer.account),
            heading: if conversation.mass { W.answer_author().to_owned() } else { W.answer(voice(viewer)) },
            body: if pupil { editor.for_pupils() } else { editor },
            pieces: FilePicker::new(W.pieces()).voice(pupil),
            delivery: closed.is_none().then(|| dates::delivery(first, now)),
            send: Button::primary(W.send_answer()).icon("message"),
        }))
    }

    fn with(self, body: &str, json: &str, kept: Vec<Attachment>, problems: &Problems) -> Self {
        let editor = self.body.value(body).error(problems.of("body"));
        Self {
            body: if json.is_empty() { editor } else { editor.document(json) },
            pieces: self.pieces.kept("/messages", kept).error(problems.of("pieces")),
            ..self
        }
    }
}
