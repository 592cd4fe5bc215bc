//! Whoever has no business there finds nothing, at any address.

use crate::{
    SERVICES,
    double_steps::proposed,
    entry_steps::{person, pupil},
};
use school::PersonId;
use testkit::{
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Every address of the service, about Les Tilleuls, its CP, a pupil and a pair of it.
fn addresses(of: PersonId, double: &str) -> Vec<(&'static str, String)> {
    let fill = |path: &str| {
        path.replace("{school}", &Tilleuls.id().to_string())
            .replace("{circle}", &Cp.id().to_string())
            .replace("{person}", &of.to_string())
            .replace("/doublons/{double}", double)
    };
    let ours = ["/eleves/", "/personnes", "doublons"];
    let lines = supply::SERVICE.paths.iter().filter_map(|it| it.split_once(' '));
    lines
        .filter(|(_, path)| ours.iter().any(|it| path.contains(it)))
        .map(|(method, path)| (method, fill(path)))
        .collect()
}

#[tokio::test]
async fn strangers_find_nothing_of_people_entered() {
    on_both(SERVICES, async |app| {
        pupil(app, "Émile", "Durand", &[]).await;
        let emile = person(app, "Durand", "Émile").await;
        let double = proposed(app).await;
        let addresses = addresses(emile, &double);
        assert!(addresses.len() >= 17, "{addresses:?}");
        let nobody: [Who; 7] = [Thea, Enzo, Perrine, Agnes, Zoe, Paul, Claire];
        strangers_find_nothing(app, &addresses, &nobody).await;
        // Hector heads another school.
        strangers_find_nothing(app, &addresses, &[Hector]).await;
        // A teacher of the school runs the pupils of the class, not the people nor the doubles of the school.
        let of_school: Vec<_> = addresses.iter().filter(|(_, path)| !path.contains("/eleves/")).cloned().collect();
        strangers_find_nothing(app, &of_school, &[Thomas]).await;
    })
    .await;
}
