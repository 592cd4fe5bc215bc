//! Adults a school enters: until when, where, by whom.

use crate::{
    SERVICES,
    entry_steps::{adult, count, delegate, people, person, seats, told},
};
use db::args;
use school::{Role, Viewer, account, person::Name};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

/// A guest of the CP until the 20th of November.
async fn guest(app: &App) -> school::PersonId {
    let place = Cp.id().to_string();
    let fields =
        [("genre", "guest"), ("prenom", "Léo"), ("nom", "Garrigue"), ("fin", "2026-11-20"), ("lieux", place.as_str())];
    let page = adult(&app.by(Helene).await, &fields).await;
    assert_eq!(page.location(), Some(people("")), "{}", page.text());
    person(app, "Garrigue", "Léo").await
}

async fn night(app: &App) {
    (supply::entry::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
}

#[tokio::test]
async fn a_guest_sees_a_class_until_the_day() {
    on_both(SERVICES, async |app| {
        let leo = guest(app).await;
        let mut tx = app.write().await;
        let name = Name { id: leo, first_name: "Léo".to_owned(), last_name: "Garrigue".to_owned() };
        let account = account::open_for(&mut tx, &name).await.unwrap();
        let viewer = Viewer::load(&mut tx, account).await.unwrap();
        tx.commit().await.unwrap();
        let seated: Vec<_> = viewer.seats.iter().map(|it| (it.circle, it.role)).collect();
        assert_eq!(seated, [(Cp.id(), Role::Guest)]);
        app.at("2026-11-20T23:00");
        night(app).await;
        assert_eq!(seats(app, leo).await, 1);
        app.at("2026-11-21T00:01");
        assert_eq!(seats(app, leo).await, 0);
        night(app).await;
        night(app).await;
        assert_eq!(told(app, "entry-ended", leo).await, 1);
        let list = app.by(Helene).await.get(&people("")).await;
        assert!(list.says("Terminé") && list.says("Renouveler Léo Garrigue"), "{}", list.text());
    })
    .await;
}

#[tokio::test]
async fn somebody_who_comes_back_is_the_same_person() {
    on_both(SERVICES, async |app| {
        let leo = guest(app).await;
        app.at("2026-11-23T09:00");
        night(app).await;
        let helene = app.by(Helene).await;
        let place = Ce.id().to_string();
        let again = [
            ("genre", "guest"),
            ("prenom", "Leo"),
            ("nom", "Garrigue"),
            ("fin", "2027-02-01"),
            ("lieux", place.as_str()),
        ];
        let page = adult(&helene, &again).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.link("Léo Garrigue"), Some(people(&format!("/{leo}"))), "{}", page.text());
        let renewed = [("prenom", "Léo"), ("nom", "Garrigue"), ("fin", "2027-02-01"), ("lieux", place.as_str())];
        let answer = helene.post(&people(&format!("/{leo}")), &renewed).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let there = "select count(*) as n from member m join person p on p.id = m.person_id and p.gone_at is null \
                     where m.person_id = $1 and m.circle_id = $2 and m.until > $3";
        assert_eq!(count(app, there, args![leo, Ce.id(), app.now()]).await, 1);
        assert_eq!(seats(app, leo).await, 1);
        // Ended at once.
        assert_eq!(helene.post(&people(&format!("/{leo}/fin")), &[]).await.status, 303);
        assert_eq!(seats(app, leo).await, 0);
    })
    .await;
}

#[tokio::test]
async fn those_of_the_team_sit_in_it() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let class = Cp.id().to_string();
        let all = [("agent", "Nadège", "town-agent"), ("aesh", "Inès", "staff"), ("substitute", "Yann", "staff")];
        for (kind, first, role) in all {
            let fields = [("genre", kind), ("prenom", first), ("nom", "Salvy"), ("lieux", class.as_str())];
            assert_eq!(adult(&helene, &fields).await.status, 303);
            let who = person(app, "Salvy", first).await;
            let seated = "select count(*) as n from member where person_id = $1 and role = $2 and source = 'hand' \
                          and until is null and circle_id in ($3, $4)";
            assert_eq!(count(app, seated, args![who, role, Cp.id(), Tilleuls.staff()]).await, 2, "{kind}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_what_was_typed() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let fields = [("genre", "guest"), ("prenom", "Léo"), ("nom", "Garrigue"), ("fin", "2027-08-15")];
        let page = adult(&helene, &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.says("au plus tard le 31 juillet 2027"), "{}", page.text());
        assert!(page.says("Choisissez au moins une classe ou un groupe."), "{}", page.text());
        assert_eq!(page.attributes("input[name=nom]", "value"), ["Garrigue"]);
        let page = adult(&helene, &[("prenom", "Léo"), ("nom", "Garrigue")]).await;
        assert!(page.status == 422 && page.says("Choisissez qui vous ajoutez."), "{}", page.text());
        // A colleague of the same name is asked about; somebody else may have it.
        let same = [("genre", "aesh"), ("prenom", "Rose"), ("nom", "Calmette")];
        let page = adult(&helene, &same).await;
        assert!(page.status == 422 && page.says("Rose CALMETTE (déjà dans l’équipe)"), "{}", page.text());
        assert_eq!(adult(&helene, &[&same[..], &[("autre", "on")]].concat()).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn the_head_and_the_deputy_enter_people() {
    on_both(SERVICES, async |app| {
        for (who, status) in [(Helene, 200), (Rose, 404), (Thomas, 404), (Agnes, 404), (Claire, 404), (Adelaide, 404)] {
            assert_eq!(app.by(who).await.get(&people("")).await.status, status, "{who:?}");
        }
        delegate(app).await;
        let rose = app.by(Rose).await;
        assert_eq!(rose.get(&people("/nouvelle?genre=aesh")).await.status, 200);
        assert_eq!(adult(&rose, &[("genre", "aesh"), ("prenom", "Inès"), ("nom", "Salvy")]).await.status, 303);
    })
    .await;
}
