//! Signatures: each party's, in any order. The convention takes effect on the day of the last one (domain.md §1.4).

use crate::{
    Agreement, AgreementId, State, W,
    agreement::Party,
    campaign, day,
    decision::{self, Decision},
    parties::Parties,
    step::{self, Verb},
    sum_due,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Problems, Result, Tx, args, fold};
use jiff::civil::Date;
use school::Viewer;

/// The longest name, quality or place.
pub const LONGEST: usize = 120;

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Signature {
    /// Whose.
    pub party: Party,
    /// The day it was put.
    pub signed_on: String,
    /// Where.
    pub place: String,
    /// By whom.
    pub name: String,
    /// As what.
    pub quality: String,
}

/// What was typed about a signature.
#[derive(Debug, Clone, Default)]
pub struct SignatureForm {
    /// Whose, as typed.
    pub party: String,
    /// The day, as typed.
    pub day: String,
    /// Where.
    pub place: String,
    /// By whom.
    pub name: String,
    /// As what.
    pub quality: String,
}

/// The signatures of a convention. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Vec<Signature>> {
    tx.all(
        "select party, signed_on, place, name, quality from signature where agreement_id = $1 order by party",
        args![agreement],
    )
    .await
}

impl Agreement {
    /// The day a party signed.
    pub fn signed_on(&self, party: Party) -> Option<&str> {
        match party {
            Party::Academy => self.academy_signed_on.as_deref(),
            Party::Authority => self.authority_signed_on.as_deref(),
        }
    }

    /// Whether a party may still sign it.
    pub fn awaits(&self, party: Party) -> bool {
        matches!(self.state, State::Proposed | State::SignedByOne) && self.signed_on(party).is_none()
    }
}

impl SignatureForm {
    /// The signature typed, when this convention may have it.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn check(&self, tx: &mut Tx, agreement: &Agreement) -> Result<Signature> {
        let mut problems = Problems::default();
        let party = Party::try_from(self.party.clone()).ok().filter(|it| agreement.awaits(*it));
        problems.require(party.is_some(), "partie", W.signature_party_wrong());
        let signed_on = self.day.trim().parse::<Date>().ok();
        match signed_on {
            Some(signed_on) => check_day(&mut problems, agreement, signed_on, tx.now().day()),
            None => problems.add("jour", W.signature_day_missing()),
        }
        if party == Some(Party::Authority) {
            let decision = decision::of(tx, agreement.id).await?;
            check_decision(&mut problems, decision.as_ref(), signed_on);
        }
        let [place, name, quality] = [&self.place, &self.name, &self.quality].map(|it| it.trim().to_owned());
        for (field, text) in [("lieu", &place), ("nom", &name), ("qualite", &quality)] {
            let fits = !text.is_empty() && text.chars().count() <= LONGEST;
            problems.require(fits, field, W.signature_text_wrong(LONGEST));
        }
        if let Some(party) = party {
            let parties = Parties::of(tx, agreement).await?;
            problems.require(!self.is_of_other(party, &parties), "nom", W.signature_name_of_other(party.as_str()));
        }
        match party.zip(signed_on) {
            Some((party, day)) => problems.or(Signature { party, signed_on: day.to_string(), place, name, quality }),
            None => Err(Error::Invalid(problems)),
        }
    }
}

impl SignatureForm {
    /// Whether who is typed is who signs for the other party: a form filled in for it, sent for this one.
    fn is_of_other(&self, party: Party, parties: &Parties) -> bool {
        let academy = [&parties.academy.signatory, &parties.academy.quality];
        let authority = [&parties.authority.representative, &parties.authority.quality];
        let (own, other) = match party {
            Party::Academy => (academy, authority),
            Party::Authority => (authority, academy),
        };
        let typed = [&self.name, &self.quality].map(|it| fold(it));
        let is = |who: [&String; 2]| typed == who.map(|it| fold(it));
        !self.name.trim().is_empty() && is(other) && !is(own)
    }
}

/// A convention is signed after it is proposed, before it ends, and not tomorrow.
fn check_day(problems: &mut Problems, agreement: &Agreement, signed_on: Date, today: Date) {
    let text = signed_on.to_string();
    let proposed = agreement.proposed_on.as_deref().unwrap_or_default();
    if text.as_str() < proposed {
        problems.add("jour", W.signature_before_proposal(day::written(proposed)));
    } else if signed_on > today {
        problems.add("jour", W.signature_to_come());
    } else if text > agreement.ends_on {
        problems.add("jour", W.signature_after_end(day::written(&agreement.ends_on)));
    }
}

/// The gate: the council has decided, and authorises who signs for it. The académie may have signed before.
fn check_decision(problems: &mut Problems, decision: Option<&Decision>, signed_on: Option<Date>) {
    let Some(decision) = decision.filter(|it| it.lets_sign()) else {
        problems.add("partie", W.signature_not_authorised());
        return;
    };
    let before = signed_on.is_some_and(|day| day.to_string() < decision.held_on);
    problems.require(!before, "jour", W.signature_before_decision(day::written(&decision.held_on)));
}

/// Notes a signature; the second one makes the convention take effect, and what is due for it.
///
/// # Errors
/// [`Error::Conflict`] when somebody noted one meanwhile.
pub async fn sign(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, signature: &Signature) -> Result<State> {
    let other = match signature.party {
        Party::Academy => agreement.authority_signed_on.as_deref(),
        Party::Authority => agreement.academy_signed_on.as_deref(),
    };
    let effective_on = other.map(|other| other.max(&signature.signed_on));
    let state = if effective_on.is_some() { State::Active } else { State::SignedByOne };
    agreement.turn(tx, state).await?;
    insert(tx, viewer, agreement, signature).await?;
    set_day(tx, agreement, signature.party, Some(&signature.signed_on)).await?;
    tx.change(
        "update agreement set effective_on = $2, ends_on = $3 where id = $1",
        args![agreement.id, effective_on, campaign::end_of(agreement.year).to_string()],
    )
    .await?;
    if state == State::Active {
        let (signed, _) = Agreement::load(tx, viewer, agreement.id).await?;
        sum_due::create(tx, &signed, Some(viewer.account)).await?;
    }
    let detail = W.step_signed_detail(signature.party.as_str(), day::written(&signature.signed_on));
    step::record(tx, agreement.id, Verb::Signed, &detail, Some(viewer.account)).await?;
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(viewer.account), Action::AgreementSigned, subject, Some(signature.party.as_str())).await?;
    Ok(state)
}

/// Takes back a signature noted by mistake, while nothing was asked to be paid.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when there is none to take back, or the sum due was requested.
pub async fn take_back(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, party: Party, reason: &str) -> Result<()> {
    let reason = web::reason::check(reason)?;
    if !may_be_taken_back(tx, agreement, party).await? {
        return Err(Error::Conflict);
    }
    let state = if agreement.state == State::Active { State::SignedByOne } else { State::Proposed };
    agreement.turn(tx, state).await?;
    tx.change("delete from signature where agreement_id = $1 and party = $2", args![agreement.id, party]).await?;
    set_day(tx, agreement, party, None).await?;
    tx.change("update agreement set effective_on = null where id = $1", args![agreement.id]).await?;
    sum_due::forget(tx, agreement.id).await?;
    let detail = W.step_taken_back_detail(party.as_str(), reason);
    step::record(tx, agreement.id, Verb::SignatureTakenBack, &detail, Some(viewer.account)).await?;
    let subject = Some(agreement.id.to_string());
    audit::write(tx, Some(viewer.account), Action::SignatureTakenBack, subject, Some(reason)).await
}

/// Whether a signature noted may be taken back: it is there, and nothing was asked to be paid.
///
/// # Errors
/// A fault of the database.
pub async fn may_be_taken_back(tx: &mut Tx, agreement: &Agreement, party: Party) -> Result<bool> {
    if !matches!(agreement.state, State::SignedByOne | State::Active) || agreement.signed_on(party).is_none() {
        return Ok(false);
    }
    let asked = "select count(*) as n from sum_due where agreement_id = $1 and requested_on is not null";
    Ok(tx.count(asked, args![agreement.id]).await? == 0)
}

async fn insert(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, signature: &Signature) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into signature (agreement_id, party, signed_on, place, name, quality, entered_at, entered_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            agreement.id,
            signature.party,
            &signature.signed_on,
            &signature.place,
            &signature.name,
            &signature.quality,
            now,
            viewer.account
        ],
    )
    .await
}

async fn set_day(tx: &mut Tx, agreement: &Agreement, party: Party, signed_on: Option<&str>) -> Result<()> {
    let statement = match party {
        Party::Academy => "update agreement set academy_signed_on = $2 where id = $1",
        Party::Authority => "update agreement set authority_signed_on = $2 where id = $1",
    };
    tx.change(statement, args![agreement.id, signed_on]).await
}
