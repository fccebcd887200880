//! Options side by side with going on as it is, all of them against the partners acting separately.

use std::cmp::Ordering;

use crate::chart::bars::{Bar, BarGroup, BarRow, Bars, Remark, Side};
use crate::chart::catalogue::PartnershipChart;
use crate::chart::chart::{Body, Cell, Chart, Content, Figure, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::wording::{self, position};
use crate::chart::worth_wording as say;
use crate::costing::basis::Basis;
use crate::findings::appraisal::Worth;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::options::{Course, OptionFindings};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::record_name::line_name_in;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Number};

/// The chart.
pub const CHART: PartnershipChart = PartnershipChart {
    id: "options",
    label: "Comparison of options",
    description: "Costs, benefits and net present social value of each option",
    needs: Needs::Nothing,
    draw,
};

/// What all options are measured against.
const SEPARATE: &str = "Partners acting separately";

/// How a sentence names no option at all.
const AS_IT_IS: &str = "going on as it is";

/// Draws it of one partnership; an appraisal is always on full cost.
pub fn draw(findings: &Findings, found: &PartnershipFindings, _: Basis, _: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let it = &found.appraisal;
    let named = Named { findings, found };
    let courses: Vec<Of<'_>> = std::iter::once(named.as_it_is())
        .chain(it.options.iter().map(|option| named.option(option)))
        .collect();
    let rows: Vec<BarRow> = courses.iter().map(|of| row(&named, of, unit)).collect();
    let title = title(&named, unit);
    let subtitle = format!(
        "Present value of costs and benefits of each option, and net present social value, {}",
        say::present_values(findings, it)
    );
    let said = say::spoken(rows.iter().map(|row| row.hover.as_str()));
    let alt = format!(
        "{title}. {subtitle} For each a bar of costs to the left of nought, one of benefits to the right, and the net. {said}"
    );
    Chart {
        title,
        subtitle,
        note: note(&named),
        alt,
        legend: vec![say::keys(
            "Costs",
            "Benefits",
            Some("Net present social value"),
        )],
        table: table(&named, &courses, unit),
        body: Body::Bars(Bars {
            partnership: Some(found.id),
            zero: Some(SEPARATE.to_owned()),
            groups: vec![BarGroup {
                name: String::new(),
                rows,
            }],
            money_unit: unit,
            when_empty: String::new(),
        }),
    }
}

/// A course of action with everything that is said of it.
struct Of<'f> {
    name: String,
    worth: &'f Worth,
    achievement: Option<Number>,
    option: Option<&'f OptionFindings>,
}

impl Of<'_> {
    fn id(&self, found: &PartnershipFindings, yardstick: Yardstick) -> FigureId {
        let measure = match self.option {
            Some(option) => WorthMeasure::Option(option.id, yardstick),
            None => WorthMeasure::AsItIs(yardstick),
        };
        say::id(found, measure)
    }
}

/// The findings, and how options are called.
struct Named<'f> {
    findings: &'f Findings,
    found: &'f PartnershipFindings,
}

impl<'f> Named<'f> {
    fn as_it_is(&self) -> Of<'f> {
        Of {
            name: display::capitalised(AS_IT_IS),
            worth: &self.found.appraisal.worth,
            achievement: wording::score(self.found),
            option: None,
        }
    }

    fn option(&self, option: &'f OptionFindings) -> Of<'f> {
        Of {
            name: self.name(option.id),
            worth: &option.worth,
            achievement: option.achievement,
            option: Some(option),
        }
    }

    fn name(&self, option: Id) -> String {
        let register = &self.findings.register;
        match register.partnership(self.found.id) {
            Some(partnership) => line_name_in(register, partnership, option),
            None => option.to_string(),
        }
    }

    fn course(&self, course: Course) -> String {
        match course {
            Course::AsItIs => AS_IT_IS.to_owned(),
            Course::Option(id) => self.name(id),
        }
    }

    /// Whether a benefit of any course has a price; if none has, a net is only a cost.
    fn is_priced(&self) -> bool {
        let it = &self.found.appraisal;
        let brings = |option: &OptionFindings| option.worth.pvb.amount != Money::ZERO;
        say::has_priced(it) || it.options.iter().any(brings)
    }

    /// The present value of costs of a course.
    fn pvc(&self, course: Course) -> Option<Money> {
        let it = &self.found.appraisal;
        match course {
            Course::AsItIs => Some(it.worth.pvc.amount),
            Course::Option(id) => {
                let option = it.options.iter().find(|it| it.id == id)?;
                Some(option.worth.pvc.amount)
            }
        }
    }

    /// `Costs more and achieves no more than X`; of one that costs as much, that it achieves less.
    fn dominated(&self, option: &OptionFindings) -> Option<String> {
        let better = option.dominated_by?;
        let name = self.course(better);
        let costs_more = self.pvc(better)? < option.worth.pvc.amount;
        Some(if costs_more {
            format!("Costs more and achieves no more than {name}")
        } else {
            format!("Costs as much and achieves less than {name}")
        })
    }
}

/// `£35k better than going on as it is`; where nothing has a price only costs compare: `£35k cheaper than …`.
fn against(incremental: Money, is_priced: bool, unit: MoneyUnit) -> String {
    let size = say::size(incremental, unit);
    let (better, worse, same) = if is_priced {
        ("better", "worse", "Worth the same")
    } else {
        ("cheaper", "dearer", "Costs the same")
    };
    match incremental.cmp(&Money::ZERO) {
        Ordering::Greater => format!("{size} {better} than {AS_IT_IS}"),
        Ordering::Less => format!("{size} {worse} than {AS_IT_IS}"),
        Ordering::Equal => format!("{same} as {AS_IT_IS}"),
    }
}

fn achievement(of: &Of<'_>) -> String {
    match (of.achievement, of.option) {
        (Some(score), Some(_)) => format!("Expected achievement {}", display::score(score)),
        (None, Some(_)) => "Expected achievement not known".to_owned(),
        (Some(score), None) => format!("Achievement {}", display::score(score)),
        (None, None) => "Achievement not scored".to_owned(),
    }
}

fn row(named: &Named<'_>, of: &Of<'_>, unit: MoneyUnit) -> BarRow {
    let id = |yardstick| of.id(named.found, yardstick);
    let Worth { pvc, pvb, npsv, .. } = of.worth;
    let it = &named.found.appraisal;
    let of_benefits = |text| say::pvb(it, *pvb, text, unit);
    let remark = |text, is_strong| Remark { text, is_strong };
    let mut remarks = Vec::new();
    if let Some(option) = of.option {
        remarks.push(remark(
            against(option.incremental_npsv, named.is_priced(), unit),
            false,
        ));
    }
    remarks.push(remark(achievement(of), false));
    let dominated = of.option.and_then(|option| named.dominated(option));
    remarks.extend(dominated.map(|text| remark(text, true)));
    let mut hover = vec![
        of.name.clone(),
        format!("Costs {}", say::long(*pvc, unit)),
        format!("Benefits {}", of_benefits(say::long)),
        format!(
            "Net present social value {}",
            display::money_in(*npsv, unit)
        ),
    ];
    hover.extend(remarks.iter().map(|it| it.text.clone()));
    let bars = vec![
        Bar {
            side: Side::Cost,
            amount: Figure {
                value: -position(pvc.amount),
                text: say::short(*pvc, unit),
                id: id(Yardstick::Pvc),
            },
        },
        Bar {
            side: Side::Benefit,
            amount: Figure {
                value: position(pvb.amount),
                text: of_benefits(say::short),
                id: id(Yardstick::Pvb),
            },
        },
    ];
    BarRow {
        name: of.name.clone(),
        remarks,
        bars,
        net: Some(Figure {
            value: position(*npsv),
            text: display::money_short_in(*npsv, unit),
            id: id(Yardstick::Npsv),
        }),
        after: None,
        hover: hover.join("\n"),
    }
}

/// The option that is worth most against going on, and how many others are bettered; a tie names none.
fn title(named: &Named<'_>, unit: MoneyUnit) -> String {
    let (name, options) = (say::name(named.found), &named.found.appraisal.options);
    let base = named.found.appraisal.worth.pvc;
    let weighed = || {
        options.iter().filter(|it| {
            let is_cost_known = !base.is_at_least && !it.worth.pvc.is_at_least;
            it.is_comparable || (!named.is_priced() && is_cost_known)
        })
    };
    let most = weighed().map(|it| it.incremental_npsv).max();
    let Some(most) = most else {
        return if options.is_empty() {
            format!("{name} has no options to compare with {AS_IT_IS}")
        } else {
            format!("{name}: too little is known to weigh its options against {AS_IT_IS}")
        };
    };
    let best: Vec<&OptionFindings> = weighed().filter(|it| it.incremental_npsv == most).collect();
    let (is, are, none) = if named.is_priced() {
        let more = format!("worth {} more than {AS_IT_IS}", say::size(most, unit));
        let none = format!("no option is worth more than {AS_IT_IS}");
        (format!("is {more}"), format!("are each {more}"), none)
    } else {
        let less = format!("{} less than {AS_IT_IS}", say::size(most, unit));
        let none = format!("no option costs less than {AS_IT_IS}");
        (format!("costs {less}"), format!("each cost {less}"), none)
    };
    let found = match best.as_slice() {
        _ if most <= Money::ZERO => none,
        [only] => format!("“{}” {is}", named.name(only.id)),
        all => format!("{} options {are}", display::in_words(all.len())),
    };
    let n = options
        .iter()
        .filter(|it| it.dominated_by.is_some())
        .count();
    let bettered = match n {
        0 => String::new(),
        1 => "; one costs as much or more and achieves no more than another".to_owned(),
        n => format!(
            "; {} cost as much or more and achieve no more than another",
            display::in_words(n)
        ),
    };
    let known = if named.is_priced() {
        say::as_far_as_known(&named.found.appraisal)
    } else {
        "; no benefit has a price"
    };
    format!("{name}: {found}{known}{bettered}")
}

fn note(named: &Named<'_>) -> String {
    let mut notes = say::notes(named.findings, named.found);
    let it = &named.found.appraisal;
    if it.options.is_empty() {
        notes.push("No options have been entered.".to_owned());
    } else if it.options.iter().any(|it| it.achievement.is_none()) {
        let left_out =
            "An option without an expected achievement is not compared by what it achieves.";
        notes.push(left_out.to_owned());
    }
    notes.join(" ")
}

fn table(named: &Named<'_>, courses: &[Of<'_>], unit: MoneyUnit) -> Table {
    let sign = unit.sign();
    let mut table = Table::with(&[
        ("Option", Content::Words),
        (&format!("Present value of costs, {sign}"), Content::Figures),
        (
            &format!("Present value of benefits, {sign}"),
            Content::Figures,
        ),
        (
            &format!("Net present social value, {sign}"),
            Content::Figures,
        ),
        (&format!("Against {AS_IT_IS}, {sign}"), Content::Figures),
        ("Achievement, 0–100", Content::Figures),
        ("Bettered by", Content::Words),
    ]);
    let rows = courses.iter().map(|of| {
        let id = |yardstick| of.id(named.found, yardstick);
        let money = |amount| display::money_in(amount, unit);
        let incremental = of.option.map_or_else(
            || Cell::words(money(Money::ZERO)),
            |option| {
                let text = money(option.incremental_npsv);
                Cell::figure(text, id(Yardstick::IncrementalNpsv))
            },
        );
        let better = of.option.and_then(|option| option.dominated_by);
        let score = of.achievement.map(display::score);
        vec![
            Cell::words(of.name.clone()),
            Cell::figure(say::long(of.worth.pvc, unit), id(Yardstick::Pvc)),
            Cell::figure(
                say::pvb(&named.found.appraisal, of.worth.pvb, say::long, unit),
                id(Yardstick::Pvb),
            ),
            Cell::figure(money(of.worth.npsv), id(Yardstick::Npsv)),
            incremental,
            Cell::words(score.unwrap_or_else(|| display::NOT_KNOWN.to_owned())),
            Cell::words(better.map_or_else(String::new, |it| named.course(it))),
        ]
    });
    table.rows = rows.collect();
    table
}
