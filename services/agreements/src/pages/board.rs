//! `GET /conventions`: the board of a campaign for those who run the scheme; the page of a commune for its officers.

use super::{
    board_filter::{PATH, Wanted, address, pairs, query},
    board_parts::{self as parts, TICKED},
    commune, office_tabs, pages,
};
use crate::{
    AgreementId, State, W,
    authority::{departments, near::near},
    board::{PAGE, Row},
    board_export,
    bulk::{self, Act, Report},
    campaign::year_name,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{Right, Viewer, viewer::or_not_found};
use web::{
    Answer, Form, Query, SignedIn,
    component::{
        Button, Checkbox, Choice, EmptyState, ErrorSummary, Field, Hidden, LinkButton, Notice, Pager, Table, Tabs,
    },
    paper, summary,
};

const CSV: &str = "/conventions/liste.csv";

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    refused: Vec<String>,
    words: Field,
    choices: Vec<Choice>,
    search: Button,
    tallies: Option<Table>,
    counted: String,
    rows: Option<Table>,
    empty: EmptyState,
    /// Names near what was typed, when nothing is found: address, name.
    near: Vec<(String, String)>,
    /// What the filter was, for the form that acts on several.
    kept: Vec<Hidden>,
    acts: Vec<Button>,
    /// Every line of the page, without ticking each.
    whole: Checkbox,
    /// Proposing every draft of the filter: a box that says one means it, and the button.
    all: Option<(Checkbox, Button)>,
    wrong: Option<String>,
    pager: Pager,
    csv: LinkButton,
}

/// `GET /conventions`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let viewer = visit.viewer.clone();
    if !viewer.may_over(Right::ManageAgreements) {
        return commune::show(visit).await;
    }
    let mut tx = visit.read().await?;
    let page = BoardPage::build(&mut tx, &viewer, &wanted, &[], &Problems::default()).await?;
    drop(tx);
    visit.set_wide();
    visit.page(W.board_title(), &page)
}

/// `GET /conventions/liste.csv`
pub(crate) async fn csv(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    let mut tx = visit.read().await?;
    let filter = wanted.filter(&mut tx, &viewer).await?;
    let rows = filter.all(&mut tx).await?;
    drop(tx);
    Ok(paper::made(board_export::csv(&rows)?, "text/csv", &W.board_file(year_name(filter.year))))
}

/// What was ticked, and what is to be done to it.
struct Asked {
    wanted: Wanted,
    act: Act,
    ticked: Vec<String>,
    /// Whether every line of the page is.
    whole: bool,
    /// Whether every draft of the filter is to be proposed, and whether it is meant.
    all: Option<bool>,
}

impl Asked {
    fn read(fields: &[(String, String)]) -> Self {
        let text = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
        let ticked = fields.iter().filter_map(|it| it.0.strip_prefix(TICKED)).map(str::to_owned).collect();
        let wanted = Wanted {
            q: text("q"),
            annee: text("annee"),
            academie: text("academie"),
            departement: text("departement"),
            etat: text("etat"),
            attente: text("attente"),
            page: text("page"),
        };
        let act = if text("acte") == parts::REMIND { Act::Remind } else { Act::Propose };
        let all = (text("acte") == parts::ALL).then(|| text(parts::SURE) == "on");
        let whole = text(parts::WHOLE) == "on";
        Self { wanted, act, ticked, whole, all }
    }

    /// Those ticked; for the whole page, those the act may be done to.
    async fn chosen(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Vec<AgreementId>> {
        if self.whole {
            let rows = self.wanted.filter(tx, viewer).await?.page(tx, self.wanted.page()).await?;
            let may = |it: &&Row| match self.act {
                Act::Propose => it.state == State::Draft,
                Act::Remind => it.awaits_authority(),
            };
            return Ok(rows.iter().filter(may).map(|it| it.id).collect());
        }
        let known = |it: &String| it.parse::<AgreementId>().ok().ok_or(Error::NotFound);
        self.ticked.iter().take(bulk::MOST).map(known).collect()
    }
}

/// `POST /conventions`: those ticked are proposed, or their authorities reminded.
pub(crate) async fn act(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let viewer = visit.viewer.clone();
    or_not_found(viewer.may_over(Right::ManageAgreements))?;
    let asked = Asked::read(&fields);
    if let Some(sure) = asked.all {
        return propose_all(visit, &asked.wanted, sure).await;
    }
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let chosen = asked.chosen(&mut tx, &viewer).await?;
    // Each convention has a transaction of its own: that of the visit is given back first.
    drop(tx);
    let report = bulk::act(&house, &viewer, asked.act, &chosen).await?;
    let mut problems = Problems::default();
    problems.require(!chosen.is_empty(), "conventions", W.board_none_ticked());
    let mut tx = visit.read().await?;
    if problems.is_empty() && report.refused.is_empty() {
        let filter = asked.wanted.filter(&mut tx, &viewer).await?;
        drop(tx);
        return Ok(visit.done(&address(&filter), &said(asked.act, report.done)));
    }
    // What was done is not ticked any more.
    let ticked: Vec<String> = report.refused.iter().map(|it| it.id.to_string()).collect();
    let mut page = BoardPage::build(&mut tx, &viewer, &asked.wanted, &ticked, &problems).await?;
    drop(tx);
    page.tell(asked.act, &report);
    visit.set_wide();
    visit.again(W.board_title(), &page)
}

/// Every draft of the filter is proposed by a job.
async fn propose_all(mut visit: SignedIn, wanted: &Wanted, sure: bool) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    if sure {
        let filter = wanted.filter(&mut tx, &viewer).await?;
        bulk::order_all(&mut tx, &viewer, &filter).await?;
        tx.commit().await?;
        return Ok(visit.done(&address(&filter), W.board_all_ordered()));
    }
    let problems = Problems::one(parts::SURE, W.board_all_unsure());
    let page = BoardPage::build(&mut tx, &viewer, wanted, &[], &problems).await?;
    drop(tx);
    visit.set_wide();
    visit.again(W.board_title(), &page)
}

fn said(act: Act, count: i64) -> String {
    match act {
        Act::Propose => W.board_proposed(count),
        Act::Remind => W.board_reminded(count),
    }
}

impl BoardPage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        wanted: &Wanted,
        ticked: &[String],
        problems: &Problems,
    ) -> Result<Self> {
        let filter = wanted.filter(tx, viewer).await?;
        let rows = filter.page(tx, wanted.page()).await?;
        let tallies = filter.tallies(tx).await?;
        let shown = tallies.iter().filter(|it| filter.state.is_none_or(|state| state == it.state));
        let count: i64 = shown.map(|it| it.agreements).sum();
        let near = match rows.is_empty() {
            true => {
                let around = departments(tx, viewer).await?;
                near(tx, &around, &filter.words).await?
            }
            false => Vec::new(),
        };
        let near = near.into_iter().map(|name| (address(&filter.looking_for(&name)), name)).collect();
        let number = u64::try_from(wanted.page()).unwrap_or(1);
        let kept = pairs(&filter).into_iter().chain([("page", wanted.page().to_string())]);
        let begin = (W.campaigns_title().to_owned(), "/conventions/campagnes".to_owned());
        let link = format!("{CSV}{}", query(&filter));
        Ok(Self {
            tabs: office_tabs(viewer, PATH),
            summary: summary(problems),
            notices: Vec::new(),
            refused: Vec::new(),
            words: Field::search("q", W.board_search()).hint(W.board_search_hint()).value(&filter.words),
            choices: parts::choices(tx, &filter).await?,
            search: Button::secondary(W.office_search()).icon("chercher"),
            tallies: (!tallies.is_empty()).then(|| parts::tallies(&filter, &tallies)),
            counted: W.board_counted(count),
            rows: (!rows.is_empty()).then(|| parts::rows(&rows, ticked)),
            empty: EmptyState::new("documents", W.board_none(), Some(begin)),
            kept: kept.map(|(name, value)| Hidden::new(name, value)).collect(),
            near,
            acts: parts::acts(&rows),
            whole: Checkbox::new(parts::WHOLE, W.board_whole()),
            all: parts::all(&filter, &tallies, problems),
            wrong: problems.of("conventions"),
            pager: Pager::new(address(&filter), number, pages(count, PAGE), W.board_pages())
                .steps(W.office_page_before(), W.office_page_after()),
            csv: LinkButton::secondary(W.board_csv(), link).icon("telecharger"),
        })
    }

    /// What was done and what could not be, above the board.
    fn tell(&mut self, act: Act, report: &Report) {
        if report.done > 0 {
            self.notices.push(Notice::success(said(act, report.done)));
        }
        let count = i64::try_from(report.refused.len()).unwrap_or(i64::MAX);
        if count > 0 {
            self.notices.push(Notice::problem(W.board_refused(count)));
        }
        let line = |it: &bulk::Refused| W.board_refused_line(&it.number, &it.authority, &it.why);
        self.refused = report.refused.iter().map(line).collect();
    }
}
