//! The register on paper and as a table.

use super::version::Processing;
use crate::{W, controller::Controller, schedule::Schedule};
use db::Result;
use jiff::civil::Date;
use pdf::{Document, Part};
use web::{dates, sheet};

/// The whole register as a document.
pub fn document(all: &[Processing], controller: &Controller, schedule: &Schedule, today: Date) -> Document {
    let mut parts = vec![
        Part::Heading(W.register_controller().to_owned()),
        Part::List(controller.region.clone()),
        Part::Heading(W.register_officer().to_owned()),
        Part::List(controller.officer.clone()),
        Part::Heading(W.register_host().to_owned()),
        Part::List(controller.host.clone()),
    ];
    for processing in all {
        parts.push(Part::Heading(title(processing)));
        for (label, lines) in processing.entry.sections(schedule) {
            parts.push(Part::Subheading(label.to_owned()));
            parts.push(Part::List(lines));
        }
    }
    Document {
        title: W.register_heading().to_owned(),
        issuer: vec![controller.name.clone()],
        about: vec![W.register_printed(dates::date(today))],
        footer: W.register_heading().to_owned(),
        parts,
        ..Document::default()
    }
}

/// The title of an entry, with what is to be known of it.
pub fn title(processing: &Processing) -> String {
    match processing.entry.ended {
        true => W.register_ended_title(&processing.entry.title),
        false => processing.entry.title.clone(),
    }
}

/// The whole register, an entry a line.
///
/// # Errors
/// A fault of serialisation.
pub fn csv(all: &[Processing], controller: &Controller, schedule: &Schedule) -> Result<Vec<u8>> {
    let line = |processing: &Processing| {
        let sections = processing.entry.sections(schedule).into_iter().map(|(_, lines)| lines.join("\n"));
        let mut cells = vec![title(processing)];
        cells.extend(sections);
        cells.extend([controller.region.join("\n"), controller.officer.join("\n"), controller.host.join("\n")]);
        cells
    };
    sheet::csv(W.register_columns(), all.iter().map(line))
}
