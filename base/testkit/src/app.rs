//! The application in this process.

use crate::{
    Classroom, Client, Who,
    database::{Fresh, engines, folder},
    page::plain_spaced,
};
use axum::Router;
use commons::{
    House,
    file::Files,
    job::{self, JobKind},
    mail::Mail,
    passage::Passage,
};
use db::{Clock, Engine, Migration, Moment, Tx, args};
use jiff::civil::DateTime;
use school::{Role, Viewer, circle};
use std::path::PathBuf;
use tokio::sync::watch;
use web::{Service, Site, Task};

/// A running application, its world and its clock.
#[derive(Debug)]
pub struct App {
    /// Database, files, mail.
    pub house: House,
    clock: Clock,
    services: &'static [&'static Service],
    folder: PathBuf,
    pub(crate) router: Router,
    // Live channels end when it is dropped.
    _closing: watch::Sender<bool>,
}

/// Tells a story on SQLite, then on PostgreSQL. The services are those under test; the schema of the base is always there.
///
/// # Panics
/// When the story does, when the application cannot start, or when the story leaves a dead job behind.
pub async fn on_both(services: &'static [&'static Service], story: impl AsyncFn(&App)) {
    for engine in engines() {
        if let Err(error) = on(engine, services, &story).await {
            panic!("on {engine:?}: {error}");
        }
    }
}

async fn on(engine: Engine, services: &'static [&'static Service], story: &impl AsyncFn(&App)) -> db::Result<()> {
    let fresh = Fresh::open(engine, &migrations(services)).await?;
    let app = App::start(&fresh, services)?;
    // Seen only when the story fails: it says on which engine.
    println!("on {engine:?}");
    story(&app).await;
    let mut tx = app.house.db.read().await?;
    let dead = job::dead(&mut tx).await?;
    drop(tx);
    assert!(dead.is_empty(), "jobs died: {dead:?}");
    drop(app);
    fresh.close().await
}

fn migrations(services: &[&Service]) -> Vec<Migration> {
    let base = school::MIGRATIONS.iter().chain(commons::MIGRATIONS);
    base.chain(services.iter().flat_map(|service| service.migrations)).copied().collect()
}

impl App {
    fn start(fresh: &Fresh, services: &'static [&'static Service]) -> db::Result<Self> {
        let files = Files::folder(&folder(fresh).join("fichiers"))?;
        let mail = Mail::folder(&folder(fresh).join("courrier"), "Préau <preau@example.org>")?;
        let passage = Passage::open(&folder(fresh).join("passage"))?;
        let mut house = House::new(fresh.db.clone(), files, mail, passage, "https://preau.example.org", [7; 32]);
        house.push = house.push.recorded();
        let (close, closing) = watch::channel(false);
        let router = web::router(Site { house: house.clone(), services, behind_proxy: false, closing });
        let folder = folder(fresh).to_owned();
        Ok(Self { house, clock: fresh.clock.clone(), services, folder, router, _closing: close })
    }

    /// A browser in which somebody is signed in.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn by(&self, who: Who) -> Client<'_> {
        Client::signed_in(self, who.account()).await
    }

    /// A browser in which nobody is signed in.
    pub fn anonymous(&self) -> Client<'_> {
        Client::anonymous(self)
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Sets the clock to a day and an hour in France: `2026-10-02T07:00`.
    ///
    /// # Panics
    /// When the text is no such thing.
    pub fn at(&self, when: &str) {
        let Ok(when) = when.parse::<DateTime>() else { panic!("{when} is no date and hour") };
        match db::PARIS.to_timestamp(when) {
            Ok(timestamp) => self.clock.set(timestamp.into()),
            Err(error) => panic!("{when}: {error}"),
        }
    }

    /// Lets some seconds pass.
    pub fn wait(&self, seconds: i64) {
        self.clock.set(self.now().plus_seconds(seconds));
    }

    /// A reading transaction.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn read(&self) -> Tx {
        self.house.db.read().await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// A writing transaction.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn write(&self) -> Tx {
        self.house.db.write().await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Somebody leaves every circle now, as a delivery dates it.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn leaves(&self, who: Who) {
        let mut tx = self.write().await;
        let ended = "update member set until = $2 where person_id = $1";
        let now = tx.now();
        tx.change(ended, args![who.person(), now]).await.unwrap_or_else(|error| panic!("{error}"));
        tx.commit().await.unwrap_or_else(|error| panic!("{error}"));
    }

    /// A child is a pupil of a class from now on.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn comes(&self, child: Who, class: Classroom) {
        let mut tx = self.write().await;
        let seated = circle::seat(&mut tx, class.id(), child.person(), Role::Pupil, None).await;
        seated.unwrap_or_else(|error| panic!("{error}"));
        tx.commit().await.unwrap_or_else(|error| panic!("{error}"));
    }

    /// What awaits somebody in the services under test.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn awaiting(&self, who: Who) -> Vec<Task> {
        let mut tx = self.read().await;
        let viewer = Viewer::load(&mut tx, who.account()).await.unwrap_or_else(|error| panic!("{error}"));
        let mut tasks = Vec::new();
        for service in self.services {
            tasks.extend((service.tasks)(&mut tx, &viewer).await.unwrap_or_else(|error| panic!("{error}")));
        }
        tasks
    }

    /// The titles of what awaits somebody in the services under test, with plain spaces.
    ///
    /// # Panics
    /// When the database fails.
    pub async fn tasks(&self, who: Who) -> Vec<String> {
        self.awaiting(who).await.into_iter().map(|task| plain_spaced(&task.title)).collect()
    }

    /// Runs every job that is due; tells how many.
    ///
    /// # Panics
    /// When the queue fails.
    pub async fn run_jobs(&self) -> usize {
        let kinds = self.jobs();
        let mut done = 0;
        while job::run_one(&self.house, &kinds).await.unwrap_or_else(|error| panic!("{error}")) {
            done += 1;
        }
        done
    }

    fn jobs(&self) -> Vec<JobKind> {
        commons::JOBS.iter().chain(self.services.iter().flat_map(|service| service.jobs)).copied().collect()
    }

    /// Lets out the pushes that are due; tells to which devices, oldest first. Letters need the words of a service, which
    /// lets them out itself.
    ///
    /// # Panics
    /// When the queue fails.
    pub async fn run_pushes(&self) -> Vec<String> {
        let before = self.house.push.record().len();
        let left = commons::attention::leave(&self.house, &commons::attention::no_letters()).await;
        left.unwrap_or_else(|error| panic!("{error}"));
        self.house.push.record().into_iter().skip(before).map(|push| push.endpoint).collect()
    }

    /// A folder of this application alone.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// The letters sent so far, as text with their headers and plain spaces, oldest first.
    ///
    /// # Panics
    /// When the mailbox cannot be read.
    pub fn letters(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.join("courrier")).unwrap_or_else(|error| panic!("{error}"));
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|it| it == "eml"));
        paths.sort_by_key(|path| path.metadata().and_then(|it| it.modified()).ok());
        paths.iter().filter_map(|path| std::fs::read(path).ok()).map(|bytes| decode(&bytes)).collect()
    }
}

/// Quoted-printable letters, as somebody reads them.
fn decode(bytes: &[u8]) -> String {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match (first, rest) {
            (b'=', [b'\r', b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                let digits = [*high, *low];
                let text = std::str::from_utf8(&digits).unwrap_or("20");
                out.push(u8::from_str_radix(text, 16).unwrap_or(b' '));
                rest = after;
            }
            _ => out.push(first),
        }
    }
    plain_spaced(&String::from_utf8_lossy(&out))
}
