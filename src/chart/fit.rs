//! A chart in the room that a page or a slide has: its type as large as fits, and never too small to read.

use crate::chart::chart::{Body, Chart};
use crate::chart::layout::{Layout, Request, layout};
use crate::chart::measure::Measure;
use crate::chart::svg::POINTS_PER_MM;
use crate::chart::text::Sizes;

/// The smallest type that is read on paper, in points.
const SMALLEST: f64 = 7.0;

/// How much smaller each try is than the one before.
const STEP: f64 = 0.94;

/// A drawing without rows is no flatter than this, in points.
const FLATTEST: f64 = 90.0;

/// How much more height a drawing gets that does not fit.
const MORE: f64 = 1.08;

/// How often a drawing is made flatter before smaller type is tried.
const TRIES: u32 = 10;

/// The room that a chart is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The width in millimetres.
    pub width_mm: f64,
    /// The height in millimetres; as high as the chart is where nothing is said.
    pub height_mm: Option<f64>,
    /// How much larger type should be than on a page in the hand: 1 there, more on a slide.
    pub type_scale: f64,
}

/// A chart that does not fit even with the smallest type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TooTall {
    /// The height that it needs, in millimetres.
    pub needed_mm: f64,
}

/// Lays the chart out in the room.
///
/// A drawing without rows, such as a map, becomes as flat as the room asks. A chart with rows has its type made smaller,
/// to 7 points on paper; with more rows than that allows, it does not fit.
///
/// # Errors
/// A chart that needs more height.
pub fn fit(chart: &Chart, room: &Room, measure: &dyn Measure) -> Result<Layout, TooTall> {
    let least = SMALLEST / Sizes::PAPER.small;
    let mut scale = room.type_scale.max(least);
    let Some(height_mm) = room.height_mm else {
        return Ok(layout(chart, &request(room, scale), measure));
    };
    loop {
        let request = request(room, scale);
        let most = (height_mm * POINTS_PER_MM / scale).floor();
        let page = layout(chart, &request, measure);
        if page.height <= most {
            return Ok(page);
        }
        if has_no_rows(&chart.body)
            && let Some(page) = flatter(chart, &request, most, measure)
        {
            return Ok(page);
        }
        if scale <= least {
            let needed_mm = page.height * scale / POINTS_PER_MM;
            return Err(TooTall { needed_mm });
        }
        scale = (scale * STEP).max(least);
    }
}

/// The room itself where the chart fits there, and else one with as little more height as it needs.
pub fn enough_room(chart: &Chart, room: &Room, measure: &dyn Measure) -> Room {
    let mut taller = *room;
    for _ in 0..TRIES {
        if fit(chart, &taller, measure).is_ok() {
            return taller;
        }
        taller.height_mm = taller.height_mm.map(|it| it * MORE);
    }
    taller.height_mm = None;
    taller
}

/// Lays the chart out in the room where it fits there, and else in as little more height as it needs.
pub fn fit_or_taller(chart: &Chart, room: &Room, measure: &dyn Measure) -> Layout {
    let enough = enough_room(chart, room, measure);
    fit(chart, &enough, measure)
        .unwrap_or_else(|_| layout(chart, &request(room, room.type_scale), measure))
}

/// A page with larger type is a narrower one, drawn larger.
fn request(room: &Room, scale: f64) -> Request {
    Request::paper((room.width_mm * POINTS_PER_MM / scale).round())
}

fn has_no_rows(body: &Body) -> bool {
    matches!(
        body,
        Body::Map(_) | Body::Columns(_) | Body::Distribution(_)
    )
}

/// The chart with a flatter drawing. What stands around it may take a line more, so it is tried until it fits.
fn flatter(chart: &Chart, request: &Request, most: f64, measure: &dyn Measure) -> Option<Layout> {
    let mut height = most;
    for _ in 0..TRIES {
        let request = Request {
            height: Some(height),
            ..*request
        };
        let page = layout(chart, &request, measure);
        if page.height <= most {
            return Some(page);
        }
        height -= page.height - most;
        if height < FLATTEST {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS};
    use crate::chart::doubts::Doubts;
    use crate::chart::layout::Shape;
    use crate::chart::measure::PlexMeasure;
    use crate::chart::sample;
    use crate::costing::basis::Basis;

    const SLIDE: Room = Room {
        width_mm: 254.0,
        height_mm: Some(143.0),
        type_scale: 1.5,
    };

    fn points(page: &Layout, width_mm: f64) -> f64 {
        let scale = width_mm * POINTS_PER_MM / page.width;
        let sizes = page.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(text) => Some(text.size * scale),
            _ => None,
        });
        sizes.fold(f64::MAX, f64::min)
    }

    #[test]
    fn whatever_fits_a_slide_is_on_it_and_can_be_read() {
        for n in [0, 1, 3, 7] {
            let findings = sample::findings(n);
            for kind in CHARTS {
                let chart = (kind.draw)(&findings, Basis::Full, Doubts::NONE);
                match fit(&chart, &SLIDE, &PlexMeasure) {
                    Ok(page) => {
                        let height_mm = page.height * SLIDE.width_mm / page.width;
                        assert!(height_mm <= 143.0, "{} of {n}: {height_mm} mm", kind.id);
                        let least = points(&page, SLIDE.width_mm);
                        assert!(least >= 6.99, "{} of {n}: {least} pt", kind.id);
                    }
                    Err(TooTall { needed_mm }) => {
                        assert!(n > 3 && needed_mm > 143.0, "{} of {n}", kind.id);
                    }
                }
            }
            for (kind, found) in PARTNERSHIP_CHARTS.iter().zip(&findings.partnerships) {
                let chart = (kind.draw)(&findings, found, Basis::Full, Doubts::NONE);
                assert!(fit(&chart, &SLIDE, &PlexMeasure).is_ok(), "{}", kind.id);
            }
        }
    }

    #[test]
    fn a_map_of_sixty_fits_a_slide_and_sixty_rows_do_not() {
        let findings = sample::findings(60);
        let [rows, map] = [0, 1].map(|at: usize| {
            let chart = (CHARTS[at].draw)(&findings, Basis::Full, Doubts::NONE);
            fit(&chart, &SLIDE, &PlexMeasure)
        });
        let map = map.unwrap();
        assert!(map.height <= map.width * 143.0 / 254.0);
        assert!(rows.unwrap_err().needed_mm > 300.0);
    }

    #[test]
    fn three_rows_keep_the_large_type_of_a_slide() {
        let chart = (CHARTS[0].draw)(&sample::findings(3), Basis::Full, Doubts::NONE);
        let page = fit(&chart, &SLIDE, &PlexMeasure).unwrap();
        assert!(points(&page, 254.0) > 10.0);
    }

    #[test]
    fn without_a_height_a_chart_is_as_tall_as_it_is() {
        let chart = (CHARTS[0].draw)(&sample::findings(60), Basis::Full, Doubts::NONE);
        let room = Room {
            width_mm: 170.0,
            height_mm: None,
            type_scale: 1.0,
        };
        let page = fit(&chart, &room, &PlexMeasure).unwrap();
        let plain = layout(&chart, &Request::paper(482.0), &PlexMeasure);
        assert_eq!(page, plain);
    }
}
