//! Frames of the window without a screen: each a scroll further, with everything that a screen reader is told.

mod support;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{
    Context, Event, FullOutput, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect,
    TouchPhase, Ui, Vec2, pos2,
};
use fruitful::findings::filter::Filter;
use fruitful::findings::findings::Findings;
use fruitful::gui::app::FruitfulApp;
use fruitful::gui::doubts::DoubtsAtHand;
use fruitful::gui::inputs::partnership_page::partnership_page;
use fruitful::gui::page::PageContext;
use fruitful::gui::results::chart_cache::ChartCache;
use fruitful::gui::results::filter_bar::filter_bar;
use fruitful::gui::results::league_page::league_page;
use fruitful::gui::results::league_table::league_table;
use fruitful::gui::results::map_page::map_page;
use fruitful::gui::theme;
use fruitful::gui::view::{Page, View};
use fruitful::model::meeting::Attendee;
use fruitful::report::league_column::Column;
use fruitful::report::league_group::Grouping;
use fruitful::session::action::{Action, Edit};
use fruitful::session::session::Session;
use fruitful::units::id::{Id, Kind};

use crate::support::clock::times;
use crate::support::{MANY, appraised, county_path, large, many_path};

/// Frames that are measured, after as many that are not.
const N_FRAMES: usize = 400;

#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn main() {
    // Asked for by `cargo test --benches`: one run of each is proof enough, and that is too long.
    if std::env::args().any(|it| it == "--test" || it == "--list") {
        return;
    }
    println!("processor time of a frame, scrolling: half of them, 95 % of them, all");
    let many = Arc::new(appraised(&large::register(MANY)));
    league_table_alone("league table, 5,500 rows", &many);
    filter_bar_alone("filter bar, 5,500 partnerships", &many);
    let list = pos2(1180.0, 600.0);
    map_alone("map, 5,500, list scrolling", &many, (list, Modifiers::NONE));
    let middle = pos2(500.0, 500.0);
    map_alone("map, 5,500, zooming", &many, (middle, Modifiers::COMMAND));
    league_page_alone("league page, 5,500 rows", &many);
    drop(many);
    attendees("attendees, 500 rows");
    whole_window("overview, 60 partnerships", &county_path());
    whole_window("overview, 5,500 partnerships", many_path());
}

fn league_table_alone(name: &str, findings: &Arc<Findings>) {
    let mut view = View::default();
    let ctx = Context::default();
    theme::install(&ctx);
    measure(name, &ctx, &mut |_| {}, &mut |ui| {
        league_table(ui, findings, &mut view);
    });
}

fn filter_bar_alone(name: &str, findings: &Arc<Findings>) {
    let mut filter = Filter::default();
    let ctx = Context::default();
    theme::install(&ctx);
    measure(name, &ctx, &mut |_| {}, &mut |ui| {
        filter_bar(ui, findings, findings.partnerships.len(), &mut filter);
    });
}

/// The map on its page, with the pointer at a place and the wheel turning.
fn map_alone(name: &str, findings: &Arc<Findings>, wheel: (Pos2, Modifiers)) {
    let mut view = View::default();
    let mut charts = ChartCache::default();
    let ctx = Context::default();
    theme::install(&ctx);
    let doubts = DoubtsAtHand::default();
    let both = (findings, findings);
    measure_under(name, &ctx, wheel, &mut |_| {}, &mut |ui| {
        let asked = map_page(ui, both, &mut view, &mut charts, &doubts);
        assert!(asked.is_none(), "looking asks for nothing");
    });
}

/// The page of league tables with every column, in groups.
fn league_page_alone(name: &str, findings: &Arc<Findings>) {
    let mut view = View::default();
    view.league.columns = Column::ALL.to_vec();
    view.league.grouping = Grouping::Model;
    let ctx = Context::default();
    theme::install(&ctx);
    measure(name, &ctx, &mut |_| {}, &mut |ui| {
        league_page(ui, (findings, findings), &mut view);
    });
}

/// The page of a partnership whose one meeting has 500 lines of attendees.
fn attendees(name: &str) {
    let mut session = Session::new(Arc::new(|| {}), None);
    session.apply(Action::Open(county_path()));
    session.settle();
    let id = session.register().partnerships[0].id;
    session.apply(Action::Edit(Edit::partnership(id, "grow", |it| {
        let meeting = it.meetings.first_mut().expect("the sample has a meeting");
        let some = meeting.attendees.clone();
        let numbers = 1_000_000..1_000_500_u32;
        let many = numbers.zip(some.into_iter().cycle());
        meeting.attendees = many
            .map(|(number, attendee)| Attendee {
                id: Id::new(Kind::Attendee, number),
                ..attendee
            })
            .collect();
    })));
    session.settle();
    let detail = session.detail(id);
    let mut view = View {
        page: Page::Partnership(id),
        ..View::default()
    };
    let ctx = Context::default();
    theme::install(&ctx);
    measure(name, &ctx, &mut |_| {}, &mut |ui| {
        let mut actions = Vec::new();
        let mut page = PageContext {
            session: &session,
            view: &mut view,
            detail: detail.as_deref(),
            doubt: None,
            doubts: &DoubtsAtHand::default(),
            actions: &mut actions,
        };
        partnership_page(ui, &mut page, id);
        assert!(actions.is_empty(), "looking changes nothing");
    });
}

fn whole_window(name: &str, path: &Path) {
    let mut session = Session::new(Arc::new(|| {}), None);
    session.apply(Action::Open(path.to_owned()));
    session.settle();
    let ctx = Context::default();
    let app = FruitfulApp::new(&ctx, session);
    let app = std::cell::RefCell::new(app);
    measure(
        name,
        &ctx,
        &mut |ctx| app.borrow_mut().think(ctx),
        &mut |ui| {
            app.borrow_mut().show(ui);
        },
    );
}

/// With the pointer on a table.
fn measure(
    name: &str,
    ctx: &Context,
    think: &mut dyn FnMut(&Context),
    show: &mut dyn FnMut(&mut Ui),
) {
    let wheel = (pos2(640.0, 700.0), Modifiers::NONE);
    measure_under(name, ctx, wheel, think, show);
}

#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn measure_under(
    name: &str,
    ctx: &Context,
    wheel: (Pos2, Modifiers),
    think: &mut dyn FnMut(&Context),
    show: &mut dyn FnMut(&mut Ui),
) {
    ctx.enable_accesskit();
    let mut frame = |at: usize| {
        think(ctx);
        let output = ctx.run_ui(input(at, wheel), &mut *show);
        paint(ctx, output);
    };
    (0..N_FRAMES).for_each(&mut frame);
    let times = times(N_FRAMES, frame);
    println!(
        "{name:32} {:>9.2?} {:>9.2?} {:>9.2?}",
        times.percentile(50),
        times.percentile(95),
        times.percentile(100)
    );
}

/// The pointer is at a place, and the wheel turns: down for a while, then up.
fn input(at: usize, (pointer, modifiers): (Pos2, Modifiers)) -> RawInput {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1280.0, 800.0));
    let down = if at % 200 < 100 { -40.0 } else { 40.0 };
    let frames = u32::try_from(at).unwrap_or(u32::MAX);
    let since_start = Duration::from_millis(16).saturating_mul(frames);
    RawInput {
        screen_rect: Some(screen),
        time: Some(since_start.as_secs_f64()),
        events: vec![
            Event::ModifiersChanged(modifiers),
            Event::PointerMoved(pointer),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: Vec2::new(0.0, down),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Unknown,
                modifiers,
            },
        ],
        ..RawInput::default()
    }
}

/// Up to the triangles that a graphics card would be given.
fn paint(ctx: &Context, mut output: FullOutput) {
    output.textures_delta.clear();
    let triangles = ctx.tessellate(output.shapes, output.pixels_per_point);
    assert!(!triangles.is_empty(), "a frame shows something");
    assert!(
        output.platform_output.accesskit_update.is_some(),
        "a frame tells a screen reader what it shows"
    );
}
