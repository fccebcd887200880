//! The sheets about the workbook itself: what each sheet is, what made it and of what, and what is missing from it.

use crate::costing::basis::Basis;
use crate::findings::assumptions::assumptions;
use crate::findings::findings::{Findings, METHOD, Question};
use crate::guidance::edition::Guidance;
use crate::model::record_name::line_name_in;
use crate::report::workbook::book::{Cell, Sheet, SheetId, Shown};
use crate::report::workbook::compose::Made;
use crate::report::workbook::formula::unit_name;
use crate::units::display;
use crate::units::quantity::{Quantity, Unit};

/// The sheet that says what the others are and how to read them.
pub fn contents(sheets: &[Sheet]) -> Sheet {
    let mut sheet = Sheet::new(
        SheetId::Contents,
        "What each sheet shows, and how the workbook is read.",
        &[("Sheet", 16), ("What it shows", 130)],
        0,
    );
    for it in sheets {
        sheet.push(vec![
            Cell::Heading(it.id.name().to_owned()),
            Cell::words(&it.note),
        ]);
    }
    for (about, words) in READING {
        sheet.push(vec![
            Cell::Heading((*about).to_owned()),
            Cell::words(*words),
        ]);
    }
    sheet
}

/// How the workbook is read.
const READING: &[(&str, &str)] = &[
    (
        "To change",
        "Only the cells of Inputs, column E, which have a heavy frame and a shade. Every figure on the other sheets follows, but for Assumptions, which is as it was when exported.",
    ),
    (
        "The third line",
        "Every sheet says on its third line whether the formulas still hold. Where an input takes another turn of the method, it says so, and the program has to be asked.",
    ),
    (
        "At least",
        "What is not known is left out, and is not nought: a total with such a part is marked “at least”, and Missing lists the parts.",
    ),
    (
        "Names",
        "Each result has a name, such as p12_annual_cost_full, p12_npsv or portfolio_npsv, for use in other formulas.",
    ),
    (
        "Rounding",
        "A line of cost and a discounted flow are rounded once, to ten decimals of a pound; nothing else is rounded. Figures are shown to the penny.",
    ),
    (
        "Nothing hidden",
        "There is no macro, no link to another file, no hidden sheet and no formula that changes by itself.",
    ),
];

/// The sheet that says what made the workbook, of what.
pub fn provenance(findings: &Findings, made: &Made) -> Sheet {
    let mut sheet = Sheet::new(
        SheetId::Provenance,
        "What this workbook was made from, so that it can be made again.",
        &[("What", 34), ("Which", 100)],
        0,
    );
    let settings = &findings.register.settings;
    let basis = "Full cost and the Exhibit 2 basis, side by side";
    let mut rows = vec![
        ("Register", findings.title.clone()),
        ("Dated", display::date(made.date)),
        ("Program", made.program.clone()),
        ("Method", format!("version {METHOD}")),
        ("Guidance", findings.guidance.to_owned()),
        ("Year of the annual cost", findings.year.to_string()),
        ("Pay and prices of", settings.base_year.to_string()),
        ("Basis", basis.to_owned()),
        (
            "Partnerships",
            display::count_figure(findings.partnerships.len()),
        ),
    ];
    if !made.checksum.is_empty() {
        rows.push(("SHA-256 of the saved register", made.checksum.clone()));
    }
    if findings.is_illustrative {
        rows.push((
            "Figures",
            "illustrative: made up to show how the program works".to_owned(),
        ));
    }
    for (what, which) in rows {
        sheet.push(vec![Cell::words(what), Cell::words(which)]);
    }
    sheet
}

/// The sheet of what is not known, and so is left out of the totals.
pub fn missing(findings: &Findings) -> Sheet {
    let mut sheet = Sheet::new(
        SheetId::Missing,
        "What is not known and so is left out of the totals, which are then “at least”.",
        &[
            ("Id", 9),
            ("Partnership", 30),
            ("Record", 9),
            ("Line", 46),
            ("What is missing", 80),
        ],
        2,
    );
    let register = &findings.register;
    for partnership in &register.partnerships {
        let Some(found) = findings.partnership(partnership.id) else {
            continue;
        };
        let appraisal = &found.appraisal;
        let costs = found.incomplete.get(Basis::Full).iter();
        let costs = costs.map(|id| (*id, "A part of its cost of the year"));
        let later = appraisal.not_known.iter();
        let later = later.map(|id| (*id, "A part of its cost in some year of the appraisal"));
        let unpriced = appraisal.unpriced.iter();
        let unpriced = unpriced.map(|id| (*id, "Its price, so that no total holds this benefit"));
        let too_large = appraisal.too_large.iter();
        let too_large = too_large.map(|id| {
            (
                *id,
                "It comes to more than can be believed, and is left out",
            )
        });
        for (id, what) in costs.chain(later).chain(unpriced).chain(too_large) {
            sheet.push(vec![
                Cell::words(partnership.id.to_string()),
                Cell::words(&partnership.name),
                Cell::words(id.to_string()),
                Cell::words(line_name_in(register, partnership, id)),
                Cell::words(what),
            ]);
        }
    }
    sheet
}

/// The sheet of assumptions, as the program lists them: most money at risk first. It does not follow the inputs.
pub fn listed(findings: &Findings, guidance: &'static Guidance) -> Sheet {
    let question = Question {
        year: findings.year,
    };
    let log = assumptions(&findings.register, guidance, question);
    let mut sheet = Sheet::new(
        SheetId::Assumptions,
        "Every figure that was typed with the money that rests on it, most at risk first, as it was when exported: this sheet does not follow Inputs.",
        &[
            ("Address", 18),
            ("Partnership", 30),
            ("Record", 44),
            ("Field", 26),
            ("Value", 16),
            ("Unit", 11),
            ("Source", 44),
            ("Evidence grade, 1 best to 6", 12),
            ("Cost of the year that rests on it, £", 18),
            ("Money at risk, £", 18),
        ],
        4,
    );
    for it in &log.rows {
        let money = |it: Option<_>| match it {
            Some(it) => Cell::Figure(Quantity::decimal(it), Shown::Unit(Unit::Money)),
            None => Cell::Blank,
        };
        let grade = it.evidence.as_ref().and_then(|it| it.grade);
        sheet.push(vec![
            Cell::words(format!("{}/{}", it.input.record, it.input.field)),
            Cell::words(it.within.to_string()),
            Cell::words(it.record.to_string()),
            Cell::words(display::field_name(it.input.field)),
            Cell::Figure(it.value, Shown::Unit(it.unit)),
            Cell::words(unit_name(it.unit)),
            Cell::words(it.source().unwrap_or("no source")),
            Cell::words(grade.map_or_else(|| "not graded".to_owned(), |it| it.to_string())),
            money(it.money),
            money(it.at_risk),
        ]);
    }
    sheet
}
