//! The axes over a programme's sessions, each as a small line.

use leptos::prelude::*;
use survey::Report;
use survey::report::{AxisName, ProgrammeReport, SessionReport};

use super::papers::Block;
use super::places::Places;
use crate::language::language;

/// A session's percentage.
#[derive(Clone)]
struct Point {
    session: String,
    percent: u8,
    is_doubtful: bool,
}

/// An axis's line.
#[derive(Clone)]
struct Line {
    axis: String,
    points: Vec<Point>,
}

// The picture's own units.
const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 96.0;
const LEFT: f64 = 14.0;
const RIGHT: f64 = WIDTH - 14.0;
const TOP: f64 = 24.0;
const FOOT: f64 = HEIGHT - 18.0;
/// Up to so many points each has its percentage.
const FEW: usize = 6;

/// The lines of each programme that has any, a block each.
pub(super) fn blocks(report: &Report, places: &Places) -> Vec<Block> {
    let words = ::words::report(language());
    let mut blocks = Vec::new();
    for programme in &report.programmes {
        let lines = lines(programme, places);
        if lines.is_empty() {
            continue;
        }
        let heading = blocks.is_empty();
        let name = places.programme(programme);
        blocks.push(Block::part(move || {
            let lines: Vec<_> = lines.iter().map(draw).collect();
            view! {
                {heading.then(|| view! { <h3>{words.course_label()}</h3> })}
                <p class="report-course-name">{name.clone()}</p>
                <div class="report-courses">{lines}</div>
            }
            .into_any()
        }));
    }
    blocks
}

/// The axes with at least two figures.
fn lines(programme: &ProgrammeReport, places: &Places) -> Vec<Line> {
    let words = ::words::report(language());
    let line = |axis: AxisName<'_>| {
        let point = |session: &SessionReport| {
            let percent = session.figures(axis)?.percent()?;
            let is_doubtful = places.is_doubtful(session, axis.id);
            Some(Point { session: words.point(&session.title, session.date), percent, is_doubtful })
        };
        Line { axis: axis.name.to_owned(), points: programme.sessions.iter().filter_map(point).collect() }
    };
    let lines = programme.axes.iter().map(|axis| line(axis.called()));
    lines.filter(|line| line.points.len() >= 2).collect()
}

/// Where the point of this number lies.
fn place(line: &Line, number: usize) -> (f64, f64) {
    let steps = line.points.len().saturating_sub(1).max(1) as f64;
    let percent = line.points.get(number).map_or(0, |point| point.percent);
    (LEFT + (RIGHT - LEFT) * number as f64 / steps, FOOT - (FOOT - TOP) * f64::from(percent) / 100.0)
}

fn draw(line: &Line) -> AnyView {
    let words = ::words::report(language());
    let last = line.points.len().saturating_sub(1);
    let said =
        words.course(&line.axis, line.points.iter().map(|point| (point.session.as_str(), point.percent)));
    let path: Vec<_> =
        (0..=last).map(|number| place(line, number)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let anchor = |number| match number {
        0 => "start",
        number if number == last => "end",
        _ => "middle",
    };
    let edge = |number| match number {
        0 => 0.0,
        number if number == last => WIDTH,
        number => place(line, number).0,
    };
    let point = |(number, point): (usize, &Point)| {
        let (x, y) = place(line, number);
        let is_end = number == 0 || number == last;
        let percent = (is_end || last < FEW).then(|| {
            view! { <text class="course-percent" x=edge(number) y=y - 7.0 text-anchor=anchor(number)>{point.percent}"%"</text> }
        });
        let session = is_end.then(|| {
            view! { <text x=edge(number) y=HEIGHT - 3.0 text-anchor=anchor(number)>{point.session.clone()}</text> }
        });
        view! {
            <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="3.5" data-doubtful=point.is_doubtful.to_string()></circle>
            {percent}
            {session}
        }
    };
    view! {
        <figure>
            <figcaption aria-hidden="true">{line.axis.clone()}</figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" translate="no" aria-label=said>
                <line x1="0" x2=WIDTH y1=TOP y2=TOP></line>
                <line x1="0" x2=WIDTH y1=FOOT y2=FOOT></line>
                <polyline points=path.join(" ")></polyline>
                {line.points.iter().enumerate().map(point).collect::<Vec<_>>()}
            </svg>
        </figure>
    }
    .into_any()
}
