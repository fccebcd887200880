//! Scenarios and discount rates side by side, each worked out whole.

use eframe::egui::{Label, Ui};

use crate::findings::findings::Findings;
use crate::gui::page::PageContext;
use crate::gui::results::doubt::lines::lines;
use crate::gui::theme::{self, S4};
use crate::uncertainty::figure_text::NONE;
use crate::uncertainty::what_if::{Case, CaseName};
use crate::units::display;
use crate::units::id::Id;

/// Shows cases, the register as it is first.
pub(super) fn cases(
    ui: &mut Ui,
    page: &PageContext<'_>,
    all: &[Case],
    subject: Option<Id>,
    note: &str,
) {
    let register = page.register();
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|case| {
            let name = match &case.name {
                CaseName::AsItIs => "As it is".to_owned(),
                CaseName::Rate(rate) => display::rate(*rate),
                CaseName::Scenario(id) => match register.scenario(*id).map(|it| it.name.trim()) {
                    None | Some("") => format!("Scenario {id}"),
                    Some(name) => name.to_owned(),
                },
            };
            let mut row = vec![name];
            row.extend(figures(&case.findings, subject));
            row
        })
        .collect();
    let headers = [
        "",
        "Annual cost",
        "PV of costs",
        "PV of benefits",
        "Net",
        "Ratio",
    ];
    lines(ui, "Side by side", &headers, &rows, f32::INFINITY);
    ui.add_space(S4);
    ui.add(Label::new(theme::small(note)).wrap());
}

fn figures(findings: &Findings, subject: Option<Id>) -> Vec<String> {
    let unit = findings.money_unit();
    let money = |amount| display::money_in(amount, unit);
    let Some(id) = subject else {
        let all = &findings.portfolio;
        return vec![
            money(all.annual_cost.full.amount),
            money(all.worth.pvc.amount),
            money(all.worth.pvb.amount),
            money(all.worth.npsv),
            NONE.to_owned(),
        ];
    };
    let Some(it) = findings.partnership(id) else {
        return vec![NONE.to_owned(); 5];
    };
    let worth = &it.appraisal.worth;
    let priced = |text: String| {
        if worth.is_priced {
            text
        } else {
            NONE.to_owned()
        }
    };
    vec![
        money(it.annual_cost.full.amount),
        money(worth.pvc.amount),
        priced(money(worth.pvb.amount)),
        priced(money(worth.npsv)),
        worth
            .bcr
            .map_or_else(|| NONE.to_owned(), display::pounds_ratio),
    ]
}
