//! The service through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod apply;
mod check;
mod choices;
mod corrections;
mod double;
mod double_refused;
mod double_search;
mod double_steps;
mod entry_adult;
mod entry_pupil;
mod entry_steps;
mod entry_strangers;
mod errors;
mod extractions;
mod files;
mod groups;
mod malformed;
mod matching;
mod strangers;
mod taken_over;
mod transfer;
mod undo;

use db::{Arg, Uuid, args};
use school::{CircleKind, Role, SchoolId, circle, circle::NewCircle};
use testkit::{App, Client, Page, Who};
use web::Service;

const SERVICES: &[&Service] = &[&supply::SERVICE];

/// La Marelle: a school no delivery knows.
const MARELLE: SchoolId = SchoolId(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0301));

/// The header of an extraction of pupils.
const PUPILS: &str = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;Adresse2;\
Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;Attestation fournie;Autorisation associations;\
Autorisation photo;Décision de passage";

/// The header of an extraction of responsables with one child.
const GUARDIANS: &str = "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;\
CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable;\
Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

/// The invented sample of interfaces.md: pupils.
const SAMPLE_PUPILS: &str = "\
D'ORVAL-NÉMOZ;;Zélie-Anne;29/02/2020;F;990000001AB;3 chemin des Ânes;31999;Montaubrac;FRANCE;;;;;CYCLE II;CP;CP-CE1 Mme Sauvagnac;880021;Oui;Non;Oui;
\"OUEDRAOGO TAMBOURA\";\"TAMBOURA\";\"Idriss\";2019-07-14;H;9900000002C;;;;;;;;;CYCLE II;CE1;CP-CE1 Mme Sauvagnac;880021
";

/// The invented sample of interfaces.md: responsables.
const SAMPLE_GUARDIANS: &str = "\
Mme;;NÉMOZ;Bérengère;3 chemin des Ânes;31999;Montaubrac;FRANCE;b.nemoz@example.org;;;0600000001;;D'ORVAL-NÉMOZ;Zélie-Anne;CLASSE  CP
Intitulé;Adresse Organisme;;;;;;;;;;;;;;
";

/// A file: header and lines.
fn csv(header: &str, lines: &str) -> String {
    format!("{header}\n{lines}")
}

/// A line about a pupil: names, day, INE, level, class and its number.
fn pupil(last: &str, first: &str, day: &str, ine: &str, level: &str, class: (&str, &str)) -> String {
    format!("{last};;{first};{day};F;{ine};;;;;;;;;;{level};{};{};;;;\n", class.0, class.1)
}

/// A line about an adult: civility, names, mobile, then the child.
fn guardian(civility: &str, last: &str, first: &str, mobile: &str, child: (&str, &str)) -> String {
    format!("{civility};;{last};{first};;;;;;;;{mobile};;{};{};\n", child.0, child.1)
}

/// Opens La Marelle, whose head is Hector.
async fn open_marelle(app: &App) {
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change(
        "insert into school (id, academy, uai, name, kind, town, details, sort_key, created_at) \
         values ($1, '16', '0310003K', 'La Marelle', 'E.P.PU', 'Montaubrac', '{}', 'la marelle', $2)",
        args![MARELLE, now],
    )
    .await
    .unwrap();
    let staff = NewCircle {
        school: MARELLE,
        academy: "16",
        kind: CircleKind::Staff,
        year: 0,
        key: "hand:marelle",
        of_circle: None,
        name: "L’équipe de l’école",
        families: None,
    };
    let staff = circle::open(&mut tx, &staff).await.unwrap();
    circle::seat(&mut tx, staff, Who::Hector.person(), Role::Head, None).await.unwrap();
    tx.commit().await.unwrap();
}

/// The address of files.
fn onde(school: SchoolId) -> String {
    format!("/ecoles/{school}/onde")
}

/// Sends files for a school.
async fn send(client: &Client<'_>, school: SchoolId, files: &[&str]) -> Page {
    let names = ["CSVExtraction.csv", "CSVExtraction (1).csv", "CSVExtraction (2).csv"];
    let files: Vec<(&str, &str, &[u8])> =
        names.iter().zip(files).map(|(name, text)| ("fichiers", *name, text.as_bytes())).collect();
    client.upload(&onde(school), &[], &files).await
}

/// Sends files that are read; answers the address of what was understood.
async fn given(client: &Client<'_>, school: SchoolId, files: &[&str]) -> String {
    let answer = send(client, school, files).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Applies what a page shows, with some more fields.
async fn apply(client: &Client<'_>, run: &str, more: &[(&str, &str)]) -> Page {
    let page = client.get(run).await;
    let seen = page.attributes("input[name='vu']", "value");
    assert_eq!(seen.len(), 1, "{}", page.text());
    let fields = [&[("vu", seen[0].as_str())][..], more].concat();
    client.post(run, &fields).await
}

/// Sends files and applies them, unless they change nothing; answers the address of the run.
async fn applied(client: &Client<'_>, school: SchoolId, files: &[&str]) -> String {
    let run = given(client, school, files).await;
    if client.get(&run).await.says("Rien ne change") {
        return run;
    }
    let answer = apply(client, &run, &[("depart", "on")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = client.follow(&answer).await;
    assert!(page.says("L’annuaire de l’école est à jour."), "{}", page.text());
    run
}

/// Runs a statement in the house.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many pupils sit in a school.
async fn seated(app: &App, school: SchoolId) -> i64 {
    let sql = "select count(distinct m.person_id) as n from member m join circle c on c.id = m.circle_id \
         where c.school_id = $1 and c.kind = 'school' and m.role = 'pupil' and m.until is null";
    count(app, sql, args![school]).await
}

/// The names of who sits in a circle of a school, by kind and name of the circle.
async fn sitting(app: &App, kind: CircleKind, name: &str) -> Vec<String> {
    app.read()
        .await
        .column(
            "select distinct p.first_name from member m join circle c on c.id = m.circle_id \
             join person p on p.id = m.person_id where c.school_id = $1 and c.kind = $2 and c.name = $3 \
             and c.until is null and m.until is null order by p.first_name",
            args![MARELLE, kind, name],
        )
        .await
        .unwrap()
}
