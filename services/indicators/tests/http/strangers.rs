//! Whoever answers for no place finds nothing, at any address.

use crate::{SERVICES, school, usual_week};
use testkit::{Place::Tilleuls, Who::*, on_both, strangers_find_nothing};

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let tried: Vec<(&str, String)> = indicators::SERVICE
            .paths
            .iter()
            .filter_map(|pattern| pattern.split_once(' '))
            .map(|(method, path)| (method, path.replace("{day}", "2026-10-01").replace("{part}", "0")))
            .collect();
        strangers_find_nothing(app, &tried, &[Thea, Enzo, Perrine, Thomas, Claire, Zoe, Rose, Agnes]).await;
        let of_tilleuls: Vec<(&str, String)> = ["/indicateurs", "/indicateurs/fiche.pdf", "/indicateurs/dnma.csv"]
            .iter()
            .map(|path| ("GET", format!("{path}?lieu={}", school(Tilleuls))))
            .collect();
        strangers_find_nothing(app, &of_tilleuls, &[Hector]).await;
        // Setting what is sent is for the région alone.
        for who in [Helene, Hector, Adelaide] {
            assert_eq!(app.by(who).await.get("/indicateurs/envoi").await.status, 404, "{who:?}");
            assert_eq!(app.by(who).await.post("/indicateurs/envoi", &[]).await.status, 404, "{who:?}");
        }
    })
    .await;
}
