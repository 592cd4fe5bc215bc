//! A commune asks for its schools; the académie confirms.

use crate::office::*;
use db::args;
use testkit::{App, Place, Who::Adelaide, on_both};

const PATH: &str = "/conventions/inscriptions";

/// Montaubrac, known, its school of nobody yet; Adélaïde is its officer, in the campaign.
async fn montaubrac(app: &App) -> school::Authority {
    app.at("2026-10-05T10:00");
    campaign(app).await;
    let montaubrac = commune(app, "Montaubrac", &[]).await;
    officer(app, "montaubrac").await;
    montaubrac
}

#[tokio::test]
async fn a_commune_asks_and_the_academy_confirms() {
    on_both(SERVICES, async |app| {
        let montaubrac = montaubrac(app).await;
        school_of(app, "16", "0311710R", "Sainte-Marie", "Montaubrac", "E.P.PR").await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(PATH).await;
        assert!(page.says("45,00 € TTC"), "{}", page.text());
        assert_eq!(page.texts(".option label"), ["0310001H - MONTAUBRAC - 031 - E.P.PU LES TILLEULS"]);
        let id = montaubrac.id.to_string();
        let school = Place::Tilleuls.id().to_string();
        let form = [("annee", "2026"), ("collectivite", id.as_str()), ("ecoles", school.as_str())];
        let page = adelaide.post_then(PATH, &form).await;
        assert!(page.says("L’inscription de 1 école est demandée"), "{}", page.text());
        assert!(page.says("LES TILLEULS Demandée"), "{}", page.text());
        let address = convention(app, &montaubrac).await;
        academy(app).await;
        assert!(adelaide.get(&address).await.says("Demandée"));
        let page = adelaide.post_then(&format!("{address}/confirmation"), &[]).await;
        assert!(page.says("1 école est inscrite."), "{}", page.text());
        let hand = Some(("Montaubrac".to_owned(), "hand".to_owned()));
        assert_eq!(payer(app, Place::Tilleuls.id()).await, hand);
        officer(app, "montaubrac").await;
        let page = adelaide.get(PATH).await;
        assert!(page.says("Inscrite") && !page.has("form[action$='/retrait']"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_request_is_taken_back_until_it_is_confirmed() {
    on_both(SERVICES, async |app| {
        let montaubrac = montaubrac(app).await;
        let adelaide = app.by(Adelaide).await;
        let (id, school) = (montaubrac.id.to_string(), Place::Tilleuls.id().to_string());
        let form = [("annee", "2026"), ("collectivite", id.as_str()), ("ecoles", school.as_str())];
        let page = adelaide.post_then(PATH, &form).await;
        let take_back = page.attributes("form[action$='/retrait']", "action").concat();
        officer(app, "sainte-foy").await;
        assert_eq!(adelaide.post(&take_back, &[]).await.status, 404, "another commune");
        officer(app, "montaubrac").await;
        assert!(adelaide.post_then(&take_back, &[]).await.says("La demande est retirée."));
        assert_eq!(adelaide.post(&take_back, &[]).await.status, 404, "it is gone");
        let page = adelaide.post_then(PATH, &form).await;
        let again = page.attributes("form[action$='/retrait']", "action").concat();
        let mut tx = app.write().await;
        tx.change("update enrolment set state = 'enrolled' where authority_id = $1", args![montaubrac.id])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(adelaide.post_then(&again, &[]).await.says("L’académie a déjà confirmé cette école"));
    })
    .await;
}

#[tokio::test]
async fn a_school_of_another_convention_is_refused_with_the_name_of_its_authority() {
    on_both(SERVICES, async |app| {
        let montaubrac = montaubrac(app).await;
        let sivu = commune(app, "Sivu", &[]).await;
        let adelaide = app.by(Adelaide).await;
        let (id, school) = (montaubrac.id.to_string(), Place::Tilleuls.id().to_string());
        let form = [("annee", "2026"), ("collectivite", id.as_str()), ("ecoles", school.as_str())];
        went_on(&adelaide.post(PATH, &form).await);
        let mut tx = app.write().await;
        tx.change("update enrolment set authority_id = $1", args![sivu.id]).await.unwrap();
        tx.commit().await.unwrap();
        let page = adelaide.post(PATH, &form).await;
        assert_eq!(page.status, 422);
        assert!(page.says("déjà sur la convention d’une autre collectivité, Sivu"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_asked_for_others_nor_out_of_time() {
    on_both(SERVICES, async |app| {
        let montaubrac = montaubrac(app).await;
        let sainte_foy = commune(app, "Sainte-Foy", &[]).await;
        let adelaide = app.by(Adelaide).await;
        let ids = [montaubrac.id.to_string(), sainte_foy.id.to_string()];
        let (tilleuls, verne) = (Place::Tilleuls.id().to_string(), Place::JulesVerne.id().to_string());
        let form = |year: &'static str, authority: usize, school: &str| {
            vec![
                ("annee".to_owned(), year.to_owned()),
                ("collectivite".to_owned(), ids[authority].clone()),
                ("ecoles".to_owned(), school.to_owned()),
            ]
        };
        for (fields, status) in [
            (form("2026", 0, &verne), 404),
            (form("2026", 1, &verne), 404),
            (form("2027", 0, &tilleuls), 422),
            (form("2026", 0, ""), 422),
        ] {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(adelaide.post(PATH, &fields).await.status, status, "{fields:?}");
        }
        app.at("2027-01-02T10:00");
        assert!(
            app.by(Adelaide).await.get(PATH).await.says("Aucune campagne d’inscription n’est ouverte en ce moment.")
        );
        assert_eq!(count(app, "select count(*) as n from agreement", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_convention_proposed_takes_no_request() {
    on_both(SERVICES, async |app| {
        let montaubrac = montaubrac(app).await;
        let second = school(app, "0311696A", "Jules Ferry", "Montaubrac").await.to_string();
        let adelaide = app.by(Adelaide).await;
        let (id, school) = (montaubrac.id.to_string(), Place::Tilleuls.id().to_string());
        let form = [("annee", "2026"), ("collectivite", id.as_str()), ("ecoles", school.as_str())];
        went_on(&adelaide.post(PATH, &form).await);
        let mut tx = app.write().await;
        tx.change("update agreement set state = 'proposed' where authority_id = $1", args![montaubrac.id])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let form = [("annee", "2026"), ("collectivite", id.as_str()), ("ecoles", second.as_str())];
        let page = adelaide.post(PATH, &form).await;
        assert_eq!(page.status, 422);
        assert!(page.says("La convention de l’année est déjà proposée"), "{}", page.text());
        assert_eq!(page.attributes("input[name=ecoles][checked]", "value"), [second]);
    })
    .await;
}
