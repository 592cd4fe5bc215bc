//! Charts drawn by the server: bars, a line over the weeks, the grid of the hours. Each has its title, a sentence that says
//! what it shows, and its numbers in a table.

use askama::{Template, filters::HtmlSafe};
use web::component::Table;

/// The width of a drawing, in its own units: that of a small telephone, so that its letters stay readable there.
const WIDTH: i64 = 360;
const BAR_STEP: i64 = 38;
const LINE_HEIGHT: i64 = 150;
const LINE_BASE: i64 = 120;
const LANE_STEP: i64 = 26;
const LANES_LEFT: i64 = 94;
const LANES_TOP: i64 = 22;
const CELL: i64 = 38;

/// A chart.
#[derive(Debug, Template)]
#[template(path = "chart.html")]
pub(crate) struct Chart {
    id: &'static str,
    title: String,
    sentence: String,
    height: i64,
    bars: Vec<Bar>,
    points: Vec<Point>,
    lanes: Vec<Lane>,
    heads: Vec<Head>,
    table: Table,
}

impl HtmlSafe for Chart {}

#[derive(Debug)]
struct Bar {
    label: String,
    value: String,
    text_y: i64,
    y: i64,
    width: i64,
}

#[derive(Debug)]
struct Point {
    x: i64,
    y: i64,
    label: Option<String>,
    anchor: &'static str,
}

#[derive(Debug)]
struct Lane {
    label: String,
    text_y: i64,
    y: i64,
    cells: Vec<Square>,
}

#[derive(Debug)]
struct Square {
    x: i64,
    level: i64,
}

#[derive(Debug)]
struct Head {
    x: i64,
    label: String,
}

impl Chart {
    fn new(id: &'static str, title: &str, sentence: String, table: Table, height: i64) -> Self {
        Self {
            id,
            title: title.to_owned(),
            sentence,
            height,
            bars: Vec::new(),
            points: Vec::new(),
            lanes: Vec::new(),
            heads: Vec::new(),
            table,
        }
    }

    /// A bar for each label: its length, and what is said of it. `whole` is the length of the longest possible.
    pub(crate) fn bars(
        id: &'static str,
        title: &str,
        sentence: String,
        rows: Vec<(String, i64, String)>,
        whole: Option<i64>,
        table: Table,
    ) -> Self {
        let most = whole.unwrap_or_else(|| rows.iter().map(|row| row.1).max().unwrap_or(0)).max(1);
        let height = BAR_STEP * i64::try_from(rows.len()).unwrap_or(0);
        let mut chart = Self::new(id, title, sentence, table, height);
        for (place, (label, length, value)) in (0..).zip(rows) {
            let top = place * BAR_STEP;
            chart.bars.push(Bar {
                label,
                value,
                text_y: top + 14,
                y: top + 20,
                width: WIDTH * length.min(most) / most,
            });
        }
        chart
    }

    /// A line over instants, each with its label; the first and the last are written.
    pub(crate) fn line(
        id: &'static str,
        title: &str,
        sentence: String,
        values: Vec<(String, i64)>,
        table: Table,
    ) -> Self {
        let mut chart = Self::new(id, title, sentence, table, LINE_HEIGHT);
        let most = values.iter().map(|it| it.1).max().unwrap_or(0).max(1);
        let last = i64::try_from(values.len()).unwrap_or(1) - 1;
        for (place, (label, value)) in (0..).zip(values) {
            let label = (place == 0 || place == last).then_some(label);
            let x = 6 + (WIDTH - 12) * place / last.max(1);
            let anchor = if place == 0 { "start" } else { "end" };
            chart.points.push(Point { x, y: LINE_BASE - (LINE_BASE - 10) * value / most, label, anchor });
        }
        chart
    }

    /// A grid: a lane for each row, a square for each of its columns, the darker the more.
    pub(crate) fn grid(
        id: &'static str,
        title: &str,
        sentence: String,
        heads: Vec<String>,
        rows: Vec<(String, Vec<i64>)>,
        table: Table,
    ) -> Self {
        let height = LANES_TOP + LANE_STEP * i64::try_from(rows.len()).unwrap_or(0);
        let mut chart = Self::new(id, title, sentence, table, height);
        let most = rows.iter().flat_map(|row| &row.1).copied().max().unwrap_or(0).max(1);
        let column = |place: i64| LANES_LEFT + place * CELL;
        chart.heads = (0..).zip(heads).map(|(place, label)| Head { x: column(place) + CELL / 2 - 1, label }).collect();
        for (place, (label, values)) in (0..).zip(rows) {
            let y = LANES_TOP + place * LANE_STEP;
            let cells = (0..).zip(values).map(|(place, value)| Square { x: column(place), level: level(value, most) });
            chart.lanes.push(Lane { label, text_y: y + 16, y, cells: cells.collect() });
        }
        chart
    }

    /// What the heading over it says.
    pub(crate) fn title(&self) -> &str {
        &self.title
    }

    fn path(&self) -> String {
        self.points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ")
    }
}

/// From 0, nothing, to 4.
fn level(value: i64, most: i64) -> i64 {
    if value == 0 { 0 } else { 1 + 3 * value / most }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Chart, level};
    use web::component::Table;

    fn table() -> Table {
        Table::new("Nombres", Vec::new(), Vec::new())
    }

    #[test]
    fn a_chart_says_what_it_shows_and_escapes_what_it_is_given() {
        let rows = vec![("A & B".to_owned(), 5, "5".to_owned()), ("C".to_owned(), 10, "10".to_owned())];
        let html =
            askama::Template::render(&Chart::bars("x", "Titre", "Phrase.".to_owned(), rows, None, table())).unwrap();
        assert!(html.contains("A &#38; B") && !html.contains("A & B"), "{html}");
        assert!(html.contains("aria-labelledby=\"x-title x-text\"") && html.contains("width=\"180\""), "{html}");
        assert!(!html.contains("style="), "no inline style");
    }

    #[test]
    fn a_single_week_is_a_point_and_an_empty_chart_draws_nothing() {
        let one = Chart::line("x", "T", String::new(), vec![("lundi".to_owned(), 3)], table());
        assert_eq!(one.path(), "6,10");
        assert_eq!(Chart::line("x", "T", String::new(), Vec::new(), table()).path(), "");
    }

    #[test]
    fn the_fullest_square_is_the_darkest() {
        assert_eq!([0, 1, 49, 100].map(|it| level(it, 100)), [0, 1, 2, 4]);
    }
}
