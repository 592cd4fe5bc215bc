//! Personal data in the demonstration: two requests about rights, and a breach that was an exercise.

use super::{People, desks, past::Past, viewer_of};
use compliance::breach::{
    DataBreach,
    act::{self, ActForm},
    form::BreachForm,
};
use db::{Result, Tx};
use personal_data::request::{
    Request, RequestId,
    filing::{self, Typed},
    step,
};
use school::PersonId;

/// Files the requests, and writes the exercise in the notebook.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let house = past.house(5, 50);
    let mut tx = house.db.write().await?;
    let words = "Je souhaite une copie des données de mes enfants.";
    let id = file(&mut tx, people.parent, "access", words).await?;
    tx.commit().await?;
    let house = past.house(4, 20);
    let mut tx = house.db.write().await?;
    let desk = desks::DATA.viewer(&mut tx).await?;
    let request = Request::at_desk(&mut tx, &desk, id).await?;
    step::check_identity(&mut tx, &desk, &request, "Rappel au numéro donné par l’école.").await?;
    let request = Request::at_desk(&mut tx, &desk, id).await?;
    step::take_up(&mut tx, &desk, &request).await?;
    tx.commit().await?;
    let house = past.house(1, 65);
    let mut tx = house.db.write().await?;
    file(&mut tx, people.other, "rectification", "Mon adresse a changé : l’ancienne est encore affichée.").await?;
    tx.commit().await?;
    exercise(past).await
}

async fn file(tx: &mut Tx, person: PersonId, kind: &str, words: &str) -> Result<RequestId> {
    let viewer = viewer_of(tx, person).await?;
    let typed = Typed { child: String::new(), kind: kind.to_owned(), topics: Vec::new(), body: words.to_owned() };
    let filed = typed.check(tx, &viewer).await?;
    filing::from_account(tx, &viewer, &filed, false).await
}

/// An exercise: everything is written as if, and it says what it was.
async fn exercise(past: &Past) -> Result<()> {
    let house = past.on(past.day(-25))?;
    let mut tx = house.db.write().await?;
    let viewer = desks::DATA.viewer(&mut tx).await?;
    let form = BreachForm {
        jour: tx.now().day().to_string(),
        heure: "08:40".to_owned(),
        survenue: "La veille au soir, selon le scénario de l’exercice".to_owned(),
        confidentialite: "on".to_owned(),
        recit: "Exercice : une liste de connexion imprimée est oubliée dans un couloir, puis rendue par un parent."
            .to_owned(),
        personnes: "Élèves d’une classe, fictifs".to_owned(),
        nombre: "24".to_owned(),
        donnees: "Noms, identifiants, codes d’activation à usage unique".to_owned(),
        consequences: "Une première connexion à la place d’un élève.".to_owned(),
        mesures: "Codes renouvelés, fiches détruites, équipe réunie.".to_owned(),
        risque: "none".to_owned(),
        ..BreachForm::default()
    };
    let facts = form.check(tx.now(), false)?;
    let id = act::enter(&mut tx, &viewer, &facts).await?;
    let not = |motif: &str| ActForm { fait: "non".to_owned(), motif: motif.to_owned(), ..ActForm::default() };
    let breach = DataBreach::load(&mut tx, &viewer, id).await?;
    act::notify(&mut tx, &viewer, &breach, &not("C’est un exercice.")).await?;
    let breach = DataBreach::load(&mut tx, &viewer, id).await?;
    act::tell(&mut tx, &viewer, &breach, &not("C’est un exercice.")).await?;
    let breach = DataBreach::load(&mut tx, &viewer, id).await?;
    act::close(&mut tx, &viewer, &breach, "Exercice terminé en 50 minutes.").await?;
    tx.commit().await
}
