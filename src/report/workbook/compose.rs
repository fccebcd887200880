//! The whole workbook of a register, sheet by sheet.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::appraisal::terms::{first_year, horizon};
use crate::findings::findings::{Findings, Question};
use crate::guidance::edition::Guidance;
use crate::report::workbook::book::{Book, Sheet, SheetId};
use crate::report::workbook::checks::{Checks, verdict};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::outcomes::Claims;
use crate::report::workbook::plain::plain;
use crate::report::workbook::trace::{PartnershipSteps, trace};
use crate::report::workbook::{about, charts, costing, grades, inputs, results, years};
use crate::units::progress::Watch;
use crate::units::trace::Plain;
use crate::units::year::FinancialYear;

/// What a workbook is dated and signed with.
#[derive(Clone, Debug)]
pub struct Made {
    /// The day that it is dated.
    pub date: Date,
    /// The program's name and version.
    pub program: String,
    /// What tells the register from every other; empty where nobody has worked it out.
    pub checksum: String,
}

/// The most partnerships that a workbook has formulas of: a spreadsheet works through a million of them in seconds.
pub const MOST_LIVE: usize = 300;

/// Composes the workbook, of very large registers without formulas; nothing where somebody asked to stop.
pub fn compose(
    findings: &Findings,
    guidance: &'static Guidance,
    made: &Made,
    watch: &Watch,
) -> Option<Book> {
    let stop = &watch.stop;
    let register = &findings.register;
    if register.partnerships.len() > MOST_LIVE {
        return Some(plain(findings, made));
    }
    let question = Question {
        year: findings.year,
    };
    let (inputs, places) = inputs::inputs(findings);
    watch.progress.start(register.partnerships.len());
    let all: Vec<Option<PartnershipSteps>> = register
        .partnerships
        .par_iter()
        .map(|it| {
            let steps = (!stop.is_asked()).then(|| trace(register, guidance, question, it));
            watch.progress.step();
            steps
        })
        .collect();
    let shared = grades::shared(findings, guidance);

    let mut scribe = Scribe::new(&places);
    let mut of_all = Traced::new(&shared.kept, "", "All partnerships");
    let (grades_sheet, grade_places) = grades::sheet(findings, &shared, &mut of_all, &mut scribe);
    let of_each = financial_years(findings, guidance);
    let mut years_sheet = years::years(&of_each, &shared.factors, &mut of_all, &mut scribe);
    let mut checks = Checks::default();
    checks.add_inputs(&inputs);
    checks.add(&mut of_all, &mut scribe);

    let mut costing_sheet = costing::costing();
    let mut flows_sheet = costing::flows();
    let mut benefits_sheet = years::benefits();
    let mut options_sheet = years::options();
    let mut results_sheet = results::sheet();
    let mut claims = Claims::default();
    let mut names = Vec::new();
    for (partnership, steps) in register.partnerships.iter().zip(&all) {
        if stop.is_asked() {
            return None;
        }
        let steps = steps.as_ref()?;
        let id = partnership.id.to_string();
        let traced = &mut Traced::new(&steps.kept, id, &partnership.name);
        let scribe = &mut scribe;
        grades::put(traced, &steps.grades, &grade_places);
        years::put_factors(traced, &years_sheet, &steps.factors);
        costing::add_lines(
            &mut costing_sheet,
            register,
            partnership,
            steps,
            (traced, scribe),
        );
        let flows = &steps.flows;
        costing::add_flows(
            &mut flows_sheet,
            register,
            partnership,
            flows,
            (traced, scribe),
        );
        years::add_benefits(
            &mut benefits_sheet,
            register,
            partnership,
            steps,
            (traced, scribe),
        );
        years::add_years(
            &mut years_sheet,
            register,
            partnership,
            steps,
            (traced, scribe),
        );
        let found = findings.partnership(partnership.id);
        let of = (&mut *traced, &mut *scribe);
        results::add(
            &mut results_sheet,
            partnership,
            found,
            steps,
            &mut names,
            of,
        );
        let of = (&mut *traced, &mut *scribe);
        years::add_options(
            &mut options_sheet,
            register,
            partnership,
            steps,
            &mut names,
            of,
        );
        claims.add(register, partnership, steps, (&mut *traced, &mut *scribe));
        checks.add(traced, scribe);
        checks.add_growth(partnership, &places);
    }
    let (outcomes_sheet, taken_off) = claims.sheet(register);
    results::add_portfolio(&mut results_sheet, findings, taken_off, &mut names);
    checks.add_credible(&costing_sheet, costing::AMOUNT);
    checks.add_credible(&flows_sheet, costing::FLOW);
    let (checks_sheet, all_hold) = checks.finished();
    let Scribe {
        official, workings, ..
    } = scribe;
    let mut sheets: Vec<Sheet> = vec![
        results_sheet,
        inputs,
        official,
        grades_sheet,
        costing_sheet,
        flows_sheet,
        benefits_sheet,
        years_sheet,
        options_sheet,
        outcomes_sheet,
        workings,
        checks_sheet,
    ];
    let (charts_sheet, drawings) = charts::charts(findings, &names);
    sheets.push(charts_sheet);
    for sheet in &mut sheets {
        sheet.above = Some(verdict(all_hold, sheet.id));
    }
    sheets.push(about::missing(findings));
    sheets.push(about::listed(findings, guidance));
    sheets.push(about::provenance(findings, made));
    let mut sheets = in_order(sheets);
    sheets.insert(0, about::contents(&sheets));
    Some(Book {
        title: findings.title.clone(),
        date: made.date,
        sheets,
        drawings,
        names,
    })
}

/// The sheets as their tabs stand; those without rows are left out.
fn in_order(mut sheets: Vec<Sheet>) -> Vec<Sheet> {
    sheets.retain(|it| !it.rows.is_empty());
    sheets.sort_by_key(|sheet| SheetId::ALL.iter().position(|id| *id == sheet.id));
    sheets
}

/// The years of the appraisal.
fn financial_years(findings: &Findings, guidance: &Guidance) -> Vec<FinancialYear> {
    let settings = &findings.register.settings;
    let first = first_year(settings);
    let n = horizon(&Plain, settings, guidance);
    (0..n)
        .map(|t| first.plus(i16::try_from(t).unwrap_or(i16::MAX)))
        .collect()
}
