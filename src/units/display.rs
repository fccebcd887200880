//! The only place where a figure becomes text: half away from zero, thousands commas, a true minus.

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::units::exact;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Fte, HourlyCost, Hours, Money, Number, Quantity, Rate, Unit};

/// What stands where a figure is not known.
pub const NOT_KNOWN: &str = "not known";

/// Whole pounds: `£3,582`, `−£500`.
pub fn money(amount: Money) -> String {
    pounds(amount.decimal(), 0)
}

/// Pounds and pence: `£3,582.00`.
pub fn money_pence(amount: Money) -> String {
    pounds(amount.decimal(), 2)
}

/// A short amount for headlines and charts: `£950`, `£3.6k`, `£726k`, `£3.4m`, `£1.2bn`.
pub fn money_short(amount: Money) -> String {
    let value = amount.decimal();
    match shortening(value) {
        None => money(amount),
        Some((divisor, places, suffix)) => {
            let scaled = exact::div(value, divisor).unwrap_or_default();
            let sign = if scaled.is_sign_negative() { "−" } else { "" };
            format!("{sign}£{}{suffix}", trimmed(scaled.abs(), places))
        }
    }
}

/// A sum in a text or a table in the unit that the register chose; as it fits, in whole pounds.
pub fn money_in(amount: Money, unit: MoneyUnit) -> String {
    in_unit(amount, unit).unwrap_or_else(|| money(amount))
}

/// A sum on a card or a chart in the unit that the register chose; as it fits, in its short form.
pub fn money_short_in(amount: Money, unit: MoneyUnit) -> String {
    in_unit(amount, unit).unwrap_or_else(|| money_short(amount))
}

/// As `money_in`, without sign and unit, for a column whose header has them.
pub fn money_figure_in(amount: Money, unit: MoneyUnit) -> String {
    match scaled(amount, unit) {
        Some(scaled) => grouped(scaled),
        None => money_figure(amount),
    }
}

/// `£3.6k`, `£0.73m`; nothing where each sum has the unit that suits it.
fn in_unit(amount: Money, unit: MoneyUnit) -> Option<String> {
    let suffix = match unit {
        MoneyUnit::AsFits => return None,
        MoneyUnit::Pounds => "",
        MoneyUnit::Thousands => "k",
        MoneyUnit::Millions => "m",
    };
    let scaled = scaled(amount, unit)?;
    let sign = if scaled.is_sign_negative() && !scaled.is_zero() {
        "−"
    } else {
        ""
    };
    Some(format!("{sign}£{}{suffix}", grouped(scaled.abs())))
}

/// In pounds, in thousands to one decimal, or in millions to two. A sum that is not nought never reads as nought: it
/// gets as many decimals as its first figure needs.
fn scaled(amount: Money, unit: MoneyUnit) -> Option<Decimal> {
    let (divisor, least) = match unit {
        MoneyUnit::AsFits => return None,
        MoneyUnit::Pounds => (1, 0),
        MoneyUnit::Thousands => (1_000, 1),
        MoneyUnit::Millions => (1_000_000, 2),
    };
    let whole = exact::round(amount.decimal(), 0);
    // What is nought in pounds is nought in every unit.
    let value = if whole.is_zero() {
        whole
    } else {
        amount.decimal()
    };
    let value = exact::div(value, Decimal::from(divisor)).unwrap_or_default();
    let places = (least..=6)
        .find(|places| !exact::round(value, *places).is_zero())
        .unwrap_or(least);
    let mut scaled = exact::round(value, places);
    scaled.rescale(places);
    Some(scaled)
}

/// The amounts along an axis in the unit that the register chose, with the decimals they need.
pub fn money_ticks_in(amounts: &[Money], unit: MoneyUnit) -> Vec<String> {
    let (divisor, suffix) = match unit {
        MoneyUnit::AsFits => return money_ticks(amounts),
        MoneyUnit::Pounds => (1, ""),
        MoneyUnit::Thousands => (1_000, "k"),
        MoneyUnit::Millions => (1_000_000, "m"),
    };
    let tick = |amount: &Money| {
        let value = exact::div(amount.decimal(), Decimal::from(divisor)).unwrap_or_default();
        let sign = if value.is_sign_negative() { "−" } else { "" };
        format!("{sign}£{}{suffix}", trimmed(value.abs(), 6))
    };
    amounts.iter().map(tick).collect()
}

/// An amount that is not known to the pound, to three figures: `£412`, `£38,400`, `£1,230,000`.
pub fn money_rough(amount: Money) -> String {
    let value = amount.decimal();
    let rounded = value.round_sf_with_strategy(3, RoundingStrategy::MidpointAwayFromZero);
    // An amount below ten pounds stays whole pounds, as every other.
    pounds(rounded.unwrap_or(value), 0)
}

/// The amounts along an axis, all in the shortest form that is exact for every one of them.
pub fn money_ticks(amounts: &[Money]) -> Vec<String> {
    let all = |is_exact: fn(Decimal) -> bool| amounts.iter().all(|a| is_exact(a.decimal()));
    let form = if all(|value| match shortening(value) {
        None => is_whole(value, 0),
        Some((divisor, places, _)) => {
            exact::div(value, divisor).is_some_and(|scaled| is_whole(scaled, places))
        }
    }) {
        money_short
    } else if all(|value| is_whole(value, 0)) {
        money
    } else {
        money_pence
    };
    amounts.iter().copied().map(form).collect()
}

/// The divisor, decimals and suffix of a short amount; nothing below a thousand.
fn shortening(value: Decimal) -> Option<(Decimal, u32, &'static str)> {
    [
        (999_500_000, 1_000_000_000, 1, "bn"),
        (999_500, 1_000_000, 1, "m"),
        (9_950, 1_000, 0, "k"),
        (1_000, 1_000, 1, "k"),
    ]
    .into_iter()
    .find(|(from, ..)| exact::round(value, 0).abs() >= Decimal::from(*from))
    .map(|(_, divisor, places, suffix)| (Decimal::from(divisor), places, suffix))
}

fn is_whole(value: Decimal, places: u32) -> bool {
    exact::round(value, places) == exact::round(value, 6)
}

/// What stands before an amount that leaves something out.
pub const AT_LEAST: &str = "at least";
/// Whole pounds without the sign, for a column whose header has it: `3,582`.
pub fn money_figure(amount: Money) -> String {
    trimmed(amount.decimal(), 0)
}

/// What somebody typed, at rest, in a column or beside a label that has the unit: `1,234.50`, `1.5`, `20%`.
pub fn typed(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Money | Unit::HourlyCost if !value.fract().is_zero() => {
            let mut pence = exact::round(value, 4).normalize();
            if pence.scale() < 2 {
                pence.rescale(2);
            }
            grouped(pence)
        }
        Unit::Rate => rate(Rate::new(value)),
        _ => trimmed(value, 4),
    }
}

/// A day as people write it: `1 Apr 2026`.
pub fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day.month()), day.year())
}

fn month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let at = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    MONTHS.get(at).copied().unwrap_or_default()
}

/// An amount that leaves something out: `at least £3,582`.
pub fn at_least(text: &str) -> String {
    format!("{AT_LEAST} {text}")
}

/// A cost an hour: `£45.00`.
pub fn hourly_cost(cost: HourlyCost) -> String {
    pounds(cost.decimal(), 2)
}

/// Hours of time in whole hours, with a decimal below ten: `1,240 h`, `4.5 h`.
pub fn hours(hours: Hours) -> String {
    format!("{} h", hours_figure(hours))
}

/// As `hours`, without the unit, for a column whose header has it.
pub fn hours_figure(hours: Hours) -> String {
    let value = hours.decimal();
    let places = u32::from(value.abs() < Decimal::TEN);
    trimmed(value, places)
}

/// A length of time in the words people use: `1 h 30 min`, `45 min`.
pub fn duration(length: Hours) -> String {
    let minutes = exact::round(exact::mul(length.decimal(), Decimal::from(60)), 2);
    let whole_hours = exact::div(minutes, Decimal::from(60))
        .unwrap_or_default()
        .trunc();
    let left = exact::sub(minutes, exact::mul(whole_hours, Decimal::from(60)));
    match (whole_hours.is_zero(), left.is_zero()) {
        (true, _) => format!("{} min", trimmed(left, 2)),
        (false, true) => format!("{} h", trimmed(whole_hours, 0)),
        (false, false) => format!("{} h {} min", trimmed(whole_hours, 0), trimmed(left, 2)),
    }
}

/// To whole minutes from ten minutes on; a shorter length stays as it is, as a minute is much of it.
pub fn to_the_minute(length: Hours) -> Hours {
    let minutes = exact::mul(length.decimal(), Decimal::from(60));
    if minutes.abs() < Decimal::TEN {
        return length;
    }
    let whole = exact::div(exact::round(minutes, 0), Decimal::from(60));
    whole.map_or(length, Hours::new)
}

/// A percentage with at most two decimals: `20%`, `12.5%`.
pub fn rate(rate: Rate) -> String {
    format!(
        "{}%",
        trimmed(exact::mul(rate.decimal(), Decimal::ONE_HUNDRED), 2)
    )
}

/// A share in whole per cent, for a headline: `61%`.
pub fn percent(share: Rate) -> String {
    format!(
        "{}%",
        trimmed(exact::mul(share.decimal(), Decimal::ONE_HUNDRED), 0)
    )
}

/// A plain number with at most two decimals: `1,234`, `2.5`.
pub fn number(number: Number) -> String {
    trimmed(number.decimal(), 2)
}

/// A discount factor with four decimals: `0.9662`.
pub fn factor(factor: Number) -> String {
    format!("{:.4}", exact::round(factor.decimal(), 4))
}

/// A ratio as pounds and pence for each pound, `£1.31`.
pub fn pounds_ratio(ratio: Number) -> String {
    money_pence(Money::new(ratio.decimal()))
}

/// A number with one decimal, `3.2`.
pub fn one_decimal(number: Number) -> String {
    let rounded = exact::round(number.decimal(), 1);
    self::number(Number::new(rounded))
}

/// Full-time equivalents with at most two decimals: `4.5`.
pub fn fte(fte: Fte) -> String {
    trimmed(fte.decimal(), 2)
}

/// A score on 0–100 in whole points: `74`.
pub fn score(score: Number) -> String {
    trimmed(score.decimal(), 0)
}

/// Days with at most one decimal: `412`, `3.5`.
pub fn days(days: Number) -> String {
    let places = u32::from(days.decimal().abs() < Decimal::ONE_HUNDRED);
    trimmed(days.decimal(), places)
}

/// A length of time in years with at most one decimal: `1.4 years`, `1 year`, `less than 0.1 years`.
pub fn years(years: Number) -> String {
    match trimmed(years.decimal(), 1).as_str() {
        "0" if years > Number::ZERO => "less than 0.1 years".to_owned(),
        "1" => "1 year".to_owned(),
        text => format!("{text} years"),
    }
}

/// Any figure with its unit, as the basis of a figure shows it.
pub fn figure(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Money => money_pence(Money::new(value)),
        Unit::HourlyCost => hourly_cost(HourlyCost::new(value)),
        Unit::Hours => format!("{} h", trimmed(value, 2)),
        Unit::Fte => format!("{} FTE", trimmed(value, 4)),
        Unit::Rate => rate(Rate::new(value)),
        Unit::Number => trimmed(value, 4),
    }
}

/// A decimal for other programs: to ten decimals, no commas, a plain minus.
pub fn exact_text(value: Decimal) -> String {
    exact::round(value, exact::PLACES).normalize().to_string()
}

/// The name of a field for people: `times_a_year` reads `Times a year`.
pub fn field_name(field: &str) -> String {
    let name = match field {
        "backfill" => "Stand-in’s cost a year",
        "backfill_cover" => "Stand-in’s cover",
        "benefit" => "Part of the benefit",
        "agreed" => "Agreed part",
        "direction" => "Which way",
        "fte" => "FTE",
        "fund" => "Fund or code",
        "is_free_of_vat" => "No VAT due",
        "is_given" => "Given free",
        "is_illustrative" => "Illustrative",
        "is_in_person_only" => "In person only",
        "is_online" => "Online",
        "is_partnership_staff" => "In staff",
        "is_senior" => "Senior",
        "is_statutory" => "Statutory",
        "is_uncapped" => "Uncapped",
        "is_us" => "Us",
        "is_avoided_cost" => "Avoided cost",
        "is_nominal" => "Own money",
        "is_transfer" => "Transfer",
        "drop_off" => "Drop-off",
        "has_optimism_bias" => "Optimism",
        "horizon" => "Years of the appraisal",
        "keeps" => "What is left",
        "take_up" => "Take-up",
        "transfers_count_all_fiscal" => "Transfers",
        "life" => "Life in years",
        "online_share" => "Share held online",
        "pay" => "What is typed",
        "pay_growth" => "Growth of pay",
        "pool" => "Paid from",
        "posts" => "Posts on the grade",
        "price_growth" => "Growth of prices",
        "recharge" => "Charge a year",
        "recharge_share" => "Charge, as a share",
        "recipient" => "Paid to",
        "rise" => "Pay rise",
        "unit_cost" => "Cost of each",
        "unit_value" => "Worth of each",
        "vat" => "VAT",
        field => return capitalised(&field.replace('_', " ")),
    };
    name.to_owned()
}

/// With a capital at the start, as a sentence wants it.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// `1 meeting`, `12 meetings`, `no meetings`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    match n {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{} {many}", trimmed(Decimal::from(n), 0)),
    }
}

/// As `count`, for a figure that need not be whole: `4.5 days`.
pub fn count_of(n: Number, one: &str, many: &str) -> String {
    if n == Number::ZERO {
        format!("no {many}")
    } else if n == Number::from(1) {
        format!("1 {one}")
    } else {
        format!("{} {many}", number(n))
    }
}

/// A small number in words, as a sentence wants it: `three`, `12`.
pub fn in_words(n: usize) -> String {
    const WORDS: [&str; 11] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    match WORDS.get(n) {
        Some(word) => (*word).to_owned(),
        None => trimmed(Decimal::from(n), 0),
    }
}

/// A count by itself: `0`, `4`, `5,500`.
pub fn count_figure(n: usize) -> String {
    trimmed(Decimal::from(n), 0)
}

/// A share in whole per cent, as a sentence wants it: `71%`.
pub fn whole_rate(rate: Rate) -> String {
    let percent = exact::mul(rate.decimal(), Decimal::ONE_HUNDRED);
    format!("{}%", trimmed(percent, 0))
}

/// Rounded to at most `places` decimals, trailing noughts dropped.
fn trimmed(value: Decimal, places: u32) -> String {
    grouped(exact::round(value, places).normalize())
}

fn pounds(value: Decimal, places: u32) -> String {
    let rounded = exact::round(value, places);
    let sign = if rounded.is_sign_negative() {
        "−"
    } else {
        ""
    };
    let mut digits = rounded.abs();
    digits.rescale(places);
    format!("{sign}£{}", grouped(digits))
}

/// Thousands commas and a true minus on a decimal as it stands.
fn grouped(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len().saturating_add(6));
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && whole.len().saturating_sub(n) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Whether a letter is an invisible mark that turns the text after it, with the figures in it, the other way round.
///
/// Source: Unicode, annex 9, explicit directional formatting characters.
pub const fn is_mark_of_direction(letter: char) -> bool {
    matches!(
        letter,
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rough_money_keeps_three_figures() {
        for (pounds, expected) in [
            (0, "£0"),
            (412, "£412"),
            (1_234, "£1,230"),
            (38_450, "£38,500"),
            (38_449, "£38,400"),
            (1_234_567, "£1,230,000"),
            (-9_995, "−£10,000"),
        ] {
            assert_eq!(money_rough(Money::from(pounds)), expected, "{pounds}");
        }
        assert_eq!(money_rough(Money::pence(3_62)), "£4");
    }

    #[test]
    fn short_money_keeps_two_or_three_figures() {
        for (pounds, expected) in [
            (0, "£0"),
            (950, "£950"),
            (999, "£999"),
            (1_000, "£1k"),
            (3_582, "£3.6k"),
            (9_949, "£9.9k"),
            (9_950, "£10k"),
            (726_400, "£726k"),
            (999_499, "£999k"),
            (999_500, "£1m"),
            (3_449_999, "£3.4m"),
            (12_000_000, "£12m"),
            (999_500_000, "£1bn"),
            (-726_400, "−£726k"),
            (-500, "−£500"),
        ] {
            assert_eq!(money_short(Money::from(pounds)), expected);
        }
    }

    /// Worked by hand: 3,582 ÷ 1,000 = 3.582 and ÷ 1,000,000 = 0.003582, and so on.
    #[test]
    fn a_register_that_chose_a_unit_shows_every_sum_in_it() {
        use MoneyUnit::{AsFits, Millions, Pounds, Thousands};
        for (pounds, unit, expected) in [
            (3_582, AsFits, "£3.6k"),
            (3_582, Pounds, "£3,582"),
            (3_582, Thousands, "£3.6k"),
            (3_582, Millions, "£0.004m"),
            (726_450, Thousands, "£726.5k"),
            (726_450, Millions, "£0.73m"),
            (3_400_000, Thousands, "£3,400.0k"),
            (3_400_000, Millions, "£3.40m"),
            (1_234_567_890, Millions, "£1,234.57m"),
            (-726_450, Millions, "−£0.73m"),
            (40, Thousands, "£0.04k"),
            (4, Millions, "£0.000004m"),
            (0, Thousands, "£0.0k"),
            (0, Pounds, "£0"),
        ] {
            let amount = Money::from(pounds);
            assert_eq!(money_short_in(amount, unit), expected, "{pounds} {unit:?}");
        }
        assert_eq!(money_in(Money::from(726_450), AsFits), "£726,450");
        assert_eq!(money_in(Money::from(726_450), Thousands), "£726.5k");
        assert_eq!(money_figure_in(Money::from(726_450), AsFits), "726,450");
        assert_eq!(money_figure_in(Money::from(-726_450), Millions), "−0.73");
        // Forty pence is nought in whole pounds, and so in every unit.
        assert_eq!(money_in(Money::pence(40), Thousands), "£0.0k");
        assert_eq!(money_in(Money::pence(-40), Millions), "£0.00m");
    }

    #[test]
    fn an_axis_has_the_decimals_it_needs() {
        let amounts = [0, 500_000, 1_000_000].map(Money::from);
        let in_unit = |unit| money_ticks_in(&amounts, unit);
        assert_eq!(in_unit(MoneyUnit::Millions), ["£0m", "£0.5m", "£1m"]);
        assert_eq!(in_unit(MoneyUnit::Thousands), ["£0k", "£500k", "£1,000k"]);
        assert_eq!(in_unit(MoneyUnit::Pounds), ["£0", "£500,000", "£1,000,000"]);
        assert_eq!(in_unit(MoneyUnit::AsFits), money_ticks(&amounts));
    }

    #[test]
    fn money_rounds_half_away_from_zero_and_never_shows_minus_nought() {
        assert_eq!(money(Money::pence(50)), "£1");
        assert_eq!(money(Money::pence(-50)), "−£1");
        assert_eq!(money(Money::pence(-49)), "£0");
        assert_eq!(money_pence(Money::pence(123_456_789)), "£1,234,567.89");
        assert_eq!(money_pence(Money::from(5)), "£5.00");
    }

    #[test]
    fn a_length_of_time_reads_as_people_say_it() {
        for (minutes, expected) in [
            (90, "1 h 30 min"),
            (45, "45 min"),
            (120, "2 h"),
            (0, "0 min"),
            (50, "50 min"),
        ] {
            assert_eq!(duration(Hours::minutes(minutes)), expected);
        }
    }

    #[test]
    fn every_figure_carries_its_unit() {
        for (unit, expected) in [
            (Unit::Money, "£1,234.50"),
            (Unit::HourlyCost, "£1,234.50"),
            (Unit::Hours, "1,234.5 h"),
            (Unit::Fte, "1,234.5 FTE"),
            (Unit::Rate, "123,450%"),
            (Unit::Number, "1,234.5"),
        ] {
            assert_eq!(figure(Decimal::new(12345, 1), unit), expected);
        }
    }

    #[test]
    fn what_was_typed_reads_short_at_rest() {
        for (text, unit, expected) in [
            ("1234.5", Unit::Money, "1,234.50"),
            ("1234", Unit::Money, "1,234"),
            ("0.455", Unit::Money, "0.455"),
            ("1.5", Unit::Hours, "1.5"),
            ("0.2", Unit::Rate, "20%"),
        ] {
            assert_eq!(typed(text.parse().unwrap(), unit), expected);
        }
        assert_eq!(date(Date::constant(2026, 4, 1)), "1 Apr 2026");
    }

    #[test]
    fn a_field_reads_as_words() {
        assert_eq!(field_name("times_a_year"), "Times a year");
        assert_eq!(field_name("fte"), "FTE");
        assert_eq!(field_name("is_in_person_only"), "In person only");
        assert_eq!(field_name("backfill_cover"), "Stand-in’s cover");
    }
}
