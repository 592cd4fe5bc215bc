//! The form of a post as it is shown.

use super::{
    audience_word,
    image_guard::{self, ImageGuard},
    is_pupil,
};
use crate::{
    W,
    audience::Audience,
    author::{self, Author},
    class::Class,
    draft_form::{DraftForm, LONGEST_TITLE},
    photo::{self, Revision},
    post::{Post, State},
};
use askama::Template;
use commons::{delivery, file::Picture};
use db::{Problems, Result, Tx};
use school::{CircleKind, PersonId, Viewer};
use web::{
    care,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, Notice, Opt, PhotoPicker, RichEditor},
    dates,
};

/// The form, new or to change a post.
#[derive(Template)]
#[template(path = "form.html")]
pub(crate) struct FormPage {
    heading: &'static str,
    summary: Option<ErrorSummary>,
    /// Where the post is, when somebody changed it since the form was opened.
    changed: Option<String>,
    notice: Option<Notice>,
    /// What a child reads before sending all the same.
    read_again: Option<(Notice, Checkbox)>,
    address: String,
    edition: String,
    draft_key: String,
    title: Field,
    body: RichEditor,
    photos: Vec<OldPhoto>,
    picker: PhotoPicker,
    /// Who must not be recognised on the photographs added to what is read already.
    guard: Option<ImageGuard>,
    /// Whether those who left read what it said no more.
    forgetting: Option<Checkbox>,
    settings: Option<SettingsPart>,
    buttons: Vec<Button>,
    back: String,
}

/// A photograph the post already has.
struct OldPhoto {
    src: String,
    width: i64,
    height: i64,
    alt: Field,
    remove: Checkbox,
}

/// What only those who publish decide.
struct SettingsPart {
    audience: Choice,
    delivery: String,
    when: Option<(Field, Field)>,
    authors: Option<Choice>,
    comments: Checkbox,
}

impl FormPage {
    /// The form of a new post, or of one to change, with what is typed in it.
    pub(crate) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        class: &Class,
        post: Option<&Post>,
        form: &DraftForm,
        revision: &Revision,
    ) -> Result<Self> {
        let settings = match class.manages {
            true => Some(SettingsPart::build(tx, viewer, class, post, form).await?),
            false => None,
        };
        let photos = match post {
            Some(post) => old_photos(post, &photo::of(tx, &post.thing, "petit").await?, revision),
            None => Vec::new(),
        };
        let guard = match post.filter(|post| post.state == State::Published) {
            Some(post) => ImageGuard::of_published(&image_guard::to_hide_if_shown(tx, post).await?),
            None => None,
        };
        let forgetting = match post {
            Some(post) => web::forgetting_box(tx, post.thing.id, form.forgets).await?,
            None => None,
        };
        let pupil = is_pupil(viewer);
        let draft_of = post.map_or_else(|| class.circle.id.to_string(), |post| post.thing.id.to_string());
        Ok(Self {
            heading: if post.is_some() { W.edit_post() } else { W.new_post() },
            summary: None,
            changed: None,
            notice: post
                .and_then(|post| post.advice.as_deref())
                .map(|advice| Notice::attention(advice).title(W.advice())),
            read_again: None,
            address: post.map_or_else(|| format!("/classes/{}/billets", class.circle.id), Post::path),
            edition: form.edition.clone(),
            draft_key: format!("billet-{draft_of}-{}", viewer.account),
            title: Field::text("title", W.title()).value(&form.title).maxlength(LONGEST_TITLE).required(),
            body: editor(form, pupil),
            photos,
            picker: picker(pupil),
            guard,
            forgetting,
            settings,
            buttons: buttons(class, post),
            back: post.map_or_else(|| class.path(), Post::path),
        })
    }

    /// The same form with what is wrong in it. Photographs do not survive: browsers give no file back.
    pub(crate) fn with(self, problems: &Problems, photographs_lost: bool) -> Self {
        let notice = photographs_lost.then(|| Notice::attention(W.photos_lost()));
        Self {
            summary: web::summary(problems),
            changed: problems.of("edition").map(|_| self.back.clone()),
            notice: notice.or(self.notice),
            read_again: care::asked(problems),
            title: self.title.error(problems.of("title")),
            body: self.body.error(problems.of("body")),
            picker: self.picker.error(problems.of("photos")),
            guard: self.guard.map(|guard| guard.with(problems)),
            settings: self.settings.map(|part| part.with(problems)),
            ..self
        }
    }
}

impl SettingsPart {
    async fn build(tx: &mut Tx, viewer: &Viewer, class: &Class, post: Option<&Post>, form: &DraftForm) -> Result<Self> {
        let now = tx.now();
        let possible = author::possible(tx, class.circle.id).await?;
        let began = match post {
            Some(post) => post.thing.author_id,
            None => viewer.acting_in(class.circle.id, class.circle.school_id)?,
        };
        let delivered_at = delivery::instant(tx, class.circle.school_id, None).await?;
        let is_to_come = post.is_none_or(|post| post.delivered_at.is_none_or(|at| at > now));
        Ok(Self {
            audience: audience(class.circle.kind, form),
            delivery: W.if_published_now(dates::delivery(delivered_at, now)),
            when: is_to_come.then(|| when(form)),
            authors: authors(&possible, began, form),
            comments: Checkbox::new("comments", W.comments_on()).checked(form.comments).hint(W.comments_hint()),
        })
    }

    fn with(self, problems: &Problems) -> Self {
        Self {
            audience: self.audience.error(problems.of("audience")),
            when: self.when.map(|(day, time)| (day.error(problems.of("day")), time)),
            ..self
        }
    }
}

fn audience(place: CircleKind, form: &DraftForm) -> Choice {
    let options = [Audience::ClassAndFamilies, Audience::Class, Audience::Families].map(|audience| {
        Opt::new(audience.as_str(), audience_word(audience, place)).checked(form.audience == audience.as_str())
    });
    Choice::radios("audience", W.audience(), options.into()).required()
}

fn when(form: &DraftForm) -> (Field, Field) {
    let day = Field::date("day", W.publish_day()).value(&form.day).hint(W.publish_day_hint()).optional(W.optional());
    let time = Field::time("time", W.publish_time()).value(&form.time).optional(W.optional());
    (day, time)
}

/// Those who may sign with the one who began the post, who signs anyway. Whole names: two pupils of a class may have the
/// same short one, and only those who publish choose here.
fn authors(possible: &[Author], began: PersonId, form: &DraftForm) -> Option<Choice> {
    let others = possible.iter().filter(|author| author.id != began);
    let options: Vec<Opt> = others
        .map(|author| {
            let id = author.id.to_string();
            let checked = form.authors.contains(&id);
            Opt::new(id, author.full()).checked(checked)
        })
        .collect();
    (!options.is_empty())
        .then(|| Choice::checkboxes("authors", W.authors(), options).optional(W.optional()).hint(W.authors_hint()))
}

fn editor(form: &DraftForm, pupil: bool) -> RichEditor {
    let editor = RichEditor::new("body", W.body()).value(&form.body);
    let editor = if form.body_json.is_empty() { editor } else { editor.document(&form.body_json) };
    if pupil { editor.for_pupils() } else { editor }
}

fn picker(pupil: bool) -> PhotoPicker {
    PhotoPicker::new(W.photos()).hint(if pupil { W.photos_hint_to_pupil() } else { W.photos_hint() })
}

/// The photographs a post has, with what was typed about them.
fn old_photos(post: &Post, pictures: &[Picture], revision: &Revision) -> Vec<OldPhoto> {
    let described = |picture: &Picture| {
        let typed = revision.described.iter().find(|(file, _)| *file == picture.file_id);
        typed.map_or_else(|| picture.alt.clone(), |(_, alt)| alt.clone())
    };
    let one = |(number, picture): (usize, &Picture)| OldPhoto {
        src: format!("{}/photos/{}/petit", post.path(), picture.file_id),
        width: picture.width,
        height: picture.height,
        alt: Field::text(format!("alt-{}", picture.file_id), W.photo_description_of(number)).value(described(picture)),
        remove: Checkbox::new(format!("retirer-{}", picture.file_id), W.photo_remove_of(number))
            .checked(revision.removed.contains(&picture.file_id)),
    };
    (1..).zip(pictures).map(one).collect()
}

/// What is asked by the button pressed: for a teacher the next step of a post in hand, for a pupil to be read over.
fn buttons(class: &Class, post: Option<&Post>) -> Vec<Button> {
    let in_hand = post.is_none_or(Post::may_be_published);
    match (class.manages, in_hand) {
        (true, true) => vec![
            Button::primary(W.go_on_to_publish()).name_value("suite", "publication"),
            Button::secondary(W.save_draft()).name_value("suite", "brouillon"),
        ],
        (false, _) => vec![
            Button::primary(W.submit()).name_value("suite", "relecture"),
            Button::secondary(W.save_draft()).name_value("suite", "brouillon"),
        ],
        (true, false) => vec![Button::primary(W.save_changes()).name_value("suite", "brouillon")],
    }
}
