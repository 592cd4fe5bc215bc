//! Models of frequent mots: a title, a text to complete, what is asked. Their words are written simply, once for all.

use crate::{
    W,
    draft_form::DraftForm,
    terms::{Reminders, Reply, Terms, Theme, choices_of},
};

/// A model.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// Its name in addresses.
    pub name: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// What it asks.
    pub reply: Reply,
}

/// The models, the most frequent first.
pub const MODELS: &[Model] = &[
    Model { name: "sortie", theme: Theme::Outing, reply: Reply::Sign },
    Model { name: "voyage", theme: Theme::Journey, reply: Reply::Sign },
    Model { name: "reunion", theme: Theme::Meeting, reply: Reply::Choose },
    Model { name: "cantine", theme: Theme::Meals, reply: Reply::Read },
    Model { name: "poux", theme: Theme::Health, reply: Reply::Read },
    Model { name: "photo", theme: Theme::Picture, reply: Reply::Choose },
    Model { name: "materiel", theme: Theme::SchoolLife, reply: Reply::None },
    Model { name: "absence", theme: Theme::Closure, reply: Reply::Read },
];

impl Model {
    /// The model of a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        MODELS.iter().find(|model| model.name == name)
    }

    /// Its title, which is that of the mot too.
    pub fn title(&self) -> &'static str {
        match self.theme {
            Theme::Outing => W.model_outing(),
            Theme::Journey => W.model_journey(),
            Theme::Meeting => W.model_meeting(),
            Theme::Meals => W.model_meals(),
            Theme::Health => W.model_health(),
            Theme::Picture => W.model_picture(),
            Theme::SchoolLife => W.model_school_life(),
            Theme::Closure => W.model_closure(),
            Theme::Other => W.theme_other(),
        }
    }

    fn body(&self) -> &'static str {
        match self.theme {
            Theme::Outing => W.model_outing_body(),
            Theme::Journey => W.model_journey_body(),
            Theme::Meeting => W.model_meeting_body(),
            Theme::Meals => W.model_meals_body(),
            Theme::Health => W.model_health_body(),
            Theme::Picture => W.model_picture_body(),
            Theme::SchoolLife => W.model_school_life_body(),
            Theme::Closure => W.model_closure_body(),
            Theme::Other => "",
        }
    }

    fn terms(&self) -> Terms {
        let choices = match (self.reply, self.theme) {
            (Reply::Choose, Theme::Picture) => choices_of(W.model_picture_choices()),
            (Reply::Choose, _) => choices_of(W.model_meeting_choices()),
            (Reply::None | Reply::Read | Reply::Sign | Reply::Text, _) => Vec::new(),
        };
        // Reminders ask for a last day, which the form says; they are proposed where an answer is needed in time.
        let reminders = if self.reply == Reply::Sign { Reminders::Before } else { Reminders::None };
        Terms { choices, reminders, ..Terms::proposed(self.theme, self.reply) }
    }

    /// The form this model begins.
    pub fn form(&self) -> DraftForm {
        let form = DraftForm::blank(&self.terms());
        DraftForm { title: self.title().to_owned(), body: self.body().to_owned(), ..form }
    }
}

/// The form of a mot without a model: something to sign, as most are.
pub fn blank() -> DraftForm {
    DraftForm::blank(&Terms::proposed(Theme::Other, Reply::Sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::Acts;

    #[test]
    fn each_model_has_words_and_a_name_of_its_own() {
        for (rank, model) in MODELS.iter().enumerate() {
            let form = model.form();
            assert!(!form.title.is_empty() && !form.body.is_empty(), "{}", model.name);
            assert!(MODELS[..rank].iter().all(|it| it.name != model.name && it.title() != model.title()));
            assert_eq!(form.choices.is_empty(), model.reply != Reply::Choose, "{}", model.name);
        }
    }

    #[test]
    fn a_journey_is_signed_by_each_adult() {
        let form = Model::named("voyage").map(Model::form);
        assert!(form.is_some_and(|it| it.acts == Acts::Each.as_str() && it.reply == Reply::Sign.as_str()));
    }

    #[test]
    fn models_are_written_simply() {
        for model in MODELS {
            let found = crate::simple::advice(&model.form().body);
            assert!(found.is_empty(), "{}: {found:?}", model.name);
        }
    }
}
