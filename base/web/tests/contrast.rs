//! Every pair of colours that text is read in has the contrast WCAG 2.2 asks for, in the light and in the dark.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::HashMap;

const TOKENS: &str = include_str!("../style/token.css");

/// Text colour, background colour.
const TEXT_PAIRS: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "sand"),
    ("ink", "surface"),
    ("ink", "accent-soft"),
    ("ink", "blue-soft"),
    ("ink", "green-soft"),
    ("ink", "amber-soft"),
    ("ink", "red-soft"),
    ("ink-soft", "paper"),
    ("ink-soft", "sand"),
    ("ink-soft", "surface"),
    ("on-accent", "accent"),
    ("accent-deep", "accent-soft"),
    ("accent-deep", "surface"),
    ("link", "paper"),
    ("link", "surface"),
    ("link", "sand"),
    ("green", "green-soft"),
    ("green", "surface"),
    ("amber", "amber-soft"),
    ("red", "red-soft"),
    ("red", "surface"),
    ("red", "paper"),
    ("blue", "blue-soft"),
    ("surface", "red"),
];

/// Borders and focus rings, against what they are drawn on.
const SHAPE_PAIRS: &[(&str, &str)] = &[
    ("line-strong", "surface"),
    ("line-strong", "paper"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "sand"),
    ("accent", "paper"),
];

#[test]
fn text_is_readable_in_the_light() {
    check(&light());
}

#[test]
fn text_is_readable_in_the_dark() {
    let mut colours = light();
    colours.extend(tokens(TOKENS.split_once("@media").unwrap().1));
    assert_ne!(colours["paper"], light()["paper"]);
    check(&colours);
}

#[test]
fn white_is_readable_on_every_subject_colour() {
    let colours: Vec<u32> =
        TOKENS.lines().filter(|line| line.starts_with(".colour-")).map(|line| hex(line).unwrap()).collect();
    assert_eq!(colours.len(), 10);
    for colour in colours {
        assert!(contrast(colour, 0xff_ffff) >= 4.5, "white on #{colour:06x}");
    }
}

fn light() -> HashMap<&'static str, u32> {
    tokens(TOKENS.split_once("@media").unwrap().0)
}

fn check(colours: &HashMap<&str, u32>) {
    for (least, pairs) in [(4.5, TEXT_PAIRS), (3.0, SHAPE_PAIRS)] {
        for (front, back) in pairs {
            let found = contrast(colours[front], colours[back]);
            assert!(found >= least, "{front} on {back}: {found:.2}");
        }
    }
}

fn tokens(css: &'static str) -> HashMap<&'static str, u32> {
    css.lines()
        .filter_map(|line| {
            let (name, _) = line.trim().strip_prefix("--")?.split_once(':')?;
            Some((name, hex(line)?))
        })
        .collect()
}

/// The colour written `#rrggbb` in a line.
fn hex(line: &str) -> Option<u32> {
    let (_, after) = line.split_once('#')?;
    u32::from_str_radix(after.get(..6)?, 16).ok()
}

/// The contrast ratio of WCAG 2.2.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: u32) -> f64 {
    let [_, red, green, blue] = colour.to_be_bytes().map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
