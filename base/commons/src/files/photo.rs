//! Photographs: decoded, turned upright, resized and re-encoded, which leaves their metadata behind.

use db::{Error, Result};
use fast_image_resize::{
    Resizer,
    images::{TypedImage, TypedImageRef},
    pixels::U8x3,
};
use image::{DynamicImage, ImageReader, RgbImage, codecs::jpeg::JpegEncoder, metadata::Orientation};
use std::io::Cursor;

/// The sizes kept of every photograph: name and longest side in pixels.
pub const SIZES: [(&str, u32); 3] = [("petit", 480), ("moyen", 1200), ("grand", 2400)];

/// A picture of more pixels than this is refused before it is decoded: no phone takes one.
const MOST_PIXELS: u64 = 50_000_000;
const JPEG_QUALITY: u8 = 80;

/// One size of a photograph, as JPEG.
#[derive(Debug)]
pub struct Rendition {
    /// Its name in [`SIZES`].
    pub size: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// JPEG without metadata.
    pub bytes: Vec<u8>,
}

/// All sizes of a photograph. `None` when the bytes are no picture this house can read.
///
/// # Errors
/// A fault of the encoder.
pub fn render(bytes: &[u8]) -> Result<Option<Vec<Rendition>>> {
    let Some(picture) = decode(bytes) else { return Ok(None) };
    let flat = on_white(picture);
    let mut renditions = Vec::new();
    for (size, side) in SIZES {
        renditions.push(rendition(&flat, size, side)?);
    }
    Ok(Some(renditions))
}

fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    let reader = || ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok();
    let (width, height) = reader()?.into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return None;
    }
    let mut picture = reader()?.decode().ok()?;
    picture.apply_orientation(orientation(bytes));
    Some(picture)
}

/// Phones store the picture as the sensor saw it, and which way was up beside it.
fn orientation(bytes: &[u8]) -> Orientation {
    exif::Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()
        .and_then(|exif| exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0))
        .and_then(|value| Orientation::from_exif(u8::try_from(value).ok()?))
        .unwrap_or(Orientation::NoTransforms)
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let over = |channel: u8| {
            let mixed = u32::from(channel) * u32::from(a) + 255 * (255 - u32::from(a));
            u8::try_from(mixed / 255).unwrap_or(255)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

/// The kind of pixels is said by its type: the resizer is compiled for it alone, not for the dozen it knows.
fn rendition(picture: &RgbImage, size: &'static str, side: u32) -> Result<Rendition> {
    let (width, height) = fitted(picture.width(), picture.height(), side);
    let mut resized = RgbImage::new(width, height);
    let from = TypedImageRef::<U8x3>::from_buffer(picture.width(), picture.height(), picture).map_err(Error::fault)?;
    let mut to = TypedImage::<U8x3>::from_buffer(width, height, &mut resized).map_err(Error::fault)?;
    Resizer::new().resize_typed(&from, &mut to, None).map_err(Error::fault)?;
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
        .encode(&resized, width, height, image::ExtendedColorType::Rgb8)
        .map_err(Error::fault)?;
    Ok(Rendition { size, width, height, bytes })
}

/// The largest size of the same shape whose longest side is `side`; never larger than the original.
fn fitted(width: u32, height: u32, side: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scaled = |length: u32| {
        let exact = u64::from(length) * u64::from(side) / u64::from(longest);
        u32::try_from(exact).unwrap_or(side).max(1)
    };
    (scaled(width), scaled(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_keep_the_shape_and_never_grow() {
        assert_eq!(fitted(4000, 3000, 1200), (1200, 900));
        assert_eq!(fitted(300, 200, 480), (300, 200));
        assert_eq!(fitted(10_000, 2, 480), (480, 1));
    }

    #[test]
    fn a_picture_of_too_many_pixels_is_refused_unread() {
        // The header of a PNG of 20,000 by 20,000: nothing of it is decoded.
        let header =
            [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 8, 2, 0, 0, 0]].concat();
        assert!(render(&header).is_ok_and(|it| it.is_none()));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(render(b"%PDF-1.7").is_ok_and(|it| it.is_none()));
    }
}
