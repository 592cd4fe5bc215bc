//! What is asked of the server, by whom, and what must hold.

use super::people::{People, User};
use crate::bench::client::{Ask, Asked, FORM, location, request};
use axum::http::{Method, StatusCode};
use db::{Error, Result};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// Reads: p99 within so many milliseconds.
const READS: f64 = 60.0;
const MANY: usize = 32;
/// A message to a class within so many milliseconds, several teachers at once.
const SEND: f64 = 40.0;
const SOME: usize = 4;
/// Messages of a teacher to the class: an account that sends more in ten minutes is stopped.
const SENDS: usize = 25;
/// News ready to be published.
const NEWS: usize = 40;
const BOUNDARY: &str = "preau-bench-0f6b63";

/// One line to measure.
pub(super) struct Scenario {
    pub(super) name: &'static str,
    pub(super) ask: Ask,
    pub(super) wanted: StatusCode,
    pub(super) connections: usize,
    pub(super) is_read: bool,
    pub(super) limit: f64,
}

/// All lines. What they need is written through the server first.
pub(super) async fn all(address: &str, people: &People) -> Result<Vec<Scenario>> {
    let (parents, teachers) = (&people.parents, &people.teachers);
    let read =
        |name, ask| Scenario { name, ask, wanted: StatusCode::OK, connections: MANY, is_read: true, limit: READS };
    let write = |name, ask| Scenario {
        name,
        ask,
        wanted: StatusCode::SEE_OTHER,
        connections: SOME,
        is_read: false,
        limit: SEND,
    };
    let administrator = people.administrator.as_deref().ok_or(Error::NotFound)?;
    let of_academy = news(address, administrator, &format!("academy:{}", people.academy)).await?;
    let teacher = teachers.first().ok_or(Error::NotFound)?;
    let of_class = news(address, &teacher.token, &format!("class:{}", teacher.class.simple())).await?;
    Ok(vec![
        read("accueil d’un parent", home(parents)),
        read("accueil d’un enseignant", home(teachers)),
        read("boîte de réception d’un parent", get(parents, |_| "/messages".to_owned())),
        read("boîte de réception d’un enseignant", get(teachers, |_| "/messages".to_owned())),
        read("fil de messages", get(parents, |user| format!("/messages/{}", user.conversation.simple()))),
        read("carnet de liaison d’un parent", get(parents, |_| "/carnet".to_owned())),
        read("carnet de liaison d’un enseignant", get(teachers, |_| "/carnet".to_owned())),
        write("signer un mot", sign(&people.signers)),
        write("message à toutes les familles d’une classe", sends(address, &people.senders).await?),
        write("actualité de classe", publish(&teacher.token, of_class)),
        write("actualité à une académie", publish(administrator, of_academy)),
    ])
}

/// « Aujourd’hui » of some people, in turn.
pub(super) fn home(users: &[User]) -> Ask {
    get(users, |_| "/".to_owned())
}

/// What people open in the morning: the first page most, then messages and the carnet.
pub(super) fn pages(people: &People) -> Ask {
    const PATHS: [&str; 6] = ["/", "/", "/", "/messages", "/carnet", "/actualites"];
    let users: Vec<User> = people.parents.iter().chain(&people.teachers).cloned().collect();
    Arc::new(move |number, turn| {
        let user = users.get((number * 7 + turn) % users.len().max(1))?;
        let path = PATHS.get((number + turn) % PATHS.len())?;
        request(Method::GET, path, &user.token, Vec::new(), FORM)
    })
}

fn get(users: &[User], path: fn(&User) -> String) -> Ask {
    let users = users.to_vec();
    Arc::new(move |number, turn| {
        let user = users.get((number * 7 + turn) % users.len().max(1))?;
        request(Method::GET, &path(user), &user.token, Vec::new(), FORM)
    })
}

/// Each word is signed once.
fn sign(parents: &[User]) -> Ask {
    let (parents, next) = (parents.to_vec(), AtomicUsize::new(0));
    Arc::new(move |_, _| {
        let rank = next.fetch_add(1, Ordering::Relaxed);
        let user = parents.get(rank % parents.len())?;
        let mot = user.mots.get(rank / parents.len())?;
        let body = format!("child={}", user.child.simple()).into_bytes();
        request(Method::POST, &format!("/mots/{}/reponse", mot.simple()), &user.token, body, FORM)
    })
}

/// Messages written and counted already: what is measured is sending them.
async fn sends(address: &str, teachers: &[User]) -> Result<Ask> {
    let mut held = Vec::new();
    for rank in 0..SENDS {
        for teacher in teachers {
            let to = format!("familles-{}", teacher.class.simple());
            let text = format!("La sortie numéro {rank} aura lieu par tous les temps : bottes et goûter.");
            let fields = [("to", to.as_str()), ("subject", "Sortie"), ("body", &text), ("suite", "envoyer")];
            held.push((teacher.token.clone(), location(address, form("/messages", &teacher.token, &fields)?).await?));
        }
    }
    Ok(once(held, ""))
}

async fn news(address: &str, token: &str, scope: &str) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for _ in 0..NEWS {
        let fields = [
            ("scope", scope),
            ("publics", "families"),
            ("rubric", "evenements"),
            ("title", "La fête des écoles"),
            ("body", "Samedi à 10 h, dans toutes les cours."),
        ];
        written.push(location(address, form("/actualites", token, &fields)?).await?);
    }
    Ok(written)
}

fn publish(token: &str, written: Vec<String>) -> Ask {
    once(written.into_iter().map(|path| (token.to_owned(), path)).collect(), "/publication")
}

/// Sends a form without fields to each of these addresses, once.
fn once(addresses: Vec<(String, String)>, step: &'static str) -> Ask {
    let next = AtomicUsize::new(0);
    Arc::new(move |_, _| {
        let (token, path) = addresses.get(next.fetch_add(1, Ordering::Relaxed))?;
        request(Method::POST, &format!("{path}{step}"), token, Vec::new(), FORM)
    })
}

/// A form with files, of which there are none.
fn form(path: &str, token: &str, fields: &[(&str, &str)]) -> Result<Asked> {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
    }
    body.push_str(&format!("--{BOUNDARY}--\r\n"));
    let mime = format!("multipart/form-data; boundary={BOUNDARY}");
    request(Method::POST, path, token, body.into_bytes(), &mime).ok_or(Error::NotFound)
}
