//! The letters of a breach, ready to be signed and sent: in our own words, to be changed by nobody but those who sign.

use crate::{
    Agreement, Side, W,
    agreement::Party,
    breach::{Breach, Outcome},
    campaign::year_name,
    day, deadline,
    enrolment::{self, Enrolled},
    party,
};
use commons::identity::Identity;
use db::{Error, Result, Tx};
use jiff::civil::Date;
use pdf::{Document, Part};
use school::{Authority, text_enum};
use web::dates;

text_enum! {
    /// A letter, by the name of its file.
    Letter {
        /// Formal notice.
        Notice = "mise-en-demeure",
        /// Invitation to conciliation.
        Invitation = "invitation-conciliation",
        /// Record of conciliation.
        Record = "proces-verbal-conciliation",
        /// Termination, with its reasons.
        Termination = "resiliation",
        /// What heads of the schools are told.
        Heads = "information-ecoles",
    }
}

impl Letter {
    /// What it is called on a page.
    pub fn word(self) -> String {
        W.breach_letter(self.as_str())
    }

    /// Whether what it says has been entered.
    pub fn is_ready(self, breach: &Breach) -> bool {
        match self {
            Self::Notice => true,
            Self::Invitation => breach.conciliation_on.is_some(),
            Self::Record => breach.conciliation_on.is_some() && breach.outcome().is_some(),
            Self::Termination | Self::Heads => breach.termination_on.is_some(),
        }
    }
}

/// Who the letters of a convention are from and to.
struct Parties {
    academy: Identity,
    authority: Authority,
    schools: Vec<Enrolled>,
}

/// A letter, from the side that asks for it where either may send it. For those who loaded the convention.
///
/// # Errors
/// [`Error::NotFound`] while what it says is not entered; a fault of the database.
pub async fn document(
    tx: &mut Tx,
    agreement: &Agreement,
    breach: &Breach,
    letter: Letter,
    side: Side,
) -> Result<Document> {
    if !letter.is_ready(breach) {
        return Err(Error::NotFound);
    }
    let academy = Identity::of(tx, &format!("academy:{}", agreement.academy)).await?;
    let authority = Authority::load(tx, agreement.authority_id).await?;
    let parties = Parties { academy, authority, schools: enrolment::of(tx, agreement.id).await? };
    let today = tx.now().day();
    Ok(match letter {
        Letter::Notice => {
            let about = [W.letter_registered().to_owned(), dated(Some(breach.notice()))];
            parties.letter(agreement, letter, breach.by_party, &about, notice(agreement, breach))
        }
        Letter::Invitation => {
            let from = if side == Side::Academy { Party::Academy } else { Party::Authority };
            parties.letter(agreement, letter, from, &[dated(Some(today))], invitation(breach))
        }
        Letter::Termination => {
            let about = [W.letter_registered().to_owned(), dated(breach.termination())];
            let parts = termination(breach, &parties.academy);
            parties.letter(agreement, letter, breach.by_party, &about, parts)
        }
        Letter::Record => parties.record(agreement, breach),
        Letter::Heads => parties.heads(agreement, breach, &dated(Some(today))),
    })
}

fn dated(day: Option<Date>) -> String {
    day.map(|day| W.letter_dated(dates::date(day))).unwrap_or_default()
}

fn paragraph(text: impl Into<String>) -> Part {
    Part::Paragraph(text.into())
}

/// What somebody typed, a paragraph per line.
fn typed(text: &str) -> impl Iterator<Item = Part> + '_ {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(paragraph)
}

fn notice(agreement: &Agreement, breach: &Breach) -> Vec<Part> {
    let since = agreement.effective_on.as_deref().map(day::written).unwrap_or_default();
    let last = dates::date(deadline::conciliation(breach.notice()));
    let mut parts = vec![
        paragraph(W.letter_notice_begins(since, year_name(agreement.year))),
        Part::Heading(W.letter_grievances().to_owned()),
    ];
    parts.extend(typed(&breach.grievances));
    parts.push(Part::Heading(W.letter_what_follows().to_owned()));
    parts.push(paragraph(W.letter_notice_asks()));
    parts.push(paragraph(W.letter_notice_conciliation(last)));
    parts.push(paragraph(W.letter_notice_else()));
    parts.push(paragraph(W.letter_no_refund()));
    parts
}

fn invitation(breach: &Breach) -> Vec<Part> {
    let notice = dates::date(breach.notice());
    let last = dates::date(deadline::conciliation(breach.notice()));
    vec![
        paragraph(W.letter_invitation_begins(notice, day::of(breach.conciliation_on.as_ref()))),
        Part::List(vec![W.letter_invitation_hour().to_owned(), W.letter_invitation_place().to_owned()]),
        paragraph(W.letter_invitation_why(last)),
        paragraph(W.letter_invitation_answer()),
    ]
}

fn termination(breach: &Breach, academy: &Identity) -> Vec<Part> {
    let Some(letter) = breach.termination() else { return Vec::new() };
    let failed = breach.outcome() == Some(Outcome::Failed);
    let tried = if failed {
        W.letter_termination_failed(day::of(breach.conciliation_on.as_ref()))
    } else {
        W.letter_termination_not_held(dates::date(deadline::conciliation(breach.notice())))
    };
    let court = if academy.court.trim().is_empty() { W.letter_court() } else { academy.court.trim() };
    let mut parts = vec![
        paragraph(W.letter_termination_begins(dates::date(breach.notice()))),
        paragraph(tried),
        Part::Heading(W.letter_reasons().to_owned()),
    ];
    parts.extend(typed(breach.termination_reasons.as_deref().unwrap_or_default()));
    parts.push(Part::Heading(W.letter_what_follows().to_owned()));
    parts.push(Part::Strong(W.letter_termination_effect(dates::date(deadline::takes_effect(letter)))));
    parts.push(paragraph(W.letter_no_refund()));
    parts.push(paragraph(W.letter_termination_court(dates::date(deadline::court(letter)), court)));
    parts
}

impl Parties {
    fn letter(
        &self,
        agreement: &Agreement,
        letter: Letter,
        from: Party,
        about: &[String],
        mut parts: Vec<Part>,
    ) -> Document {
        let (academy, authority) = (&self.academy, &self.authority);
        let (issuer, recipient, signature) = match from {
            Party::Academy => (
                party::of_academy(academy),
                party::to_authority(authority),
                party::sign_academy(academy, W.letter_for_academy()),
            ),
            Party::Authority => (
                party::of_authority(authority),
                party::to_academy(academy),
                party::sign_authority(authority, W.letter_for_authority()),
            ),
        };
        parts.insert(0, paragraph(W.letter_hello()));
        parts.push(paragraph(W.letter_greetings()));
        parts.push(Part::Signatures(vec![signature]));
        Document {
            title: letter.word(),
            issuer,
            recipient,
            about: self.about(agreement, letter).into_iter().chain(about.iter().cloned()).collect(),
            footer: footer(agreement),
            parts,
        }
    }

    fn about(&self, agreement: &Agreement, letter: Letter) -> Vec<String> {
        vec![W.letter_reference(&agreement.number, year_name(agreement.year)), W.letter_subject(letter.as_str())]
    }

    /// The record both sign.
    fn record(&self, agreement: &Agreement, breach: &Breach) -> Document {
        let met = day::of(breach.conciliation_on.as_ref());
        let mut parts = vec![
            paragraph(W.letter_record_begins(met)),
            paragraph(W.letter_record_parties(&self.academy.name, &self.authority.name)),
            paragraph(W.letter_record_notice(dates::date(breach.notice()))),
            Part::Heading(W.letter_grievances().to_owned()),
        ];
        parts.extend(typed(&breach.grievances));
        parts.push(Part::Heading(W.letter_record_present().to_owned()));
        parts.push(Part::List(vec![W.letter_record_academy().to_owned(), W.letter_record_authority().to_owned()]));
        parts.push(Part::Heading(W.letter_record_outcome().to_owned()));
        let agreed = breach.outcome() == Some(Outcome::Agreed);
        let outcome = if agreed { W.letter_record_agreed() } else { W.letter_record_failed() };
        parts.push(Part::Strong(outcome.to_owned()));
        parts.push(paragraph(if agreed { W.letter_record_commitments() } else { W.letter_record_next() }));
        parts.push(Part::Signatures(vec![
            party::sign_academy(&self.academy, W.letter_for_academy()),
            party::sign_authority(&self.authority, W.letter_for_authority()),
        ]));
        Document {
            title: Letter::Record.word(),
            issuer: party::of_academy(&self.academy),
            about: self.about(agreement, Letter::Record),
            footer: footer(agreement),
            parts,
            ..Document::default()
        }
    }

    /// What heads are told: which day, what it changes, what to do before.
    fn heads(&self, agreement: &Agreement, breach: &Breach, dated: &str) -> Document {
        let letter = breach.termination().unwrap_or(Date::MIN);
        let term = agreement.ends_on.parse().unwrap_or(Date::MAX);
        let ends = dates::date(deadline::takes_effect(letter).min(term));
        let mut parts = vec![
            Part::Strong(W.letter_heads_begins(ends)),
            paragraph(W.letter_heads_authority(&self.authority.name)),
            paragraph(W.letter_heads_until()),
            Part::Heading(W.letter_heads_schools().to_owned()),
            Part::List(self.schools.iter().map(enrolment::label).collect()),
            Part::Heading(W.letter_heads_before().to_owned()),
            Part::List(vec![
                W.letter_heads_tell().to_owned(),
                W.letter_heads_keep().to_owned(),
                W.letter_heads_ask().to_owned(),
            ]),
        ];
        if !self.academy.email.trim().is_empty() {
            parts.push(paragraph(W.letter_heads_contact(self.academy.email.trim())));
        }
        parts.push(Part::Signatures(vec![party::sign_academy(&self.academy, W.letter_for_academy())]));
        Document {
            title: Letter::Heads.word(),
            issuer: party::of_academy(&self.academy),
            recipient: vec![W.letter_heads_recipient().to_owned()],
            about: self.about(agreement, Letter::Heads).into_iter().chain([dated.to_owned()]).collect(),
            footer: footer(agreement),
            parts,
        }
    }
}

fn footer(agreement: &Agreement) -> String {
    W.letter_footer(&agreement.number)
}

/// The letters that are ready, each with its address.
pub fn ready(breach: &Breach) -> Vec<(Letter, String)> {
    let letters = Letter::ALL.iter().copied().filter(|letter| letter.is_ready(breach));
    letters.map(|it| (it, format!("/conventions/{}/manquement/{}.pdf", breach.agreement_id, it.as_str()))).collect()
}

/// The letter a file is called by: « resiliation.pdf ».
pub fn named(file: &str) -> Option<Letter> {
    Letter::try_from(file.strip_suffix(".pdf")?.to_owned()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Letter, named};

    #[test]
    fn a_letter_is_found_by_the_name_of_its_file() {
        for letter in Letter::ALL {
            assert_eq!(named(&format!("{}.pdf", letter.as_str())), Some(*letter));
        }
        assert_eq!(named("resiliation"), None);
        assert_eq!(named("facture.pdf"), None);
    }
}
