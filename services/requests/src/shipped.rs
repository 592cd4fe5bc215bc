//! The kinds of requests every commune begins with, until it changes or closes them.

use crate::{
    W,
    extra::{Extra, ExtraKind},
    procedure::Procedure,
};

/// The kinds shipped, in their order.
pub(crate) fn procedures() -> Vec<Procedure> {
    vec![
        shipped("travaux", W.shipped_works(), 30, vec![needed(W.shipped_place(), ExtraKind::Text)]),
        shipped(
            "informatique",
            W.shipped_computers(),
            15,
            vec![needed(W.shipped_device(), ExtraKind::Text), asked(W.shipped_place(), ExtraKind::Text)],
        ),
        shipped("fournitures", W.shipped_supplies(), 15, vec![asked(W.shipped_wanted_on(), ExtraKind::Date)]),
        shipped(
            "transport",
            W.shipped_transport(),
            15,
            vec![
                needed(W.shipped_day(), ExtraKind::Date),
                needed(W.shipped_destination(), ExtraKind::Text),
                asked(W.shipped_hours(), ExtraKind::Text),
                asked(W.shipped_travellers(), ExtraKind::Number),
            ],
        ),
        shipped(
            "salle",
            W.shipped_room(),
            10,
            vec![
                needed(W.shipped_room_name(), ExtraKind::Text),
                needed(W.shipped_day(), ExtraKind::Date),
                asked(W.shipped_hours(), ExtraKind::Text),
            ],
        ),
        shipped("securite", W.shipped_safety(), 3, vec![needed(W.shipped_place(), ExtraKind::Text)]),
        shipped("restauration", W.shipped_meals(), 7, vec![asked(W.shipped_day(), ExtraKind::Date)]),
        shipped("autre", W.shipped_other(), 15, Vec::new()),
    ]
}

fn shipped(slug: &str, label: &str, delay_days: i64, extras: Vec<Extra>) -> Procedure {
    Procedure {
        slug: slug.to_owned(),
        label: label.to_owned(),
        extras,
        service: String::new(),
        email: None,
        delay_days,
        active: true,
    }
}

fn needed(label: &str, kind: ExtraKind) -> Extra {
    Extra { label: label.to_owned(), kind, options: Vec::new(), required: true }
}

fn asked(label: &str, kind: ExtraKind) -> Extra {
    Extra { required: false, ..needed(label, kind) }
}
