//! The *état des sommes à titrer* on paper: what is due, line by line, so that whoever pays can check it. It is no titre de
//! perception, and says so (domain.md §9.6).

use crate::{
    Agreement, W,
    campaign::year_name,
    day, deadline,
    money::euros,
    party,
    sum_due::{SumDue, SumLine},
};
use commons::identity::Identity;
use db::{Day, Result, Tx};
use pdf::{Column, Document, Part, Table};
use school::Authority;
use web::dates;

/// The document. For those who loaded the convention.
///
/// # Errors
/// A fault of the database.
pub async fn document(tx: &mut Tx, agreement: &Agreement, sum: &SumDue) -> Result<Document> {
    let identity = Identity::of(tx, &format!("academy:{}", agreement.academy)).await?;
    let authority = Authority::load(tx, agreement.authority_id).await?;
    let made = sum.created_at.day();
    let chorus = [
        authority.chorus_service.as_deref().map(|it| W.sum_paper_service(it)),
        authority.chorus_commitment.as_deref().map(|it| W.sum_paper_commitment(it)),
    ];
    let about = [
        Some(W.sum_paper_reference(&agreement.number, year_name(agreement.year))),
        authority.siret.as_deref().map(|it| W.sum_paper_siret(it)),
    ];
    let dated = Some(W.sum_paper_made(dates::date(made)));
    Ok(Document {
        title: W.sum_paper_title().to_owned(),
        issuer: party::of_academy(&identity),
        recipient: party::of_authority(&authority),
        about: about.into_iter().chain(chorus).chain([dated]).flatten().collect(),
        footer: W.sum_paper_footer(&agreement.number),
        parts: parts(agreement, sum),
    })
}

fn parts(agreement: &Agreement, sum: &SumDue) -> Vec<Part> {
    let since = agreement.effective_on.as_deref().map(day::written).unwrap_or_default();
    let mut parts = vec![
        Part::Strong(W.sum_paper_no_titre().to_owned()),
        Part::Heading(W.sum_paper_basis().to_owned()),
        Part::Paragraph(W.sum_paper_article(&agreement.number, since, euros(agreement.price_cents))),
        Part::Paragraph(W.sum_paper_no_proration().to_owned()),
        Part::Table(table(&sum.lines, sum.total())),
        Part::Strong(W.sum_paper_total(euros(sum.total()))),
        Part::Heading(W.sum_paper_payment().to_owned()),
        Part::Paragraph(W.sum_paper_state(sum.state.word())),
    ];
    if let (Some(number), Some(issued)) = (&sum.titre_number, sum.issued_on.as_ref().and_then(Day::date)) {
        parts.push(Part::Paragraph(W.sum_paper_titre(number, dates::date(issued))));
    }
    parts.push(Part::Paragraph(W.sum_paper_wait().to_owned()));
    parts.push(Part::Heading(W.sum_paper_contest().to_owned()));
    parts.push(Part::Paragraph(W.sum_paper_contest_law().to_owned()));
    if let Some(notified) = sum.notified_on.as_ref().and_then(Day::date) {
        let last = deadline::contest(notified);
        parts.push(Part::Paragraph(W.sum_paper_contest_until(dates::date(notified), dates::date(last))));
    }
    parts.push(Part::Paragraph(W.sum_paper_kept().to_owned()));
    parts
}

fn table(lines: &[SumLine], total: i64) -> Table {
    let column = |label: &str, share, numeric| Column { label: label.to_owned(), share, numeric };
    let row = |line: &SumLine| {
        let amount = euros(line.amount_cents);
        vec![line.uai.clone(), line.label.clone(), W.sum_paper_line_basis(&amount), amount]
    };
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    Table {
        caption: W.sum_paper_caption().to_owned(),
        columns: vec![
            column(W.sum_paper_uai(), 3, false),
            column(W.sum_paper_school(), 9, false),
            column(W.sum_paper_liquidation(), 5, false),
            column(W.sum_paper_amount(), 3, true),
        ],
        rows: lines.iter().map(row).collect(),
        total: Some(vec![W.sum_paper_sum().to_owned(), W.sum_paper_schools(count), String::new(), euros(total)]),
    }
}
