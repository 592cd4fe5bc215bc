//! « Qualité ONDE »: a sheet to print, with what the head should put right and where.

use super::school_tabs;
use crate::{
    W,
    import_run::Slice,
    last_lines::LastLine,
    namesakes::Namesake,
    quality::{Pupil, Quality},
};
use askama::Template;
use commons::access::Topic;
use school::{Right, School, SchoolId, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{Cell, Column, Notice, Pager, Table, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "quality.html")]
struct QualityPage {
    about: String,
    lead: &'static str,
    back: String,
    tabs: Option<Tabs>,
    good: Option<Notice>,
    sections: Vec<Section>,
    /// Of the lines, which come last.
    pager: Pager,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    page: u32,
}

/// One thing to look at, and what to do about it.
struct Section {
    title: String,
    advice: &'static str,
    table: Table,
}

/// `GET /ecoles/{school}/qualite`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(wanted): Query<Wanted>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::SeeQuality, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let quality = Quality::of(&mut tx, &school, Slice::page(wanted.page)).await?;
    let delivered = School::is_delivered(&mut tx, id).await?;
    let today = tx.now().day();
    drop(tx);
    let page = QualityPage {
        about: W.quality_of(&school.name, &school.uai, dates::date(today)),
        lead: if delivered { W.quality_about() } else { W.quality_about_files() },
        back: format!("/ecoles/{id}"),
        tabs: school_tabs(&visit.viewer, id, "/qualite"),
        good: quality.is_good().then(|| match quality.pupil_count {
            0 => Notice::info(W.quality_no_pupil()),
            _ => Notice::success(W.quality_is_good()),
        }),
        sections: sections(&quality),
        pager: pager(id, wanted.page, quality.line_count),
    };
    visit.looked(quality.people(), Topic::Quality, None).await;
    visit.set_wide();
    visit.page(W.quality_title(), &page)
}

fn sections(quality: &Quality) -> Vec<Section> {
    let of_pupils = [
        (W.without_birth_day(), W.without_birth_day_advice(), &quality.without_birth_day),
        (W.without_guardian(), W.without_guardian_advice(), &quality.without_guardian),
        (W.alike(), W.alike_advice(), &quality.alike),
        (W.same_ine(), W.same_ine_advice(), &quality.shared_ine),
    ];
    let of_pupils = of_pupils.into_iter();
    let of_pupils = of_pupils.map(|(title, advice, pupils)| section(title, advice, pupils.len(), table(title, pupils)));
    let classes = section(
        W.classes_without_teacher(),
        W.classes_without_teacher_advice(),
        quality.classes_without_teacher.len(),
        classes(quality),
    );
    let namesakes = &quality.namesakes;
    let twice = section_of_namesakes(W.same_name(), W.same_name_advice(), &namesakes.delivered);
    let beside = section_of_namesakes(W.same_name_beside(), W.same_name_beside_advice(), &namesakes.beside);
    let of_staff = lines(W.staff_lines(), W.staff_lines_advice(), quality, true);
    let lines = lines(W.last_lines(), W.last_lines_advice(), quality, false);
    of_pupils.chain([twice, beside, classes, lines, of_staff]).flatten().collect()
}

/// Nothing at all for what is in order.
fn section(title: &str, advice: &'static str, count: usize, table: Table) -> Option<Section> {
    (count > 0).then(|| Section { title: format!("{title} ({count})"), advice, table })
}

fn pager(school: SchoolId, page: u32, lines: i64) -> Pager {
    let address = format!("/ecoles/{school}/qualite");
    Pager::new(address, u64::from(page.max(1)), Slice::pages(lines), W.pages_of_list())
        .steps(W.previous_page(), W.next_page())
}

fn table(caption: &str, pupils: &[Pupil]) -> Table {
    let columns = [W.pupil(), W.class(), W.birth_day()].map(Column::new);
    let rows = pupils.iter().map(|pupil| {
        let day = pupil.birth_day.as_ref().and_then(db::Day::date).map(dates::date);
        vec![
            Cell::text(format!("{} {}", pupil.last_name, pupil.first_name)),
            Cell::text(pupil.class_name.clone().unwrap_or_else(|| W.no_class().to_owned())),
            Cell::text(day.unwrap_or_else(|| W.unknown().to_owned())),
        ]
    });
    Table::new(caption, columns.into(), rows.collect()).caption_hidden()
}

fn classes(quality: &Quality) -> Table {
    let rows = quality.classes_without_teacher.iter();
    let rows = rows.map(|(id, name)| vec![Cell::link(name, format!("/classes/{id}"))]);
    Table::new(W.classes_without_teacher(), vec![Column::new(W.class())], rows.collect()).caption_hidden()
}

/// Classes of one name, side by side, with what tells one from the other.
fn section_of_namesakes(title: &str, advice: &'static str, classes: &[Namesake]) -> Option<Section> {
    let columns = vec![
        Column::new(W.class()),
        Column::numeric(W.pupils()),
        Column::numeric(W.teachers()),
        Column::new(W.source()),
    ];
    let rows = classes.iter().map(|it| {
        let source = if it.is_delivered() { W.from_directory() } else { W.from_school() };
        vec![
            Cell::link(&it.name, format!("/classes/{}", it.id)),
            Cell::text(it.pupils.to_string()),
            Cell::text(it.teachers.to_string()),
            Cell::text(source),
        ]
    });
    section(title, advice, classes.len(), Table::new(title, columns, rows.collect()).caption_hidden())
}

/// The lines of this page about staff, or the others, under how many there are on all pages.
fn lines(title: &str, advice: &'static str, quality: &Quality, of_staff: bool) -> Option<Section> {
    let lines: Vec<&LastLine> = quality.lines.iter().filter(|it| it.is_of_staff() == of_staff).collect();
    let count = if of_staff { quality.staff_line_count } else { quality.line_count - quality.staff_line_count };
    let title_and_count = format!("{title} ({count})");
    (!lines.is_empty()).then(|| Section { title: title_and_count, advice, table: table_of_lines(title, &lines) })
}

/// What a line shows in a column.
type Shown = fn(&LastLine) -> String;

/// What can be said of a line, under its header; what is empty in every line is left out.
fn table_of_lines(caption: &str, lines: &[&LastLine]) -> Table {
    let all: [(&str, Shown); 5] = [
        (W.record(), LastLine::who),
        (W.reason(), |it| it.message.clone()),
        (W.attribute(), |it| it.attribute.clone().unwrap_or_default()),
        (W.value(), |it| it.value.clone().unwrap_or_default()),
        (W.what_happened(), |it| if it.rejected { W.rejected() } else { W.kept() }.to_owned()),
    ];
    let told = all.iter().filter(|(_, text)| lines.iter().copied().any(|it| !text(it).is_empty()));
    let told: Vec<_> = told.collect();
    let rows = lines.iter().copied().map(|line| told.iter().map(|(_, text)| Cell::text(text(line))).collect());
    Table::new(caption, told.iter().map(|(label, _)| Column::new(*label)).collect(), rows.collect()).caption_hidden()
}
