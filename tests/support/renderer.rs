//! Paints tessellated egui output without a graphics card: the same bytes on every machine.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    clippy::iter_over_hash_type,
    reason = "pixels of a picture of known size; egui keeps its textures in a hash map"
)]

use std::collections::BTreeMap;

use eframe::egui::epaint::textures::TexturesDelta;
use eframe::egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{ClippedPrimitive, Color32, Context, FullOutput, Pos2, Rect, TextureId};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Colour with premultiplied alpha, 0 to 255.
type Colour = [f32; 4];

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

/// A renderer that keeps its textures between frames.
#[derive(Default)]
pub(crate) struct SoftRenderer {
    textures: BTreeMap<TextureId, Texture>,
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for change in images {
                let ImageData::Color(image) = &change.image;
                let [width, height] = image.size;
                let rows = image.pixels.chunks_exact(width.max(1));
                if let Some([left, top]) = change.pos {
                    let texture = self.textures.get_mut(&id).expect("a patch follows a whole");
                    for (row, pixels) in rows.enumerate() {
                        for (column, pixel) in pixels.iter().enumerate() {
                            let at = (top + row) * texture.width + left + column;
                            texture.pixels[at] = pixel.to_array();
                        }
                    }
                } else {
                    let pixels = image.pixels.iter().map(Color32::to_array).collect();
                    let texture = Texture {
                        width,
                        height,
                        pixels,
                    };
                    self.textures.insert(id, texture);
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas {
            width,
            height,
            pixels: vec![0; width * height * 4],
        };
        for ClippedPrimitive {
            clip_rect,
            primitive,
        } in ctx.tessellate(output.shapes.clone(), scale)
        {
            if let Primitive::Mesh(mesh) = primitive
                && let Some(texture) = self.textures.get(&mesh.texture_id)
            {
                canvas.mesh(&mesh, texture, clip_rect, scale);
            }
        }
        RgbaImage::from_raw(width as u32, height as u32, canvas.pixels)
            .ok_or_else(|| "the picture has another size than its pixels".to_owned())
    }
}

impl Canvas {
    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let edge = |points: f32, most: usize| (points * scale).round().clamp(0.0, most as f32);
        let clip = Rect::from_min_max(
            Pos2::new(edge(clip.min.x, self.width), edge(clip.min.y, self.height)),
            Pos2::new(edge(clip.max.x, self.width), edge(clip.max.y, self.height)),
        );
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|at| &mesh.vertices[corners[at] as usize]);
            self.triangle(corners, texture, clip, scale);
        }
    }

    fn triangle(&mut self, corners: [&Vertex; 3], texture: &Texture, clip: Rect, scale: f32) {
        let at = corners.map(|corner| corner.pos * scale);
        let area = cross(at[0], at[1], at[2]);
        if area == 0.0 {
            return;
        }
        let around = Rect::from_points(&at).intersect(clip);
        // An edge shared by two triangles belongs to the upper left one only, so that it is painted once.
        let sides = [(at[1], at[2]), (at[2], at[0]), (at[0], at[1])];
        let owned = sides.map(|(from, to)| {
            let along = if area > 0.0 { to - from } else { from - to };
            (along.y == 0.0 && along.x > 0.0) || along.y < 0.0
        });
        // A plain fill has one colour all over, and most of a window is plain fill.
        let [first, others @ ..] = corners;
        let is_plain = others
            .iter()
            .all(|corner| corner.uv == first.uv && corner.color == first.color);
        let plain = is_plain.then(|| shade(corners, [1.0, 0.0, 0.0], texture));
        for y in around.min.y.floor() as usize..around.max.y.ceil().max(0.0) as usize {
            for x in around.min.x.floor() as usize..around.max.x.ceil().max(0.0) as usize {
                let centre = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let share = sides.map(|(from, to)| cross(from, to, centre) / area);
                let is_outside = share
                    .iter()
                    .zip(owned)
                    .any(|(&part, owned)| part < 0.0 || (part == 0.0 && !owned));
                if !is_outside && clip.contains(centre) {
                    let colour = plain.unwrap_or_else(|| shade(corners, share, texture));
                    self.blend(x, y, colour);
                }
            }
        }
    }

    fn blend(&mut self, x: usize, y: usize, colour: Colour) {
        let start = (y * self.width + x) * 4;
        let through = 1.0 - colour[3] / 255.0;
        for (channel, value) in colour.into_iter().enumerate() {
            let below = f32::from(self.pixels[start + channel]);
            self.pixels[start + channel] = (value + below * through + 0.5).min(255.0) as u8;
        }
    }
}

/// Twice the area of a triangle, with the sign of its turn.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// The colour at a point inside a triangle: the corners' colours times the texture between its four nearest pixels.
fn shade(corners: [&Vertex; 3], share: [f32; 3], texture: &Texture) -> Colour {
    let mut uv = Pos2::ZERO;
    let mut tint: Colour = [0.0; 4];
    for (corner, part) in corners.into_iter().zip(share) {
        uv += corner.uv.to_vec2() * part;
        for (sum, channel) in tint.iter_mut().zip(corner.color.to_array()) {
            *sum += part * f32::from(channel);
        }
    }
    let (u, v) = (
        uv.x * texture.width as f32 - 0.5,
        uv.y * texture.height as f32 - 0.5,
    );
    let pixel = |x: f32, y: f32| {
        let x = x.clamp(0.0, texture.width as f32 - 1.0) as usize;
        let y = y.clamp(0.0, texture.height as f32 - 1.0) as usize;
        texture.pixels[y * texture.width + x].map(f32::from)
    };
    let (left, top) = (u.floor(), v.floor());
    let near = [
        (pixel(left, top), (1.0 - (u - left)) * (1.0 - (v - top))),
        (pixel(left + 1.0, top), (u - left) * (1.0 - (v - top))),
        (pixel(left, top + 1.0), (1.0 - (u - left)) * (v - top)),
        (pixel(left + 1.0, top + 1.0), (u - left) * (v - top)),
    ];
    [0, 1, 2, 3].map(|channel| {
        let texel: f32 = near.iter().map(|(pixel, part)| pixel[channel] * part).sum();
        tint[channel] * texel / 255.0
    })
}
