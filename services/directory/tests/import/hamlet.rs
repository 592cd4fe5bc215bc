//! The smallest honest deliveries: a school with one class, and a little more.

use crate::{
    parcel::Parcel,
    record::{Record, guardian, pupil, school, staff},
};

/// The class of the hamlet, as pupils of CP say it.
pub(crate) const CP: &str = "7001$ORD$1121$880001$CP A";
/// The function of a teacher of the hamlet.
pub(crate) const TEACHES: &str = "7001$ENS$ENSEIGNEMENT$G0000$ENSEIGNANT CLASSE ELEMENTAIRE";

/// École 7001 with a CP: Ana and Bob, the mother of both, their teacher. Delivered on 7 September 2026.
pub(crate) fn hamlet() -> Parcel {
    Parcel::full("20260907").all([pines(), ana(), bob(), mother(), teacher()])
}

/// The hamlet with what makes deliveries hard: a class of two levels, a group, a school and an adult that are not there,
/// an adult nobody names, a head without function.
pub(crate) fn village() -> Parcel {
    let cleo = pupil(8003, 7001, "Cléo").class("7001$ORD$1122$880001$CP A").level("1122$CE1");
    let dan = pupil(8004, 7002, "Dan").class("7999$ORD$1121$880009$CP Z");
    hamlet().all([
        school(7002, "LES VIGNES"),
        cleo.of(&["9002$10", "9999$20"]),
        dan.with("ENTPersonGroupes", &["7002$GRP$$980001$Chorale"]),
        guardian(9002, "Samia"),
        guardian(9003, "Personne"),
        staff(6002, "Line").directs(&["7002"]),
    ])
}

/// The school.
pub(crate) fn pines() -> Record {
    school(7001, "LES PINS")
}

/// Pupil 8001.
pub(crate) fn ana() -> Record {
    pupil(8001, 7001, "Ana").class(CP).level("1121$CP").of(&["9001$10"])
}

/// Pupil 8002.
pub(crate) fn bob() -> Record {
    pupil(8002, 7001, "Bob").class(CP).level("1121$CP").of(&["9001$10"])
}

/// Adult 9001.
pub(crate) fn mother() -> Record {
    guardian(9001, "Claire")
}

/// Staff 6001.
pub(crate) fn teacher() -> Record {
    staff(6001, "Rose").works(&[TEACHES])
}
