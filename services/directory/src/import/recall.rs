//! Records as the directory knows them, put together again so that a delta can change them.

use super::details::{self, GuardianDetails, PupilDetails, SchoolDetails, StaffDetails};
use aaf::{Authority, ClassRef, Entity, Function, Guardian, Pupil, Record, School, Staff};
use db::{FromRow, Result, Tx, args};
use school::PersonKind;

#[derive(FromRow)]
struct Person {
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    details: String,
}

/// The record of an académie with this jointure, if it is known.
pub(super) async fn record(tx: &mut Tx, academy: &str, entity: Entity, jointure: i64) -> Result<Option<Record>> {
    if entity == Entity::School {
        return school(tx, academy, jointure).await;
    }
    let kind = super::read::kind_of(entity);
    let found: Option<Person> = tx
        .first(
            "select last_name, first_name, civility, birth_day, email, ine, level, details from person \
             where academy = $1 and jointure = $2 and kind = $3",
            args![academy, jointure, kind.map(PersonKind::as_str)],
        )
        .await?;
    let Some(person) = found else { return Ok(None) };
    Ok(Some(match entity {
        Entity::School => return Ok(None),
        Entity::Pupil => Record::Pupil(Box::new(pupil(tx, academy, jointure, person).await?)),
        Entity::Guardian => Record::Guardian(Box::new(guardian(jointure, person))),
        Entity::Staff => Record::Staff(Box::new(staff(jointure, person))),
    }))
}

type SchoolRow = (String, String, Option<String>, Option<String>, String);

async fn school(tx: &mut Tx, academy: &str, jointure: i64) -> Result<Option<Record>> {
    let found: Option<SchoolRow> = tx
        .first(
            "select uai, name, kind, town, details from school where academy = $1 and jointure = $2",
            args![academy, jointure],
        )
        .await?;
    Ok(found.map(|(uai, name, kind, town, json)| {
        let rest: SchoolDetails = serde_json::from_str(&json).unwrap_or_default();
        Record::School(Box::new(School {
            id: jointure,
            uai,
            name,
            kind,
            town,
            siren: rest.siren,
            contract: rest.contract,
            address: rest.address,
            postcode: rest.postcode,
            city: rest.city,
            phone: rest.phone,
            email: rest.email,
            sector: rest.sector,
            district: rest.district,
            commune: rest.commune,
            rpi: rest.rpi,
            ..School::default()
        }))
    }))
}

async fn pupil(tx: &mut Tx, academy: &str, jointure: i64, person: Person) -> Result<Pupil> {
    let rest: PupilDetails = serde_json::from_str(&person.details).unwrap_or_default();
    let authorities: Vec<(i64, Option<i64>, i64)> = tx.all(AUTHORITIES, args![academy, jointure]).await?;
    let seats: Vec<(String, i64, String, String)> = tx
        .all(
            "select c.kind, s.jointure, c.key, c.name from person p \
             join member m on m.person_id = p.id and m.source = 'aaf' and m.until is null \
             join circle c on c.id = m.circle_id and c.until is null join school s on s.id = c.school_id \
             where p.academy = $1 and p.jointure = $2 and c.kind in ('school', 'class', 'group') order by c.key",
            args![academy, jointure],
        )
        .await?;
    let of_kind = |kind: &str| {
        let chosen = seats.iter().filter(|seat| seat.0 == kind);
        chosen.map(|(_, school, id, name)| ClassRef { school: *school, id: id.clone(), name: name.clone() }).collect()
    };
    Ok(Pupil {
        id: jointure,
        ine: person.ine,
        birth_day: person.birth_day,
        last_name: person.last_name,
        birth_name: rest.birth_name,
        first_name: person.first_name,
        other_first_names: rest.other_first_names,
        civility: person.civility,
        email: person.email,
        authorities: authorities.into_iter().map(|(guardian, relation, _)| Authority { guardian, relation }).collect(),
        schools: seats.iter().filter(|seat| seat.0 == "school").map(|seat| seat.1).collect(),
        classes: of_kind("class"),
        groups: of_kind("group"),
        level: details::level(person.level, rest.level_label),
        cycle: rest.cycle,
        class_type: rest.class_type,
        entered_school: rest.entered_school,
        left_school: rest.left_school,
        canteen: rest.canteen,
        transport: rest.transport,
        morning_care: rest.morning_care,
        evening_care: rest.evening_care,
        study: rest.study,
    })
}

// With those who are awaited: the record named them too.
const AUTHORITIES: &str = "\
select a.jointure as adult, g.relation as relation, g.position as position from person p \
join guardianship g on g.child_id = p.id and g.until is null and g.source = 'aaf' \
join person a on a.id = g.adult_id and a.jointure is not null where p.academy = $1 and p.jointure = $2 \
union all \
select w.adult_jointure, w.relation, w.position from person p join awaited_link w on w.child_id = p.id \
where p.academy = $1 and p.jointure = $2 order by position";

fn guardian(jointure: i64, person: Person) -> Guardian {
    let rest: GuardianDetails = serde_json::from_str(&person.details).unwrap_or_default();
    Guardian {
        id: jointure,
        birth_day: person.birth_day,
        last_name: person.last_name,
        birth_name: rest.birth_name,
        first_name: person.first_name,
        civility: person.civility,
        home_phone: rest.home_phone,
        work_phone: rest.work_phone,
        mobile: rest.mobile,
        address: rest.address,
        postcode: rest.postcode,
        city: rest.city,
        country: rest.country,
        address_shown: rest.address_shown,
        email: person.email,
        children: Vec::new(),
    }
}

fn staff(jointure: i64, person: Person) -> Staff {
    let rest: StaffDetails = serde_json::from_str(&person.details).unwrap_or_default();
    let function = |post: details::Post| Function {
        school: post.0,
        code: post.1,
        label: post.2,
        speciality_code: post.3,
        speciality_label: post.4,
    };
    Staff {
        id: jointure,
        birth_day: person.birth_day,
        last_name: person.last_name,
        birth_name: rest.birth_name,
        first_name: person.first_name,
        civility: person.civility,
        email: person.email,
        attached: rest.attached,
        functions: rest.functions.into_iter().map(function).collect(),
        directs: rest.directs,
        teacher: rest.teacher,
    }
}
