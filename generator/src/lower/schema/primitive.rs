//! Strings, numbers and booleans, with their formats.

use serde_json::Number;

use super::composition::Composition;
use super::kind::Kind;
use crate::ir::{Format, IntegerWidth, NumberWidth, Type};

/// The type of a primitive; `None` for objects and arrays.
pub(super) fn primitive(composition: &Composition) -> Option<Type> {
    let format = composition.format.as_deref();
    Some(match composition.kind? {
        Kind::String if composition.is_secret() => Type::Secret,
        Kind::String => string(format),
        Kind::Integer => Type::Integer(width(composition, format)),
        // Written as a number, but with a format that only whole numbers have.
        Kind::Number if format.is_some_and(is_integer_format) => {
            Type::Integer(width(composition, format))
        }
        Kind::Number if format == Some("float") => Type::Number(NumberWidth::F32),
        Kind::Number => Type::Number(NumberWidth::F64),
        Kind::Boolean => Type::Boolean,
        Kind::Object | Kind::Array => return None,
    })
}

fn string(format: Option<&str>) -> Type {
    match format {
        Some("date-time") => Type::Formatted(Format::DateTime),
        Some("date") => Type::Formatted(Format::Date),
        Some("uuid" | "uuid4") => Type::Formatted(Format::Uuid),
        Some("decimal") => Type::Formatted(Format::Decimal),
        Some("byte" | "base64") => Type::Base64,
        Some("binary") => Type::Binary,
        _ => Type::String,
    }
}

/// Whether a format says that its values are text.
pub(super) fn is_text_format(format: &str) -> bool {
    !matches!(string(Some(format)), Type::String)
        || matches!(format, "password" | "email" | "uri" | "url")
}

fn is_integer_format(format: &str) -> bool {
    matches!(format, "int32" | "int64" | "uint32" | "uint64")
}

fn width(composition: &Composition, format: Option<&str>) -> IntegerWidth {
    let declared = match format {
        Some("int32" | "int16" | "int8" | "uint16" | "uint8") => IntegerWidth::I32,
        Some("uint32") => IntegerWidth::U32,
        Some("uint64" | "uint" | "uint128") => IntegerWidth::U64,
        _ => IntegerWidth::I64,
    };
    let mut members = composition.members.iter();
    let maximum = members
        .find_map(|member| member.schema.maximum())
        .as_ref()
        .and_then(whole);
    let mut members = composition.members.iter();
    let minimum = members
        .find_map(|member| member.schema.minimum())
        .as_ref()
        .and_then(whole);
    let fits = |greatest: i128| maximum.is_none_or(|maximum| maximum <= greatest);
    match declared {
        // The bounds say more than the format: the values that they allow have to fit.
        IntegerWidth::I32 if !fits(i32::MAX.into()) => IntegerWidth::I64,
        IntegerWidth::U32 if !fits(u32::MAX.into()) => IntegerWidth::U64,
        IntegerWidth::I64 if !fits(i64::MAX.into()) && minimum >= Some(0) => IntegerWidth::U64,
        _ => declared,
    }
}

fn whole(number: &Number) -> Option<i128> {
    (number.as_i64().map(i128::from)).or_else(|| number.as_u64().map(i128::from))
}
