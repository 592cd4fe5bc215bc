//! Sending: the one way by which a message leaves, new or in a conversation. Who may write to whom is asked again here.

use crate::{
    W, absence,
    conversation::MessageId,
    guard, matrix,
    posting::{self, Posting},
    recipient::{self, Recipient},
    target::Target,
    team,
    verb::Verb,
    wording,
};
use commons::{Attention, ThingId, attachment::Piece, delivery, thing};
use db::{Error, Moment, Problems, Result, Tx, args};
use richtext::Doc;
use school::{CircleId, PersonId, Right, Role, SchoolId, SchoolYear, Viewer, viewer::or_not_found};

/// The longest subject, in characters.
pub const LONGEST_SUBJECT: usize = 150;

/// The most recipients and groups chosen for one message: each is asked of the matrix while nobody else writes.
pub const MOST_TARGETS: usize = 200;

/// What somebody asks to send.
#[derive(Debug, Clone)]
pub struct Outgoing {
    /// To whom, as chosen; empty for an answer.
    pub targets: Vec<Target>,
    /// The subject; that of the conversation for an answer.
    pub subject: String,
    /// The text.
    pub body: Doc,
    /// What is attached.
    pub pieces: Vec<Piece>,
    /// The child it concerns, whose team keeps the conversation.
    pub about: Option<PersonId>,
    /// Why it must be delivered at once.
    pub urgent: Option<String>,
    /// The conversation it answers in.
    pub within: Option<ThingId>,
    /// Whether it is written to many: nobody answers to all. Filled by [`send`].
    pub mass: bool,
}

/// What was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The conversation.
    pub thing: ThingId,
    /// The message.
    pub message: MessageId,
    /// To how many people.
    pub recipients: usize,
    /// When the first of them sees it.
    pub first_at: Moment,
}

/// A new conversation, checked: who writes, in which school, to whom.
pub(crate) struct Opening {
    pub(crate) school: SchoolId,
    pub(crate) author: PersonId,
    pub(crate) audience: String,
    /// The mass conversation it answers, apart.
    pub(crate) answers: Option<ThingId>,
    /// The group whose team it is written to: those of other schools answer in it.
    pub(crate) group: Option<CircleId>,
}

/// Sends a new message.
///
/// # Errors
/// [`Error::NotFound`] when a target is not for the viewer to write to; [`Error::Invalid`] when something is missing;
/// what `guard::check` refuses; a fault of the database.
pub async fn send(tx: &mut Tx, viewer: &Viewer, outgoing: &Outgoing) -> Result<Sent> {
    let mut problems = Problems::default();
    problems.require(!outgoing.targets.is_empty(), "q", W.to_missing());
    problems.require(outgoing.targets.len() <= MOST_TARGETS, "q", W.to_too_many());
    problems.require(!outgoing.subject.trim().is_empty(), "subject", W.subject_missing());
    problems.require(outgoing.subject.chars().count() <= LONGEST_SUBJECT, "subject", W.subject_too_long());
    problems.require(!outgoing.body.is_empty(), "body", W.body_missing());
    problems.or(())?;
    let school = matrix::school_for(tx, viewer, &outgoing.targets).await?;
    let recipients = recipient::of(tx, viewer, school, &outgoing.targets).await?;
    if recipients.is_empty() {
        return Err(Error::invalid("q", W.nobody_receives()));
    }
    if joins_schools(tx, viewer, school, &outgoing.targets).await? {
        return Err(Error::invalid("q", W.team_apart()));
    }
    let group = teams_of(viewer, school, &outgoing.targets).next();
    // What concerns a child is for the team of its class, which is of one school.
    let about = concerned(tx, viewer, school, outgoing.about).await?.filter(|_| group.is_none());
    let to_others = group.is_some() && outgoing.targets.len() > 1;
    let mass = to_others || recipient::is_mass(&outgoing.targets, &recipients);
    let outgoing = Outgoing { about, mass, ..outgoing.clone() };
    check_urgent(viewer, school, &outgoing)?;
    let opening = Opening {
        school,
        author: author(viewer, school, outgoing.about)?,
        audience: wording::audience(tx, &outgoing.targets).await?,
        answers: None,
        group,
    };
    guard::check(tx, viewer, school, group, &outgoing, &recipients).await?;
    open(tx, viewer, &opening, &outgoing, recipients).await
}

/// The groups whose teams are written to.
fn teams_of(viewer: &Viewer, school: SchoolId, targets: &[Target]) -> impl Iterator<Item = CircleId> {
    let is_group = move |circle: CircleId| matrix::teams(viewer, school).any(|seat| seat.circle == circle);
    targets.iter().filter_map(move |target| match *target {
        Target::Team(circle) => is_group(circle).then_some(circle),
        Target::Person(_) | Target::Family(_) | Target::Families(_) | Target::Pupils(_) | Target::Staff(_) => None,
    })
}

/// Whether a message would join people of several schools who have nothing else in common: the team of a group of several, and
/// somebody by name, or another such team.
pub(crate) async fn joins_schools(tx: &mut Tx, viewer: &Viewer, school: SchoolId, targets: &[Target]) -> Result<bool> {
    let groups: Vec<CircleId> = teams_of(viewer, school, targets).collect();
    if groups.len() < 2 && !targets.iter().any(Target::names_one) {
        return Ok(false);
    }
    for group in groups {
        if matrix::gathers_others(tx, group, school, Role::Teacher).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Opens a conversation with its first message. Everything was checked.
pub(crate) async fn open(
    tx: &mut Tx,
    viewer: &Viewer,
    opening: &Opening,
    outgoing: &Outgoing,
    recipients: Vec<Recipient>,
) -> Result<Sent> {
    let class = match outgoing.about.filter(|_| !outgoing.mass) {
        Some(child) => team::class_of(tx, child, opening.school).await?,
        None => None,
    };
    let child = outgoing.about.filter(|_| !outgoing.mass);
    let thing = create(tx, opening, outgoing, child, class).await?;
    let recipients = with_team(tx, viewer, class, recipients).await?;
    if let Some(class) = class {
        team::share_with(tx, thing, opening.school, class, opening.author).await?;
    }
    if let Some(reason) = &outgoing.urgent {
        // Push and letters leave outside the hours too; the audit journal keeps why.
        delivery::urgent(tx, viewer, thing, reason).await?;
    }
    let posting = Posting {
        thing,
        school: opening.school,
        author: opening.author,
        child: own_child(viewer, outgoing.about),
        subject: &outgoing.subject,
        body: &outgoing.body,
        pieces: &outgoing.pieces,
        urgent: outgoing.urgent.as_deref(),
        automatic: false,
    };
    let sent = posting::post(tx, Some(viewer), &posting, &recipients).await?;
    Verb::Sent.record(tx, opening.school, thing, opening.author, outgoing.urgent.as_deref()).await?;
    if !outgoing.mass {
        absence::answer(tx, &posting, &recipients).await?;
    }
    Ok(sent)
}

/// Refuses an urgent delivery to those who may not ask for it, and one without a reason.
pub(crate) fn check_urgent(viewer: &Viewer, school: SchoolId, outgoing: &Outgoing) -> Result<()> {
    match outgoing.urgent.as_deref() {
        None => Ok(()),
        Some(_) if !viewer.may_at(Right::SendUrgent, school) => Err(Error::Forbidden),
        Some(reason) if reason.trim().is_empty() => Err(Error::invalid("reason", W.urgent_reason_missing())),
        Some(_) => Ok(()),
    }
}

/// The child a message concerns in a school: one of one's own, or a pupil whose family one may write to. A child of one's
/// own in another school concerns nobody here.
async fn concerned(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    about: Option<PersonId>,
) -> Result<Option<PersonId>> {
    let Some(child) = about else { return Ok(None) };
    let own = || viewer.seats.iter().filter(|seat| seat.child == Some(child));
    if own().next().is_some() {
        return Ok(own().any(|seat| seat.school == school).then_some(child));
    }
    or_not_found(matrix::may_write(tx, viewer, school, &Target::Family(child)).await?)?;
    Ok(Some(child))
}

/// The person who writes: the one responsible for the child it is about, else the one who works in the school, else any
/// other of the viewer's there.
pub(crate) fn author(viewer: &Viewer, school: SchoolId, about: Option<PersonId>) -> Result<PersonId> {
    let here = || viewer.seats.iter().filter(|seat| seat.school == school);
    let for_child = about.and_then(|child| here().find(|seat| seat.child == Some(child)));
    let at_work = || here().find(|seat| !matches!(seat.role, Role::Guardian | Role::Pupil));
    for_child.or_else(at_work).or_else(|| here().next()).map(|seat| seat.person).ok_or(Error::NotFound)
}

/// The child somebody writes for, when it is one of theirs.
pub(crate) fn own_child(viewer: &Viewer, about: Option<PersonId>) -> Option<PersonId> {
    about.filter(|child| viewer.seats.iter().any(|seat| seat.child == Some(*child)))
}

/// The recipients and those who teach in the class now.
pub(crate) async fn with_team(
    tx: &mut Tx,
    viewer: &Viewer,
    class: Option<CircleId>,
    recipients: Vec<Recipient>,
) -> Result<Vec<Recipient>> {
    let Some(class) = class else { return Ok(recipients) };
    let team = recipient::team(tx, class).await?;
    Ok(recipient::each_once(viewer, recipients.into_iter().chain(team).collect()))
}

async fn create(
    tx: &mut Tx,
    opening: &Opening,
    outgoing: &Outgoing,
    child: Option<PersonId>,
    class: Option<CircleId>,
) -> Result<ThingId> {
    // Whoever a group brings from another school reports what they read in it by their seat there.
    let circle = match opening.group.or(class) {
        Some(circle) => circle,
        None => staff_circle(tx, opening.school).await?,
    };
    let now = tx.now();
    let new = thing::NewThing {
        kind: &crate::conversation::KIND,
        school: opening.school,
        circle,
        year: SchoolYear::of(now.day()).0,
        author: opening.author,
        // No word of a message stands on a card: its subject is enough, and letters carry no more.
        card: thing::Card { title: outgoing.subject.trim(), excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Action,
    };
    let thing = thing::create(tx, &new).await?;
    tx.change(
        "insert into conversation \
             (thing_id, school_id, child_id, class_id, group_id, mass, answers, answered_by, audience, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            thing,
            opening.school,
            child,
            class,
            opening.group,
            outgoing.mass,
            opening.answers,
            opening.answers.map(|_| opening.author),
            &opening.audience,
            now
        ],
    )
    .await?;
    Ok(thing)
}

async fn staff_circle(tx: &mut Tx, school: SchoolId) -> Result<CircleId> {
    tx.one_value(
        "select id from circle where school_id = $1 and kind = 'staff' order by since, id limit 1",
        args![school],
    )
    .await
}
