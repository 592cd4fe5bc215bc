//! Photographs for tests, made on the spot.

use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// A JPEG photograph of a size, in pixels, with an EXIF block that says where it was taken.
///
/// # Panics
/// When the encoder fails.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 120]));
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).unwrap_or_else(|error| panic!("{error}"));
    let bytes = bytes.into_inner();
    let exif = exif();
    let length = u16::try_from(exif.len() + 2).unwrap_or_default().to_be_bytes();
    [&bytes[..2], &[0xff, 0xe1], &length, &exif, &bytes[2..]].concat()
}

/// What [`jpeg`] hides in its photographs, and nobody must find in ours.
pub const SECRET: &[u8] = b"43.6045N 1.4440E";

/// A minimal big-endian EXIF block with one text: ImageDescription.
fn exif() -> Vec<u8> {
    let length = u32::try_from(SECRET.len() + 1).unwrap_or_default().to_be_bytes();
    let entry = [&[0x01, 0x0e, 0x00, 0x02][..], &length, &26_u32.to_be_bytes()].concat();
    [b"Exif\0\0MM\0\x2a", &8_u32.to_be_bytes()[..], &[0, 1], &entry, &[0; 4], SECRET, &[0]].concat()
}
