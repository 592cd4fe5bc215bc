//! The audit journal: who did what to whom, append-only and sealed.
//!
//! Rows are written in the transaction of the act. A job then numbers them and chains each to the one before by a hash,
//! so that a row changed, removed or slipped in later is found by [`verify`]. (domain.md §6.4)

mod erasure;

use crate::{House, job};
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{AccountId, text_enum};

pub use erasure::{erase, erased, past};

text_enum! {
    /// What is kept in the audit journal.
    Action {
        /// Somebody signed in.
        SignedIn = "signed-in",
        /// A sign-in was refused.
        SignInRefused = "sign-in-refused",
        /// An account was activated.
        Activated = "activated",
        /// A password was changed.
        PasswordChanged = "password-changed",
        /// A reset was asked for.
        ResetAsked = "reset-asked",
        /// The address letters go to was changed.
        EmailChanged = "email-changed",
        /// A new way in was given to somebody who administers a territory or heads a school.
        AccessRenewed = "access-renewed",
        /// Sessions were ended.
        SessionsEnded = "sessions-ended",
        /// A second factor was set.
        SecondFactorSet = "second-factor-set",
        /// The charter was accepted.
        CharterAccepted = "charter-accepted",
        /// Connection sheets were printed.
        SheetsPrinted = "sheets-printed",
        /// An administrator was created.
        AdministratorCreated = "administrator-created",
        /// A directory was imported.
        DirectoryImported = "directory-imported",
        /// A teacher was attached to a class.
        TeacherAttached = "teacher-attached",
        /// A teacher was detached from a class.
        TeacherDetached = "teacher-detached",
        /// A school's hours of delivery were changed.
        HoursChanged = "hours-changed",
        /// A content was reported.
        ContentReported = "content-reported",
        /// Reports of a content were settled without withdrawing it.
        ReportsSettled = "reports-settled",
        /// A content was withdrawn.
        ContentWithdrawn = "content-withdrawn",
        /// A content withdrawn was given back to its readers.
        ContentRestored = "content-restored",
        /// A publication was taken back before its hour by somebody else than its author.
        PublicationCancelled = "publication-cancelled",
        /// Somebody signed in showed being there by more than the password.
        IdentityProved = "identity-proved",
        /// Messages were closed to a profile over a school or a territory.
        MessagesClosed = "messages-closed",
        /// Messages were opened again.
        MessagesOpened = "messages-opened",
        /// The messages of an account were stopped by the house: too many, or the same text again and again.
        SenderStopped = "sender-stopped",
        /// An account the house had stopped may send again.
        SenderFreed = "sender-freed",
        /// A message went to many people at once.
        MassSent = "mass-sent",
        /// Who received a message was looked at, for an inquiry.
        MessageTraced = "message-traced",
        /// The words a school watches, or the adults its pupils may talk to, were changed.
        ProtectionChanged = "protection-changed",
        /// An adult answered about the image of a child.
        ImageRightAnswered = "image-right-answered",
        /// A pupil asked to talk to an adult.
        TalkAsked = "talk-asked",
        /// The adult said it was seen.
        TalkSeen = "talk-seen",
        /// The adult said it was done.
        TalkClosed = "talk-closed",
        /// The adult passed it on to the head.
        TalkPassedOn = "talk-passed-on",
        /// The proof of what came back about a mot was made.
        ProofExported = "proof-exported",
        /// Coupons entered from paper were taken back.
        PaperUndone = "paper-undone",
        /// Something was delivered at once, outside the hours.
        SentUrgently = "sent-urgently",
        /// The table of school holidays was changed.
        HolidaysChanged = "holidays-changed",
        /// A thing was read by the signed link of a letter.
        ReadByLink = "read-by-link",
        /// The head read the text of private messages somebody had reported.
        ReportedRead = "reported-read",
        /// An authority was added, or something written about it changed: its SIRET, who represents it, its schools.
        AuthorityChanged = "authority-changed",
        /// The open directory of schools was applied.
        OpenDirectoryApplied = "open-directory-applied",
        /// A campaign of conventions was opened, or its tariff and days changed.
        CampaignSet = "campaign-set",
        /// The conventions of an académie were prepared.
        AgreementsPrepared = "agreements-prepared",
        /// What the région or an académie is called, and who signs for it, was changed.
        IdentityChanged = "identity-changed",
        /// A party of a convention entered something about a breach of it.
        BreachEntered = "breach-entered",
        /// The titre of what an authority owes went on.
        SumFollowed = "sum-followed",
        /// A convention was proposed to its authority.
        AgreementProposed = "agreement-proposed",
        /// The decision of a council was entered.
        DecisionEntered = "decision-entered",
        /// A signature of a convention was noted.
        AgreementSigned = "agreement-signed",
        /// A signature noted by mistake was taken back.
        SignatureTakenBack = "signature-taken-back",
        /// A convention was refused by its authority.
        AgreementRefused = "agreement-refused",
        /// A convention was cancelled by the académie.
        AgreementCancelled = "agreement-cancelled",
        /// A convention proposed, refused or cancelled is prepared again.
        AgreementPreparedAgain = "agreement-prepared-again",
        /// A version of the articles of conventions was put in force.
        ArticlesPutInForce = "articles-put-in-force",
        /// The conventions of a year were prepared from those of the year before.
        AgreementsRenewed = "agreements-renewed",
        /// A public site was opened to everybody.
        SiteOpened = "site-opened",
        /// A public site was closed.
        SiteClosed = "site-closed",
        /// A public page was put on line.
        PagePublished = "page-published",
        /// A public page was taken off line.
        PageWithdrawn = "page-withdrawn",
        /// The director of a publication gave somebody the right to publish.
        PublicationDelegated = "publication-delegated",
        /// A delegation of publication was ended before its day.
        DelegationEnded = "delegation-ended",
        /// A municipal profile was asked for.
        TownProfileAsked = "town-profile-asked",
        /// A municipal profile was granted until a day.
        TownProfileGranted = "town-profile-granted",
        /// A request for a municipal profile was refused.
        TownProfileRefused = "town-profile-refused",
        /// A municipal profile was suspended.
        TownProfileSuspended = "town-profile-suspended",
        /// A municipal profile came to its end.
        TownProfileExpired = "town-profile-expired",
        /// The letter with the activation code of a municipal profile was printed.
        TownProfilePrinted = "town-profile-printed",
        /// The figures of the network advice of a school year were changed.
        NetworkAdviceChanged = "network-advice-changed",
        /// A request for help left for the tools of the provider.
        HelpExported = "help-exported",
        /// The head named who answers the families of the school.
        HelpNamed = "help-named",
        /// Sending to the national tag plan was set.
        TagsSet = "tags-set",
        /// Somebody asked for a copy of the data kept about a person.
        DataExported = "data-exported",
        /// A request about the rights of a person was filed, or moved on.
        RightsRequest = "rights-request",
        /// The desk opened a request about the rights of a person.
        RightsConsulted = "rights-consulted",
        /// The data of a person was limited: an objection or a restriction was granted.
        DataLimited = "data-limited",
        /// A limit on the data of a person was released.
        DataReleased = "data-released",
        /// Somebody wrote, changed or revoked directives for after death.
        DirectiveChanged = "directive-changed",
        /// A death was entered: the account is closed.
        DeathEntered = "death-entered",
        /// The register of processing was amended.
        RegisterChanged = "register-changed",
        /// Another time was chosen for which a kind of data is kept.
        RetentionChanged = "retention-changed",
        /// A breach of personal data was entered.
        DataBreachEntered = "data-breach-entered",
        /// Something was written in the notebook of breaches of personal data.
        DataBreachFollowed = "data-breach-followed",
        /// The declaration of accessibility was written again.
        AccessibilityDeclared = "accessibility-declared",
        /// A task over a territory was suspended.
        TaskSuspended = "task-suspended",
        /// Somebody was entered by hand in the directory.
        PersonEntered = "person-entered",
        /// What was entered by hand about somebody was changed.
        EntryChanged = "entry-changed",
        /// What was entered by hand about somebody was ended.
        EntryEnded = "entry-ended",
        /// Two entries of one person became one.
        DoublesMerged = "doubles-merged",
        /// Two entries that had become one were parted again.
        DoublesParted = "doubles-parted",
        /// Somebody said that two entries are of two people.
        DoublesIgnored = "doubles-ignored",
        /// The head of a school had extractions of ONDE read.
        OndeRead = "onde-read",
        /// Extractions of ONDE were applied to a school.
        OndeApplied = "onde-applied",
        /// What extractions of ONDE had changed was put back.
        OndeUndone = "onde-undone",
        /// The face of a pupil was kept for the class, or taken away.
        FaceChanged = "face-changed",
        /// A school opened its classes to the parents of their pupils, or closed them.
        ClassesOpened = "classes-opened",
        /// Somebody said why people of a territory are looked for by name.
        DirectorySearched = "directory-searched",
        /// A school opened services to some, or closed them.
        ServicesOpened = "services-opened",
        /// Somebody was named to run a school, or a part of it, until a day.
        HeadNamed = "head-named",
        /// That ended before its day.
        HeadNameEnded = "head-name-ended",
        /// A class was opened to a substitute by a code.
        ClassOpened = "class-opened",
        /// A substitute came in by that code.
        ClassTaken = "class-taken",
        /// A replacement, or a code nobody had used, was ended.
        ClassOpeningEnded = "class-opening-ended",
        /// Two accounts of one person became one.
        AccountsJoined = "accounts-joined",
        /// Two accounts that had become one are two again.
        AccountsParted = "accounts-parted",
        /// A family invited somebody to read with it.
        ReaderInvited = "reader-invited",
        /// Somebody a family had invited came in.
        ReaderAccepted = "reader-accepted",
        /// Somebody a family had invited reads no more.
        ReaderRevoked = "reader-revoked",
        /// A device was made one of a class: its pupils come in by its wall.
        TabletEnrolled = "tablet-enrolled",
        /// A device of a class was put out of use, or all of them.
        TabletRevoked = "tablet-revoked",
        /// The charter was read aloud in a class, which accepted it.
        CharterReadInClass = "charter-read-in-class",
        /// Badges of a class were let in beside its devices, for a while.
        BadgesOpened = "badges-opened",
        /// Pictures, a badge, a phrase or a code for home were given to a child, or taken back.
        ChildSecretChanged = "child-secret-changed",
        /// A child came in by a door for children.
        ChildCameIn = "child-came-in",
        /// Somebody in charge gave somebody a temporary password.
        PasswordReplaced = "password-replaced",
        /// New codes were given to many at once.
        AccessRenewedForMany = "access-renewed-for-many",
        /// The head of a school closed an account.
        AccountBlocked = "account-blocked",
        /// The head of a school opened an account again.
        AccountUnblocked = "account-unblocked",
        /// Those who had not come in yet were written to.
        InvitationsSent = "invitations-sent",
        /// The new year of a school was opened, or that of all the schools of an académie that had not done it.
        YearOpened = "year-opened",
        /// The opening of a year was undone.
        YearOpeningUndone = "year-opening-undone",
        /// Somebody of a school said that a person left it.
        PersonLeft = "person-left",
        /// A departure was undone: the person is back.
        PersonCameBack = "person-came-back",
        /// How long those who left are kept was changed.
        GraceChanged = "grace-changed",
        /// All that was kept of a person who left was erased.
        PersonErased = "person-erased",
        /// A group was made, or a challenge proposed to the schools of a territory.
        GroupMade = "group-made",
        /// The name, the last day, the members or the rule of a group were changed.
        GroupChanged = "group-changed",
        /// A group was ended, or ended by itself.
        GroupEnded = "group-ended",
        /// A school was asked to join a group, joined it or left it; a class joined a challenge or left it.
        GroupShared = "group-shared",
        /// An adult lent a telephone to a child.
        PhoneLent = "phone-lent",
        /// A school said that a pupil another one entered has left it.
        TransferAgreed = "transfer-agreed",
        /// A school contested that a pupil another one entered has left it.
        TransferContested = "transfer-contested",
        /// The school that entered a pupil said, once contested, that the child is there.
        TransferKept = "transfer-kept",
        /// The académie settled what two schools said of a pupil.
        TransferSettled = "transfer-settled",
        /// Somebody took back that two entries are of two people.
        DoublesReopened = "doubles-reopened",
        /// Once the year was open, a pupil without a class was given one.
        PupilSeated = "pupil-seated",
        /// An adult responsible for a child who left said what becomes of what the child gave to others.
        ContributionsChosen = "contributions-chosen",
    }
}

/// The job that seals what was written since its last run.
pub const SEAL: job::JobKind = job::JobKind { name: "audit.seal", run: |house, _| Box::pin(seal_all(house)) };

/// Rows younger than this wait: a transaction begun earlier may still commit an earlier identifier.
const SETTLED_SECONDS: i64 = 60;

/// Writes to the journal. `subject` names whom or what it was done to, by identifier.
///
/// # Errors
/// A fault of the database.
pub async fn write(
    tx: &mut Tx,
    account: Option<AccountId>,
    action: Action,
    subject: Option<String>,
    detail: Option<&str>,
) -> Result<()> {
    let id: Uuid = tx.id();
    let now = tx.now();
    tx.change(
        "insert into audit (id, at, account_id, action, subject, detail) values ($1, $2, $3, $4, $5, $6)",
        args![id, now, account, action, subject, detail],
    )
    .await
}

const COLUMNS: &[&str] = &["id", "at", "account_id", "action", "subject", "detail"];

/// Writes one act done to many to the journal, by one load: each subject, and what is said of it.
///
/// # Errors
/// A fault of the database.
pub async fn write_all(
    tx: &mut Tx,
    account: Option<AccountId>,
    action: Action,
    subjects: &[(String, String)],
) -> Result<()> {
    let now = tx.now();
    let mut rows = tx.rows("audit", COLUMNS);
    for (subject, detail) in subjects {
        rows.begin();
        rows.uuid(Some(tx.id()));
        rows.int(Some(now.0));
        rows.uuid(account.map(|it| it.0));
        rows.text(Some(action.as_str()));
        rows.text(Some(subject));
        rows.text(Some(detail));
    }
    tx.load(&mut rows).await
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    at: Moment,
    account_id: Option<Uuid>,
    action: String,
    subject: Option<String>,
    detail: Option<String>,
    number: Option<i64>,
    seal: Option<String>,
}

impl Row {
    fn sealed_after(&self, key: &[u8; 32], number: i64, previous: &str) -> String {
        let mut hash = blake3::Hasher::new_keyed(key);
        for part in [
            previous,
            &number.to_string(),
            &self.id.to_string(),
            &self.at.0.to_string(),
            &self.account_id.map(|it| it.to_string()).unwrap_or_default(),
            &self.action,
            self.subject.as_deref().unwrap_or_default(),
            self.detail.as_deref().unwrap_or_default(),
        ] {
            hash.update(part.as_bytes());
            hash.update(b"\0");
        }
        hash.finalize().to_hex().to_string()
    }
}

async fn seal_all(house: House) -> Result<()> {
    let mut tx = house.db.write().await?;
    seal(&mut tx, &key(&house)).await?;
    tx.commit().await
}

/// The key of the chain: whoever changes rows in the database without it cannot make the seals again.
pub fn key(house: &House) -> [u8; 32] {
    let mut key = [0; 32];
    key[..16].copy_from_slice(&house.derive("audit", "one"));
    key[16..].copy_from_slice(&house.derive("audit", "two"));
    key
}

/// Numbers and chains the settled rows; tells how many.
///
/// # Errors
/// [`db::Error::Conflict`] when another node is sealing; a fault of the database.
pub async fn seal(tx: &mut Tx, key: &[u8; 32]) -> Result<u64> {
    let last: Option<(i64, String)> =
        tx.first("select number, seal from audit where number is not null order by number desc limit 1", &[]).await?;
    let (mut number, mut previous) = match last {
        Some(last) => last,
        // Everything sealed was past its time: the chain goes on all the same.
        None => erasure::last(tx).await?.map_or((0, String::new()), |it| (it.number, it.seal)),
    };
    let settled = tx.now().plus_seconds(-SETTLED_SECONDS);
    let rows: Vec<Row> = tx
        .all(
            "select id, at, account_id, action, subject, detail, number, seal from audit \
             where number is null and at <= $1 order by id limit 1000",
            args![settled],
        )
        .await?;
    for row in &rows {
        number += 1;
        previous = row.sealed_after(key, number, &previous);
        tx.change("update audit set number = $2, seal = $3 where id = $1", args![row.id, number, &previous]).await?;
    }
    Ok(rows.len() as u64)
}

/// What a reading of the whole chain finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// Every row follows the one before. Rows taken away from its end show only against a number and a seal kept elsewhere.
    Whole {
        /// Number of the last row sealed; 0 for none.
        last: i64,
        /// Its seal.
        seal: String,
    },
    /// This number does not follow: a row was changed, removed or slipped in.
    Broken(i64),
}

/// Reads the whole chain again, from what was erased at its time on.
///
/// # Errors
/// A fault of the database.
pub async fn verify(tx: &mut Tx, key: &[u8; 32]) -> Result<Chain> {
    let (mut expected, mut previous) = match erasure::last(tx).await? {
        Some(checkpoint) if checkpoint.is_true(key) => (checkpoint.number + 1, checkpoint.seal),
        Some(checkpoint) => return Ok(Chain::Broken(checkpoint.number)),
        None => (1, String::new()),
    };
    // Nothing stands before the beginning.
    if tx.count("select count(*) as n from audit where number < $1", args![expected]).await? > 0 {
        return Ok(Chain::Broken(expected));
    }
    loop {
        let rows: Vec<Row> = tx
            .all(
                "select id, at, account_id, action, subject, detail, number, seal from audit \
                 where number >= $1 order by number limit 10000",
                args![expected],
            )
            .await?;
        if rows.is_empty() {
            return Ok(Chain::Whole { last: expected - 1, seal: previous });
        }
        for row in rows {
            let seal = row.sealed_after(key, expected, &previous);
            if row.number != Some(expected) || row.seal.as_deref() != Some(&seal) {
                return Ok(Chain::Broken(expected));
            }
            (expected, previous) = (expected + 1, seal);
        }
    }
}
