//! « Vous avez quitté … », « Éloïse a quitté … »: what remains to be done with an account that closes: take a copy, say what becomes
//! of what was given to others. The adults responsible say it for a child who left.

use crate::{
    W,
    departure::{
        self, Departure,
        child::{self, LeftChild},
    },
};
use askama::Template;
use db::{Problems, Result, Tx};
use school::{PersonId, Viewer, viewer::or_not_found};
use web::{
    Answer, DEPARTURE, Form, PAST_YEARS, SignedIn,
    component::{Button, Choice, ErrorSummary, LinkButton, Notice, Opt},
    dates, summary, voice,
};

/// Its address.
pub(crate) const PATH: &str = DEPARTURE;

/// What the form sends.
const FIELD: &str = "contributions";
const CHILD: &str = "enfant";
const STAY: &str = "rester";
const GO: &str = "partir";

#[derive(Template)]
#[template(path = "departure.html")]
struct MinePage {
    title: String,
    summary: Option<ErrorSummary>,
    lead: String,
    own: Option<OwnPart>,
    children: Vec<ChildPart>,
}

/// The viewer's own departure.
struct OwnPart {
    dates: String,
    copy_explained: String,
    copy: LinkButton,
    /// Nothing while the days are not noted, and for a pupil who is not asked.
    ask: Option<Ask>,
    /// Who is asked instead.
    others: Option<&'static str>,
}

/// The departure of a child of the viewer.
struct ChildPart {
    id: PersonId,
    name: String,
    facts: Vec<String>,
    /// Nothing when there is nothing to read.
    past: Option<LinkButton>,
    ask: Option<Ask>,
}

/// What becomes of what was given to others.
struct Ask {
    child: Option<PersonId>,
    answered: Option<Notice>,
    question: Choice,
    kept: String,
    send: Button,
}

/// About whom a form is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Me,
    Child(PersonId),
}

/// What a form sent.
struct Sent {
    about: About,
    stays: Option<bool>,
}

/// `GET /depart`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let children = those_told(&mut tx, &visit.viewer).await?;
    let page = page(&mut tx, &visit.viewer, &children, None).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

/// `POST /depart`
pub(crate) async fn choose(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let mut tx = visit.write().await?;
    let children = those_told(&mut tx, &visit.viewer).await?;
    let sent = sent(&fields);
    // A choice sets no day: what an import said is noted by night.
    if !is_noted(&mut tx, &visit.viewer, &children, sent.about).await? {
        drop(tx);
        return Ok(visit.not_done(PATH, &W.days_tomorrow(voice(&visit.viewer))));
    }
    let Some(stays) = sent.stays else {
        let page = page(&mut tx, &visit.viewer, &children, Some(sent.about)).await?;
        drop(tx);
        return visit.again(&page.title, &page);
    };
    match sent.about {
        About::Me => departure::choose(&mut tx, visit.viewer.account, stays).await?,
        About::Child(child) => child::choose(&mut tx, &visit.viewer, child, stays).await?,
    }
    tx.commit().await?;
    Ok(visit.done(PATH, &W.chosen(voice(&visit.viewer))))
}

/// The children of the viewer who left, for whoever left or has such a child.
async fn those_told(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<LeftChild>> {
    let children = child::of(tx, viewer).await?;
    or_not_found(viewer.has_left() || !children.is_empty())?;
    Ok(children)
}

/// Whether the days of a departure are noted. Not found is a departure the viewer is not asked about.
async fn is_noted(tx: &mut Tx, viewer: &Viewer, children: &[LeftChild], about: About) -> Result<bool> {
    match about {
        About::Me => {
            or_not_found(viewer.has_left() && !viewer.is_of_first_cycle())?;
            Ok(Departure::of(tx, viewer.account).await?.is_some())
        }
        About::Child(child) => {
            let known = children.iter().find(|it| it.id == child);
            or_not_found(known.is_some())?;
            Ok(known.is_some_and(LeftChild::is_noted))
        }
    }
}

fn sent(fields: &[(String, String)]) -> Sent {
    let child = fields.iter().find(|it| it.0 == CHILD).and_then(|it| it.1.parse::<PersonId>().ok());
    let stays = match fields.iter().find(|it| it.0.starts_with(FIELD)).map(|it| it.1.as_str()) {
        Some(STAY) => Some(true),
        Some(GO) => Some(false),
        _ => None,
    };
    Sent { about: child.map_or(About::Me, About::Child), stays }
}

/// The field of a form: that of the one with an error is where the summary leads.
fn field(about: About, failed: Option<About>) -> String {
    match about {
        _ if failed == Some(about) => FIELD.to_owned(),
        About::Me if failed.is_none() => FIELD.to_owned(),
        About::Me => format!("{FIELD}-moi"),
        About::Child(child) => format!("{FIELD}-{child}"),
    }
}

async fn page(tx: &mut Tx, viewer: &Viewer, children: &[LeftChild], failed: Option<About>) -> Result<MinePage> {
    let who = voice(viewer);
    let problems = match failed {
        Some(_) => Problems::one(FIELD, W.choose_missing(who)),
        None => Problems::default(),
    };
    let own = if viewer.has_left() { Some(OwnPart::build(tx, viewer, failed).await?) } else { None };
    let (title, lead) = if own.is_some() {
        (W.mine_title(who), W.mine_lead(who))
    } else {
        (W.child_title().to_owned(), W.child_lead().to_owned())
    };
    Ok(MinePage {
        title,
        summary: summary(&problems),
        lead,
        own,
        children: children.iter().map(|it| ChildPart::of(it, failed)).collect(),
    })
}

impl OwnPart {
    async fn build(tx: &mut Tx, viewer: &Viewer, failed: Option<About>) -> Result<Self> {
        let who = voice(viewer);
        let departure = Departure::of(tx, viewer.account).await?;
        let asked = !viewer.is_of_first_cycle();
        let dates = match &departure {
            Some(it) => W.mine_dates(who, dates::date(it.closes()), dates::date(it.erases())),
            None => W.days_tomorrow(who),
        };
        Ok(Self {
            dates,
            copy_explained: W.copy_explained(who),
            copy: LinkButton::secondary(W.copy_take(), web::MY_DATA).icon("telecharger"),
            ask: departure.filter(|_| asked).map(|it| ask_me(who, it.stays, failed)),
            others: (!asked).then(|| W.adults_asked()),
        })
    }
}

impl ChildPart {
    fn of(child: &LeftChild, failed: Option<About>) -> Self {
        let facts = [Some(child.left()), child.readable(), Some(child.days()), Some(W.child_mistake().to_owned())];
        Self {
            id: child.id,
            name: child.first_name.clone(),
            facts: facts.into_iter().flatten().collect(),
            past: child.has_past().then(|| LinkButton::secondary(W.past_years(), PAST_YEARS).icon("archive")),
            ask: child.is_noted().then(|| ask_for(child, failed)),
        }
    }
}

fn ask_me(who: &'static str, stays: Option<bool>, failed: Option<About>) -> Ask {
    let options = vec![
        Opt::new(STAY, W.choice_stay()).hint(W.choice_stay_hint(who)).checked(stays == Some(true)),
        Opt::new(GO, W.choice_go()).hint(W.choice_go_hint(who)).checked(stays == Some(false)),
    ];
    let answered = stays.map(|stays| if stays { W.mine_stays(who) } else { W.mine_goes(who) });
    let question = Choice::radios(field(About::Me, failed), W.choice(who), options).required();
    Ask {
        child: None,
        answered: answered.map(Notice::info),
        question: question.error((failed == Some(About::Me)).then(|| W.choose_missing(who))),
        kept: W.choice_otherwise(who),
        send: Button::primary(W.save()),
    }
}

fn ask_for(child: &LeftChild, failed: Option<About>) -> Ask {
    let (about, stays) = (About::Child(child.id), child.stays);
    let options = vec![
        Opt::new(STAY, W.child_choice_stay()).hint(W.child_choice_stay_hint()).checked(stays == Some(true)),
        Opt::new(GO, W.choice_go()).hint(W.child_choice_go_hint()).checked(stays == Some(false)),
    ];
    let legend = W.child_choice(web::of_name(&child.first_name));
    let question = Choice::radios(field(about, failed), legend, options).required();
    Ask {
        child: Some(child.id),
        answered: stays.map(|stays| Notice::info(if stays { W.child_stays() } else { W.child_goes() })),
        question: question.error((failed == Some(about)).then(|| W.choose_missing("vous"))),
        kept: W.child_otherwise().to_owned(),
        send: Button::primary(W.save()),
    }
}
