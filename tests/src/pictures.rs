//! Pictures in the documents that journeys take: made from what really runs, so that they never show what is gone.

use std::{fs, path::Path};

use crate::failure::Outcome;

/// Each picture in `docs/pictures`, and the journey's picture that it is.
const IN_DOCUMENTS: [(&str, &str); 3] = [
    ("embed-wordpress.png", "chromium/desk/the_two_lines_work_in_wordpress-1.png"),
    ("embed-documentation.png", "chromium/desk/the_two_lines_work_in_a_documentation_site-4.png"),
    ("embed-hostile.png", "chromium/desk/a_hostile_page_and_the_element_leave_each_other_alone-1.png"),
];

/// Copies those of the pictures that the journeys have taken into the documents.
pub fn renew() -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("");
    for (name, taken) in IN_DOCUMENTS {
        let taken = root.join("target/journeys").join(taken);
        if taken.is_file() {
            fs::copy(taken, root.join("docs/pictures").join(name))?;
        }
    }
    Ok(())
}
