//! The pictures of the demonstration: landscapes painted by arithmetic, since no child may be shown.

use db::{Error, Result};
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 860;

/// The colours of a landscape: sky above, sky below, hills behind, hills before, sun.
type Palette = [[u8; 3]; 5];

const PALETTES: [Palette; 4] = [
    [[120, 184, 224], [232, 240, 232], [126, 170, 122], [74, 130, 88], [255, 232, 150]],
    [[246, 176, 120], [253, 226, 182], [170, 118, 110], [110, 76, 92], [255, 246, 214]],
    [[150, 200, 210], [240, 236, 214], [206, 170, 92], [168, 122, 62], [255, 250, 230]],
    [[98, 122, 176], [214, 196, 216], [96, 116, 140], [58, 78, 104], [250, 240, 232]],
];

/// A landscape as a JPEG photograph; the number chooses its colours and its hills.
///
/// # Errors
/// A fault of the encoder.
pub(super) fn landscape(number: usize) -> Result<Vec<u8>> {
    let palette = PALETTES[number % PALETTES.len()];
    let phase = number as f32 * 1.7;
    let image = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        Rgb(colour(&palette, phase, x as f32 / WIDTH as f32, y as f32 / HEIGHT as f32))
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).map_err(Error::fault)?;
    Ok(bytes.into_inner())
}

fn colour([above, below, behind, before, sun]: &Palette, phase: f32, x: f32, y: f32) -> [u8; 3] {
    let hill = |base: f32, height: f32, waves: f32| {
        base + height * ((x * waves + phase).sin() + 0.4 * (x * waves * 2.3 + phase).cos())
    };
    if y > hill(0.80, 0.05, 5.0) {
        return *before;
    }
    if y > hill(0.64, 0.07, 3.2) {
        return *behind;
    }
    let (from_x, from_y) = (x - 0.22 - 0.12 * phase.sin().abs(), (y - 0.26) * HEIGHT as f32 / WIDTH as f32);
    if from_x.hypot(from_y) < 0.06 {
        return *sun;
    }
    let mix = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * (y / 0.7).min(1.0)) as u8;
    [mix(above[0], below[0]), mix(above[1], below[1]), mix(above[2], below[2])]
}
