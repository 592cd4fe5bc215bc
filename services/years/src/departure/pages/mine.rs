//! « Vous avez quitté … »: what remains to be done with an account that closes: take a copy, say what becomes of what was given to
//! others.

use crate::{
    W,
    departure::{self, Departure},
};
use askama::Template;
use db::{Problems, Result, Tx};
use school::{Profile, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, SignedIn,
    component::{Button, Choice, ErrorSummary, LinkButton, Notice, Opt},
    dates, summary,
};

/// Its address.
pub(crate) const PATH: &str = "/depart";

/// What the form sends.
const STAY: &str = "rester";
const GO: &str = "partir";

#[derive(Template)]
#[template(path = "departure.html")]
struct MinePage {
    title: String,
    summary: Option<ErrorSummary>,
    lead: String,
    dates: String,
    copy_explained: String,
    copy: LinkButton,
    /// Nothing while the days are not noted.
    question: Option<Choice>,
    kept: String,
    send: Button,
    answered: Option<Notice>,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    contributions: String,
}

/// `GET /depart`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    or_not_found(visit.viewer.has_left())?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &visit.viewer, &Problems::default()).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /depart`
pub(crate) async fn choose(mut visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    or_not_found(visit.viewer.has_left())?;
    let mut tx = visit.write().await?;
    // A choice sets no day: what an import said is noted by night.
    if Departure::of(&mut tx, visit.viewer.account).await?.is_none() {
        drop(tx);
        return Ok(visit.not_done(PATH, W.days_tomorrow(who(&visit.viewer))));
    }
    let stays = match typed.contributions.as_str() {
        STAY => true,
        GO => false,
        _ => {
            let problems = Problems::one("contributions", W.choose_missing(who(&visit.viewer)));
            let page = page(&mut tx, &visit.viewer, &problems).await?;
            drop(tx);
            return visit.again(&page.title, &page);
        }
    };
    departure::choose(&mut tx, visit.viewer.account, stays).await?;
    tx.commit().await?;
    Ok(visit.done(PATH, &W.chosen(who(&visit.viewer))))
}

async fn page(tx: &mut Tx, viewer: &Viewer, problems: &Problems) -> Result<MinePage> {
    let who = who(viewer);
    let departure = Departure::of(tx, viewer.account).await?;
    let stays = departure.as_ref().and_then(|it| it.stays);
    let said = match &departure {
        Some(it) => W.mine_dates(who, dates::date(it.closes()), dates::date(it.erases())),
        None => W.days_tomorrow(who).to_owned(),
    };
    let answered = stays.map(|stays| if stays { W.mine_stays(who) } else { W.mine_goes(who) });
    let options = || {
        vec![
            Opt::new(STAY, W.choice_stay()).hint(W.choice_stay_hint(who)).checked(stays == Some(true)),
            Opt::new(GO, W.choice_go()).hint(W.choice_go_hint(who)).checked(stays == Some(false)),
        ]
    };
    Ok(MinePage {
        title: W.mine_title(who),
        summary: summary(problems),
        lead: W.mine_lead(who),
        dates: said,
        copy_explained: W.copy_explained(who),
        copy: LinkButton::secondary(W.copy_take(), "/mes-donnees").icon("telecharger"),
        question: departure.map(|_| {
            let question = Choice::radios("contributions", W.choice(who), options());
            question.required().error(problems.of("contributions"))
        }),
        kept: W.choice_otherwise(who),
        send: Button::primary(W.save()),
        answered: answered.map(Notice::info),
    })
}

/// How the viewer is spoken to.
pub(crate) fn who(viewer: &Viewer) -> &'static str {
    match viewer.profile() {
        Profile::Pupil => "tu",
        Profile::Guardian
        | Profile::Staff
        | Profile::Teacher
        | Profile::Head
        | Profile::Town
        | Profile::Administrator => "vous",
    }
}
