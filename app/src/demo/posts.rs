//! What the teachers of the demonstration have written in the journals of their classes.

use super::{People, drawing, past::Past, people, viewer_of};
use commons::{House, Level};
use db::{Error, Result};
use journal::{class::Class, draft, draft_form::DraftForm, photo, post::Post, publication, review};
use school::{Role, circle};

/// A title, a text, and descriptions of pictures.
struct Story {
    title: &'static str,
    text: &'static str,
    pictures: &'static [&'static str],
}

const STORIES: &[Story] = &[
    Story {
        title: "Notre sortie au bord de la rivière",
        text: "Ce matin, nous avons suivi la rivière jusqu’au vieux pont.\n\nNous avons compté sept espèces d’oiseaux et \
               ramassé des feuilles pour l’herbier. Demain, nous dessinerons celles que nous avons préférées.",
        pictures: &["La rivière et les collines au lever du jour", "Le chemin du retour, sous un ciel orangé"],
    },
    Story {
        title: "Les dictées de la semaine",
        text: "Les mots à revoir pour jeudi :\n\nune fenêtre, un jardin, hier, toujours, pendant.\n\nChacun peut choisir une \
               phrase qui les utilise et la lire à la classe.",
        pictures: &[],
    },
    Story {
        title: "Le potager de l’école",
        text: "Les radis ont levé ! Nous mesurons les tiges tous les deux jours et nous notons les résultats dans un tableau.",
        pictures: &["Le champ derrière l’école, couvert d’herbes dorées"],
    },
];

/// What a pupil wrote, which waits to be read over.
const SUBMITTED: (&str, &str) = (
    "Ma cabane dans le noisetier",
    "Avec mon cousin, nous avons construit une cabane. Le toit est en branches. Un rouge-gorge est venu nous voir.",
);

/// Writes a few stories in each class, on the last school mornings; a pupil of the first one waits for an answer.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    for (rank, class) in people.classes.iter().enumerate() {
        // Another story comes first in each class.
        let stories = STORIES.iter().cycle().skip(rank).take(STORIES.len());
        for (number, story) in stories.enumerate() {
            publish(&past.house(number, 0), class, story, rank + number).await?;
        }
    }
    match people.classes.first() {
        Some(class) => submit(&past.house(1, 40), class).await,
        None => Ok(()),
    }
}

async fn publish(house: &House, class: &people::Class, story: &Story, number: usize) -> Result<()> {
    let sent = story.pictures.iter().zip(number..).map(|(alt, number)| {
        let bytes = drawing::landscape(number)?.into();
        Ok(photo::Sent { name: format!("paysage-{number}.jpg"), alt: (*alt).to_owned(), bytes })
    });
    let received = photo::receive(&house.files, 0, sent.collect::<Result<_>>()?).await?;
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, class.teacher).await?;
    let class = Class::load_to_write(&mut tx, &viewer, class.id).await?;
    let form = DraftForm {
        title: story.title.to_owned(),
        body: story.text.to_owned(),
        audience: "class-and-families".to_owned(),
        ..DraftForm::default()
    };
    let checked = form.check(tx.now(), class.manages, &received)?;
    let id = draft::create(&mut tx, &viewer, &class, &checked, &received.photos).await?;
    let post = Post::load(&mut tx, &viewer, id, Level::Manage).await?;
    publication::publish(&mut tx, &viewer, &post).await?;
    tx.commit().await
}

/// A pupil of the class, none of the family, submits a post.
async fn submit(house: &House, class: &people::Class) -> Result<()> {
    let mut tx = house.db.write().await?;
    let pupils = circle::members(&mut tx, class.id, Role::Pupil).await?;
    let pupil = pupils.iter().find(|pupil| pupil.id != class.child).ok_or(Error::NotFound)?;
    let viewer = viewer_of(&mut tx, pupil.id).await?;
    let class = Class::load_to_write(&mut tx, &viewer, class.id).await?;
    let (title, body) = SUBMITTED;
    let form = DraftForm { title: title.to_owned(), body: body.to_owned(), ..DraftForm::default() };
    let checked = form.check(tx.now(), class.manages, &photo::Received::default())?;
    let id = draft::create(&mut tx, &viewer, &class, &checked, &[]).await?;
    let post = Post::load(&mut tx, &viewer, id, Level::Write).await?;
    review::submit(&mut tx, &viewer, &post).await?;
    tx.commit().await
}
