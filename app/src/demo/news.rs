//! The news of the demonstration: of the whole région for some days, of the school, of a class.

use super::{
    People,
    past::Past,
    people::{self, ADMINISTRATOR},
    viewer_of,
};
use commons::{House, Level};
use db::{Error, Result};
use news::{
    draft,
    draft_form::{Brought, DraftForm},
    news::News,
    publication,
    rubric::Rubric,
    scope::{self, Scope},
};
use richtext::Doc;
use school::{Public, Territory, Viewer, account::Account};

/// How long the news of the région is said over first pages, in days from today.
const FLASH: i64 = 10;
/// A flash lasts a month at most, from its morning on.
const LONGEST_FLASH: i64 = 30;

/// A news.
struct Story {
    title: &'static str,
    text: &'static str,
    rubric: Rubric,
    publics: &'static [Public],
    front: bool,
    flash: bool,
}

const REGION: Story = Story {
    title: "Une semaine pour lire ensemble",
    text: "Pendant dix jours, toutes les écoles de la région sont invitées à lire à voix haute, un quart d’heure par jour.\n\n\
           Les familles peuvent y prendre part : demandez à l’école comment.",
    rubric: Rubric::Event,
    publics: &[Public::Families, Public::Staff],
    front: false,
    flash: true,
};
const SCHOOL: Story = Story {
    title: "Le marché des enfants revient",
    text: "Les classes vendront leurs plants et leurs confitures sous le préau, un samedi matin.\n\nLes bénéfices paieront des \
           livres pour la bibliothèque. Il nous manque des tables et des bras : merci de vous faire connaître auprès de l’école.",
    rubric: Rubric::Event,
    publics: &[Public::Pupils, Public::Families, Public::Staff],
    front: true,
    flash: false,
};
const CLASS: Story = Story {
    title: "Ce que nous lisons en ce moment",
    text: "Nous lisons un roman dont le héros est un renard. Un chapitre par jour, et chacun dessine ce qu’il a imaginé.",
    rubric: Rubric::Life,
    publics: &[Public::Families],
    front: false,
    flash: false,
};

/// Publishes them.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let house = past.house(2, -20);
    let until = past.in_days(FLASH).min(house.db.now().plus_days(LONGEST_FLASH)).day().to_string();
    publish(&house, None, &Scope::Territory(Territory::Region), &REGION, &until).await?;
    let school = Scope::Territory(Territory::School(people.school));
    publish(&past.house(3, -25), Some(people.head), &school, &SCHOOL, "").await?;
    let Some(people::Class { id, teacher, .. }) = people.classes.first() else { return Ok(()) };
    publish(&past.house(4, 90), Some(*teacher), &Scope::Class(*id), &CLASS, "").await
}

/// Publishes a news, by somebody of the school or by the administrator.
async fn publish(
    house: &House,
    writer: Option<school::PersonId>,
    scope: &Scope,
    story: &Story,
    until: &str,
) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = match writer {
        Some(person) => viewer_of(&mut tx, person).await?,
        None => {
            let account = Account::by_login(&mut tx, ADMINISTRATOR).await?.ok_or(Error::NotFound)?;
            Viewer::load(&mut tx, account.id).await?
        }
    };
    let places = scope::places(&mut tx, &viewer).await?;
    let place = places.iter().find(|it| it.scope == *scope).ok_or(Error::NotFound)?;
    let brought = Brought { body: Ok(Doc::from_plain(story.text)), pieces: false };
    let draft = story.form(scope, until).check(tx.now(), brought)?;
    let id = draft::create(&mut tx, &viewer, place, &draft, &[]).await?;
    let news = News::load(&mut tx, &viewer, id, Level::Manage).await?;
    publication::publish(&mut tx, &viewer, &news, None).await?;
    tx.commit().await
}

impl Story {
    fn form(&self, scope: &Scope, until: &str) -> DraftForm {
        DraftForm {
            scope: scope.to_string(),
            title: self.title.to_owned(),
            publics: self.publics.iter().map(|public| public.as_str().to_owned()).collect(),
            rubric: self.rubric.as_str().to_owned(),
            front: self.front,
            flash: self.flash,
            until: until.to_owned(),
            ..DraftForm::blank()
        }
    }
}
