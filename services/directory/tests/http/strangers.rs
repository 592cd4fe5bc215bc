//! Every address of the service, and those who have no business there.

use crate::{SERVICES, answers, run};
use db::{Uuid, args};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

const RUN: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0902);

/// Nobody of these has a page here: strangers to the school, its families, its pupils, whom the commune employs, and the
/// replacement while she is attached to no class.
const STRANGERS: [Who; 10] = [Hector, Thea, Enzo, Perrine, Claire, Paul, Zoe, Samia, Agnes, Rose];

/// An import of Toulouse, whose report Adélaïde reads.
async fn imported(app: &App) {
    let counts = serde_json::to_string(&(directory::import::Counts::default(), Vec::<String>::new())).unwrap();
    let sql = "insert into import_run (id, academy, kind, delivered_on, started_at, finished_at, outcome, counts) \
         values ($1, '16', 'Complet', '2026-09-07', $2, $2, 'applied', $3)";
    run(app, sql, args![RUN, app.now(), counts]).await;
}

/// The addresses of the service, of things that are there.
fn addresses() -> Vec<(&'static str, String)> {
    let real = |path: &'static str| {
        let (method, pattern) = path.split_once(' ').unwrap();
        let address = pattern
            .replace("{run}", &RUN.simple().to_string())
            .replace("{school}", &Tilleuls.id().to_string())
            .replace("{circle}", &Cp.id().to_string())
            .replace("{person}", &Thomas.person().to_string());
        assert!(!address.contains('{'), "{address}");
        (method, address)
    };
    directory::SERVICE.paths.iter().copied().map(real).collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address() {
    on_both(SERVICES, async |app| {
        imported(app).await;
        strangers_find_nothing(app, &addresses(), &STRANGERS).await;
    })
    .await;
}

#[tokio::test]
async fn the_imports_are_strange_to_every_school() {
    on_both(SERVICES, async |app| {
        imported(app).await;
        let imports: Vec<_> = addresses().into_iter().filter(|(_, path)| path.starts_with("/annuaire")).collect();
        strangers_find_nothing(app, &imports, &[Helene, Thomas]).await;
        let schools: Vec<_> = addresses().into_iter().filter(|(_, path)| !path.starts_with("/annuaire")).collect();
        strangers_find_nothing(app, &schools, &[Adelaide]).await;
    })
    .await;
}

/// The addresses above are real: whoever is in charge finds a page at each of them.
#[tokio::test]
async fn those_in_charge_find_a_page_at_every_address() {
    on_both(SERVICES, async |app| {
        imported(app).await;
        for (method, path) in addresses() {
            let who = if path.starts_with("/annuaire") { Adelaide } else { Helene };
            if method == "GET" {
                answers(app, &path, 200, &[who]).await;
            }
        }
    })
    .await;
}
