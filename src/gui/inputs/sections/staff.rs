//! Posts given to the partnership, and secondments to it.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::model::partnership::Partnership;
use crate::model::post::Post;
use crate::model::secondment::Secondment;

const POSTS: [Column<Post>; 9] = [
    Column::words("Post", 120.0, slot!(name), "title of the post"),
    Column::choice("How it is given", 146.0, slot!(kind), ""),
    Column::grade("Grade", 110.0, slot!(grade), |it| it.partner),
    Column::partner("Who pays or lends", 130.0, slot!(partner), "choose"),
    Column::value("FTE", "", 76.0, slot!(fte), "not known"),
    Column::value("From", "", 90.0, slot!(start), "its start"),
    Column::value("To", "", 90.0, slot!(end), "its end"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

const SECONDMENTS: [Column<Secondment>; 9] = [
    Column::words("Post", 120.0, slot!(name), "title of the post"),
    Column::grade("Grade", 110.0, slot!(grade), |it| it.lender),
    Column::partner("Lender", 120.0, slot!(lender), "choose"),
    Column::partner("Host", 120.0, slot!(host), "choose"),
    Column::value("FTE", "", 76.0, slot!(fte), "not known"),
    Column::value("From", "", 90.0, slot!(start), "its start"),
    Column::value("To", "", 90.0, slot!(end), "its end"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

const NO_POSTS: Lesson = Lesson {
    is_main: true,
    what: "No posts yet",
    why: "A post that the partnership pays for is money; one that a partner lends is time which that partner cannot \
          spend elsewhere. Both are part of what the partnership costs.",
};

const NO_SECONDMENTS: Lesson = Lesson {
    is_main: false,
    what: "No secondments",
    why: "A secondee stays on the lender’s pay. Enter each once, with who lends and who hosts, so that the time is \
          not counted twice.",
};

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    heading(
        ui,
        "Posts",
        "A fixed share of a post, by its title and grade; never a person’s name.",
    );
    let posts = Scope::Partnership(id, |it| &it.posts, |it| &mut it.posts);
    RecordTable::new("Posts", posts, &POSTS, NO_POSTS).show(ui, page);
    gap(ui);
    heading(ui, "Secondments", "");
    let secondments = Scope::Partnership(id, |it| &it.secondments, |it| &mut it.secondments);
    RecordTable::new("Secondments", secondments, &SECONDMENTS, NO_SECONDMENTS).show(ui, page);
}
