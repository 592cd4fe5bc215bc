//! The fields about the person a municipal profile is asked for: three pages have them.

use crate::{
    W,
    fields::Fields,
    profile::{ROLES, role_word},
    profile_asking::LONGEST_REASON,
};
use askama::Template;
use db::Problems;
use web::component::{Choice, Field, Opt};

/// The fields about a person.
#[derive(Template)]
#[template(path = "person_form.html")]
pub(crate) struct PersonForm {
    first_name: Field,
    last_name: Field,
    position: Field,
    email: Field,
    role: Choice,
    reason: Field,
}

impl askama::filters::HtmlSafe for PersonForm {}

impl PersonForm {
    pub(crate) fn new(fields: &Fields, problems: &Problems) -> Self {
        let field = |field: Field, name: &str| field.value(fields.text(name)).error(problems.of(name));
        let option = |role: &school::Role| {
            let text = role.as_str();
            let checked = fields.text("role") == text;
            Opt::new(text, role_word(*role)).hint(W.town_role_hint(text)).checked(checked)
        };
        Self {
            first_name: field(Field::text("first_name", W.first_name()).required(), "first_name"),
            last_name: field(Field::text("last_name", W.last_name()).required(), "last_name"),
            position: field(Field::text("position", W.position()).hint(W.position_hint()).required(), "position"),
            email: field(Field::email("email", W.email()).hint(W.email_hint()).required(), "email"),
            role: Choice::radios("role", W.role(), ROLES.iter().map(option).collect())
                .required()
                .error(problems.of("role")),
            reason: field(
                Field::area("reason", W.asking_reason(), 3).maxlength(LONGEST_REASON).optional(W.optional()),
                "reason",
            ),
        }
    }
}
