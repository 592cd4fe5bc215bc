//! The form of a message as it is shown.

use super::{
    compose::{TEAM_KEEPS, Typed},
    is_pupil, voice,
};
use crate::{
    W, absence, closing, matrix,
    matrix::Hats,
    send::LONGEST_SUBJECT,
    suggestion::{self, Suggestion},
    target::Target,
    wording,
};
use askama::Template;
use commons::delivery;
use db::{Error, Problems, Result, Tx};
use school::{Right, SchoolId, Viewer};
use web::{
    component::{Button, Checkbox, Choice, ErrorSummary, Field, FilePicker, Hidden, Notice, Opt, RichEditor},
    dates,
};

/// The longest reason of an urgent message, in characters.
const LONGEST_REASON: usize = 200;

#[derive(Template)]
#[template(path = "compose.html")]
pub(crate) struct ComposePage {
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    draft_key: String,
    draft: Option<Hidden>,
    search: Field,
    find: Button,
    chosen: Option<Choice>,
    about: Option<Choice>,
    subject: Field,
    body: RichEditor,
    pieces: FilePicker,
    urgent: Option<(Checkbox, Field)>,
    /// None where nothing leaves.
    delivery: Option<String>,
    buttons: Vec<Button>,
}

impl ComposePage {
    /// The form with what is typed in it.
    pub(crate) async fn build(tx: &mut Tx, viewer: &Viewer, typed: &Typed) -> Result<Self> {
        let school = school_of(tx, viewer, typed).await?;
        let hats = Hats::of(viewer, school);
        let reached = reachable(tx, viewer, &typed.targets).await?;
        let mut notices: Vec<Notice> = closing::notice(tx, viewer).await?.into_iter().collect();
        let today = tx.now().day();
        notices.extend(absence::of_targets(tx, &reached).await?.iter().map(|it| Notice::info(it.sentence(today))));
        if hats.staff {
            let circles = wording::circles(tx, &reached).await?;
            notices.extend(web::economy::warning(tx, viewer, &circles).await?);
        }
        let draft_of = typed.draft.map_or_else(|| "nouveau".to_owned(), |id| id.to_string());
        let editor = RichEditor::new("body", W.body()).value(&typed.body);
        let editor = if typed.body_json.is_empty() { editor } else { editor.document(&typed.body_json) };
        Ok(Self {
            summary: None,
            notices,
            draft_key: format!("message-{draft_of}-{}", viewer.account),
            draft: typed.draft.map(|id| Hidden::new("draft", id.to_string())),
            search: search_field(viewer, hats.staff, typed),
            find: Button::secondary(W.find_people()).name_value("suite", "chercher").icon("chercher"),
            chosen: chosen(tx, viewer, hats.staff, typed).await?,
            about: about(viewer, &hats, typed),
            subject: Field::text("subject", W.subject()).value(&typed.subject).maxlength(LONGEST_SUBJECT).required(),
            body: if is_pupil(viewer) { editor.for_pupils() } else { editor },
            pieces: FilePicker::new(W.pieces())
                .kept(&typed.chosen.address(), typed.chosen.files.clone())
                .voice(is_pupil(viewer)),
            urgent: viewer.may_at(Right::SendUrgent, school).then(|| urgent(typed)),
            delivery: match closing::refusal(tx, viewer, school, None).await? {
                Some(_) => None,
                None => Some(delivery_words(tx, school, &hats).await?),
            },
            buttons: buttons(viewer),
        })
    }

    /// The same form with what is wrong in it. Files chosen without script do not survive: browsers give none back.
    pub(crate) fn with(self, problems: &Problems, files_lost: bool) -> Self {
        let mut notices = self.notices;
        if files_lost {
            notices.push(Notice::attention(W.files_lost()));
        }
        Self {
            summary: web::summary(problems),
            notices,
            search: self.search.error(problems.of("q")),
            subject: self.subject.error(problems.of("subject")),
            body: self.body.error(problems.of("body")),
            pieces: self.pieces.error(problems.of("pieces")),
            urgent: self.urgent.map(|(tick, reason)| (tick, reason.error(problems.of("reason")))),
            ..self
        }
    }
}

/// The school it would be written in: that of the people chosen, else the first.
async fn school_of(tx: &mut Tx, viewer: &Viewer, typed: &Typed) -> Result<SchoolId> {
    match matrix::school_for(tx, viewer, &typed.targets).await {
        Err(Error::NotFound) => matrix::schools(viewer).first().copied().ok_or(Error::NotFound),
        found => found,
    }
}

/// Of some targets, those the viewer may write to: no name is shown of the others.
async fn reachable(tx: &mut Tx, viewer: &Viewer, targets: &[Target]) -> Result<Vec<Target>> {
    let mut kept = Vec::new();
    for target in targets {
        if matrix::school_for(tx, viewer, std::slice::from_ref(target)).await.is_ok() {
            kept.push(*target);
        }
    }
    Ok(kept)
}

fn search_field(viewer: &Viewer, staff: bool, typed: &Typed) -> Field {
    let hint = if staff { W.search_people_hint().to_owned() } else { W.search_few_hint(voice(viewer)) };
    Field::search("q", W.to()).value(typed.search.as_deref().unwrap_or_default()).hint(hint)
}

/// Those chosen, ticked, then those found: without script both are boxes to tick.
async fn chosen(tx: &mut Tx, viewer: &Viewer, staff: bool, typed: &Typed) -> Result<Option<Choice>> {
    let mut options = ticked(tx, viewer, staff, typed).await?;
    // A few people are all shown at once; the island asks by itself.
    let asked = typed.search.as_deref().or(typed.targets.is_empty().then_some(""));
    if let Some(asked) = asked {
        let found = suggestion::of(tx, viewer, asked).await?;
        // A child has nothing to look for: the one person to write to is chosen already, or all the teachers of the class.
        let begins = is_pupil(viewer) && options.is_empty() && typed.search.is_none();
        let only = found.len() == 1;
        let new = found.into_iter().filter(|it| !typed.targets.contains(&it.target));
        options.extend(new.map(|it| {
            let all = matches!(it.target, Target::Team(_));
            option(it).checked(begins && (only || all))
        }));
    }
    Ok((!options.is_empty()).then(|| Choice::checkboxes("to", W.people_chosen(), options)))
}

/// Those chosen. Pupils and families are proposed few people: after an error, each keeps the words it was proposed with.
async fn ticked(tx: &mut Tx, viewer: &Viewer, staff: bool, typed: &Typed) -> Result<Vec<Opt>> {
    let reached = reachable(tx, viewer, &typed.targets).await?;
    let proposed = if staff || reached.is_empty() { Vec::new() } else { suggestion::of(tx, viewer, "").await? };
    let mut options = Vec::new();
    for target in reached {
        let shown = match proposed.iter().find(|it| it.target == target) {
            Some(found) => option(found.clone()),
            None => Opt::new(target.to_string(), wording::label(tx, &target).await?),
        };
        options.push(shown.checked(true));
    }
    Ok(options)
}

fn option(found: Suggestion) -> Opt {
    let option = Opt::new(found.target.to_string(), found.label);
    match found.hint {
        Some(hint) => option.hint(hint),
        None => option,
    }
}

/// What the message concerns: for a parent one of the children, for staff the child whose parents they write to.
fn about(viewer: &Viewer, hats: &Hats, typed: &Typed) -> Option<Choice> {
    let children = viewer.children();
    if hats.staff {
        let keeps = Opt::new(TEAM_KEEPS, W.team_keeps()).checked(typed.about == TEAM_KEEPS);
        let alone = Opt::new("", W.team_does_not_keep()).checked(typed.about.is_empty());
        return Some(Choice::radios("about", W.about_child(), vec![keeps, alone]).hint(W.about_child_hint()));
    }
    if children.is_empty() {
        return None;
    }
    let one = |child: &school::Child| {
        let id = child.id.to_string();
        let checked = typed.about == id;
        Opt::new(id, &child.first_name).checked(checked)
    };
    let nobody = Opt::new("", W.about_nobody()).checked(typed.about.is_empty() || typed.about == TEAM_KEEPS);
    let options = children.iter().map(one).chain(std::iter::once(nobody)).collect();
    Some(Choice::radios("about", W.about(), options).hint(W.about_hint()))
}

fn urgent(typed: &Typed) -> (Checkbox, Field) {
    let tick = Checkbox::new("urgent", W.urgent()).checked(typed.urgent).hint(W.urgent_hint());
    let reason =
        Field::text("reason", W.urgent_reason()).value(&typed.reason).maxlength(LONGEST_REASON).optional(W.optional());
    (tick, reason)
}

/// « Sera remis lundi à 7 h », and that colleagues do not wait.
async fn delivery_words(tx: &mut Tx, school: SchoolId, hats: &Hats) -> Result<String> {
    let at = delivery::instant(tx, school, None).await?;
    Ok(match dates::coming(at, tx.now()) {
        Some(when) if hats.staff || hats.town => W.delivery_of_staff(when),
        Some(_) | None => W.delivery_now(dates::delivery(at, tx.now())),
    })
}

fn buttons(viewer: &Viewer) -> Vec<Button> {
    let send = Button::primary(if is_pupil(viewer) { W.send_as_pupil() } else { W.send() });
    vec![
        send.name_value("suite", "envoyer").icon("message"),
        Button::secondary(W.keep_draft()).name_value("suite", "brouillon"),
    ]
}
