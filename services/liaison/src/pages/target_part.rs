//! For which children: all of the circle, or those chosen; and which adult is asked when one is named.

use crate::{
    W,
    child::{Guardian, Pupil},
    draft_form::{DraftForm, Offered},
};
use askama::{Template, filters::HtmlSafe};
use db::Problems;
use web::component::{Checkbox, Choice, Opt};

/// The part of the form about children and adults.
#[derive(Template)]
#[template(path = "target.html")]
pub(crate) struct TargetPart {
    whole: Choice,
    children: Choice,
    chosen: bool,
    named: Vec<Choice>,
    names_adults: bool,
    pupils: Option<Checkbox>,
}

impl HtmlSafe for TargetPart {}

impl TargetPart {
    pub(crate) fn new(form: &DraftForm, offered: &Offered) -> Self {
        let some = form.whole == "some";
        let options =
            vec![Opt::new("all", W.all_children()).checked(!some), Opt::new("some", W.some_children()).checked(some)];
        let old_enough = offered.pupils.iter().any(Pupil::is_old_enough);
        Self {
            whole: Choice::radios("whole", W.children(), options),
            children: children(form, offered),
            chosen: some,
            named: offered.pupils.iter().filter_map(|pupil| named(form, pupil, &offered.guardians)).collect(),
            names_adults: form.acts == "named",
            pupils: old_enough
                .then(|| Checkbox::new("pupils", W.pupils_see()).checked(form.pupils).hint(W.pupils_see_hint())),
        }
    }

    pub(crate) fn with(self, problems: &Problems) -> Self {
        let wrong = problems.of("children");
        Self { chosen: self.chosen || wrong.is_some(), children: self.children.error(wrong), ..self }
    }
}

fn children(form: &DraftForm, offered: &Offered) -> Choice {
    let option = |pupil: &Pupil| {
        let id = pupil.id.to_string();
        let checked = form.children.contains(&id);
        Opt::new(id, pupil.full()).checked(checked)
    };
    Choice::checkboxes("children", W.chosen_children(), offered.pupils.iter().map(option).collect())
}

/// The adults of a child to choose among; nothing for a child without any.
fn named(form: &DraftForm, pupil: &Pupil, guardians: &[Guardian]) -> Option<Choice> {
    let child = pupil.id.to_string();
    let typed = form.named.iter().find(|(of, _)| *of == child).map_or("", |(_, adult)| adult);
    let option = |guardian: &Guardian| {
        let id = guardian.adult_id.to_string();
        let checked = id == typed;
        Opt::new(id, guardian.full()).checked(checked)
    };
    let own = guardians.iter().filter(|it| it.child_id == pupil.id);
    let mut options = vec![Opt::new("", W.nobody_named()).checked(typed.is_empty())];
    options.extend(own.map(option));
    (options.len() > 1).then(|| Choice::select(format!("named-{child}"), W.adult_of(pupil.full()), options))
}
