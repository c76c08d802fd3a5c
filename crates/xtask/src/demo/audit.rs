//! Published percentages held against whole ballots: what no count of people can give is said, not hidden.

use survey::{Axis, Questionnaire, Shares, Unattainable};

use super::programme::Session;

/// A sentence for each published percentage that its participants cannot have given.
pub(super) fn remarks(session: &Session, questionnaire: &Questionnaire) -> Vec<String> {
    let remark = |axis: &Axis| {
        let published = *session.published.get(&axis.id)?;
        let counts = session.counts.get(&axis.id)?;
        let favourable: Vec<bool> = axis.choices.iter().map(|choice| choice.is_favourable()).collect();
        let loaded = Shares::of_counts(&favourable, counts)?.headline;
        let base = counts.iter().sum();
        let said = explain(published, session.participants, loaded, base)?;
        Some(format!("{} {said}", axis.name))
    };
    questionnaire.axes.iter().filter_map(remark).collect()
}

/// Why `loaded` percent of `base` people stand for the `published` percentage of `people`; nothing where they give it.
fn explain(published: u8, people: u32, loaded: u8, base: u32) -> Option<String> {
    let found = Unattainable::of(published, people)?;
    let nearest = [found.below, found.above].into_iter().flatten().map(|part| format!("{}%", part.percent));
    let nearest: Vec<_> = nearest.collect();
    let wrong = format!("{published}% is no count of {people} people (nearest: {})", nearest.join(", "));
    Some(if loaded == published {
        format!(
            "{wrong}; it is one of {base}, so {} are taken to have skipped it",
            people.saturating_sub(base)
        )
    } else {
        format!("{wrong}; {loaded}% is loaded")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::programme::Examples;
    use std::path::Path;

    #[test]
    fn percentages_that_no_count_gives_are_explained() {
        assert_eq!(explain(95, 21, 95, 21), None);
        let said = "98% is no count of 20 people (nearest: 95%, 100%); 100% is loaded";
        assert_eq!(explain(98, 20, 100, 20).as_deref(), Some(said));
        let said = "67% is no count of 20 people (nearest: 65%, 70%); it is one of 18, so 2 are taken to have skipped it";
        assert_eq!(explain(67, 20, 67, 18).as_deref(), Some(said));
    }

    #[test]
    fn the_example_gives_what_was_published_or_the_nearest() {
        let examples = Examples::read(Path::new("../../examples/answers-2025.json")).unwrap();
        let mut explained = Vec::new();
        for session in examples.programmes.iter().flat_map(|programme| &programme.sessions) {
            let questionnaire = session.draft().into_session().questionnaire;
            for axis in &questionnaire.axes {
                let favourable: Vec<bool> =
                    axis.choices.iter().map(|choice| choice.is_favourable()).collect();
                let (counts, published) = (&session.counts[&axis.id], session.published[&axis.id]);
                let loaded = Shares::of_counts(&favourable, counts).unwrap().headline;
                let near = |percent: u8| percent.abs_diff(published);
                let nearest = Unattainable::of(published, session.participants).map_or(0, |found| {
                    [found.below, found.above]
                        .into_iter()
                        .flatten()
                        .map(|part| near(part.percent))
                        .min()
                        .unwrap()
                });
                assert!(near(loaded) <= nearest, "{} {}: {loaded}", session.title, axis.name);
            }
            explained.extend(remarks(session, &questionnaire));
        }
        assert_eq!(explained.len(), 3, "{explained:#?}");
    }
}
