//! What the paper is for.

use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::Of;
use crate::report::board_paper::words::{name_of, partnerships};

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    let body = match of.decision_body() {
        body if body.is_empty() => "those who decide".to_owned(),
        body => body,
    };
    let year = of.findings.year;
    let what = match of.one {
        Some(it) => format!(
            "This report tells {body} what {} costs in {year}, what it achieves and what it is worth, and asks for the decisions that follow.",
            name_of(it.found)
        ),
        None => format!(
            "This report tells {body} what {} of {} {} in {year}, what {} and which of them need a decision.",
            match of.findings.partnerships.len() {
                1 => "the one partnership".to_owned(),
                n => format!("the {}", partnerships(n)),
            },
            of.author(),
            if of.findings.partnerships.len() == 1 {
                "costs"
            } else {
                "cost"
            },
            if of.findings.partnerships.len() == 1 {
                "it achieves"
            } else {
                "they achieve"
            },
        ),
    };
    draft.say("what", &what);
    draft.say(
        "test",
        "The test is that of the Audit Commission’s paper A Fruitful Partnership (1998, paragraphs 91 to 96): whether what is gained by working together is worth more than what working together costs, people’s time included.",
    );
}
