//! A school fed by an extraction of ONDE, then by its first delivery: nothing is there twice, and what was made stays where it was.

use crate::arrival::{delivered, named, pines, pupil, record, uai};
use db::{Arg, args};
use preau::services::SERVICES;
use school::{
    AccountId, CircleId, CircleKind, PersonId, Role, SchoolId, Viewer, account, circle, circle::NewCircle, person::Name,
};
use testkit::{App, Page, Who::*, on_both};

pub(crate) const HEADER: &str = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;\
Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;Attestation fournie;Autorisation associations;\
Autorisation photo;Décision de passage";

/// Opens the school as if nobody had delivered it yet, headed by Hector.
pub(crate) async fn opened(app: &App) -> SchoolId {
    let mut tx = app.write().await;
    let (id, now): (SchoolId, _) = (tx.id(), tx.now());
    tx.change("insert into academy (code, name) values ('11', 'MONTPELLIER')", &[]).await.unwrap();
    tx.change(
        "insert into school (id, academy, uai, name, kind, town, details, sort_key, created_at) \
         values ($1, '11', $2, 'Les Pins', 'E.P.PU', 'Saint-Clair', '{}', 'les pins', $3)",
        args![id, uai(), now],
    )
    .await
    .unwrap();
    let staff = NewCircle {
        school: id,
        academy: "11",
        kind: CircleKind::Staff,
        year: 0,
        key: "hand:pins",
        of_circle: None,
        name: "L’équipe de l’école",
        families: None,
    };
    let staff = circle::open(&mut tx, &staff).await.unwrap();
    circle::seat(&mut tx, staff, Hector.person(), Role::Head, None).await.unwrap();
    circle::seat(&mut tx, staff, Thea.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Ana and Bob come by ONDE, in a class of this label and number.
pub(crate) async fn fed(app: &App, school: SchoolId, (label, number): (&str, &str)) {
    let line = |first: &str, day: &str| format!("MARTIN;;{first};{day};F;;;;;;;;;;;CP;{label};{number};;;;\n");
    let file = format!("{HEADER}\n{}{}", line("Ana", "14/05/2020"), line("Bob", "03/02/2020"));
    let hector = app.by(Hector).await;
    let answer =
        hector.upload(&format!("/ecoles/{school}/onde"), &[], &[("fichiers", "eleves.csv", file.as_bytes())]).await;
    let run = answer.location().unwrap_or_else(|| panic!("{}", answer.text()));
    let seen = hector.get(&run).await.attributes("input[name='vu']", "value");
    let done: Page = hector.post_then(&run, &[("vu", seen[0].as_str())]).await;
    assert!(done.says("L’annuaire de l’école est à jour."), "{}", done.text());
    app.wait(60);
}

/// A full delivery of the school, with Ana and Bob in the CP A; then the jobs that follow.
async fn delivery(app: &App, date: &str) {
    let pupils = [pupil(8001, "Ana", "MARTIN", "14/05/2020"), pupil(8002, "Bob", "MARTIN", "03/02/2020")];
    let [last, first] = named("ROCHE");
    let teaches = ("ENTPersonFonctions", "7001$ENS$ENSEIGNEMENT$G0000$ENSEIGNANT CLASSE ELEMENTAIRE");
    let full = [
        ("EtabEducNat", pines()),
        ("Eleve", pupils.concat()),
        ("PersRelEleve", record("PersRelEleve", "categoriePersonne", 9001, &named("BRUN"))),
        ("PersEducNat", record("PersEducNat", "categoriePersonne", 6001, &[last, first, teaches])),
    ];
    delivered(app, "Complet", date, &full).await;
    app.run_jobs().await;
}

async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// The class of ONDE, in which Théa teaches by hand and has written; the account of Ana.
async fn lived(app: &App, school: SchoolId) -> (CircleId, AccountId) {
    let mut tx = app.write().await;
    let (class,): (CircleId,) = tx
        .one("select id from circle where school_id = $1 and kind = 'class' and until is null", args![school])
        .await
        .unwrap();
    circle::seat(&mut tx, class, Thea.person(), Role::Teacher, None).await.unwrap();
    let (ana,): (PersonId,) =
        tx.one("select id from person where academy = '11' and first_name = 'Ana'", &[]).await.unwrap();
    let name = Name { id: ana, first_name: "Ana".to_owned(), last_name: "MARTIN".to_owned() };
    let account = account::open_for(&mut tx, &name).await.unwrap();
    tx.commit().await.unwrap();
    let thea = app.by(Thea).await;
    let fields = [("title", "La mare"), ("body", "Des têtards."), ("audience", "class-and-families")];
    let answer = thea.upload(&format!("/classes/{class}/billets"), &fields, &[]).await;
    let post = answer.location().unwrap_or_else(|| panic!("{}", answer.text()));
    thea.post_then(&format!("{post}/publication"), &[]).await;
    (class, account)
}

/// Nothing is there twice: one class, one circle of all pupils, one team, each pupil once.
async fn nothing_is_doubled(app: &App, school: SchoolId) {
    for kind in [CircleKind::Class, CircleKind::School, CircleKind::Staff] {
        let open = "select count(*) as n from circle where school_id = $1 and kind = $2 and until is null";
        assert_eq!(count(app, open, args![school, kind]).await, 1, "{kind:?}");
        let seats = "select count(*) as n from member m join circle c on c.id = m.circle_id where c.school_id = $1 \
             and c.kind = $2 and c.until is null and m.role = 'pupil' and m.until is null";
        let pupils = if kind == CircleKind::Staff { 0 } else { 2 };
        assert_eq!(count(app, seats, args![school, kind]).await, pupils, "{kind:?}");
    }
    let entries = "select count(*) as n from person where academy = '11' and kind = 'pupil' and merged_into is null";
    assert_eq!(count(app, entries, &[]).await, 2);
    let beside = "select count(*) as n from import_finding f join import_run r on r.id = f.run_id \
         where f.code = 'class-beside' and r.finished_at = (select max(x.finished_at) from import_run x)";
    assert_eq!(count(app, beside, &[]).await, 0);
}

/// The class, and what was made in it, are those of before.
async fn nothing_is_lost(app: &App, school: SchoolId, class: CircleId, ana: AccountId) {
    let thea = app.by(Thea).await;
    assert!(
        thea.get(&format!("/classes/{class}/journal")).await.says("La mare"),
        "who was attached by hand teaches there"
    );
    let mut tx = app.read().await;
    let ana = Viewer::load(&mut tx, ana).await.unwrap();
    assert!(ana.seats.iter().any(|seat| seat.circle == class && seat.role == Role::Pupil), "{:?}", ana.seats);
    assert!(ana.seats.iter().all(|seat| seat.school == school));
    drop(tx);
    let heads = "select count(*) as n from member m join circle c on c.id = m.circle_id and c.until is null \
         where c.school_id = $1 and m.role = 'head' and m.until is null";
    assert_eq!(count(app, heads, args![school]).await, 1);
}

#[tokio::test]
async fn the_first_delivery_takes_the_class_of_onde_by_its_number() {
    on_both(SERVICES, async |app| {
        let school = opened(app).await;
        fed(app, school, ("CP de Théa", "880001")).await;
        let (class, ana) = lived(app, school).await;
        delivery(app, "20260907").await;
        nothing_is_doubled(app, school).await;
        nothing_is_lost(app, school, class, ana).await;
    })
    .await;
}

#[tokio::test]
async fn the_first_delivery_takes_the_class_of_onde_by_its_name() {
    on_both(SERVICES, async |app| {
        let school = opened(app).await;
        fed(app, school, ("cp-A", "")).await;
        let (class, ana) = lived(app, school).await;
        delivery(app, "20260907").await;
        nothing_is_doubled(app, school).await;
        nothing_is_lost(app, school, class, ana).await;
    })
    .await;
}

/// What the académie of the school reads of the last import: Adélaïde runs its scheme, in place of the other's.
async fn lines_of_the_import(app: &App) -> Page {
    let mut tx = app.write().await;
    let scope = "update account_grant set scope = 'academy:11' where account_id = $1";
    tx.change(scope, args![Adelaide.account()]).await.unwrap();
    tx.commit().await.unwrap();
    let adelaide = app.by(Adelaide).await;
    let report = adelaide.get("/annuaire/imports").await.attributes("main tbody a", "href").remove(0);
    adelaide.get(&format!("{report}/lignes")).await
}

#[tokio::test]
async fn a_class_the_first_delivery_names_otherwise_is_told_to_the_head_and_ends_with_the_next() {
    on_both(SERVICES, async |app| {
        let school = opened(app).await;
        fed(app, school, ("CP-A Mme Dupont", "")).await;
        delivery(app, "20260907").await;
        let open = "select count(*) as n from circle where school_id = $1 and kind = 'class' and until is null";
        assert_eq!(count(app, open, args![school]).await, 2);
        let quality = app.by(Hector).await.get(&format!("/ecoles/{school}/qualite")).await;
        for page in [quality, lines_of_the_import(app).await] {
            assert!(page.says("L’école a ouvert cette classe, que la livraison ne connaît pas."), "{}", page.text());
            assert!(page.says("CP-A Mme Dupont"), "{}", page.text());
        }
        delivery(app, "20260908").await;
        nothing_is_doubled(app, school).await;
    })
    .await;
}
