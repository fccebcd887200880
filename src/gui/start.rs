//! Opens the window, or says in words what it would have shown.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use eframe::egui::ViewportBuilder;

use crate::costing::basis::Basis;
use crate::findings::findings::{Question, appraise};
use crate::gui::app::FruitfulApp;
use crate::guidance::edition;
use crate::report::summary_text;
use crate::session::action::Action;
use crate::session::clock::Clock;
use crate::session::session::Session;
use crate::session::surroundings::Surroundings;
use crate::store::read;

/// Opens the window with `file`. Without a display the first screen is printed as text; without a file too, it is a failure.
pub fn start(file: Option<&Path>) -> ExitCode {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Fruitful")
            .with_app_id("fruitful")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([800.0, 520.0])
            .with_drag_and_drop(true),
        ..eframe::NativeOptions::default()
    };
    let to_open = file.map(Path::to_path_buf);
    let shown = eframe::run_native(
        "fruitful",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let wake = Arc::new(move || ctx.request_repaint());
            let mut session = Session::within(wake, Surroundings::usual());
            if let Some(path) = to_open {
                session.apply(Action::Open(path));
            }
            session.apply(Action::FindRecoverable);
            Ok(Box::new(FruitfulApp::new(&creation.egui_ctx, session)))
        }),
    );
    match shown {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::info!("no window: {error}");
            without_window(file)
        }
    }
}

/// Says what the program takes.
pub fn say_usage() -> ExitCode {
    let version = env!("CARGO_PKG_VERSION");
    let text = format!(
        "fruitful {version}\nUsage: fruitful [FILE]\nOpens the window, with FILE if there is one. The command line is fruitful-cli.\n"
    );
    let _closed = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

fn without_window(file: Option<&Path>) -> ExitCode {
    say(
        "No window can be opened here: there is no display, or no graphics library. The same figures are on the command line: fruitful-cli appraise FILE",
    );
    let Some(path) = file else {
        return ExitCode::FAILURE;
    };
    let opened = match read::read(path) {
        Ok(opened) => opened,
        Err(error) => {
            say(&format!("{error}. Hint: {}", error.hint()));
            return ExitCode::from(2);
        }
    };
    let register = opened.register;
    let guidance = edition::edition(&register.settings.guidance).unwrap_or_else(edition::newest);
    let question = Question {
        year: register.settings.base_year,
    };
    let findings = appraise(&register, guidance, question);
    let text = summary_text::text(&findings, Basis::Full, Clock::of_system().wall().date());
    // Nobody may be listening any more; that is nobody's problem.
    let _closed = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

fn say(line: &str) {
    let _closed = writeln!(std::io::stderr(), "{line}");
}
