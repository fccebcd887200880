//! What is on the screen, pixel by pixel.

use std::fs::{self, File};
use std::path::Path;

use png::{BitDepth, ColorType, Encoder};

/// A picture of the whole screen.
pub(crate) struct Picture {
    width: u32,
    height: u32,
    rgb: Vec<u8>,
}

impl Picture {
    /// Reads an X window dump of a true-colour screen, 32 bits a pixel, least significant byte first.
    ///
    /// The header is big-endian words: 0 its size, 4 width, 5 height, 12 bytes a line, 19 number of colours; then as many colours of
    /// 12 bytes, then the lines.
    pub(crate) fn from_dump(dump: &[u8]) -> Option<Self> {
        let word = |at: usize| {
            let bytes = dump.get(at * 4..at * 4 + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        let size = |at: usize| usize::try_from(word(at)?).ok();
        let (width, height) = (word(4)?, word(5)?);
        let start = size(0)? + size(19)? * 12;
        let lines = dump.get(start..)?.chunks_exact(size(12)?);
        let mut rgb = Vec::new();
        for line in lines.take(size(5)?) {
            for pixel in line.chunks_exact(4).take(size(4)?) {
                rgb.extend([pixel[2], pixel[1], pixel[0]]);
            }
        }
        let is_whole = !rgb.is_empty() && rgb.len() == size(4)? * size(5)? * 3;
        is_whole.then_some(Self { width, height, rgb })
    }

    /// In how many pixels two pictures differ.
    pub(crate) fn n_different(&self, other: &Self) -> usize {
        let pairs = self.rgb.chunks_exact(3).zip(other.rgb.chunks_exact(3));
        pairs.filter(|(a, b)| a != b).count()
    }

    /// Keeps it for people to look at.
    pub(crate) fn save(&self, path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut encoder = Encoder::new(File::create(path).unwrap(), self.width, self.height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&self.rgb).unwrap();
    }
}
