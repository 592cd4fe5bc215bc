//! « Sommes à titrer »: those of a school year, for those who run the scheme; sent together, exported for the accountant.

use super::{
    office_tabs,
    sum_table::{self, TICKED},
};
use crate::{
    W,
    campaign::year_name,
    sum_due::SumId,
    sum_export,
    sum_form::ChangeForm,
    sum_list::{self, Filter, PER_PAGE},
    sum_state::SumState,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Right, SchoolYear, Territory, Viewer, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, Choice, EmptyState, ErrorSummary, Field, Hidden, LinkButton, Opt, Pager, Table, Tabs},
    paper, place_name, summary,
};

const PATH: &str = "/conventions/sommes";

#[derive(Template)]
#[template(path = "sums.html")]
struct SumsPage {
    tabs: Tabs,
    lead: String,
    summary: Option<ErrorSummary>,
    year: Choice,
    state: Choice,
    department: Choice,
    filter: Button,
    tallies: Table,
    rows: Table,
    empty: Option<EmptyState>,
    /// What the filter was, for the form that sends sums.
    kept: Vec<Hidden>,
    day: Field,
    mark: Button,
    /// Whether there is anything to send on this page.
    sends: bool,
    wrong: Option<String>,
    pager: Pager,
    csv: LinkButton,
    xlsx: LinkButton,
}

/// Which sums are asked for, as an address says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    annee: String,
    #[serde(default)]
    etat: String,
    #[serde(default)]
    departement: String,
    #[serde(default)]
    page: String,
}

impl Wanted {
    async fn filter(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Filter> {
        let typed = self.annee.parse::<i64>().ok().filter(|it| (2000..=2200).contains(it));
        let year = typed.unwrap_or(SchoolYear::of(tx.now().day()).0);
        let mut filter = Filter::of(tx, viewer, year).await?;
        filter.state = SumState::try_from(self.etat.clone()).ok();
        // What is no département filters nothing, and is printed nowhere.
        let is_code = self.departement.len() == 3 && self.departement.bytes().all(|it| it.is_ascii_alphanumeric());
        filter.department = if is_code { self.departement.clone() } else { String::new() };
        Ok(filter)
    }
}

/// The filter as an address holds it.
fn pairs(filter: &Filter) -> [(&'static str, String); 3] {
    let state = filter.state.map_or("", SumState::as_str);
    [("annee", filter.year.to_string()), ("etat", state.to_owned()), ("departement", filter.department.clone())]
}

fn query(filter: &Filter) -> String {
    let pairs = pairs(filter).map(|(name, value)| format!("{name}={value}"));
    format!("?{}", pairs.join("&"))
}

/// `GET /conventions/sommes`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let page = page(&mut tx, &viewer, &wanted, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.set_wide();
    visit.page(W.sums_title(), &page)
}

/// `POST /conventions/sommes`: those ticked were sent.
pub(crate) async fn request(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    let (wanted, typed) = read(&fields);
    let mut tx = visit.write().await?;
    let filter = wanted.filter(&mut tx, &viewer).await?;
    match mark(&mut tx, &viewer, &typed).await {
        Ok(count) => {
            tx.commit().await?;
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            Ok(visit.done(&format!("{PATH}{}", query(&filter)), &W.sums_sent(count)))
        }
        Err(Error::Invalid(problems)) => {
            drop(tx);
            let mut tx = visit.read().await?;
            let page = page(&mut tx, &viewer, &wanted, &typed, &problems).await?;
            drop(tx);
            visit.set_wide();
            visit.again(W.sums_title(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /conventions/sommes.csv`
pub(crate) async fn csv(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let (lines, year) = exported(&mut visit, &wanted).await?;
    Ok(paper::made(sum_export::csv(&lines)?, "text/csv", &W.sums_file_csv(year_name(year))))
}

/// `GET /conventions/sommes.xlsx`
pub(crate) async fn xlsx(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let (lines, year) = exported(&mut visit, &wanted).await?;
    let mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(paper::made(sum_export::xlsx(&lines, year)?, mime, &W.sums_file_xlsx(year_name(year))))
}

async fn exported(visit: &mut SignedIn, wanted: &Wanted) -> Result<(Vec<sum_list::Line>, i64)> {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let filter = wanted.filter(&mut tx, &viewer).await?;
    let lines = sum_list::lines(&mut tx, &filter).await?;
    Ok((lines, filter.year))
}

/// What was ticked, and the day.
#[derive(Default)]
struct Typed {
    ticked: Vec<String>,
    day: String,
}

fn read(fields: &[(String, String)]) -> (Wanted, Typed) {
    let text = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
    let ticked = fields.iter().filter_map(|it| it.0.strip_prefix(TICKED)).map(str::to_owned).collect();
    let wanted =
        Wanted { annee: text("annee"), etat: text("etat"), departement: text("departement"), page: text("page") };
    (wanted, Typed { ticked, day: text("jour") })
}

async fn mark(tx: &mut Tx, viewer: &Viewer, typed: &Typed) -> Result<usize> {
    let sums =
        typed.ticked.iter().map(|it| it.parse::<SumId>().ok().ok_or(Error::NotFound)).collect::<Result<Vec<_>>>()?;
    if sums.is_empty() {
        return Err(Error::invalid("sommes", W.sums_none_ticked()));
    }
    let form =
        ChangeForm { etat: SumState::Requested.as_str().to_owned(), jour: typed.day.clone(), ..ChangeForm::default() };
    sum_list::request(tx, viewer, &sums, &form).await
}

async fn page(tx: &mut Tx, viewer: &Viewer, wanted: &Wanted, typed: &Typed, problems: &Problems) -> Result<SumsPage> {
    let filter = wanted.filter(tx, viewer).await?;
    let number: i64 = wanted.page.parse().unwrap_or(1);
    let rows = sum_list::page(tx, &filter, number).await?;
    let tallies = sum_list::tallies(tx, &filter).await?;
    let count: i64 = tallies.iter().map(|it| it.sums).sum();
    let pages = u64::try_from(count.max(1).saturating_add(PER_PAGE - 1) / PER_PAGE).unwrap_or(1);
    let query = query(&filter);
    let today = tx.now().day().to_string();
    let day = if typed.day.is_empty() { &today } else { &typed.day };
    let kept = pairs(&filter).into_iter().chain([("page", number.to_string())]);
    let link =
        |word: &str, kind: &str| LinkButton::secondary(word, format!("{PATH}.{kind}{query}")).icon("telecharger");
    Ok(SumsPage {
        tabs: office_tabs(viewer, PATH),
        lead: W.sums_lead(year_name(filter.year)),
        summary: summary(problems),
        year: year_choice(tx, &filter).await?,
        state: state_choice(&filter),
        department: department_choice(tx, &filter).await?,
        filter: Button::secondary(W.sums_filter()).icon("filtrer"),
        tallies: sum_table::tallies(&tallies),
        empty: rows.is_empty().then(|| EmptyState::new("documents", W.sums_empty(), None)),
        sends: rows.iter().any(|it| it.state == SumState::ToIssue),
        rows: sum_table::rows(&rows, &typed.ticked),
        kept: kept.map(|(name, value)| Hidden::new(name, value)).collect(),
        day: Field::date("jour", W.sums_day()).value(day).error(problems.of("jour")).required(),
        mark: Button::primary(W.sums_mark()),
        wrong: problems.of("sommes"),
        pager: Pager::new(format!("{PATH}{query}"), u64::try_from(number.max(1)).unwrap_or(1), pages, W.sums_pages())
            .steps(W.office_page_before(), W.office_page_after()),
        csv: link(W.sums_csv(), "csv"),
        xlsx: link(W.sums_xlsx(), "xlsx"),
    })
}

async fn year_choice(tx: &mut Tx, filter: &Filter) -> Result<Choice> {
    let mut years = sum_list::years(tx, filter).await?;
    if !years.contains(&filter.year) {
        years.insert(0, filter.year);
    }
    let option = |year: i64| Opt::new(year.to_string(), year_name(year)).checked(year == filter.year);
    Ok(Choice::select("annee", W.sums_year(), years.into_iter().map(option).collect()))
}

fn state_choice(filter: &Filter) -> Choice {
    let option = |state: &SumState| Opt::new(state.as_str(), state.word()).checked(filter.state == Some(*state));
    let all = Opt::new("", W.sums_any_state()).checked(filter.state.is_none());
    Choice::select("etat", W.sum_state_title(), std::iter::once(all).chain(SumState::ALL.iter().map(option)).collect())
}

async fn department_choice(tx: &mut Tx, filter: &Filter) -> Result<Choice> {
    let mut options = vec![Opt::new("", W.sums_any_department()).checked(filter.department.is_empty())];
    for code in sum_list::departments(tx, filter).await? {
        let name = place_name(tx, &Territory::Department(code.clone())).await?;
        let checked = code == filter.department;
        options.push(Opt::new(code, name).checked(checked));
    }
    Ok(Choice::select("departement", W.sums_department(), options))
}
