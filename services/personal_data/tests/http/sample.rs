//! A service that keeps something of everybody, and something a child said in confidence.

use axum::Router;
use web::{Service, personal::Part};

pub(crate) const SAMPLE: Service = Service {
    personal_data: |_, subject| {
        Box::pin(async move {
            let mut parts =
                vec![Part::new("essais", "Essais écrits", &["Texte"]).rows([vec!["Un <b>essai</b>".into()]])];
            if subject.own {
                parts.push(Part::new("confidences", "Confidences", &["Texte"]).rows([vec!["Un secret".into()]]));
            }
            Ok(parts)
        })
    },
    ..Service::new("sample", Router::new, &[])
};
