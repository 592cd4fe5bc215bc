//! The sheet for the conseil d’école and the conseil municipal: the same figures, on paper.

use super::{Asked, board_page};
use crate::{
    W,
    adoption::percent,
    facet::{self, SERVICES},
    report::Report,
    say,
};
use commons::{
    identity::{Identity, REGION},
    usage::{Device, UsedBy},
};
use db::Error;
use pdf::{Column, Document, Part, Table};
use school::Territory;
use web::{Answer, Query, SignedIn, dates, paper};

/// `GET /indicateurs/fiche.pdf`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let mut tx = visit.read().await?;
    let (_, report) = asked.report(&mut tx, &visit.viewer).await?;
    let report = report.ok_or(Error::NotFound)?;
    let region = Identity::of(&mut tx, REGION).await?;
    drop(tx);
    let document = document(&report, &region);
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(paper::made(bytes, "application/pdf", "indicateurs.pdf"))
}

fn document(report: &Report, region: &Identity) -> Document {
    let title = match report.place {
        Territory::School(_) => W.sheet_school(),
        Territory::Town(..) | Territory::Authority(_) => W.sheet_town(),
        Territory::Region | Territory::Academy(_) | Territory::Department(_) | Territory::District(..) => {
            W.sheet_other()
        }
    };
    let mut parts = vec![Part::Paragraph(W.indicators_lead().to_owned())];
    parts.extend(adoption(report));
    parts.push(profiles(report));
    parts.push(services(report));
    parts.push(devices(report));
    let similar = board_page::similar(report);
    if !similar.is_empty() {
        parts.push(Part::Heading(W.similar().to_owned()));
        parts.push(Part::List(similar));
    }
    parts.push(Part::Paragraph(W.rounding().to_owned()));
    Document {
        title: title.to_owned(),
        issuer: [&region.name].into_iter().filter(|it| !it.is_empty()).cloned().collect(),
        about: vec![report.name.clone(), say::period(report.period)],
        footer: W.state_whole(dates::date(report.last.sunday())),
        parts,
        ..Document::default()
    }
}

fn table(title: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Part {
    let columns = heads.iter().enumerate().map(|(place, head)| Column {
        label: (*head).to_owned(),
        share: if place == 0 { 3 } else { 2 },
        numeric: place > 0,
    });
    Part::Table(Table { caption: title.to_owned(), columns: columns.collect(), rows, total: None })
}

fn adoption(report: &Report) -> Option<Part> {
    let people = report.adoption?;
    let rows = [
        (W.adoption_staff(), people.staff_active, people.staff),
        (W.adoption_adults(), people.adults_active, people.adults),
        (W.adoption_families(), people.children_reached, people.children),
    ];
    let rows = rows.map(|(label, some, all)| vec![label.to_owned(), say::share(percent(some, all))]);
    Some(table(W.adoption(), &[W.who(), W.share()], rows.to_vec()))
}

fn profiles(report: &Report) -> Part {
    let (figures, before) = (&report.figures, &report.before);
    let rows = UsedBy::ALL.iter().map(|profile| {
        let figure = figures.of(*profile, facet::ALL);
        vec![
            W.profile(profile.as_str()),
            say::people(figures.people(figure)),
            say::visits(figures.visits(figure)),
            say::visits(before.visits(before.of(*profile, facet::ALL))),
        ]
    });
    let heads = [W.who(), W.people_a_week(), W.visits(), W.visits_before()];
    table(W.by_profile(), &heads, rows.collect())
}

fn services(report: &Report) -> Part {
    let figures = &report.figures;
    let rows = SERVICES.iter().map(|service| {
        let figure = figures.all(service);
        vec![W.service(service), say::people(figures.people(figure)), say::visits(figures.visits(figure))]
    });
    table(W.by_service(), &[W.service_head(), W.people_a_week(), W.visits()], rows.collect())
}

fn devices(report: &Report) -> Part {
    let figures = &report.figures;
    let rows = Device::ALL.iter().map(|device| {
        let figure = figures.all(device.as_str());
        vec![W.device(device.as_str()), say::visits(figures.visits(figure))]
    });
    table(W.by_device(), &[W.device_head(), W.visits()], rows.collect())
}
