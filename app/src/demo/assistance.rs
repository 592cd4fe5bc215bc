//! Requests for help of the demonstration: some wait, some are taken care of, one went further, one is solved.

use super::{People, desks, past::Past, viewer_of};
use assistance::{
    act::{self, Saying},
    asking::{self, AskForm},
    level::Level,
    origin,
    request::{HelpRequest, Rating},
};
use commons::{House, ThingId};
use db::{Error, Result};
use richtext::Doc;
use school::{AccountId, Territory, Viewer};

/// What somebody asks.
struct Question {
    kind: &'static str,
    urgency: &'static str,
    title: &'static str,
    text: &'static str,
    page: &'static str,
}

const BADGES: Question = Question {
    kind: "accompaniment",
    urgency: "low",
    title: "Préparer les badges de ma classe",
    text: "Bonjour, je voudrais imprimer les badges de mes élèves avant la reprise. Pouvez-vous me montrer comment faire ?",
    page: "/aide-en-ligne",
};
const LIST: Question = Question {
    kind: "incident",
    urgency: "high",
    title: "Un élève arrivé lundi n’apparaît pas",
    text: "Un élève inscrit lundi en CE2 n’est dans aucune classe. Ses parents ne reçoivent pas les mots du carnet.",
    page: "/messages",
};
const VIDEO: Question = Question {
    kind: "incident",
    urgency: "normal",
    title: "Une vidéo reste en préparation",
    text: "J’ai ajouté une vidéo d’une minute dans le journal. Elle reste en préparation depuis ce matin.",
    page: "/journal",
};
const CODE: Question = Question {
    kind: "incident",
    urgency: "normal",
    title: "Le code du second parent est refusé",
    text: "Bonjour, le code de la fiche de connexion n’est plus accepté. Pouvez-vous en donner un autre ?",
    page: "/activation",
};
const TABLET: Question = Question {
    kind: "accompaniment",
    urgency: "low",
    title: "Lire le journal sur une tablette ancienne",
    text: "Bonjour, les photos du journal s’affichent mal sur notre tablette. Que pouvons-nous faire ?",
    page: "/journal",
};
const MENUS: Question = Question {
    kind: "accompaniment",
    urgency: "normal",
    title: "Reprendre les menus de l’an dernier",
    text: "Bonjour, est-il possible de reprendre les menus saisis l’an dernier pour préparer le trimestre ?",
    page: "/ma-commune/cantine",
};
const SOLVED: Question = Question {
    kind: "incident",
    urgency: "normal",
    title: "Le coupon photographié n’est pas reconnu",
    text: "La photo de la pile de coupons donne zéro réponse. Les coupons sont pourtant bien imprimés.",
    page: "/carnet",
};

/// What is done about a request.
enum Act {
    Take,
    Answer(&'static str),
    Ask(&'static str),
    Pass(Level, &'static str),
    Solve(&'static str),
}

/// Writes them, each at its desk.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let mut tx = past.house(5, 0).db.write().await?;
    let head = viewer_of(&mut tx, people.head).await?.account;
    let (first, last) = (people.classes.first().ok_or(Error::NotFound)?, people.classes.last().ok_or(Error::NotFound)?);
    let teacher = viewer_of(&mut tx, first.teacher).await?.account;
    let other = viewer_of(&mut tx, last.teacher).await?.account;
    let parent = viewer_of(&mut tx, people.parent).await?.account;
    let [adviser, help, officer] = [
        desks::ADVISER.account(&mut tx).await?,
        desks::HELP.account(&mut tx).await?,
        desks::TOWN_OFFICE.account(&mut tx).await?,
    ];
    tx.commit().await?;
    let school = Territory::School(people.school);
    let at_school = |family: bool| (family, Some(&school));

    let id = ask(&past.house(5, 60), teacher, at_school(false), &SOLVED).await?;
    act(&past.house(5, 130), adviser, id, Act::Answer("Photographiez les coupons à plat, sans ombre, cinq par cinq."))
        .await?;
    act(&past.house(4, 40), adviser, id, Act::Solve("La pile est reconnue depuis ce matin.")).await?;
    rate(&past.house(4, 90), teacher, id).await?;

    let id = ask(&past.house(3, 20), other, (false, None), &VIDEO).await?;
    act(&past.house(3, 45), adviser, id, Act::Pass(Level::Academy, "Vu avec l’école : le fichier est valide.")).await?;
    act(&past.house(3, 100), help, id, Act::Take).await?;

    let id = ask(&past.house(2, -30), head, at_school(false), &LIST).await?;
    act(&past.house(2, 10), adviser, id, Act::Take).await?;
    act(&past.house(2, 15), adviser, id, Act::Ask("L’élève est-il admis dans ONDE, et depuis quel jour ?")).await?;

    let id = ask(&past.house(2, 70), parent, at_school(true), &CODE).await?;
    act(&past.house(1, -40), head, id, Act::Answer("Une nouvelle fiche est dans le cartable de votre enfant.")).await?;
    ask(&past.house(0, 5), parent, at_school(true), &TABLET).await?;

    ask(&past.house(1, 80), officer, (false, None), &MENUS).await?;
    ask(&past.house(0, -20), teacher, at_school(false), &BADGES).await.map(drop)
}

/// Somebody asks, as a family or for a service, from a place or from wherever they are.
async fn ask(
    house: &House,
    account: AccountId,
    (family, place): (bool, Option<&Territory>),
    question: &Question,
) -> Result<ThingId> {
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let origins = origin::origins(&mut tx, &viewer).await?;
    let fits = |it: &&origin::Origin| it.family == family && place.is_none_or(|place| it.place == *place);
    let origin = origins.iter().find(fits).ok_or(Error::NotFound)?;
    let form = AskForm {
        kind: question.kind.to_owned(),
        urgency: question.urgency.to_owned(),
        origin: origin.value(),
        title: question.title.to_owned(),
        body: question.text.to_owned(),
        page: question.page.to_owned(),
        ..AskForm::default()
    };
    let checked = form.check(&origins)?;
    let id = asking::create(&mut tx, &viewer, &checked, "Firefox 145 sur Windows", &[]).await?;
    tx.commit().await?;
    Ok(id)
}

async fn act(house: &House, account: AccountId, id: ThingId, what: Act) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let request = HelpRequest::load_to_answer(&mut tx, &viewer, id).await?;
    let words = |text: &str| Doc::from_plain(text);
    match what {
        Act::Take => act::take(&mut tx, &viewer, &request, None).await?,
        Act::Answer(text) | Act::Ask(text) => {
            let asks = matches!(what, Act::Ask(_));
            let saying = Saying { body: &words(text), papers: &[], internal: false, asks };
            act::answer(&mut tx, &viewer, &request, &saying).await?;
        }
        Act::Pass(to, text) => act::pass(&mut tx, &viewer, &request, to, &words(text)).await?,
        Act::Solve(text) => act::solve(&mut tx, &viewer, &request, Some(&words(text))).await?,
    }
    tx.commit().await
}

/// The author says how it was.
async fn rate(house: &House, account: AccountId, id: ThingId) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let request = HelpRequest::load_own(&mut tx, &viewer, id).await?;
    act::rate(&mut tx, &request, Rating::Good, "Réponse rapide et claire.").await?;
    tx.commit().await
}
