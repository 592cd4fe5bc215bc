//! « J’ai besoin de parler »: the page of a child. Few words, read aloud on demand, and a way out at the top.

use crate::{
    W,
    listener::{self, Pupil},
    talk::{self, LONGEST, Sent},
};
use askama::Template;
use db::{Error, Moment, Problems, Result, Tx};
use school::Door;
use serde::Deserialize;
use web::{
    Answer, Form, SignedIn,
    component::{Button, ErrorSummary, Field, LinkButton},
    dates, summary,
};

#[derive(Template)]
#[template(path = "talk.html")]
struct TalkPage {
    summary: Option<ErrorSummary>,
    leave: LinkButton,
    sent: Vec<String>,
    words: Field,
    wrong: Option<String>,
    adults: Vec<Button>,
}

/// What a child sends: words or none, and to whom, by the button pressed.
#[derive(Default, Deserialize)]
pub(crate) struct TalkForm {
    #[serde(default)]
    words: String,
    #[serde(default)]
    adult: String,
}

/// `GET /parler`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let pupil = Pupil::of(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let page = TalkPage::build(&mut tx, &pupil, "", &Problems::default()).await?.behind(visit.viewer.door);
    drop(tx);
    // The title stays in the tab and in the history of a shared tablet: it says nothing.
    visit.page(W.talk_tab(), &page)
}

/// `POST /parler`
pub(crate) async fn ask(mut visit: SignedIn, Form(form): Form<TalkForm>) -> Answer {
    let pupil = Pupil::of(&visit.viewer)?;
    let mut tx = visit.write().await?;
    match talk::ask(&mut tx, &visit.viewer, &pupil, &form.adult, &form.words).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(visit.done("/parler", W.talk_sent()))
        }
        Err(Error::Invalid(problems)) => {
            let page = TalkPage::build(&mut tx, &pupil, &form.words, &problems).await?.behind(visit.viewer.door);
            drop(tx);
            visit.again(W.talk_tab(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl TalkPage {
    /// On a device of the class another child comes in as easily, by an animal or a badge found: it asks there, and is told
    /// nothing of what was asked before.
    fn behind(mut self, door: Door) -> Self {
        if door.is_narrow() {
            self.sent.clear();
        }
        self
    }

    async fn build(tx: &mut Tx, pupil: &Pupil, typed: &str, problems: &Problems) -> Result<Self> {
        let now = tx.now();
        let adults = listener::of_pupil(tx, pupil).await?;
        let sent = talk::sent(tx, pupil).await?;
        let leave = pupil.class.map_or_else(|| "/".to_owned(), |class| format!("/classes/{class}/journal"));
        let button = |name: &school::person::Name| {
            Button::secondary(W.talk_to(name.full())).icon("oreille").name_value("adult", name.id.to_string())
        };
        Ok(Self {
            summary: summary(problems),
            leave: LinkButton::secondary(W.talk_leave(), leave).icon("sortir"),
            sent: sent.iter().map(|it| line(it, now)).collect(),
            words: Field::area("words", W.talk_words(), 3)
                .value(typed)
                .maxlength(LONGEST)
                .hint(W.talk_words_hint())
                .optional(W.optional_to_pupil())
                .error(problems.of("words")),
            wrong: problems.of("adult"),
            adults: adults.iter().map(button).collect(),
        })
    }
}

/// « Ton message est parti. M. Roux l’a vu. »
fn line(sent: &Sent, now: Moment) -> String {
    let when = dates::past(sent.asked_at, now);
    match sent.seen_at {
        Some(_) => W.talk_line_seen(sent.adult(), when),
        None => W.talk_line(sent.adult(), when),
    }
}
