//! The whole workbook of a register, sheet by sheet.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::appraisal::terms::{first_year, horizon};
use crate::findings::findings::{Findings, Question};
use crate::guidance::edition::Guidance;
use crate::model::partnership::Partnership;
use crate::report::workbook::book::{Book, Place, Sheet, SheetId};
use crate::report::workbook::checks::{Checks, verdict};
use crate::report::workbook::formula::{Scribe, Traced};
use crate::report::workbook::grades::GradePlaces;
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
    let (grades, grade_places) = grades::sheet(findings, &shared, &mut of_all, &mut scribe);
    let of_each = financial_years(findings, guidance);
    let years = years::years(&of_each, &shared.factors, &mut of_all, &mut scribe);
    let mut checks = Checks::default();
    checks.add_inputs(&inputs);
    checks.add(&mut of_all, &mut scribe);
    let mut filling = Filling::new(scribe, checks, years);
    for (partnership, steps) in register.partnerships.iter().zip(&all) {
        if stop.is_asked() {
            return None;
        }
        filling.add(findings, partnership, steps.as_ref()?, &grade_places);
        filling.checks.add_growth(partnership, &places);
    }
    Some(filling.finished(findings, guidance, made, [inputs, grades]))
}

/// The sheets while partnerships are added to them.
struct Filling<'a> {
    scribe: Scribe<'a>,
    checks: Checks,
    costing: Sheet,
    flows: Sheet,
    benefits: Sheet,
    years: Sheet,
    options: Sheet,
    results: Sheet,
    claims: Claims,
    names: Vec<(String, Place)>,
}

impl<'a> Filling<'a> {
    fn new(scribe: Scribe<'a>, checks: Checks, years: Sheet) -> Self {
        Self {
            scribe,
            checks,
            costing: costing::costing(),
            flows: costing::flows(),
            benefits: years::benefits(),
            years,
            options: years::options(),
            results: results::sheet(),
            claims: Claims::default(),
            names: Vec::new(),
        }
    }

    /// Adds a partnership: what later formulas name comes first.
    fn add(
        &mut self,
        findings: &Findings,
        it: &Partnership,
        steps: &PartnershipSteps,
        grade_places: &GradePlaces,
    ) {
        let register = &findings.register;
        let traced = &mut Traced::new(&steps.kept, it.id.to_string(), &it.name);
        let scribe = &mut self.scribe;
        grades::put(traced, &steps.grades, grade_places);
        years::put_factors(traced, &self.years, &steps.factors);
        costing::add_lines(&mut self.costing, register, it, steps, (traced, scribe));
        let flows = &steps.flows;
        costing::add_flows(&mut self.flows, register, it, flows, (traced, scribe));
        years::add_benefits(&mut self.benefits, register, it, steps, (traced, scribe));
        years::add_years(&mut self.years, register, it, steps, (traced, scribe));
        let found = findings.partnership(it.id);
        let (results, names) = (&mut self.results, &mut self.names);
        results::add(results, it, found, steps, names, (traced, scribe));
        let options = &mut self.options;
        years::add_options(options, register, it, steps, names, (traced, scribe));
        self.claims.add(register, it, steps, (traced, scribe));
        self.checks.add(traced, scribe);
    }

    /// All sheets in their order, with what is said of all partnerships together.
    fn finished(
        self,
        findings: &Findings,
        guidance: &'static Guidance,
        made: &Made,
        others: [Sheet; 2],
    ) -> Book {
        let Self {
            scribe,
            mut checks,
            costing,
            flows,
            benefits,
            years,
            options,
            mut results,
            claims,
            mut names,
        } = self;
        let (outcomes, taken_off) = claims.sheet(&findings.register);
        results::add_portfolio(&mut results, findings, taken_off, &mut names);
        checks.add_credible(&costing, costing::AMOUNT);
        checks.add_credible(&flows, costing::FLOW);
        let (checks, all_hold) = checks.finished();
        let (charts, drawings) = charts::charts(findings, &names);
        let mut sheets = vec![
            results,
            charts,
            scribe.official,
            costing,
            flows,
            benefits,
            years,
            options,
            outcomes,
            scribe.workings,
            checks,
        ];
        sheets.extend(others);
        for sheet in &mut sheets {
            sheet.above = Some(verdict(all_hold, sheet.id));
        }
        sheets.push(about::missing(findings));
        sheets.push(about::listed(findings, guidance));
        sheets.push(about::provenance(findings, made));
        let mut sheets = in_order(sheets);
        sheets.insert(0, about::contents(&sheets));
        Book {
            title: findings.title.clone(),
            date: made.date,
            sheets,
            drawings,
            names,
        }
    }
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
