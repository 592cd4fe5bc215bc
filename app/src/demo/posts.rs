//! What the teachers of the demonstration have written in the journals of their classes.

use super::{People, drawing, mornings};
use commons::{House, Level};
use db::{Db, Result, Tx};
use journal::{class::Class, draft, draft_form::DraftForm, photo, post::Post, publication};
use school::{CircleId, PersonId, Viewer};

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

/// Writes a few stories in each class, on the last school mornings.
pub(super) async fn write(house: &House, people: &People) -> Result<()> {
    let mornings = mornings(house, people.school, STORIES.len()).await?;
    for (rank, (class, teacher)) in people.classes.iter().enumerate() {
        // Another story comes first in each class.
        let stories = STORIES.iter().cycle().skip(rank).take(STORIES.len());
        for (number, (story, morning)) in stories.zip(&mornings).enumerate() {
            // A hand on the clock: these stories were told on those mornings.
            let db = house.db.with(morning.clone());
            publish(house, &db, *class, *teacher, story, rank + number).await?;
        }
    }
    Ok(())
}

async fn publish(
    house: &House,
    db: &Db,
    class: CircleId,
    teacher: PersonId,
    story: &Story,
    number: usize,
) -> Result<()> {
    let sent = story.pictures.iter().zip(number..).map(|(alt, number)| {
        let bytes = drawing::landscape(number)?.into();
        Ok(photo::Sent { name: format!("paysage-{number}.jpg"), alt: (*alt).to_owned(), bytes })
    });
    let received = photo::receive(&house.files, 0, sent.collect::<Result<_>>()?).await?;
    let mut tx = db.write().await?;
    let viewer = viewer_of(&mut tx, teacher).await?;
    let class = Class::load_to_write(&mut tx, &viewer, class).await?;
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

/// The viewer a teacher is; an account is opened when there is none.
async fn viewer_of(tx: &mut Tx, teacher: PersonId) -> Result<Viewer> {
    let name = tx.one("select id, first_name, last_name from person where id = $1", db::args![teacher]).await?;
    let account = school::account::open_for(tx, &name).await?;
    Viewer::load(tx, account).await
}
