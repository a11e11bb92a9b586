//! Remarks in parentheses behind a name.

/// The words without the remark that closes them: `Giám đốc Sở Y tế (cơ quan thường trực)`.
///
/// ```
/// use kehoach::agency::without_remark;
/// assert_eq!(without_remark("Sở Y tế (cơ quan thường trực)"), "Sở Y tế");
/// assert_eq!(without_remark("Sở Y tế"), "Sở Y tế");
/// ```
pub fn without_remark(words: &str) -> &str {
    let open = words.trim_end().strip_suffix(')').and_then(|words| words.rfind(" ("));
    open.map_or(words, |open| words[..open].trim_end())
}
