//! What happens to a request, and how notices say it.

use crate::W;
use school::text_enum;

text_enum! {
    /// What happens to a request.
    Verb {
        /// A school asked.
        Asked = "town.asked",
        /// The commune answered.
        Answered = "town.answered",
        /// The school answered.
        Replied = "town.replied",
        /// The commune takes care of it.
        Taken = "town.taken",
        /// The commune asks the school something.
        Waits = "town.waits",
        /// It has its day.
        Planned = "town.planned",
        /// It is done.
        Done = "town.done",
        /// It will not be done.
        Refused = "town.refused",
        /// The school opens it again.
        Reopened = "town.reopened",
        /// Another service handles it.
        Assigned = "town.assigned",
    }
}

/// What a notice says of a request; nothing for the verbs of other services.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    Some(match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Asked => W.told_asked(title),
        Verb::Answered => W.told_answered(title),
        Verb::Replied => W.told_replied(title),
        Verb::Taken => W.told_taken(title),
        Verb::Waits => W.told_waits(title),
        Verb::Planned => W.told_planned(title),
        Verb::Done => W.told_done(title),
        Verb::Refused => W.told_refused(title),
        Verb::Reopened => W.told_reopened(title),
        Verb::Assigned => W.told_assigned(title),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_has_a_sentence_of_its_own() {
        let sentences: Vec<String> = Verb::ALL.iter().filter_map(|verb| sentence(verb.as_str(), "Le préau")).collect();
        assert_eq!(sentences.len(), Verb::ALL.len());
        assert!(sentences.iter().all(|it| it.contains("Le préau")), "{sentences:?}");
        assert!(sentences.iter().enumerate().all(|(rank, it)| !sentences[..rank].contains(it)), "{sentences:?}");
        assert_eq!(sentence("help.asked", "Le préau"), None);
    }
}
