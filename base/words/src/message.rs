//! One message becomes one method.

use crate::typography::bound;
use fluent_syntax::ast::{Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use std::fmt::Write;

/// An argument of a message, in the order of first use.
struct Argument<'a> {
    name: &'a str,
    number: bool,
}

pub(crate) fn method(message: &Message<&str>) -> Result<String, String> {
    let pattern = message.value.as_ref().ok_or_else(|| format!("« {} » has no text", message.id.name))?;
    let name = message.id.name.replace('-', "_");
    let mut arguments = Vec::new();
    collect(pattern, &mut arguments);
    if arguments.is_empty() {
        let text = plain(pattern)?;
        return Ok(format!(
            "    /// « {} »\n    pub fn {name}(self) -> &'static str {{\n        {text:?}\n    }}\n",
            first_line(&text)
        ));
    }
    let parameters: Vec<String> = arguments.iter().map(parameter).collect();
    let mut body = String::new();
    write_pattern(pattern, &arguments, &mut body)?;
    Ok(format!(
        "    /// The message `{}`.\n    pub fn {name}(self, {}) -> String {{\n        \
         let mut out = String::new();\n{body}        out\n    }}\n",
        message.id.name,
        parameters.join(", ")
    ))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn parameter(argument: &Argument<'_>) -> String {
    let kind = if argument.number { "i64" } else { "impl std::fmt::Display" };
    format!("{}: {kind}", argument.name.replace('-', "_"))
}

fn collect<'a>(pattern: &Pattern<&'a str>, arguments: &mut Vec<Argument<'a>>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression: Expression::Inline(inline) } => note(inline, false, arguments),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                note(selector, variants.iter().any(counts), arguments);
                variants.iter().for_each(|variant| collect(&variant.value, arguments));
            }
        }
    }
}

/// True when a variant can only be chosen by a number.
fn counts(variant: &Variant<&str>) -> bool {
    matches!(variant.key, VariantKey::NumberLiteral { .. } | VariantKey::Identifier { name: "one" })
}

fn note<'a>(inline: &InlineExpression<&'a str>, number: bool, arguments: &mut Vec<Argument<'a>>) {
    let InlineExpression::VariableReference { id } = inline else { return };
    match arguments.iter_mut().find(|it| it.name == id.name) {
        Some(argument) => argument.number |= number,
        None => arguments.push(Argument { name: id.name, number }),
    }
}

fn plain(pattern: &Pattern<&str>) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(&bound(value)),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(value)
            }
            PatternElement::Placeable { .. } => {
                return Err("only texts and variables can be placed in a message".to_owned());
            }
        }
    }
    Ok(text)
}

fn write_pattern(pattern: &Pattern<&str>, arguments: &[Argument<'_>], body: &mut String) -> Result<(), String> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push_line(body, &pushed(&bound(value))),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => write_inline(inline, body)?,
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                write_select(selector, variants, arguments, body)?;
            }
        }
    }
    Ok(())
}

fn push_line(body: &mut String, line: &str) {
    // Writing into a String cannot fail.
    let _ = writeln!(body, "        {line}");
}

fn pushed(text: &str) -> String {
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(one), None) => format!("out.push({one:?});"),
        _ => format!("out.push_str({text:?});"),
    }
}

fn write_inline(inline: &InlineExpression<&str>, body: &mut String) -> Result<(), String> {
    match inline {
        InlineExpression::StringLiteral { value } => push_line(body, &pushed(value)),
        InlineExpression::VariableReference { id } => {
            push_line(
                body,
                &format!(
                    "let _ = std::fmt::Write::write_fmt(&mut out, format_args!(\"{{}}\", {}));",
                    id.name.replace('-', "_")
                ),
            );
        }
        other => return Err(format!("not supported: {other:?}")),
    }
    Ok(())
}

fn write_select(
    selector: &InlineExpression<&str>,
    variants: &[Variant<&str>],
    arguments: &[Argument<'_>],
    body: &mut String,
) -> Result<(), String> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err("a choice is made by a variable".to_owned());
    };
    let number = arguments.iter().any(|it| it.name == id.name && it.number);
    let chosen = id.name.replace('-', "_");
    let subject = if number { chosen } else { format!("{chosen}.to_string().as_str()") };
    push_line(body, &format!("match {subject} {{"));
    // A number written out wins over a plural category, and the default comes last.
    let mut ordered: Vec<&Variant<&str>> = variants.iter().collect();
    ordered.sort_by_key(|it| (it.default, matches!(it.key, VariantKey::Identifier { .. })));
    for variant in ordered {
        push_line(body, &format!("{} => {{", arm(variant, number)));
        write_pattern(&variant.value, arguments, body)?;
        push_line(body, "}");
    }
    push_line(body, "}");
    Ok(())
}

/// French counts zero and one as singular.
fn arm(variant: &Variant<&str>, number: bool) -> String {
    match (&variant.key, variant.default, number) {
        (_, true, _) => "_".to_owned(),
        (VariantKey::NumberLiteral { value }, ..) => (*value).to_owned(),
        (VariantKey::Identifier { name: "one" }, _, true) => "-1..=1".to_owned(),
        (VariantKey::Identifier { name }, ..) => format!("{name:?}"),
    }
}
