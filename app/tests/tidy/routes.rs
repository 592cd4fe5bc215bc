//! The addresses of the product and the rights of its roles, as snapshots: a change is seen in review.

use preau::services::SERVICES;
use testkit::on_both;

fn paths() -> Vec<&'static str> {
    SERVICES.iter().flat_map(|service| service.paths).copied().collect()
}

#[test]
fn the_addresses_are_those_reviewed() {
    let lines: Vec<String> = SERVICES
        .iter()
        .flat_map(|service| service.paths.iter().map(|path| format!("{:10} {path}", service.name)))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_rights_are_those_reviewed() {
    insta::assert_snapshot!(school::rights::table());
}

#[tokio::test]
async fn every_address_listed_answers_and_asks_who_comes() {
    on_both(SERVICES, async |app| {
        for line in paths() {
            let (method, pattern) = line.split_once(' ').unwrap();
            let path = filled(pattern);
            let visitor = app.anonymous();
            let answer = if method == "GET" { visitor.get(&path).await } else { visitor.post(&path, &[]).await };
            assert_ne!(answer.status, 405, "{line}");
            assert_ne!(answer.status, 500, "{line}");
            let public = PUBLIC.contains(&line);
            assert!(public || answer.status == 303, "{line} answers {} to a visitor", answer.status);
        }
    })
    .await;
}

#[test]
fn no_address_is_left_out_of_the_lists() {
    let mut forgotten = Vec::new();
    for path in crate::tree::files("services", "rs").iter().filter(|path| path.ends_with("src/lib.rs")) {
        let source = crate::tree::read(path);
        for route in source.split(".route(").skip(1) {
            let pattern = route.split('"').nth(1).unwrap();
            let body = route.split(".route(").next().unwrap().split("\n}").next().unwrap();
            for (verb, words) in [("GET", &["get("][..]), ("POST", &["post(", "posted("])] {
                let listed = paths().contains(&format!("{verb} {pattern}").as_str());
                if words.iter().any(|word| body.contains(word)) && !listed {
                    forgotten.push(format!("{verb} {pattern}"));
                }
            }
        }
    }
    assert!(forgotten.is_empty(), "not in PATHS, hence in no test of strangers: {forgotten:?}");
}

/// What anybody may open, signed in or not.
const PUBLIC: &[&str] = &[
    "GET /accessibilite",
    "GET /protection-des-donnees",
    "GET /protection-des-donnees.pdf",
    "GET /protection-des-donnees/enfants",
    "GET /protection-des-donnees/petits",
    "POST /accessibilite/signalement",
    "GET /mentions-legales",
    "GET /tablette",
    "POST /tablette",
    "GET /badge",
    "POST /badge",
    "GET /maison",
    "POST /maison",
    "GET /activation",
    "POST /activation",
    "GET /activation/{proof}",
    "POST /activation/{proof}",
    "GET /connexion",
    "POST /connexion",
    "GET /connexion/code",
    "POST /connexion/code",
    "GET /mot-de-passe-oublie",
    "POST /mot-de-passe-oublie",
    "GET /identifiant-oublie",
    "POST /identifiant-oublie",
    "GET /nouveau-mot-de-passe",
    "POST /nouveau-mot-de-passe",
    "GET /courriel",
    "POST /courriel",
    "GET /charte",
    "GET /mairie/demande",
    "POST /mairie/demande",
    "GET /lecture/{token}",
    "GET /manifest.webmanifest",
    "GET /service-worker.js",
    "GET /icone.svg",
    "POST /charte",
    "GET /sites/{slug}",
    "GET /sites/{slug}/{page}",
    "GET /sites/{slug}/agenda.ics",
    "GET /sites/{slug}/mentions-legales",
    "GET /sites/{slug}/images/{file}",
    "GET /sites/{slug}/documents/{file}",
    "GET /sites/{slug}/signalement",
    "POST /sites/{slug}/signalement",
    "GET /sites/{slug}/signalement-recu",
    "GET /sites/{slug}/{page}/signalement",
    "POST /sites/{slug}/{page}/signalement",
];

/// A pattern with an identifier nobody has in each place.
fn filled(pattern: &str) -> String {
    let parts =
        pattern.split('/').map(|part| if part.starts_with('{') { "01970000000070008000000000009999" } else { part });
    parts.collect::<Vec<_>>().join("/")
}
