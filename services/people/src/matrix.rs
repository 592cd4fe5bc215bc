//! Who sees what of whom: one table, in code, reviewed like a document. The test below prints it, so that a change shows.

use school::text_enum;

text_enum! {
    /// As whom somebody looks.
    Eye {
        /// The head of a school, or a deputy.
        Head = "head",
        /// A teacher.
        Teacher = "teacher",
        /// Other staff: AESH, psychologist.
        Staff = "staff",
        /// Whom a commune employs.
        TownAgent = "town-agent",
        /// Whom a school lets in for a time.
        Guest = "guest",
        /// A pupil.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// Who was given the task to find people of a territory.
        Searcher = "searcher",
    }
}

text_enum! {
    /// Whom somebody looks at.
    Whom {
        /// A pupil.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Parent = "parent",
        /// A teacher, the head.
        Teacher = "teacher",
        /// Other staff, of the commune too.
        Staff = "staff",
        /// Whom a school lets in for a time.
        Guest = "guest",
    }
}

text_enum! {
    /// How near both are.
    Near {
        /// Of one class.
        Class = "class",
        /// Of one school.
        School = "school",
        /// Of schools that share nothing.
        Elsewhere = "elsewhere",
    }
}

text_enum! {
    /// What is seen, the least first.
    Sight {
        /// Nothing: not even that there is somebody.
        Nothing = "-",
        /// What [`Sight::Initial`] shows, where the school opened its classes to parents.
        IfOpened = "if-opened",
        /// The first name and an initial.
        Initial = "initial",
        /// The name and what the person chose to show, when the person chose to be seen.
        IfChosen = "if-chosen",
        /// The whole name, and what the person chose to show.
        Name = "name",
        /// The name, and how to reach the person.
        Contacts = "contacts",
    }
}

/// What is seen.
pub fn sight(eye: Eye, whom: Whom, near: Near) -> Sight {
    match near {
        Near::Class => in_class(eye, whom),
        Near::School => in_school(eye, whom),
        Near::Elsewhere if eye == Eye::Searcher => Sight::Name,
        Near::Elsewhere => Sight::Nothing,
    }
}

fn in_class(eye: Eye, whom: Whom) -> Sight {
    match (eye, whom) {
        (Eye::Teacher, Whom::Parent) => Sight::Contacts,
        (Eye::Pupil, Whom::Pupil) => Sight::Initial,
        (Eye::Pupil | Eye::Guardian, Whom::Teacher | Whom::Staff) | (Eye::Guest, Whom::Teacher) => Sight::Name,
        (Eye::Guardian, Whom::Pupil) => Sight::IfOpened,
        (Eye::Guardian, Whom::Parent) => Sight::IfChosen,
        (eye, whom) => in_school(eye, whom),
    }
}

fn in_school(eye: Eye, whom: Whom) -> Sight {
    match (eye, whom) {
        (Eye::Head, Whom::Parent | Whom::Teacher | Whom::Staff | Whom::Guest) => Sight::Contacts,
        (Eye::Head, Whom::Pupil) | (Eye::Teacher | Eye::Staff | Eye::Searcher, _) => Sight::Name,
        (Eye::TownAgent | Eye::Guardian, Whom::Teacher | Whom::Staff) => Sight::Name,
        (Eye::TownAgent | Eye::Guardian, Whom::Pupil | Whom::Parent | Whom::Guest) | (Eye::Guest | Eye::Pupil, _) => {
            Sight::Nothing
        }
    }
}

/// Whether the face of a pupil is seen, where its image may be used in the school: by those who work with the pupils, and in
/// the class itself. Adults say to whom they show theirs.
pub fn sees_face(eye: Eye, near: Near) -> bool {
    match eye {
        Eye::Head | Eye::Teacher | Eye::Staff => near != Near::Elsewhere,
        Eye::Pupil => near == Near::Class,
        Eye::TownAgent | Eye::Guest | Eye::Guardian | Eye::Searcher => false,
    }
}

/// The whole table as text, a line per eye and nearness.
pub fn table() -> String {
    let mut table = format!("{:20}", "");
    for whom in Whom::ALL {
        table.push_str(&format!(" {:10}", whom.as_str()));
    }
    for eye in Eye::ALL {
        for near in Near::ALL {
            let row = format!("{} {}", eye.as_str(), near.as_str());
            table.push_str(&format!("\n{row:20}"));
            for whom in Whom::ALL {
                table.push_str(&format!(" {:10}", sight(*eye, *whom, *near).as_str()));
            }
            table.push_str(if sees_face(*eye, *near) { " faces" } else { "" });
        }
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::table;

    /// Whoever changes it changes what families were told: it is read over by two people.
    const REVIEWED: &str = "\
                     pupil      parent     teacher    staff      guest
head class           name       contacts   contacts   contacts   contacts   faces
head school          name       contacts   contacts   contacts   contacts   faces
head elsewhere       -          -          -          -          -
teacher class        name       contacts   name       name       name       faces
teacher school       name       name       name       name       name       faces
teacher elsewhere    -          -          -          -          -
staff class          name       name       name       name       name       faces
staff school         name       name       name       name       name       faces
staff elsewhere      -          -          -          -          -
town-agent class     -          -          name       name       -
town-agent school    -          -          name       name       -
town-agent elsewhere -          -          -          -          -
guest class          -          -          name       -          -
guest school         -          -          -          -          -
guest elsewhere      -          -          -          -          -
pupil class          initial    -          name       name       -          faces
pupil school         -          -          -          -          -
pupil elsewhere      -          -          -          -          -
guardian class       if-opened  if-chosen  name       name       -
guardian school      -          -          name       name       -
guardian elsewhere   -          -          -          -          -
searcher class       name       name       name       name       name
searcher school      name       name       name       name       name
searcher elsewhere   name       name       name       name       name";

    #[test]
    fn the_matrix_is_the_one_reviewed() {
        assert_eq!(table().trim_start(), REVIEWED);
    }
}
