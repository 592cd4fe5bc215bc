//! The fields of a decision, in the order a certified extract gives them.

use crate::{
    W,
    decision_form::{COUNTS, DAYS, DecisionForm, LISTS, LONGEST, TEXTS},
};
use db::Problems;
use web::component::{Choice, Field, Opt};

/// Some fields under a heading.
pub(super) struct Group {
    pub(super) title: &'static str,
    pub(super) fields: Vec<Field>,
}

/// Whether the council adopted it.
pub(super) fn outcome(form: &DecisionForm, problems: &Problems) -> Choice {
    let option = |value: &str, label: &str| Opt::new(value, label).checked(form.get("issue") == value);
    let options = vec![option("adoptee", W.decision_adopted()), option("rejetee", W.decision_rejected())];
    Choice::radios("issue", W.decision_outcome(), options).required().error(problems.of("issue"))
}

/// The other fields. Only the day of the session must be there.
pub(super) fn groups(form: &DecisionForm, problems: &Problems) -> Vec<Group> {
    let fields = Fields { form, problems };
    let [held, convened, certified, received] = fields.days();
    let [session, number, theme, place, chair, secretary] = fields.texts();
    vec![
        Group {
            title: W.decision_group_session(),
            fields: vec![held, session, number, theme, place, convened, chair, secretary],
        },
        Group { title: W.decision_group_counts(), fields: fields.counts() },
        Group { title: W.decision_group_names(), fields: fields.lists() },
        Group { title: W.decision_group_extract(), fields: vec![certified, received] },
    ]
}

struct Fields<'a> {
    form: &'a DecisionForm,
    problems: &'a Problems,
}

impl Fields<'_> {
    fn texts(&self) -> [Field; 6] {
        let labels = [
            W.decision_session(),
            W.decision_number(),
            W.decision_theme(),
            W.decision_place(),
            W.decision_chair(),
            W.decision_secretary(),
        ];
        let mut labels = labels.into_iter();
        TEXTS.map(|name| {
            let field = Field::text(name, labels.next().unwrap_or_default()).maxlength(LONGEST);
            self.filled(field, name).optional(W.office_optional())
        })
    }

    fn days(&self) -> [Field; 4] {
        let labels = [W.decision_held(), W.decision_convened(), W.decision_certified(), W.decision_received()];
        let mut labels = labels.into_iter();
        DAYS.map(|name| {
            let field = self.filled(Field::date(name, labels.next().unwrap_or_default()), name);
            if name == DAYS[0] { field.required() } else { field.optional(W.office_optional()) }
        })
    }

    fn counts(&self) -> Vec<Field> {
        let labels = [
            W.decision_members(),
            W.decision_in_office(),
            W.decision_present(),
            W.decision_absent(),
            W.decision_cast(),
            W.decision_for(),
            W.decision_against(),
            W.decision_abstained(),
        ];
        let field = |(name, label): (&'static str, &str)| {
            let field = Field::text(name, label).inputmode("numeric").maxlength(3);
            self.filled(field, name).optional(W.office_optional())
        };
        COUNTS.into_iter().zip(labels).map(field).collect()
    }

    fn lists(&self) -> Vec<Field> {
        let labels =
            [W.decision_names_present(), W.decision_names_absent(), W.decision_names_excused(), W.decision_proxies()];
        let field = |(name, label): (&'static str, &str)| {
            let hint = if name == LISTS[3] { W.decision_proxies_hint() } else { W.decision_names_hint() };
            self.filled(Field::area(name, label, 4), name).hint(hint).optional(W.office_optional())
        };
        LISTS.into_iter().zip(labels).map(field).collect()
    }

    fn filled(&self, field: Field, name: &str) -> Field {
        field.value(self.form.get(name)).error(self.problems.of(name))
    }
}
