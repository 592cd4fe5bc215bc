//! The team that keeps the conversation of a child: that of the child's class of the moment.
//!
//! When the child has changed class, the next message hands the conversation over. The new team reads all of it and goes on;
//! the team before keeps what was said until then, and is told no more, but for those of it who write again.

use crate::{conversation::Conversation, recipient};
use commons::{Level, ThingId, delivery, share};
use db::{Moment, Result, Tx, args, id_list};
use school::{CircleId, PersonId, SchoolId, Viewer};

/// Who keeps a conversation from its next message on.
#[derive(Debug)]
pub(crate) struct Team {
    /// The class; none for a conversation no team keeps.
    pub(crate) class: Option<CircleId>,
    left: Vec<PersonId>,
}

impl Team {
    /// Who keeps a conversation from its next message on.
    pub(crate) async fn of(tx: &mut Tx, conversation: &Conversation) -> Result<Self> {
        let (Some(child), Some(kept)) = (conversation.child, conversation.class) else {
            return Ok(Self { class: conversation.class, left: Vec::new() });
        };
        let thing = &conversation.thing;
        // A child who is in no class here any more is followed by the last one.
        let class = class_of(tx, child, thing.school_id).await?.unwrap_or(kept);
        let mut past = past(tx, conversation).await?;
        if class != kept {
            past.push((kept, tx.now()));
        }
        let here = recipient::team(tx, class).await?;
        let mut left = Vec::new();
        for (before, until) in past.into_iter().filter(|(before, _)| *before != class) {
            let gone = gone(tx, conversation, before, until).await?;
            left.extend(gone.into_iter().filter(|person| here.iter().all(|it| it.person != *person)));
        }
        Ok(Self { class: Some(class), left })
    }

    /// Whether somebody was of a team before, and is told no more.
    pub(crate) fn has_left(&self, person: PersonId) -> bool {
        self.left.contains(&person)
    }

    /// Gives the conversation to the team that keeps it now, when it is another one.
    pub(crate) async fn hand_over(&self, tx: &mut Tx, conversation: &Conversation, by: PersonId) -> Result<()> {
        let (Some(class), Some(kept)) = (self.class, conversation.class) else { return Ok(()) };
        if class == kept {
            return Ok(());
        }
        let (thing, school, now) = (conversation.thing.id, conversation.thing.school_id, tx.now());
        tx.change(
            "delete from conversation_past_team where thing_id = $1 and school_id = $2 and class_id = $3",
            args![thing, school, class],
        )
        .await?;
        tx.change(
            "insert into conversation_past_team (thing_id, school_id, class_id, until) values ($1, $2, $3, $4) \
             on conflict (thing_id, class_id) do update set until = excluded.until",
            args![thing, school, kept, now],
        )
        .await?;
        tx.change(
            "update conversation set class_id = $3 where thing_id = $1 and school_id = $2",
            args![thing, school, class],
        )
        .await?;
        share_with(tx, thing, school, class, by).await
    }
}

/// The teams that kept a conversation before, and until when.
async fn past(tx: &mut Tx, conversation: &Conversation) -> Result<Vec<(CircleId, Moment)>> {
    tx.all(
        "select class_id, until from conversation_past_team where thing_id = $1 and school_id = $2 order by class_id",
        args![conversation.thing.id, conversation.thing.school_id],
    )
    .await
}

/// Those who taught in a class, but for whoever wrote in the conversation since its team kept it no more.
async fn gone(tx: &mut Tx, conversation: &Conversation, class: CircleId, until: Moment) -> Result<Vec<PersonId>> {
    tx.column(
        "select distinct m.person_id from member m where m.circle_id = $1 and m.role = 'teacher' \
         and not exists (select 1 from message w where w.thing_id = $2 and w.school_id = $3 \
             and w.author_id = m.person_id and w.sent_at >= $4)",
        args![class, conversation.thing.id, conversation.thing.school_id, until],
    )
    .await
}

/// Until when a viewer reads a conversation as one of a team: without end for the one that keeps it, none for the others.
pub(crate) async fn reads_until(
    tx: &mut Tx,
    viewer: &Viewer,
    (thing, school): (ThingId, SchoolId),
    kept_by: Option<CircleId>,
) -> Result<Option<Moment>> {
    let Some(class) = kept_by else { return Ok(None) };
    let taught: Vec<CircleId> = viewer.taught().collect();
    if taught.is_empty() || taught.contains(&class) {
        return Ok((!taught.is_empty()).then_some(Moment(i64::MAX)));
    }
    tx.one_value(
        "select max(until) as until from conversation_past_team where thing_id = $1 and school_id = $2 \
         and class_id in (select unhex(value) from json_each($3))",
        args![thing, school, id_list(taught)],
    )
    .await
}

/// Teachers who come to the class later see the conversation too, from when the school delivers it.
pub(crate) async fn share_with(
    tx: &mut Tx,
    thing: ThingId,
    school: SchoolId,
    class: CircleId,
    by: PersonId,
) -> Result<()> {
    let at = delivery::instant(tx, school, None).await?;
    share::reach(tx, thing, &[CircleId::team_of(class)], Level::Write, at, by).await
}

/// The class a child is a pupil of in a school.
pub(crate) async fn class_of(tx: &mut Tx, child: PersonId, school: SchoolId) -> Result<Option<CircleId>> {
    let now = tx.now();
    tx.value(
        "select c.id from member m join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
         where m.person_id = $1 and c.school_id = $2 and m.role = 'pupil' and m.since <= $3 \
             and (m.until is null or m.until > $3) order by c.year desc, c.id",
        args![child, school, now],
    )
    .await
}
