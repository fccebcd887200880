//! A chart as PNG: its SVG through resvg, with only the bundled typeface, and its printed size in the file.
#![expect(clippy::float_arithmetic, reason = "pixels on paper, never amounts")]

use std::sync::{Arc, OnceLock};

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::chart::chart::Chart;
use crate::chart::fonts::{FAMILY, FILES};
use crate::export::error::ExportError;
use crate::export::print_size::PrintSize;
use crate::export::svg;

/// The most pixels that a side may have.
const MOST_PIXELS: u32 = 20_000;

/// The most pixels that a picture may have, so that drawing it fits in memory.
const MOST_IN_ALL: u64 = 200_000_000;

/// Writes a chart as PNG.
///
/// # Errors
/// More pixels than a picture can have, or a drawing that does not fit in memory.
pub fn write(chart: &Chart, size: &PrintSize) -> Result<Vec<u8>, ExportError> {
    let svg = svg::write(chart, size)?;
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: fonts(),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg, &options)?;
    let picture = draw(&tree, size)?;
    encode(&picture, chart, size)
}

/// How high a PNG is for its width, as its header says.
pub(crate) fn proportion(png: &[u8]) -> Option<f64> {
    let side = |at: usize| {
        let bytes = png.get(at..at.saturating_add(4))?;
        Some(f64::from(u32::from_be_bytes(bytes.try_into().ok()?)))
    };
    // After the signature of 8 bytes come the length and name of the header, and then the two sides.
    Some(side(20)? / side(16)?)
}

/// The bundled typeface alone: a picture never depends on the fonts of the computer.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        for (_, file) in FILES {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(file)));
        }
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    });
    Arc::clone(fonts)
}

fn draw(tree: &Tree, size: &PrintSize) -> Result<Pixmap, ExportError> {
    let across = size.width_mm() / 25.4 * size.dpi();
    let scale = across / f64::from(tree.size().width());
    let width = pixels(across);
    let height = pixels(f64::from(tree.size().height()) * scale);
    let in_all = u64::from(width).saturating_mul(u64::from(height));
    if width.max(height) > MOST_PIXELS || in_all > MOST_IN_ALL {
        return Err(ExportError::TooLarge { width, height });
    }
    let mut picture = Pixmap::new(width, height).ok_or(ExportError::TooLarge { width, height })?;
    // The last row and column may be part of a pixel wide: let paper show there.
    picture.fill(Color::WHITE);
    #[expect(clippy::cast_possible_truncation, reason = "resvg scales in f32")]
    let scale = scale as f32;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut picture.as_mut(),
    );
    Ok(picture)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive length; the cast saturates, and what is too large is refused"
)]
fn pixels(length: f64) -> u32 {
    length.round() as u32
}

/// The paper is opaque, so the picture needs no transparency.
fn encode(picture: &Pixmap, chart: &Chart, size: &PrintSize) -> Result<Vec<u8>, ExportError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, picture.width(), picture.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let per_metre = pixels(size.dpi() / 0.0254);
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".to_owned(), chart.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), chart.alt.clone())?;
    let mut writer = encoder.write_header()?;
    let colours: Vec<u8> = picture
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::catalogue::CHARTS;
    use crate::chart::doubts::Doubts;
    use crate::chart::sample;
    use crate::costing::basis::Basis;

    fn decoded(bytes: &[u8]) -> (png::OutputInfo, Option<PixelDimensions>, Vec<u8>) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info, reader.info().pixel_dims, pixels)
    }

    #[test]
    fn a_picture_has_the_size_that_was_asked_for() {
        let chart = (CHARTS[0].draw)(&sample::findings(3), Basis::Full, Doubts::NONE);
        let size = PrintSize::new(170.0, 150.0).unwrap();
        let (info, dims, _) = decoded(&write(&chart, &size).unwrap());
        assert_eq!(info.width, 1004, "170 mm at 150 dpi");
        let dims = dims.unwrap();
        assert_eq!((dims.xppu, dims.yppu), (5906, 5906), "150 dots an inch");
        assert_eq!(dims.unit, Unit::Meter);
    }

    #[test]
    fn text_is_there() {
        let chart = (CHARTS[0].draw)(&sample::findings(3), Basis::Full, Doubts::NONE);
        let (info, _, pixels) = decoded(&write(&chart, &PrintSize::A4).unwrap());
        // The title stands in the first 20 points of the page, and nothing else does.
        let rows = pixels.chunks_exact(info.line_size).take(80);
        let dark = rows.flatten().filter(|channel| **channel < 80).count();
        assert!(dark > 5_000, "{dark}");
    }

    #[test]
    fn semi_bold_is_bolder_than_regular() {
        let ink = |weight: u16| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 30\" width=\"200\" height=\"30\"><text x=\"5\" y=\"20\" font-size=\"16\" font-family=\"{FAMILY}\" font-weight=\"{weight}\">Harbour Regeneration</text></svg>"
            );
            let options = Options {
                fontdb: fonts(),
                ..Options::default()
            };
            let tree = Tree::from_str(&svg, &options).unwrap();
            let mut picture = Pixmap::new(200, 30).unwrap();
            resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
            picture
                .pixels()
                .iter()
                .map(|pixel| u32::from(pixel.alpha()))
                .sum::<u32>()
        };
        assert!(ink(400) > 10_000);
        assert!(
            ink(600) * 10 > ink(400) * 11,
            "{} and {}",
            ink(600),
            ink(400)
        );
    }

    #[test]
    fn what_is_too_large_is_refused_in_words() {
        let chart = (CHARTS[0].draw)(&sample::findings(15), Basis::Full, Doubts::NONE);
        let words = |size: Result<PrintSize, ExportError>| {
            size.and_then(|size| write(&chart, &size))
                .unwrap_err()
                .to_string()
        };
        let refusal = words(PrintSize::new(1000.0, 1200.0));
        assert!(
            refusal.starts_with("The picture would be 47244 × "),
            "{refusal}"
        );
        assert!(
            refusal.ends_with("Choose fewer dpi or a smaller width"),
            "{refusal}"
        );
        assert_eq!(
            words(PrintSize::new(20.0, 300.0)),
            "A width of 20 mm is not possible. Choose 40 to 1,000 mm"
        );
        assert_eq!(
            words(PrintSize::new(170.0, f64::NAN)),
            "A resolution of NaN dpi is not possible. Choose 36 to 1,200 dpi"
        );
    }
}
