//! Those of the demonstration who have a task over a territory: the académie, the commune of the school, its circonscription,
//! the help desk, the data protection officer.

use super::People;
use commons::House;
use db::{Error, Result, Tx};
use school::{
    AccountId, Role, School, Territory, Viewer,
    account::{self, Account},
    charter::{self, Audience},
};

/// Somebody with a task.
pub(super) struct Desk {
    /// « Secrétariat de mairie ».
    pub(super) role: &'static str,
    /// What is typed to sign in.
    pub(super) login: &'static str,
    /// Who.
    pub(super) name: &'static str,
    task: Role,
    /// Which of the territories around the school the task is over.
    over: fn(&Territory) -> bool,
}

/// Runs the conventions of the académie.
pub(super) const ACADEMY: Desk = Desk {
    role: "Secrétariat de l’académie",
    login: "secretariat.academie",
    name: "Odile Vernazan",
    task: Role::SchemeOfficer,
    over: |it| matches!(it, Territory::Academy(_)),
};
/// Handles the convention and the services of the commune.
pub(super) const TOWN_OFFICE: Desk = Desk {
    role: "Secrétariat de mairie",
    login: "secretariat.mairie",
    name: "Jeanne Castebrac",
    task: Role::TownOfficer,
    over: |it| matches!(it, Territory::Town(..)),
};
/// Publishes for the commune.
pub(super) const TOWN_PRESS: Desk = Desk {
    role: "Référent ville",
    login: "referent.ville",
    name: "Samuel Orbelin",
    task: Role::TownEditor,
    over: |it| matches!(it, Territory::Town(..)),
};
/// Advises the schools of the circonscription.
pub(super) const ADVISER: Desk = Desk {
    role: "ERUN",
    login: "erun.circonscription",
    name: "Inès Montaubert",
    task: Role::DistrictAdviser,
    over: |it| matches!(it, Territory::District(..)),
};
/// Answers at the help desk of the académie.
pub(super) const HELP: Desk = Desk {
    role: "Assistance académique",
    login: "assistance.academie",
    name: "Hugo Peyradel",
    task: Role::HelpAgent,
    over: |it| matches!(it, Territory::Academy(_)),
};
/// Looks after personal data.
pub(super) const DATA: Desk = Desk {
    role: "DPO",
    login: "dpo.region",
    name: "Camille Fonvraye",
    task: Role::DataOfficer,
    over: |it| *it == Territory::Region,
};

/// All of them.
pub(super) const DESKS: [Desk; 6] = [ACADEMY, TOWN_OFFICE, TOWN_PRESS, ADVISER, HELP, DATA];

impl Desk {
    /// The account.
    pub(super) async fn account(&self, tx: &mut Tx) -> Result<AccountId> {
        Ok(Account::by_login(tx, self.login).await?.ok_or(Error::NotFound)?.id)
    }

    /// Who it is, as the pages ask.
    pub(super) async fn viewer(&self, tx: &mut Tx) -> Result<Viewer> {
        let account = self.account(tx).await?;
        Viewer::load(tx, account).await
    }

    /// What the task is over.
    pub(super) fn territory(&self, school: &School) -> Result<Territory> {
        Territory::around(school).into_iter().find(|it| (self.over)(it)).ok_or(Error::NotFound)
    }
}

/// Gives them accounts with the password of everybody. A second factor is theirs to set: it is asked at their first sign-in.
pub(super) async fn let_in(house: &House, people: &People) -> Result<()> {
    let mut tx = house.db.write().await?;
    let password = people.password_hash(&mut tx).await?;
    let school = School::load(&mut tx, people.school).await?;
    for desk in &DESKS {
        let id = account::create(&mut tx, desk.login).await?;
        account::set_name(&mut tx, id, desk.name).await?;
        account::grant(&mut tx, id, desk.task, &desk.territory(&school)?.to_string()).await?;
        account::set_password(&mut tx, id, &password).await?;
        charter::accept(&mut tx, id, Audience::Staff).await?;
    }
    tx.commit().await
}
