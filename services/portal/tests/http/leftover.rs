//! What no page shows goes by night, with its bytes; what any page shows or showed stays.

use crate::{SERVICES, count, form, publish, site};
use testkit::{App, Who::*, on_both, photograph};

const PICTURES: &str = "select count(*) as n from portal_picture";
const PAPERS: &str = "select count(*) as n from paper";

async fn night(app: &App) {
    (portal::leftover::NIGHT.run)(app.house.clone(), "2026-10-01".to_owned()).await.unwrap();
}

/// How many files the store holds.
fn stored(app: &App) -> usize {
    fn inside(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
        entries.map(|path| if path.is_dir() { inside(&path) } else { 1 }).sum()
    }
    inside(&app.folder().join("fichiers"))
}

#[tokio::test]
async fn what_a_form_sent_and_no_page_kept_goes_after_two_days() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let before = stored(app);
        let photo = photograph::jpeg(64, 48);
        let fields = form(&[("b1-kind", "picture"), ("b2-kind", "document"), ("b2-label", "Le menu")]);
        let files = [("b1-photo", "preau.jpg", photo.as_slice()), ("b2-upload", "menu.pdf", &b"%PDF-1.7\n%%EOF\n"[..])];
        let again = helene.upload(&format!("{desk}/pages"), &fields, &files).await;
        assert_eq!(again.status, 422, "the photograph is not described");
        assert_eq!((count(app, PICTURES, &[]).await, count(app, PAPERS, &[]).await), (1, 1), "{}", again.text());
        assert!(stored(app) > before);
        app.at("2026-10-07T03:00");
        night(app).await;
        assert_eq!(count(app, PICTURES, &[]).await, 1, "a form may still be open");
        app.at("2026-10-08T03:00");
        night(app).await;
        night(app).await;
        assert_eq!((count(app, PICTURES, &[]).await, count(app, PAPERS, &[]).await), (0, 0));
        assert_eq!(stored(app), before);
    })
    .await;
}

#[tokio::test]
async fn what_was_ever_on_line_stays() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let photo = photograph::jpeg(64, 48);
        let fields = form(&[("b1-kind", "picture"), ("b1-label", "Le préau"), ("etape", "publier")]);
        let sent = [("b1-photo", "preau.jpg", photo.as_slice())];
        let answer = helene.upload(&format!("{desk}/pages"), &fields, &sent).await;
        let page = answer.location().unwrap().trim_end_matches("/publication").to_owned();
        let picture = helene.get(&page).await.attributes(".site-parts img", "src").concat();
        assert_eq!(publish(&helene, &page, &[("autorisations", "on")]).await.status, 303);
        let without = form(&[("edition", "1"), ("b0-text", "Sans photo.")]);
        assert_eq!(helene.upload(&page, &without, &[]).await.status, 303);
        app.at("2026-10-09T03:00");
        night(app).await;
        assert_eq!(count(app, PICTURES, &[]).await, 1);
        assert_eq!(app.by(Helene).await.get(&picture).await.status, 200);
    })
    .await;
}
