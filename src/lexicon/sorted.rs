//! Lists that the build script sorted by their keys.

/// A key with its value.
pub(crate) type Entry<T> = (&'static str, T);

/// The entries from `key` on.
pub(crate) fn from<T>(sorted: &'static [Entry<T>], key: &str) -> &'static [Entry<T>] {
    &sorted[sorted.partition_point(|(other, _)| *other < key)..]
}

/// The value of `key`.
pub(crate) fn find<T>(sorted: &'static [Entry<T>], key: &str) -> Option<&'static T> {
    from(sorted, key).first().filter(|(found, _)| *found == key).map(|(_, value)| value)
}
