//! Those who act for a commune see no pupil data, at any address of the house (domain.md §1.3, art. 3.1; §6.1).

use crate::{published, sent};
use preau::services::SERVICES;
use testkit::{App, Classroom::Cp, Client, Place::Tilleuls, Who::*, on_both};

/// An identifier nobody has.
const NOBODY: &str = "01970000000070008000000000009999";
/// The services of the office: a commune has business there.
const OFFICE: [&str; 8] =
    ["agreements", "town", "requests", "portal", "indicators", "assistance", "personal_data", "compliance"];
/// What an address about pupils, their class or their school has in it.
const ABOUT_PUPILS: [&str; 7] =
    ["{circle}", "{school}", "{person}", "{child}", "/billets/{id}", "/mots/{id}", "/messages/{id}"];

/// What was written in the CP: a post, a mot, a message about Zoé.
struct Written {
    post: String,
    mot: String,
    thread: String,
}

impl Written {
    async fn by_thomas(app: &App) -> Self {
        let post = published(app, &[]).await;
        let thomas = app.by(Thomas).await;
        let mot = sent(&thomas, Cp).await;
        let family = format!("famille-{}", Zoe.person());
        let message = [("to", family.as_str()), ("subject", "Zoé"), ("body", "Bonjour."), ("suite", "envoyer")];
        let thread = thomas.upload("/messages", &message, &[]).await.location().unwrap();
        Self { post, mot, thread }
    }

    /// A pattern with what was written, the school and the class in its places.
    fn fill(&self, pattern: &str) -> String {
        let known = pattern
            .replace("/billets/{id}", &self.post)
            .replace("/mots/{id}", &self.mot)
            .replace("/messages/{id}", &self.thread)
            .replace("{circle}", &Cp.id().to_string())
            .replace("{school}", &Tilleuls.id().to_string())
            .replace("{person}", &Zoe.person().to_string())
            .replace("{child}", &Zoe.person().to_string());
        let parts = known.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// A browser of somebody who acts for Montaubrac: Adélaïde, who has this task in place of hers.
async fn of_the_commune<'a>(app: &'a App, role: &str) -> Client<'a> {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = 'town:031:montaubrac' where account_id = $1";
    tx.change(change, db::args![Adelaide.account(), role]).await.unwrap();
    tx.commit().await.unwrap();
    app.by(Adelaide).await
}

const ROLES: [&str; 2] = ["town-officer", "town-editor"];

#[tokio::test]
async fn a_commune_is_refused_at_every_address_about_pupils() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        let school_life = SERVICES.iter().filter(|it| !OFFICE.contains(&it.name)).flat_map(|it| it.paths);
        // The wall asks for a device of a class, whoever holds it: without one it leads to where a device is linked.
        let people = school_life.filter(|line| !line.contains(" /tablette"));
        let about = people.filter(|line| ABOUT_PUPILS.iter().any(|part| line.contains(part)));
        let lines: Vec<(&str, &str)> = about.filter_map(|line| line.split_once(' ')).collect();
        assert!(lines.len() > 60, "addresses were not found: {lines:?}");
        for role in ROLES {
            let client = of_the_commune(app, role).await;
            for (method, pattern) in &lines {
                let path = written.fill(pattern);
                if *method == "GET" {
                    let page = client.get(&path).await;
                    assert!([403, 404].contains(&page.status), "{path} to {role}: {} {}", page.status, page.text());
                } else {
                    // A form may be refused as unreadable before anybody is looked for.
                    let page = client.post(&path, &[]).await;
                    assert!((400..500).contains(&page.status), "{path} to {role}: {} {}", page.status, page.text());
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn no_page_a_commune_may_open_names_a_pupil_or_says_what_was_written_for_families() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        let gets = SERVICES.iter().flat_map(|it| it.paths).filter_map(|line| line.strip_prefix("GET "));
        let paths: Vec<String> = gets.map(|pattern| written.fill(pattern)).collect();
        let names = [Zoe, Tom, Lina].map(testkit::Who::name);
        for role in ROLES {
            let client = of_the_commune(app, role).await;
            for path in &paths {
                let page = client.get(path).await;
                for name in names.iter().map(String::as_str).chain(["La mare", "Sortie à la ferme"]) {
                    assert!(!page.says(name), "{path} says {name} to {role}: {}", page.text());
                }
            }
        }
    })
    .await;
}
