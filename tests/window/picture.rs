//! What is on the screen, pixel by pixel.

use std::fs::{self, File};
use std::ops::Range;
use std::path::Path;

use png::{BitDepth, ColorType, Encoder};

/// A picture of the whole screen: an X window dump of true colours, 32 bits a pixel, least significant byte first.
///
/// The header is big-endian words: 0 its size, 4 width, 5 height, 12 bytes a line, 19 number of colours; then as many
/// colours of 12 bytes, then the lines.
pub(crate) struct Picture {
    dump: Vec<u8>,
    pixels: Range<usize>,
    line: usize,
}

impl Picture {
    /// Takes a dump, if it is whole.
    pub(crate) fn from_dump(dump: Vec<u8>) -> Option<Self> {
        let size = |at| usize::try_from(word(&dump, at)?).ok();
        let start = size(0)? + size(19)? * 12;
        let line = size(12)?;
        let pixels = start..start + line * size(5)?;
        let is_whole = line == size(4)? * 4 && !pixels.is_empty() && dump.len() >= pixels.end;
        is_whole.then_some(Self { dump, pixels, line })
    }

    /// In how many pixels two pictures differ.
    pub(crate) fn n_different(&self, other: &Self) -> usize {
        let lines = self.lines().zip(other.lines());
        // Most lines are the same, and whole lines are compared fast.
        let changed = lines.filter(|(a, b)| a != b);
        let pixels = changed.flat_map(|(a, b)| a.chunks_exact(4).zip(b.chunks_exact(4)));
        pixels.filter(|(a, b)| a != b).count()
    }

    /// Keeps it for people to look at.
    pub(crate) fn save(&self, path: &Path) {
        let side = |at| word(&self.dump, at).unwrap();
        let pixels = self.lines().flat_map(|line| line.chunks_exact(4));
        let rgb: Vec<u8> = pixels.flat_map(|it| [it[2], it[1], it[0]]).collect();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut encoder = Encoder::new(File::create(path).unwrap(), side(4), side(5));
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&rgb).unwrap();
    }

    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.dump[self.pixels.clone()].chunks_exact(self.line)
    }
}

fn word(dump: &[u8], at: usize) -> Option<u32> {
    let bytes = dump.get(at * 4..at * 4 + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}
