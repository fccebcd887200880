//! A chart as SVG: real text, a title and a description, the same bytes every time.

use std::fmt::{self, Display, Write};

use crate::chart::chart::Chart;
use crate::chart::fonts::{FAMILY, Face};
use crate::chart::geometry::{Point, Rect};
use crate::chart::layout::{Anchor, Layout, Request, Shape, Stroke, Text, layout};
use crate::chart::measure::Measure;
use crate::chart::theme::{Colour, Palette, Role};
use crate::units::display;

/// Points in a millimetre.
pub const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// The chart on paper of this width in millimetres.
pub fn write(chart: &Chart, width_mm: f64, palette: &Palette, measure: &dyn Measure) -> String {
    let request = Request::paper((width_mm * POINTS_PER_MM).round());
    draw(chart, &layout(chart, &request, measure), width_mm, palette)
}

/// A layout of a chart, `width_mm` wide when printed.
pub fn draw(chart: &Chart, layout: &Layout, width_mm: f64, palette: &Palette) -> String {
    draw_named("", chart, layout, width_mm, palette)
}

/// The same to stand in a page with other charts: its ids start with `name`, which is plain letters, digits and hyphens.
pub fn draw_named(
    name: &str,
    chart: &Chart,
    layout: &Layout,
    width_mm: f64,
    palette: &Palette,
) -> String {
    let mut out = Svg {
        text: String::with_capacity(32_768),
        palette,
    };
    let height = layout.height.ceil();
    let height_mm = width_mm * height / layout.width;
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{name}title {name}desc\" font-family=\"'{FAMILY}', 'Segoe UI', Arial, sans-serif\">\n",
        n(width_mm), n(height_mm), n(layout.width), n(height)
    ));
    out.put(format_args!(
        "<title id=\"{name}title\">{}</title>\n<desc id=\"{name}desc\">{}</desc>\n",
        Escaped(&chart.title),
        Escaped(&chart.alt)
    ));
    let page = Rect::new(0.0, 0.0, layout.width, height);
    out.rect(page, Role::Surface, None);
    for shape in &layout.shapes {
        out.shape(shape);
    }
    out.text.push_str("</svg>\n");
    out.text
}

struct Svg<'p> {
    text: String,
    palette: &'p Palette,
}

impl Svg<'_> {
    fn put(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.text.write_fmt(arguments);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { rect, fill, stroke } => self.rect(*rect, *fill, stroke.as_ref()),
            Shape::Lines { lines, stroke } => {
                let path = Lines(lines);
                let stroke = self.stroke(Some(stroke));
                if !lines.is_empty() {
                    self.put(format_args!("<path d=\"{path}\" fill=\"none\"{stroke}/>\n"));
                }
            }
            Shape::Polyline { points, stroke } => {
                let stroke = self.stroke(Some(stroke));
                self.put(format_args!(
                    "<polyline points=\"{}\" fill=\"none\"{stroke}/>\n",
                    Points(points)
                ));
            }
            Shape::Polygon {
                points,
                fill,
                stroke,
            } => {
                let (fill, stroke) = (self.colour(*fill), self.stroke(stroke.as_ref()));
                self.put(format_args!(
                    "<polygon points=\"{}\" fill=\"{fill}\"{stroke}/>\n",
                    Points(points)
                ));
            }
            Shape::Circle {
                centre,
                radius,
                fill,
                stroke,
            } => {
                let (fill, stroke) = (self.colour(*fill), self.stroke(stroke.as_ref()));
                self.put(format_args!(
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{fill}\"{stroke}/>\n",
                    n(centre.x),
                    n(centre.y),
                    n(*radius)
                ));
            }
            Shape::Text(text) => self.words(text),
        }
    }

    fn rect(&mut self, rect: Rect, fill: Role, stroke: Option<&Stroke>) {
        let (fill, stroke) = (self.colour(fill), self.stroke(stroke));
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"{stroke}/>\n",
            n(rect.x),
            n(rect.y),
            n(rect.width.max(0.0)),
            n(rect.height.max(0.0))
        ));
    }

    fn words(&mut self, text: &Text) {
        let anchor = match text.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let face = match text.face {
            Face::Regular => "",
            Face::SemiBold => " font-weight=\"600\"",
            Face::Italic => " font-style=\"italic\"",
        };
        let fill = self.colour(text.role);
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{fill}\"{anchor}{face}>{}</text>\n",
            n(text.at.x),
            n(text.at.y),
            n(text.size),
            Escaped(&text.text)
        ));
    }

    fn colour(&self, role: Role) -> Hex {
        Hex(self.palette.colour(role))
    }

    fn stroke(&self, stroke: Option<&Stroke>) -> String {
        let Some(Stroke { role, width, dash }) = stroke else {
            return String::new();
        };
        let dash = dash.map_or(String::new(), |(dash, gap)| {
            format!(" stroke-dasharray=\"{} {}\"", n(dash), n(gap))
        });
        format!(
            " stroke=\"{}\" stroke-width=\"{}\"{dash}",
            self.colour(*role),
            n(*width)
        )
    }
}

/// A length with two decimals at most, which is a thousandth of a millimetre.
fn n(length: f64) -> impl Display {
    let text = format!("{length:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

struct Hex(Colour);

impl Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour(red, green, blue) = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

struct Points<'a>(&'a [Point]);

impl Display for Points<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, point) in self.0.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(f, "{space}{},{}", n(point.x), n(point.y))?;
        }
        Ok(())
    }
}

struct Lines<'a>(&'a [(Point, Point)]);

impl Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (from, to) in self.0 {
            write!(f, "M{} {}L{} {}", n(from.x), n(from.y), n(to.x), n(to.y))?;
        }
        Ok(())
    }
}

/// Text that cannot end the element or attribute it stands in, nor break the file with a control character.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                mark if display::is_mark_of_direction(mark) => {}
                control if control.is_control() => f.write_char(' ')?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use resvg::usvg::Options;

    use super::*;
    use crate::chart::catalogue::{CHARTS, ChartKind};
    use crate::chart::doubts::Doubts;
    use crate::chart::measure::PlexMeasure;
    use crate::chart::theme::PRINT;
    use crate::chart::{cost_achievement, exhibit2, sample};
    use crate::costing::basis::Basis;
    use crate::findings::findings::Findings;

    #[test]
    fn marks_of_direction_turn_no_figure_round() {
        let name = "Riverside \u{202e}Trust\u{2066} £31,760";
        assert_eq!(Escaped(name).to_string(), "Riverside Trust £31,760");
    }

    #[test]
    fn text_cannot_leave_its_element() {
        assert_eq!(
            Escaped("<script>&\"'\u{0}\n\u{FFFF}é").to_string(),
            "&lt;script&gt;&amp;&quot;&#39;  é"
        );
    }

    #[test]
    fn lengths_are_short_and_never_minus_nought() {
        for (length, expected) in [
            (12.0, "12"),
            (12.345, "12.35"),
            (-0.001, "0"),
            (-1.5, "-1.5"),
            (100.0, "100"),
        ] {
            assert_eq!(n(length).to_string(), expected);
        }
    }

    fn drawn(kind: &ChartKind, findings: &Findings) -> String {
        let chart = (kind.draw)(findings, Basis::Full, Doubts::NONE);
        write(&chart, 170.0, &PRINT, &PlexMeasure)
    }

    #[test]
    fn exhibit_2_of_three_partnerships() {
        insta::assert_snapshot!(drawn(&exhibit2::CHART, &sample::findings(3)));
    }

    #[test]
    fn exhibit_2_of_a_borough() {
        insta::assert_snapshot!(drawn(&exhibit2::CHART, &sample::findings(15)));
    }

    #[test]
    fn cost_against_achievement_in_a_borough() {
        insta::assert_snapshot!(drawn(&cost_achievement::CHART, &sample::findings(15)));
    }

    #[test]
    fn a_hostile_name_stays_text() {
        let mut findings = sample::findings(3);
        findings.title = "<script>alert('&')</script>\u{1}".to_owned();
        for found in &mut findings.partnerships {
            Arc::make_mut(found).name = "\"/><script>&]]>".to_owned();
        }
        for kind in CHARTS {
            let svg = drawn(kind, &findings);
            assert!(!svg.contains("<script"), "{}", kind.id);
            assert!(resvg::usvg::Tree::from_str(&svg, &Options::default()).is_ok());
        }
    }

    #[test]
    fn the_same_chart_is_the_same_bytes() {
        for kind in CHARTS {
            let findings = sample::findings(60);
            assert_eq!(drawn(kind, &findings), drawn(kind, &findings));
        }
    }
}
