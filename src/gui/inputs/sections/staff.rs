//! Posts given to the partnership, and secondments to it.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::form::{Form, TWO_SHORT, side_by_side};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::reference::Options;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::secondments::secondments;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::model::partnership::Partnership;
use crate::model::post::Post;

const POSTS: [Column<Post>; 7] = [
    Column::words("Post", 108.0, slot!(name), "title of the post"),
    Column::<Post>::choice("How it is given", 112.0, slot!(kind), "").growing(),
    Column::grade("Grade", 90.0, slot!(grade), |it| it.partner),
    Column::<Post>::partner("Who pays or lends", 118.0, slot!(partner), "choose").apart(payer),
    Column::value("FTE", "", 76.0, slot!(fte), "not known"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No posts yet",
    why: "A post that the partnership pays for is money; one that a partner lends is time which that partner cannot \
          spend elsewhere. Both are part of what the partnership costs.",
};

/// What stands where a pooled budget pays in place of one body.
pub(crate) const BY_POOL: &str = "the pool’s contributors";

fn payer(post: &Post) -> Apart {
    match post.pool {
        Some(_) => Apart::Instead(BY_POOL),
        None => Apart::Usual,
    }
}

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    heading(
        ui,
        "Posts",
        "A fixed share of a post, by its title and grade; never a person’s name. Pick one for its dates and its fund.",
    );
    let chosen = picked(ui, page, (id, &partnership.posts), |_, _| false);
    let scope = Scope::Partnership(id, |it| &it.posts, |it| &mut it.posts);
    let outcome = RecordTable::new("Posts", scope, &POSTS, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&["start", "end", "pool"])
        .show(ui, page);
    if let Some(post) = chosen {
        let row = partnership.posts.iter().position(|it| it.id == post.id);
        let name = name_or_place(post, page.register(), row.unwrap_or_default());
        gap(ui);
        heading(ui, &format!("More of {name}"), "");
        form(ui, page, partnership, post, &name);
    }
    pick::<Post>(ui, id, &outcome);
    gap(ui);
    secondments(ui, page, partnership);
}

fn form(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    post: &Post,
    name: &str,
) {
    let form = Form {
        id: post.id,
        value: post,
        name: name.to_owned(),
        width: 200.0,
    };
    side_by_side(
        ui,
        page,
        TWO_SHORT,
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            form.typed(ui, page, "From", &slot!(start), ("its start", ""));
            form.typed(ui, page, "To", &slot!(end), ("its end", ""));
        },
        |ui, page| {
            let options = Options::pools(page.register(), partnership);
            let blank = ("one body", "");
            form.reference(ui, page, "Paid from", &slot!(pool), &options, blank);
        },
    );
}
