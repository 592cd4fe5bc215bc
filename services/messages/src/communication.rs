//! Who writes to whom, said in words to the head: the table of [`crate::matrix`], as a person reads it.

use crate::{
    W,
    class_setting::{self, ClassSetting},
};
use db::{Result, Tx};
use school::{Circle, SchoolId, SchoolYear, circle, text_enum};

text_enum! {
    /// Who writes.
    Writer {
        /// Teachers and other staff.
        Staff = "staff",
        /// The head.
        Head = "head",
        /// Those a commune employs.
        Town = "town",
        /// Parents.
        Parent = "parent",
        /// Pupils from CE1 on.
        Pupil = "pupil",
        /// Younger pupils.
        Young = "young",
    }
}

impl Writer {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Staff => W.writer_staff(),
            Self::Head => W.writer_head(),
            Self::Town => W.writer_town(),
            Self::Parent => W.writer_parent(),
            Self::Pupil => W.writer_pupil(),
            Self::Young => W.writer_young(),
        }
    }

    /// To the team, to the agents of the commune, to parents, to pupils: a sentence each.
    pub fn rules(self) -> [&'static str; 4] {
        let (yes, no) = (W.rule_yes(), W.rule_no());
        match self {
            Self::Staff => [yes, yes, W.rule_one_by_one(), W.rule_from_ce1()],
            Self::Head => [yes, yes, W.rule_school(), W.rule_from_ce1()],
            Self::Town => [yes, no, no, no],
            Self::Parent => [W.rule_own_team(), no, no, no],
            Self::Pupil => [W.rule_class_first(), no, no, W.rule_class_opened()],
            Self::Young => [no, no, no, no],
        }
    }
}

/// To whom, in the order of [`Writer::rules`].
pub fn columns() -> [&'static str; 4] {
    [W.to_staff(), W.to_town(), W.to_parents(), W.to_pupils()]
}

/// What each class of this year opens to its pupils; nothing where all of them are too young to write. For the head.
///
/// # Errors
/// A fault of the database.
pub async fn choices(tx: &mut Tx, school: SchoolId) -> Result<Vec<(Circle, Option<ClassSetting>)>> {
    let year = SchoolYear::of(tx.now().day()).0;
    let mut choices = Vec::new();
    for class in circle::classes(tx, school, year).await? {
        let setting = class_setting::of(tx, class.id, school).await?;
        let is_young = class_setting::is_young(tx, class.id).await?;
        choices.push((class, (!is_young).then_some(setting)));
    }
    Ok(choices)
}
