//! « Protection » of a school: the words it watches besides those watched everywhere, the adults its pupils may talk to.

use crate::{W, listener};
use askama::Template;
use commons::watched::{self, LONGEST, WordId};
use db::{Error, Problems, Result, Tx, fold};
use school::{PersonId, Right, School, SchoolId, Viewer, rights::carries, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
    summary,
};

/// The most words of one expression: a longer one would never be found.
const MOST_WORDS: usize = 5;

#[derive(Template)]
#[template(path = "setting.html")]
struct SettingPage {
    school: String,
    summary: Option<ErrorSummary>,
    words: Vec<WordRow>,
    address: String,
    word: Field,
    add: Button,
    adults: Choice,
    choose: Button,
}

/// A word of the school, and the button that takes it away.
struct WordRow {
    word: String,
    address: String,
    remove: Button,
}

/// A word to watch.
#[derive(Deserialize)]
pub(crate) struct WordForm {
    #[serde(default)]
    mot: String,
}

/// `GET /ecoles/{school}/protection`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::SetProtection, id))?;
    let mut tx = visit.read().await?;
    let page = SettingPage::build(&mut tx, id, "", &Problems::default()).await?;
    drop(tx);
    visit.page(W.settings_title(), &page)
}

/// `POST /ecoles/{school}/protection/mots`
pub(crate) async fn add_word(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(form): Form<WordForm>) -> Answer {
    let by = acting(&visit.viewer, id)?;
    let mut tx = visit.write().await?;
    match check(&form.mot) {
        Ok(word) => {
            watched::add(&mut tx, &visit.viewer, id, by, &word).await?;
            tx.commit().await?;
            Ok(visit.done(&path(id), &W.word_added(word)))
        }
        Err(Error::Invalid(problems)) => {
            let page = SettingPage::build(&mut tx, id, &form.mot, &problems).await?;
            drop(tx);
            visit.again(W.settings_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /ecoles/{school}/protection/mots/{word}/retrait`
pub(crate) async fn remove_word(mut visit: SignedIn, Path((id, word)): Path<(SchoolId, WordId)>) -> Answer {
    acting(&visit.viewer, id)?;
    let mut tx = visit.write().await?;
    watched::remove(&mut tx, &visit.viewer, id, word).await?;
    tx.commit().await?;
    Ok(visit.done(&path(id), W.word_removed()))
}

/// `POST /ecoles/{school}/protection/adultes`
pub(crate) async fn choose(
    mut visit: SignedIn,
    Path(id): Path<SchoolId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    acting(&visit.viewer, id)?;
    let ticked = fields.iter().filter(|(name, _)| name == "adultes");
    let wanted: Vec<PersonId> = ticked.filter_map(|(_, value)| value.parse().ok()).collect();
    let mut tx = visit.write().await?;
    listener::choose(&mut tx, &visit.viewer, id, &wanted).await?;
    tx.commit().await?;
    Ok(visit.done(&path(id), W.adults_chosen()))
}

fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/protection")
}

/// The person by whom the viewer sets the protection of a school; nobody else finds the page.
fn acting(viewer: &Viewer, school: SchoolId) -> Result<PersonId> {
    let seat = viewer.seats.iter().find(|seat| seat.school == school && carries(seat.role, Right::SetProtection));
    seat.map(|seat| seat.person).ok_or(Error::NotFound)
}

/// A word on one line.
fn check(typed: &str) -> Result<String> {
    let word = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = fold(&word);
    let mut problems = Problems::default();
    problems.require(!folded.is_empty(), "mot", W.word_missing());
    let is_short = word.chars().count() <= LONGEST && folded.split(' ').count() <= MOST_WORDS;
    problems.require(is_short, "mot", W.word_too_long());
    problems.or(word)
}

impl SettingPage {
    async fn build(tx: &mut Tx, id: SchoolId, typed: &str, problems: &Problems) -> Result<Self> {
        let school = School::load(tx, id).await?;
        let words = watched::of_school(tx, id).await?;
        let chosen = listener::chosen(tx, id).await?;
        let possible = listener::possible(tx, id).await?;
        let options = possible
            .iter()
            .map(|adult| Opt::new(adult.id.to_string(), adult.full()).checked(chosen.contains(&adult.id)));
        let row = |word: watched::Word| WordRow {
            address: format!("{}/mots/{}/retrait", path(id), word.id),
            remove: Button::secondary(W.remove_word(&word.word)).icon("supprimer"),
            word: word.word,
        };
        Ok(Self {
            school: school.name,
            summary: summary(problems),
            words: words.into_iter().map(row).collect(),
            address: path(id),
            word: Field::text("mot", W.word_to_watch())
                .value(typed)
                .maxlength(LONGEST)
                .hint(W.word_hint())
                .error(problems.of("mot")),
            add: Button::secondary(W.add_word()).icon("ajouter"),
            adults: Choice::checkboxes("adultes", W.adults(), options.collect()).hint(W.adults_hint()),
            choose: Button::primary(W.choose_adults()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_line_of_letters() {
        assert!(check("  gros   bêta ").is_ok_and(|it| it == "gros bêta"));
        for typed in ["", " ! ", "un deux trois quatre cinq six"] {
            assert!(check(typed).is_err(), "{typed}");
        }
    }
}
