//! The public sites of the demonstration: that of the school, in which a page waits for the director, and that of the commune.

use super::{People, desks, drawing, past::Past, viewer_of};
use commons::House;
use db::{Error, Result, Tx};
use portal::{
    block::BlockKind::{self, *},
    block_form::TypedBlock,
    draft, file,
    page::{PageKind, SitePage},
    page_form::PageForm,
    publication::{self, Said},
    site::{self, Desk, Settings, SiteId},
};
use school::{AccountId, School, Territory, Viewer};

/// A block: what it is, and what it says.
type Piece = (BlockKind, &'static str);

/// A page to write.
struct Sheet {
    kind: PageKind,
    title: &'static str,
    pieces: &'static [Piece],
}

const SCHOOL: &[Sheet] = &[
    Sheet {
        kind: PageKind::Page,
        title: "Notre école",
        pieces: &[
            (Text, "L’école accueille les enfants du lundi au vendredi. Le portail ouvre dix minutes avant la classe."),
            (Picture, "Les collines derrière l’école, au soleil"),
            (Heading, "Qui contacter"),
            (Contact, ""),
        ],
    },
    Sheet {
        kind: PageKind::Page,
        title: "Inscrire son enfant",
        pieces: &[(Text, "L’inscription se fait d’abord en mairie, puis à l’école, sur rendez-vous.")],
    },
    Sheet {
        kind: PageKind::News,
        title: "Le jardin a sa cabane",
        pieces: &[(
            Text,
            "Les élèves ont monté une cabane à outils derrière le préau. Les premiers semis sont pour bientôt.",
        )],
    },
    Sheet {
        kind: PageKind::Event,
        title: "Portes ouvertes",
        pieces: &[(Text, "Visite des classes, puis un verre de jus de pomme sous le préau.")],
    },
];
const PROPOSED: Sheet = Sheet {
    kind: PageKind::News,
    title: "La chorale prépare son concert",
    pieces: &[(Text, "Les classes répètent chaque jeudi. Le concert aura lieu dans la salle polyvalente.")],
};
const TOWN: &[Sheet] = &[
    Sheet {
        kind: PageKind::Page,
        title: "Nos écoles",
        pieces: &[
            (Text, "La commune entretient les bâtiments, emploie les agents des écoles et finance les fournitures."),
            (Heading, "Les dates à venir"),
            (Agenda, ""),
        ],
    },
    Sheet {
        kind: PageKind::Page,
        title: "Cantine et garderie",
        pieces: &[(
            Text,
            "Les repas sont cuisinés sur place. Les menus de la semaine sont dans l’espace des familles.",
        )],
    },
    Sheet {
        kind: PageKind::News,
        title: "Des peintures neuves dans les classes",
        pieces: &[(Text, "Deux classes ont été repeintes pendant les vacances, avec des peintures sans solvant.")],
    },
    Sheet {
        kind: PageKind::Event,
        title: "Réunion sur les rythmes scolaires",
        pieces: &[(Text, "Les familles et les équipes des écoles sont invitées à donner leur avis.")],
    },
];

/// Makes both sites and opens them.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let house = past.house(5, -10);
    let mut tx = house.db.write().await?;
    let head = viewer_of(&mut tx, people.head).await?.account;
    let teacher = people.classes.first().map_or(people.head, |class| class.teacher);
    let teacher = viewer_of(&mut tx, teacher).await?.account;
    let editor = desks::TOWN_PRESS.account(&mut tx).await?;
    let school = School::load(&mut tx, people.school).await?;
    let town = desks::TOWN_PRESS.territory(&school)?;
    tx.commit().await?;
    let site = make(&house, head, &Territory::School(people.school), "L’école et ses projets, pour tous.").await?;
    let picture = photograph(&house, head, site).await?;
    publish(past, &house, head, site, (SCHOOL, &picture)).await?;
    let site = make(&house, editor, &town, "La vie des écoles de la commune.").await?;
    publish(past, &house, editor, site, (TOWN, "")).await?;
    propose(past, people, teacher).await
}

async fn make(house: &House, account: AccountId, territory: &Territory, presentation: &str) -> Result<SiteId> {
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let id = site::create(&mut tx, &viewer, &territory.to_string()).await?;
    let desk = Desk::load_to_direct(&mut tx, &viewer, id).await?;
    let settings = Settings {
        title: desk.site.title.clone(),
        presentation: presentation.to_owned(),
        contact: "1 rue des Écoles\n05 36 49 40 10\nDe 8 h 30 à 16 h 30, les jours de classe".to_owned(),
        legal: String::new(),
    };
    site::set(&mut tx, &viewer, &desk.site, &settings).await?;
    site::set_open(&mut tx, &viewer, &desk.site, true).await?;
    tx.commit().await?;
    Ok(id)
}

/// A picture for the site; tells how its pages name it.
async fn photograph(house: &House, account: AccountId, site: SiteId) -> Result<String> {
    let picture = file::receive_picture(&house.files, "paysage.jpg", drawing::landscape(4)?.into()).await?;
    let picture = picture.ok_or_else(|| Error::fault("a landscape that is no picture"))?;
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let kept = file::keep(&mut tx, &viewer, site, &picture).await?;
    tx.commit().await?;
    Ok(kept.to_string())
}

/// Writes pages and puts them on line; beside them, the picture they show.
async fn publish(
    past: &Past,
    house: &House,
    account: AccountId,
    site: SiteId,
    (sheets, picture): (&[Sheet], &str),
) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = Viewer::load(&mut tx, account).await?;
    let desk = Desk::load_to_publish(&mut tx, &viewer, site).await?;
    for sheet in sheets {
        let page = begin(&mut tx, &viewer, &desk, sheet.form(past, picture)).await?;
        let said = Said { edition: page.edition, authorised: true };
        publication::publish(&mut tx, &viewer, &desk, &page, &said).await?;
    }
    tx.commit().await
}

/// A teacher proposes a news to the director.
async fn propose(past: &Past, people: &People, teacher: AccountId) -> Result<()> {
    let mut tx = past.house(0, 25).db.write().await?;
    let viewer = Viewer::load(&mut tx, teacher).await?;
    let scope = Territory::School(people.school).to_string();
    let site = site::PublicSite::of_scope(&mut tx, &scope).await?.ok_or(Error::NotFound)?;
    let desk = Desk::load(&mut tx, &viewer, site.id).await?;
    let page = begin(&mut tx, &viewer, &desk, PROPOSED.form(past, "")).await?;
    publication::propose(&mut tx, &viewer, &desk, page.id).await?;
    tx.commit().await
}

async fn begin(tx: &mut Tx, viewer: &Viewer, desk: &Desk, form: PageForm) -> Result<SitePage> {
    let known = file::known(tx, desk.site.id, &form.files()).await?;
    let content =
        form.check(&known).map_err(|wrong| Error::fault(format!("a page of the demonstration: {wrong:?}")))?;
    let id = draft::create(tx, viewer, desk, &content).await?;
    SitePage::load(tx, desk, id).await
}

impl Sheet {
    fn form(&self, past: &Past, picture: &str) -> PageForm {
        PageForm {
            title: self.title.to_owned(),
            starts_on: past.weekday_in(16),
            starts_at: "17:30".to_owned(),
            place: "Sous le préau".to_owned(),
            blocks: self.pieces.iter().map(|piece| block(piece, picture)).collect(),
            ..PageForm::blank(self.kind)
        }
    }
}

fn block((kind, said): &Piece, picture: &str) -> TypedBlock {
    let (said, typed) = ((*said).to_owned(), TypedBlock::new(*kind));
    match kind {
        Text => TypedBlock { text: said, ..typed },
        Picture => TypedBlock { label: said, file: picture.to_owned(), ..typed },
        Heading | Document | Link | Contact | Agenda => TypedBlock { label: said, ..typed },
    }
}
