//! The words that bind a date or a length to an action.

use crate::model::DeadlineRelation::{self, Before, By, During, On};
use crate::text::words::{Keyed, Words};

/// Words before a date, what they say, and whether they mean a limit wherever they stand; longer ones first.
pub(super) const BOUNDS: &Keyed<(DeadlineRelation, bool)> = &Keyed::of(&[
    ("chậm nhất là trước", (Before, true)),
    ("chậm nhất trước", (Before, true)),
    ("muộn nhất trước", (Before, true)),
    ("chậm nhất là đến hết", (By, true)),
    ("chậm nhất đến hết", (By, true)),
    ("chậm nhất là đến", (By, true)),
    ("chậm nhất đến", (By, true)),
    ("chậm nhất là vào", (By, true)),
    ("chậm nhất vào", (By, true)),
    ("chậm nhất là trong", (By, true)),
    ("chậm nhất trong", (By, true)),
    ("chậm nhất là", (By, true)),
    ("chậm nhất", (By, true)),
    ("muộn nhất vào", (By, true)),
    ("muộn nhất đến", (By, true)),
    ("muộn nhất trong", (By, true)),
    ("muộn nhất là", (By, true)),
    ("muộn nhất", (By, true)),
    ("không muộn hơn", (By, true)),
    ("không chậm hơn", (By, true)),
    ("không trễ hơn", (By, true)),
    ("trễ nhất là trước", (Before, true)),
    ("trễ nhất trước", (Before, true)),
    ("trễ nhất là đến hết", (By, true)),
    ("trễ nhất đến hết", (By, true)),
    ("trễ nhất là đến", (By, true)),
    ("trễ nhất đến", (By, true)),
    ("trễ nhất là vào", (By, true)),
    ("trễ nhất vào", (By, true)),
    ("trễ nhất là", (By, true)),
    ("trễ nhất", (By, true)),
    ("hạn chót là", (By, true)),
    ("hạn chót", (By, true)),
    ("hạn cuối là", (By, true)),
    ("hạn cuối", (By, true)),
    ("xong trước", (Before, true)),
    ("xong trong", (By, true)),
    ("trước", (Before, true)),
    ("đến hết", (By, false)),
    ("cho đến hết", (By, false)),
    ("hết", (By, false)),
    ("đến", (By, false)),
    ("vào lúc", (On, false)),
    ("cho đến cuối", (By, false)),
    ("đến cuối", (By, false)),
    ("không quá", (By, true)),
    ("vào hồi", (On, false)),
    ("vào", (On, false)),
    ("lúc", (On, false)),
    ("hồi", (On, false)),
    ("xuyên suốt", (During, false)),
    ("trong suốt", (During, false)),
    ("trong", (During, false)),
]);

/// Words before a length, what they say, and whether they mean a limit without a trigger; longer ones first.
pub(super) const LENGTH_CUES: &Keyed<(DeadlineRelation, bool)> = &Keyed::of(&[
    ("chậm nhất là trong thời hạn", (By, true)),
    ("chậm nhất trong thời hạn", (By, true)),
    ("chậm nhất là trong vòng", (By, true)),
    ("chậm nhất trong vòng", (By, true)),
    ("chậm nhất là không quá", (By, true)),
    ("chậm nhất không quá", (By, true)),
    ("chậm nhất là sau", (By, true)),
    ("chậm nhất sau", (By, true)),
    ("chậm nhất là trước", (Before, true)),
    ("chậm nhất trước", (Before, true)),
    ("chậm nhất là", (By, true)),
    ("chậm nhất", (By, true)),
    ("muộn nhất là", (By, true)),
    ("muộn nhất", (By, true)),
    ("trễ nhất là", (By, true)),
    ("trễ nhất", (By, true)),
    ("không trễ quá", (By, true)),
    ("trong thời gian không quá", (During, true)),
    ("trong thời gian tối đa", (During, true)),
    ("trong khoảng thời gian", (During, false)),
    ("trong thời hạn không quá", (During, true)),
    ("trong thời hạn tối đa", (During, true)),
    ("trong thời hạn", (During, true)),
    ("trong vòng không quá", (During, true)),
    ("trong vòng", (During, true)),
    ("thời hạn không quá", (During, false)),
    ("trong thời gian", (During, true)),
    ("không quá", (By, false)),
    ("tối đa", (By, false)),
    ("trước ít nhất", (Before, true)),
    ("trước", (Before, true)),
    ("trong", (During, false)),
]);

/// What a length counts from.
pub(super) const TRIGGERS_AFTER: &Words =
    &Words::of(&["kể từ", "tính từ", "từ khi", "từ ngày", "sau khi", "sau ngày", "sau thời điểm"]);

/// What a length counts back from.
pub(super) const TRIGGERS_BEFORE: &[&str] = &["trước khi", "trước ngày"];

/// What follows `và những`, `và các` where a period is left open.
pub(super) const OPEN_TAILS: &Words = &Words::of(&[
    "năm tiếp theo",
    "năm kế tiếp",
    "năm sau",
    "năm sau đó",
    "năm liền kề",
    "năm tới",
    "tiếp theo",
    "tháng tiếp theo",
    "các quý tiếp theo",
    "năm học tiếp theo",
]);
