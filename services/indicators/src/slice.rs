//! Slices of numbers: long work is done in as many short transactions, so that pages wait for none of them.

/// How many slices.
pub(crate) const SLICES: u8 = 16;

/// The first and the last number of a slice; pseudonyms and places, being hashes, are spread evenly over them.
pub(crate) fn bounds(slice: u8) -> (i64, i64) {
    const WIDTH: i128 = 1 << 60;
    let first = i128::from(i64::MIN) + i128::from(slice) * WIDTH;
    let number = |it: i128| i64::try_from(it).unwrap_or(i64::MAX);
    (number(first), number(first + WIDTH - 1))
}

#[cfg(test)]
mod tests {
    use super::{SLICES, bounds};

    #[test]
    fn slices_cover_every_number_once() {
        assert_eq!((bounds(0).0, bounds(SLICES - 1).1), (i64::MIN, i64::MAX));
        for slice in 1..SLICES {
            assert_eq!(bounds(slice).0, bounds(slice - 1).1 + 1);
        }
    }
}
