//! The form of a news as it is shown.

use super::LIST;
use crate::{
    W,
    draft_form::{DraftForm, LONGEST_TITLE},
    news::{News, State},
    publics,
    rubric::Rubric,
    scope::Place,
};
use askama::Template;
use commons::attachment::Attachment;
use db::{Moment, Problems};
use school::{Public, Viewer};
use web::component::{Button, Checkbox, Choice, ErrorSummary, Field, FilePicker, Opt, RichEditor};

/// The form, new or to change a news.
#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct FormPage {
    heading: &'static str,
    summary: Option<ErrorSummary>,
    /// Where the news is, when somebody changed it since the form was opened.
    changed: Option<String>,
    address: String,
    edition: String,
    draft_key: String,
    /// Where it is for: to be chosen once.
    scope: Option<Choice>,
    place: Option<String>,
    publics: Choice,
    title: Field,
    body: RichEditor,
    picker: FilePicker,
    /// Whether those who left read what it said no more.
    forgetting: Option<Checkbox>,
    rubric: Choice,
    front: Checkbox,
    flash: Checkbox,
    comments: Checkbox,
    until: Field,
    when: Option<(Field, Field)>,
    buttons: Vec<Button>,
    back: String,
}

impl FormPage {
    /// The form of a new news, with what is typed in it.
    pub(crate) fn new(viewer: &Viewer, places: &[Place], form: &DraftForm, chosen: Vec<Attachment>) -> Self {
        let scopes = places.iter().map(|place| {
            let text = place.scope.to_string();
            let checked = text == form.scope;
            Opt::new(text, &place.label).checked(checked)
        });
        Self {
            scope: Some(Choice::radios("scope", W.scope(), scopes.collect()).required()),
            draft_key: format!("actualite-nouvelle-{}", viewer.account),
            ..Self::build(form, FilePicker::new(W.files()).kept("", chosen))
        }
    }

    /// The form to change a news, with what is typed in it.
    pub(crate) fn of(viewer: &Viewer, news: &News, form: &DraftForm, kept: Vec<Attachment>, now: Moment) -> Self {
        let path = news.path();
        let is_read = news.state == State::Published && news.delivered_at.is_some_and(|at| at <= now);
        let page = Self::build(form, FilePicker::new(W.files()).kept(&format!("{path}/pieces"), kept));
        Self {
            heading: W.edit_news(),
            place: Some(W.scope_settled(&news.place)),
            draft_key: format!("actualite-{}-{}", news.thing.id, viewer.account),
            when: page.when.filter(|_| !is_read),
            buttons: buttons(news.state),
            address: path.clone(),
            back: path,
            ..page
        }
    }

    fn build(form: &DraftForm, picker: FilePicker) -> Self {
        Self {
            heading: W.new_news(),
            summary: None,
            changed: None,
            address: LIST.to_owned(),
            edition: form.edition.clone(),
            draft_key: String::new(),
            scope: None,
            place: None,
            publics: for_whom(form),
            title: Field::text("title", W.title()).value(&form.title).maxlength(LONGEST_TITLE).required(),
            body: editor(form),
            picker,
            forgetting: None,
            rubric: rubrics(form),
            front: Checkbox::new("front", W.front()).checked(form.front).hint(W.front_hint()),
            flash: Checkbox::new("flash", W.flash()).checked(form.flash).hint(W.flash_hint()),
            comments: Checkbox::new("comments", W.comments_on()).checked(form.comments).hint(W.comments_hint()),
            until: Field::date("until", W.until()).value(&form.until).hint(W.until_hint()).optional(W.optional()),
            when: Some(when(form)),
            buttons: buttons(State::Draft),
            back: LIST.to_owned(),
        }
    }

    /// The same form, asking whether those who left read what it said no more.
    pub(crate) fn forgetting(self, forgetting: Option<Checkbox>) -> Self {
        Self { forgetting, ..self }
    }

    /// The same form with what is wrong in it.
    pub(crate) fn with(self, problems: &Problems) -> Self {
        Self {
            summary: web::summary(problems),
            changed: problems.of("edition").map(|_| self.back.clone()),
            scope: self.scope.map(|scope| scope.error(problems.of("scope"))),
            publics: self.publics.error(problems.of("publics")),
            title: self.title.error(problems.of("title")),
            body: self.body.error(problems.of("body")),
            picker: self.picker.error(problems.of("pieces")),
            rubric: self.rubric.error(problems.of("rubric")),
            until: self.until.error(problems.of("until")),
            when: self.when.map(|(day, time)| (day.error(problems.of("day")), time)),
            ..self
        }
    }
}

fn for_whom(form: &DraftForm) -> Choice {
    let options = Public::ALL.iter().map(|public| {
        let checked = form.publics.iter().any(|text| text == public.as_str());
        Opt::new(public.as_str(), publics::word(*public)).checked(checked)
    });
    Choice::checkboxes("publics", W.publics(), options.collect()).hint(W.publics_hint())
}

fn rubrics(form: &DraftForm) -> Choice {
    let options = Rubric::ALL
        .iter()
        .map(|rubric| Opt::new(rubric.as_str(), rubric.word()).checked(form.rubric == rubric.as_str()));
    Choice::select("rubric", W.rubric(), options.collect()).required()
}

fn editor(form: &DraftForm) -> RichEditor {
    let editor = RichEditor::new("body", W.body()).value(&form.body);
    if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) }
}

fn when(form: &DraftForm) -> (Field, Field) {
    let day = Field::date("day", W.publish_day()).value(&form.day).hint(W.publish_day_hint()).optional(W.optional());
    let time = Field::time("time", W.publish_time()).value(&form.time).optional(W.optional());
    (day, time)
}

/// The next step of a draft; what is published is changed where it is.
fn buttons(state: State) -> Vec<Button> {
    match state {
        State::Draft => vec![
            Button::primary(W.go_on_to_publish()).name_value("suite", "publication"),
            Button::secondary(W.save_draft()).name_value("suite", "brouillon"),
        ],
        State::Published | State::Withdrawn => {
            vec![Button::primary(W.save_changes()).name_value("suite", "modification")]
        }
    }
}
