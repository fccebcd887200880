//! The sheets of benefits, years and options: what is brought to year 0, and how.

use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name_in, partner_name};
use crate::model::register::Register;
use crate::report::workbook::book::{Cell, Place, Sheet, SheetId};
use crate::report::workbook::formula::{Scribe, Traced, unit_name};
use crate::report::workbook::ledger::At;
use crate::report::workbook::trace::PartnershipSteps;
use crate::units::display;
use crate::units::quantity::Unit;
use crate::units::year::FinancialYear;

/// The column of a present value.
const VALUE: u16 = 3;

/// The column of year 0.
const YEAR_0: u16 = 4;

/// The sheet of years, without partnerships: the discount factors.
pub fn years(
    years: &[FinancialYear],
    factors: &[Vec<At>; 2],
    traced: &mut Traced<'_>,
    scribe: &mut Scribe<'_>,
) -> Sheet {
    let titles: Vec<String> = years.iter().map(ToString::to_string).collect();
    let mut columns = vec![
        ("Id", 9),
        ("Partnership", 30),
        ("What", 44),
        ("Present value, £", 18),
    ];
    columns.extend(titles.iter().map(|it| (it.as_str(), 14)));
    let mut sheet = Sheet::new(
        SheetId::Years,
        "Costs and benefits of each year at base-year prices, times the factor of the year. Year 0 is the first column of years.",
        &columns,
        4,
    );
    for (name, factors) in ["Discount factor: money", "Discount factor: health"]
        .iter()
        .zip(factors)
    {
        let factors: Vec<Option<At>> = factors.iter().copied().map(Some).collect();
        push(&mut sheet, ["", "", name], None, &factors, (traced, scribe));
    }
    sheet
}

/// Says in a partnership's trace where the discount factors stand.
pub fn put_factors(traced: &mut Traced<'_>, sheet: &Sheet, factors: &[Vec<At>; 2]) {
    let first = Sheet::new(sheet.id, "", &[], 0).next(YEAR_0);
    let mut row = first;
    for factors in factors {
        let mut place = row;
        for factor in factors {
            traced.put_once(*factor, place);
            place = place.right();
        }
        row = row.below();
    }
}

/// A row of years with its present value.
fn push(
    sheet: &mut Sheet,
    [id, name, what]: [&str; 3],
    value: Option<At>,
    years: &[Option<At>],
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    what.clone_into(&mut traced.about);
    let of_years: Vec<Cell> = years
        .iter()
        .zip(YEAR_0..)
        .map(|(at, column)| match at {
            Some(at) => scribe.cell(traced, *at, sheet.next(column)),
            None => Cell::Blank,
        })
        .collect();
    let value = match value {
        Some(at) => scribe.cell(traced, at, sheet.next(VALUE)),
        None => Cell::Blank,
    };
    let mut row = vec![Cell::words(id), Cell::words(name), Cell::words(what), value];
    row.extend(of_years);
    sheet.push(row);
}

/// Adds a partnership to the sheet of years.
pub fn add_years(
    sheet: &mut Sheet,
    register: &Register,
    partnership: &Partnership,
    steps: &PartnershipSteps,
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    let id = partnership.id.to_string();
    let name = partnership.name.as_str();
    for (bearer, years, value) in &steps.bearers {
        let what = format!("Cost to {}", partner_name(register, *bearer));
        push(sheet, [&id, name, &what], *value, years, (traced, scribe));
    }
    let of_each = |n: usize| -> Vec<Option<At>> {
        let years = steps.years.iter();
        years.map(|year| year.get(n).copied()).collect()
    };
    let what = "Cost of the year";
    push(
        sheet,
        [&id, name, what],
        None,
        &of_each(0),
        (traced, scribe),
    );
    for benefit in &steps.benefits {
        let what = format!(
            "Benefit: {}{}",
            line_name_in(register, partnership, benefit.id),
            if benefit.is_transfer {
                " (a transfer, not counted)"
            } else {
                ""
            }
        );
        let row = [id.as_str(), name, what.as_str()];
        push(sheet, row, benefit.value, &benefit.years, (traced, scribe));
    }
    let what = "Benefit of the year";
    push(
        sheet,
        [&id, name, what],
        None,
        &of_each(1),
        (traced, scribe),
    );
    // The net of a year is its discounted benefit less its discounted cost.
    let part = |n: usize| -> Vec<Option<At>> {
        let nets = steps.years.iter().map(|[_, _, net, _]| *net);
        nets.map(|net| {
            let entry = traced.kept.entry(net)?;
            entry.parts.get(n).copied()
        })
        .collect()
    };
    let (benefit, cost) = (part(0), part(1));
    let what = "Discounted cost";
    push(sheet, [&id, name, what], None, &cost, (traced, scribe));
    let what = "Discounted benefit";
    push(sheet, [&id, name, what], None, &benefit, (traced, scribe));
    let what = "Discounted benefit less cost";
    push(
        sheet,
        [&id, name, what],
        None,
        &of_each(2),
        (traced, scribe),
    );
    let what = "The same, up to the year";
    push(
        sheet,
        [&id, name, what],
        None,
        &of_each(3),
        (traced, scribe),
    );
}

/// The empty sheet of benefits.
pub fn benefits() -> Sheet {
    Sheet::new(
        SheetId::Benefits,
        "Each benefit, step by step: what is left of it after each factor, in a full year.",
        &[
            ("Id", 9),
            ("Partnership", 30),
            ("Benefit", 44),
            ("After", 30),
            ("What is left", 18),
            ("Unit", 12),
        ],
        3,
    )
}

/// Adds the benefits of a partnership.
pub fn add_benefits(
    sheet: &mut Sheet,
    register: &Register,
    partnership: &Partnership,
    steps: &PartnershipSteps,
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    for benefit in &steps.benefits {
        let name = line_name_in(register, partnership, benefit.id);
        traced.about.clone_from(&name);
        let net = benefit.net_quantity.map(|at| ("Net quantity a year", at));
        let of_chain = benefit.steps.iter();
        let of_chain = of_chain.map(|(field, at)| (*field, *at));
        for (field, at) in of_chain.chain(net) {
            let label = match field {
                "Net quantity a year" => field.to_owned(),
                field => display::field_name(field),
            };
            let cell = scribe.cell(traced, at, sheet.next(4));
            sheet.push(vec![
                Cell::words(partnership.id.to_string()),
                Cell::words(&partnership.name),
                Cell::words(&name),
                Cell::words(label),
                cell,
                Cell::words(unit_name(Unit::Number)),
            ]);
        }
    }
}

/// The empty sheet of options.
pub fn options() -> Sheet {
    Sheet::new(
        SheetId::Options,
        "Each option of a partnership over the same years, against the partners acting separately.",
        &[
            ("Id", 9),
            ("Partnership", 30),
            ("Option", 9),
            ("Name", 40),
            ("Present value of costs, £", 18),
            ("Present value of benefits, £", 18),
            ("Net present social value, £", 18),
            ("Against going on as it is, £", 18),
            ("Benefit–cost ratio", 14),
        ],
        4,
    )
}

/// Adds the options of a partnership, and what their measures are called.
pub fn add_options(
    sheet: &mut Sheet,
    register: &Register,
    partnership: &Partnership,
    steps: &PartnershipSteps,
    names: &mut Vec<(String, Place)>,
    (traced, scribe): (&mut Traced<'_>, &mut Scribe<'_>),
) {
    for option in &steps.options {
        let name = line_name_in(register, partnership, option.id);
        traced.about.clone_from(&name);
        let mut row = vec![
            Cell::words(partnership.id.to_string()),
            Cell::words(&partnership.name),
            Cell::words(option.id.to_string()),
            Cell::words(name),
        ];
        let suffixes = ["pvc", "pvb", "npsv", "incremental_npsv", "bcr"];
        let all = option.steps.iter().map(|it| Some(*it)).chain([option.bcr]);
        for ((at, column), suffix) in all.zip(4..).zip(suffixes) {
            let place = sheet.next(column);
            row.push(match at {
                Some(at) => {
                    names.push((format!("{}_{suffix}", option.id), place));
                    scribe.cell(traced, at, place)
                }
                None => Cell::words(display::NOT_KNOWN),
            });
        }
        sheet.push(row);
    }
}
