//! The pages of the carnet de liaison, and the few words and marks they share.

pub(crate) mod carnet;
pub(crate) mod carnet_rows;
pub(crate) mod follow;
pub(crate) mod follow_page;
pub(crate) mod form;
pub(crate) mod form_page;
pub(crate) mod mark;
pub(crate) mod mot;
pub(crate) mod mot_page;
pub(crate) mod paper;
pub(crate) mod piece;
pub(crate) mod proof;
pub(crate) mod reply;
pub(crate) mod reply_form;
pub(crate) mod send;
pub(crate) mod slip;
pub(crate) mod step;
pub(crate) mod target_part;
pub(crate) mod version;
pub(crate) mod withdrawal;

use crate::{
    W,
    terms::{Acts, Reminders, Reply, Theme},
};

pub(crate) use web::is_pupil;

/// The words for a theme.
pub(crate) fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::Other => W.theme_other(),
        Theme::Outing => W.theme_outing(),
        Theme::Journey => W.theme_journey(),
        Theme::Meeting => W.theme_meeting(),
        Theme::Health => W.theme_health(),
        Theme::Meals => W.theme_meals(),
        Theme::Picture => W.theme_picture(),
        Theme::SchoolLife => W.theme_school_life(),
        Theme::Closure => W.theme_closure(),
    }
}

/// The words for what is asked.
pub(crate) fn reply_word(reply: Reply) -> &'static str {
    match reply {
        Reply::None => W.reply_none(),
        Reply::Read => W.reply_read(),
        Reply::Sign => W.reply_sign(),
        Reply::Choose => W.reply_choose(),
        Reply::Text => W.reply_text(),
    }
}

/// The words for who must act.
pub(crate) fn acts_word(acts: Acts) -> &'static str {
    match acts {
        Acts::One => W.acts_one(),
        Acts::Each => W.acts_each(),
        Acts::Named => W.acts_named(),
    }
}

/// The words for reminders.
pub(crate) fn reminders_word(reminders: Reminders) -> &'static str {
    match reminders {
        Reminders::None => W.reminders_none(),
        Reminders::Before => W.reminders_before(),
        Reminders::DueDay => W.reminders_due_day(),
        Reminders::Both => W.reminders_both(),
    }
}
