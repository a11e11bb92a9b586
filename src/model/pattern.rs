//! Formal notations of the record as patterns of its schema (ECMA 262, `[0-9]` for digits).

/// A year, month or day, to be put together below.
macro_rules! instant {
    () => {
        "[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
    };
}

/// EDTF: a day, month or year.
pub(super) const INSTANT: &str = concat!("^", instant!(), "$");

/// EDTF: an instant, a quarter (`2024-33` to `2024-36`), a half-year (`2024-40`, `2024-41`), or an interval of
/// instants that may be open at one end.
pub(super) const DATE: &str = concat!(
    "^(?:",
    instant!(),
    "|[0-9]{4}-(?:3[3-6]|4[01])|",
    instant!(),
    "/(?:",
    instant!(),
    r"|\.\.)|\.\./",
    instant!(),
    ")$"
);

/// EDTF: a year or an interval of years that may be open at one end.
pub(super) const YEARS: &str = r"^(?:[0-9]{4}|[0-9]{4}/(?:[0-9]{4}|\.\.)|\.\./[0-9]{4})$";

/// RFC 5545, parts in a fixed order.
pub(super) const RRULE: &str = "^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=[1-9][0-9]*)?\
    (?:;BYMONTH=[0-9]+(?:,[0-9]+)*)?(?:;BYMONTHDAY=-?[0-9]+(?:,-?[0-9]+)*)?(?:;BYDAY=[A-Z]{2}(?:,[A-Z]{2})*)?$";

/// An ISO 8601 duration in whole units.
pub(super) const DURATION: &str =
    "^P(?=.)(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?$";

/// A SHA-256 in lower-case hexadecimal.
pub(super) const SHA256: &str = "^[0-9a-f]{64}$";

/// The beginning of one.
pub(super) const RECORD_ID: &str = "^[0-9a-f]{16}$";

/// The letter of a list of facts and a number from 1.
pub(super) const FACT_ID: &str = "^[tdac][1-9][0-9]*$";

/// `family.name`
pub(super) const RULE_ID: &str = "^[a-z][a-z0-9_-]*(?:[.][a-z0-9_-]+)+$";

/// Something without white space.
pub(super) const UNSPACED: &str = r"^\S+$";

/// A version of the record's shape that later ones of the same first number keep.
pub(super) const VERSION: &str = "^1[.][0-9]+$";
