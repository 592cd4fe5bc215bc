//! What is kept of a record beside the columns: JSON, stored and read whole, never queried.

use aaf::{Guardian, Level, Pupil, School, Staff};
use serde::{Deserialize, Serialize};

/// The rest of a school.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SchoolDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) siren: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contract: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) postcode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sector: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) district: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) commune: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rpi: Option<String>,
}

/// The rest of a pupil.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PupilDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) birth_name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) other_first_names: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level_label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cycle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entered_school: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left_school: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) canteen: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) transport: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) morning_care: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) evening_care: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) study: Option<bool>,
}

/// The rest of a guardian.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct GuardianDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) birth_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) home_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) work_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mobile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) postcode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address_shown: Option<bool>,
}

/// The rest of a member of staff.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct StaffDetails {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) birth_name: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) attached: Vec<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) functions: Vec<Post>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) directs: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) teacher: Option<bool>,
}

/// A function in a school: code, label, speciality code and label.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Post(
    pub(super) i64,
    pub(super) Option<String>,
    pub(super) Option<String>,
    pub(super) Option<String>,
    pub(super) Option<String>,
);

/// Structs of texts and numbers always serialise; an empty object is what nothing reads as.
fn json(details: &impl Serialize) -> String {
    serde_json::to_string(details).unwrap_or_else(|_| "{}".to_owned())
}

pub(super) fn of_school(school: &School) -> String {
    let school = school.clone();
    json(&SchoolDetails {
        siren: school.siren,
        contract: school.contract,
        address: school.address,
        postcode: school.postcode,
        city: school.city,
        phone: school.phone,
        email: school.email,
        sector: school.sector,
        district: school.district,
        commune: school.commune,
        rpi: school.rpi,
    })
}

pub(super) fn of_pupil(pupil: &Pupil) -> String {
    json(&PupilDetails {
        birth_name: pupil.birth_name.clone(),
        other_first_names: pupil.other_first_names.clone(),
        level_label: pupil.level.as_ref().map(|level| level.label.clone()),
        cycle: pupil.cycle.clone(),
        class_type: pupil.class_type.clone(),
        entered_school: pupil.entered_school.clone(),
        left_school: pupil.left_school.clone(),
        canteen: pupil.canteen,
        transport: pupil.transport,
        morning_care: pupil.morning_care,
        evening_care: pupil.evening_care,
        study: pupil.study,
    })
}

pub(super) fn of_guardian(guardian: &Guardian) -> String {
    json(&GuardianDetails {
        birth_name: guardian.birth_name.clone(),
        home_phone: guardian.home_phone.clone(),
        work_phone: guardian.work_phone.clone(),
        mobile: guardian.mobile.clone(),
        address: guardian.address.clone(),
        postcode: guardian.postcode.clone(),
        city: guardian.city.clone(),
        country: guardian.country.clone(),
        address_shown: guardian.address_shown,
    })
}

pub(super) fn of_staff(staff: &Staff) -> String {
    let post = |it: &aaf::Function| {
        Post(it.school, it.code.clone(), it.label.clone(), it.speciality_code.clone(), it.speciality_label.clone())
    };
    json(&StaffDetails {
        birth_name: staff.birth_name.clone(),
        attached: staff.attached.clone(),
        functions: staff.functions.iter().map(post).collect(),
        directs: staff.directs.clone(),
        teacher: staff.teacher,
    })
}

/// A level as the directory stored it: the code in its column, the label here.
pub(super) fn level(code: Option<String>, label: Option<String>) -> Option<Level> {
    label.map(|label| Level { code, label })
}
