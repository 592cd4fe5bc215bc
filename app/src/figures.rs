//! Figures as they are written in French on the terminal.

use std::fmt::Display;

/// « 1 fiche », « 2 fiches »; none is singular in French.
pub(crate) fn counted<N: Copy + Display + TryInto<u64>>(count: N, one: &str, many: &str) -> String {
    let several = count.try_into().is_ok_and(|it: u64| it > 1);
    format!("{count} {}", if several { many } else { one })
}

/// A number of bytes, in the unit that suits it.
pub(crate) fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000_000 => (1e3, "ko"),
        1_000_000..1_000_000_000 => (1e6, "Mo"),
        _ => (1e9, "Go"),
    };
    format!("{:.2} {name}", bytes as f64 / unit).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_one_are_singular() {
        let lines = [0_i64, 1, 2].map(|it| counted(it, "ligne", "lignes"));
        assert_eq!(lines, ["0 ligne", "1 ligne", "2 lignes"]);
        assert_eq!(counted(3_usize, "fiche", "fiches"), "3 fiches");
    }

    #[test]
    fn a_size_has_its_unit_and_a_comma() {
        let sizes = [0, 2_500, 1_250_000, 2_070_000_000].map(size);
        assert_eq!(sizes, ["0,00 ko", "2,50 ko", "1,25 Mo", "2,07 Go"]);
    }
}
