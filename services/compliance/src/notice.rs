//! What people are told of their data, as adults read it: made of the register and of the schedule, so that the notice cannot
//! say anything else than what is kept and done (RGPD, articles 12 to 14; order of 30 November 2006).

use crate::{
    W,
    controller::Controller,
    register::version::{self, Processing},
    schedule::{Schedule, without_term},
};
use commons::House;
use db::{Result, Tx};
use jiff::civil::Date;
use pdf::{Document, Part};
use web::dates;

/// What the notice is made of.
#[derive(Debug)]
pub struct Notice {
    /// Who answers for it.
    pub controller: Controller,
    /// What is done, a title and its purposes each; what is done no more is left out.
    pub processing: Vec<(String, String)>,
    /// How long data is kept, by the rules that are executed.
    pub times: Vec<String>,
    /// The day it is read.
    pub today: Date,
}

impl Notice {
    /// Reads it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, house: &House) -> Result<Self> {
        let all = version::all(tx).await?;
        let lasting = all.iter().filter(|it| !it.entry.ended);
        let said = |it: &Processing| (it.entry.title.clone(), it.entry.purposes.join(" "));
        Ok(Self {
            controller: Controller::load(tx).await?,
            processing: lasting.map(said).collect(),
            times: Schedule::load(tx, house).await?.lines(),
            today: tx.now().day(),
        })
    }
}

/// Who sees what.
pub fn readers() -> [&'static str; 6] {
    [
        W.data_readers_pupils(),
        W.data_readers_guardians(),
        W.data_readers_teachers(),
        W.data_readers_heads(),
        W.data_readers_academy(),
        W.data_readers_town(),
    ]
}

/// Which data.
pub fn kinds() -> [&'static str; 5] {
    [
        W.data_kinds_pupils(),
        W.data_kinds_guardians(),
        W.data_kinds_staff(),
        W.data_kinds_everybody(),
        W.data_kinds_families(),
    ]
}

/// The rights of everybody: the six of the convention (article 8).
pub fn rights() -> [&'static str; 6] {
    [
        W.right_information(),
        W.right_access(),
        W.right_rectification(),
        W.right_objection(),
        W.right_restriction(),
        W.right_directives(),
    ]
}

/// The notice on paper, for the board of the school.
pub fn document(notice: &Notice, address: &str) -> Document {
    let paragraph = |text: &str| Part::Paragraph(text.to_owned());
    let heading = |text: &str| Part::Heading(text.to_owned());
    let list = |texts: &[&str]| Part::List(texts.iter().map(|it| (*it).to_owned()).collect());
    let purposes = notice.processing.iter().map(|(title, purposes)| W.data_processing_line(title, purposes));
    Document {
        title: W.data_title().to_owned(),
        issuer: vec![notice.controller.name.clone()],
        about: vec![W.register_printed(dates::date(notice.today))],
        footer: W.data_footer(address),
        parts: vec![
            paragraph(W.data_lead()),
            heading(W.data_controller()),
            Part::List(notice.controller.region.clone()),
            heading(W.data_officer()),
            Part::List(notice.controller.officer.clone()),
            heading(W.data_purpose()),
            paragraph(W.data_purpose_text()),
            paragraph(W.data_purpose_never()),
            Part::List(purposes.collect()),
            heading(W.data_kinds()),
            paragraph(W.data_kinds_source()),
            list(&kinds()),
            heading(W.data_readers()),
            list(&readers()),
            paragraph(W.data_transfers()),
            heading(W.data_time()),
            paragraph(W.data_time_text()),
            Part::List(notice.times.clone()),
            paragraph(W.data_time_without()),
            list(&without_term()),
            heading(W.data_rights()),
            list(&rights()),
            paragraph(W.data_rights_delay()),
            paragraph(&W.data_rights_paper(format!("{address}/mes-donnees"))),
            paragraph(W.data_rights_complaint()),
            heading(W.data_order()),
            paragraph(W.data_order_link()),
        ],
        ..Document::default()
    }
}
