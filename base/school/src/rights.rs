//! What each role may do: one table, in code, reviewed like a document. A snapshot of it shows any change.

use crate::text_enum;
use Right::*;

text_enum! {
    /// The seat somebody has in a circle, or the task somebody was given over a territory.
    Role {
        /// A pupil.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// A teacher of a class or a school.
        Teacher = "teacher",
        /// The head of a school.
        Head = "head",
        /// Other staff of a school: AESH, psychologist, adviser.
        Staff = "staff",
        /// Somebody a commune employs in a school.
        TownAgent = "town-agent",
        /// Somebody who runs the scheme for an académie.
        AcademyAdmin = "academy-admin",
        /// An inspector of a circonscription, or an adviser there.
        DistrictAdmin = "district-admin",
        /// Who publishes for a commune (*référent ville*).
        TownEditor = "town-editor",
        /// Who handles the convention and the services of a commune or a grouping (*secrétariat de mairie*).
        TownOfficer = "town-officer",
        /// A digital adviser of a circonscription or a département (*ERUN*, *conseiller pédagogique*).
        DistrictAdviser = "district-adviser",
        /// Who answers at the help desk of an académie, or for the provider.
        HelpAgent = "help-agent",
        /// The data protection officer (*DPO*).
        DataOfficer = "data-officer",
        /// Somebody a school lets into a class or a group for a time: a speaker, an adult who helps.
        Guest = "guest",
        /// Somebody a family lets read what the class publishes: a grandparent.
        Reader = "reader",
        /// Who runs a part of the school in the head's name until a day.
        Deputy = "deputy",
        /// Who runs conventions and sums due for an académie (*secrétariat*), and nothing else of it.
        SchemeOfficer = "scheme-officer",
    }
}

text_enum! {
    /// A sensitive action. Reading a thing is not one: shares say who reads.
    Right {
        /// Write in the journal of a class or a group.
        WriteJournal = "write-journal",
        /// Publish in the journal of a class or a group, and review what pupils wrote.
        PublishJournal = "publish-journal",
        /// Withdraw a publication of others, with a reason.
        Unpublish = "unpublish",
        /// Tell those in charge that a content is wrong.
        Report = "report",
        /// See the people of a class and who teaches there.
        SeeClass = "see-class",
        /// Say who teaches in a class.
        AttachTeachers = "attach-teachers",
        /// Print the connection sheets of a class.
        PrintSheets = "print-sheets",
        /// Set the hours at which the school delivers.
        SetHours = "set-hours",
        /// Read the quality sheet of the school's directory data.
        SeeQuality = "see-quality",
        /// Run imports and read their reports.
        RunImports = "run-imports",
        /// Send words of the carnet de liaison to families, and follow their answers.
        WriteLiaison = "write-liaison",
        /// Publish news to the circle or the territory the role is held in.
        WriteNews = "write-news",
        /// Deliver at once, outside the hours, with a reason.
        SendUrgent = "send-urgent",
        /// Close messages to a profile over a school or a territory, and open them again.
        CloseMessages = "close-messages",
        /// Follow who received a message, for an inquiry.
        TraceMessages = "trace-messages",
        /// Change the table of school holidays.
        SetHolidays = "set-holidays",
        /// Read and enter what families allow of their children's image.
        SeeImageRights = "see-image-rights",
        /// Say which adults of the school a child may ask to talk to, and which words the school watches.
        SetProtection = "set-protection",
        /// Run the scheme: authorities, campaigns, conventions, sums due.
        ManageAgreements = "manage-agreements",
        /// Handle the convention of one's own commune or grouping.
        HandleAgreement = "handle-agreement",
        /// Answer the requests for municipal profiles.
        GrantTownProfiles = "grant-town-profiles",
        /// Say what the région and its académies are called, who signs for them, where they are.
        SetIdentity = "set-identity",
        /// Run what a commune offers: menus, services, notices to families.
        RunTown = "run-town",
        /// Ask the commune for something on behalf of a school.
        AskTown = "ask-town",
        /// Write public pages and propose them to the director of publication.
        ProposePages = "propose-pages",
        /// Be the director of publication of a public site.
        PublishPages = "publish-pages",
        /// See usage indicators.
        SeeIndicators = "see-indicators",
        /// File a request for help.
        AskHelp = "ask-help",
        /// Answer requests for help.
        AnswerHelp = "answer-help",
        /// Organise training sessions.
        RunTraining = "run-training",
        /// Enter a pupil who is there before the directory knows it.
        EnterPupil = "enter-pupil",
        /// Enter other people of the school, and give the directory extractions of ONDE.
        EnterPeople = "enter-people",
        /// Settle entries and accounts of one person that exist twice.
        MergeDoubles = "merge-doubles",
        /// Say what the school opens to whom, delegate, name deputies.
        RunSchool = "run-school",
        /// Let somebody replace the teacher of a class for some days.
        OpenClass = "open-class",
        /// Make groups of pupils and adults; over a territory, propose one to its schools (*défi*).
        MakeGroups = "make-groups",
        /// Give new codes and passwords to others, see who came in.
        RenewAccess = "renew-access",
        /// Let the pupils of a class in by tablets, badges, pictures.
        RunTablets = "run-tablets",
        /// Prepare and open the new school year.
        TurnYear = "turn-year",
        /// Find anybody of a territory by name.
        SearchDirectory = "search-directory",
        /// Keep the register of processing, answer the rights requests, follow the breaches.
        ManageData = "manage-data",
        /// Name somebody who heads a school until a day (*faisant fonction*).
        NameHead = "name-head",
    }
}

/// Whether a role carries a right, in the circle or the territory the role is held in.
pub fn carries(role: Role, right: Right) -> bool {
    let rights: &[Right] = match role {
        Role::Pupil => &[WriteJournal, Report],
        Role::Guardian => &[Report, AskHelp],
        Role::Teacher => OF_TEACHER,
        Role::Head => OF_HEAD,
        Role::Staff => &[Report, AskHelp],
        Role::TownAgent | Role::Reader => &[],
        Role::Guest => &[Report, AskHelp],
        Role::Deputy => OF_DEPUTY,
        Role::AcademyAdmin => OF_ACADEMY_ADMIN,
        Role::DistrictAdmin => {
            &[WriteNews, SeeIndicators, AskHelp, AnswerHelp, RunTraining, OpenClass, MakeGroups, NameHead]
        }
        Role::TownEditor => &[WriteNews, SendUrgent, RunTown, ProposePages, PublishPages, SeeIndicators, AskHelp],
        Role::TownOfficer => &[HandleAgreement, RunTown, ProposePages, SeeIndicators, AskHelp],
        Role::DistrictAdviser => &[SeeIndicators, AskHelp, AnswerHelp, RunTraining, MakeGroups],
        Role::HelpAgent => &[AskHelp, AnswerHelp],
        Role::DataOfficer => &[ManageData],
        Role::SchemeOfficer => &[ManageAgreements, GrantTownProfiles, SetIdentity, SeeIndicators, WriteNews, AskHelp],
    };
    rights.contains(&right)
}

const OF_TEACHER: &[Right] = &[
    WriteJournal,
    PublishJournal,
    Report,
    SeeClass,
    PrintSheets,
    WriteLiaison,
    WriteNews,
    SeeImageRights,
    ProposePages,
    AskHelp,
    EnterPupil,
    MakeGroups,
    RenewAccess,
    RunTablets,
];

const OF_HEAD: &[Right] = &[
    WriteJournal,
    PublishJournal,
    Unpublish,
    Report,
    SeeClass,
    AttachTeachers,
    PrintSheets,
    SetHours,
    SeeQuality,
    WriteLiaison,
    WriteNews,
    SendUrgent,
    CloseMessages,
    SeeImageRights,
    SetProtection,
    AskTown,
    ProposePages,
    PublishPages,
    SeeIndicators,
    AskHelp,
    AnswerHelp,
    EnterPupil,
    EnterPeople,
    MergeDoubles,
    RunSchool,
    OpenClass,
    MakeGroups,
    RenewAccess,
    RunTablets,
    TurnYear,
];

const OF_ACADEMY_ADMIN: &[Right] = &[
    RunImports,
    WriteNews,
    SendUrgent,
    CloseMessages,
    TraceMessages,
    SetHolidays,
    ManageAgreements,
    GrantTownProfiles,
    SetIdentity,
    SeeIndicators,
    AskHelp,
    AnswerHelp,
    RunTraining,
    ManageData,
    MergeDoubles,
    OpenClass,
    RenewAccess,
    TurnYear,
    SearchDirectory,
    NameHead,
];

const OF_DEPUTY: &[Right] = &[
    Report,
    SeeClass,
    AttachTeachers,
    PrintSheets,
    SeeQuality,
    AskHelp,
    EnterPupil,
    EnterPeople,
    OpenClass,
    MakeGroups,
    RenewAccess,
    RunTablets,
    TurnYear,
];

/// The whole table as text, a line per right.
pub fn table() -> String {
    let mut table = format!("{:20}", "");
    for role in Role::ALL {
        table.push_str(&format!(" {:16}", role.as_str()));
    }
    for right in Right::ALL {
        table.push_str(&format!("\n{:20}", right.as_str()));
        for role in Role::ALL {
            table.push_str(&format!(" {:16}", if carries(*role, *right) { "yes" } else { "-" }));
        }
    }
    table
}
