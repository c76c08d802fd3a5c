//! What stands on a session's sheet beside its bars: the facts, the paragraph, what participants wrote.

use leptos::prelude::*;
use survey::report::{Remark, SessionReport};

use super::papers::Block;
use crate::language::language;

/// A fact of one line or several.
type Fact = (&'static str, Vec<String>);

/// So many remarks stand beside each other.
const BESIDE: usize = 2;

/// A fact of more characters than this, or more lines, has the whole width of the paper.
const LONG: (usize, usize) = (240, 14);
/// So many lines of a long fact stay together.
const TOGETHER: usize = 12;

/// What is known of the session.
pub(super) fn facts(session: &SessionReport) -> Vec<Block> {
    let figures = ::words::figures(language());
    let words = ::words::report(language());
    let mut facts = short(session);
    facts.insert(0, (words.days(), vec![figures.days(session.days())]));
    arranged(facts, agenda(session), || ())
}

/// A session that nobody has answered, with its programme's name where it is the first of it.
pub(super) fn waiting(session: &SessionReport, heading: String, programme: Option<String>) -> Vec<Block> {
    let words = ::words::report(language());
    arranged(short(session), agenda(session), move || {
        view! {
            {programme.clone().map(|name| view! { <p class="report-part-name">{name}</p> })}
            <h3 class="report-waiting">{heading.clone()}<span>{words.no_answers()}</span></h3>
        }
    })
}

/// The facts beside the points, under what stands over them; then those that are long.
fn arranged<V: IntoView + 'static>(
    facts: Vec<Fact>,
    agenda: Vec<Fact>,
    over: impl Fn() -> V + Send + Sync + 'static,
) -> Vec<Block> {
    let (long, beside): (Vec<_>, Vec<_>) = facts.into_iter().partition(is_long);
    let (long_agenda, agenda): (Vec<_>, Vec<_>) = agenda.into_iter().partition(is_long);
    let first = Block::part(move || {
        view! { {over()}<div class="report-facts">{list(&beside, 1)}{list(&agenda, 1)}</div> }.into_any()
    });
    std::iter::once(first).chain(long.iter().chain(&long_agenda).flat_map(wide)).collect()
}

fn is_long((_, lines): &Fact) -> bool {
    lines.len() > LONG.1 || lines.iter().map(|line| line.chars().count()).sum::<usize>() > LONG.0
}

/// A long fact, in pieces that stay together.
fn wide((name, lines): &Fact) -> Vec<Block> {
    let piece = |(number, lines): (usize, &[String])| {
        let fact = [(*name, lines.to_vec())];
        let start = number * TOGETHER + 1;
        Block::part(move || {
            view! { <div class="report-facts" data-wide="true">{list(&fact, start)}</div> }.into_any()
        })
    };
    lines.chunks(TOGETHER).enumerate().map(piece).collect()
}

/// What is known of it but its days and its points.
fn short(session: &SessionReport) -> Vec<Fact> {
    let figures = ::words::figures(language());
    let words = ::words::report(language());
    let came = words.attendance(&session.attendance);
    let expected =
        session.expected.filter(|_| came.is_empty()).map(|expected| figures.people(expected.into()));
    let facts = [
        (words.venue(), session.venue.clone()),
        (words.came(), Some(came).filter(|came| !came.is_empty())),
        (words.expected(), expected),
        (words.sources_label(), words.sources(&session.sources)),
        (words.purpose(), session.purpose.clone()),
    ];
    let facts = facts.into_iter().filter_map(|(name, fact)| Some((name, vec![fact?])));
    let homework = Some((words.homework(), session.homework.clone())).filter(|(_, lines)| !lines.is_empty());
    facts.chain(homework).collect()
}

fn agenda(session: &SessionReport) -> Vec<Fact> {
    let words = ::words::report(language());
    let agenda = (words.agenda(), session.agenda.clone());
    if agenda.1.is_empty() { Vec::new() } else { vec![agenda] }
}

/// Facts with their names; their lines are numbered from `start`.
fn list(facts: &[Fact], start: usize) -> Option<AnyView> {
    let fact = |(name, lines): &Fact| {
        let lines = match lines.as_slice() {
            [line] => view! { <dd>{line.clone()}</dd> }.into_any(),
            lines => {
                let lines: Vec<_> = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect();
                view! { <dd><ol start=start.to_string()>{lines}</ol></dd> }.into_any()
            }
        };
        view! { <dt>{*name}</dt>{lines} }
    };
    (!facts.is_empty()).then(|| view! { <dl>{facts.iter().map(fact).collect::<Vec<_>>()}</dl> }.into_any())
}

/// The paragraph over the axes.
pub(super) fn paragraph(text: String) -> Block {
    let words = ::words::report(language());
    Block::part(move || {
        view! { <p class="report-summary"><b>{words.summary_label()}</b><span>{text.clone()}</span></p> }
            .into_any()
    })
}

/// What participants wrote and the organiser picked, two beside each other.
pub(super) fn voices(session: &SessionReport) -> Vec<Block> {
    let words = ::words::report(language());
    let axis = |remark: &Remark| {
        let asked = session.axes.iter().find(|report| Some(&report.axis.id) == remark.axis.as_ref())?;
        Some(words.reason(&asked.axis.name))
    };
    let remarks: Vec<_> = session.remarks.iter().map(|remark| (axis(remark), remark.text.clone())).collect();
    let pair = |(number, pair): (usize, &[(Option<String>, String)])| {
        let pair = pair.to_vec();
        Block::part(move || {
            let quotes: Vec<_> = pair.iter().map(quote).collect();
            view! {
                {(number == 0).then(|| view! { <h3>{words.voices()}</h3> })}
                <div class="report-pair">{quotes}</div>
            }
            .into_any()
        })
    };
    remarks.chunks(BESIDE).enumerate().map(pair).collect()
}

fn quote((reason, text): &(Option<String>, String)) -> AnyView {
    let reason = reason.clone().map(|reason| view! { <p class="report-reason">{reason}</p> });
    view! { <blockquote class="report-quote">{reason}<p>{text.clone()}</p></blockquote> }.into_any()
}
