//! Photographs: decoded, turned upright, resized and re-encoded, which leaves their metadata behind.

use db::{Error, Result};
use fast_image_resize::{IntoImageView, Resizer, images::Image};
use image::{DynamicImage, ImageReader, codecs::jpeg::JpegEncoder, metadata::Orientation};
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
    let flat = DynamicImage::ImageRgb8(on_white(picture));
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

fn on_white(picture: DynamicImage) -> image::RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    image::RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let over = |channel: u8| {
            let mixed = u32::from(channel) * u32::from(a) + 255 * (255 - u32::from(a));
            u8::try_from(mixed / 255).unwrap_or(255)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

fn rendition(picture: &DynamicImage, size: &'static str, side: u32) -> Result<Rendition> {
    let (width, height) = fitted(picture.width(), picture.height(), side);
    let pixel = picture.pixel_type().ok_or_else(|| Error::fault("a picture without pixels"))?;
    let mut resized = Image::new(width, height, pixel);
    Resizer::new().resize(picture, &mut resized, None).map_err(Error::fault)?;
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
        .encode(resized.buffer(), width, height, image::ExtendedColorType::Rgb8)
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
