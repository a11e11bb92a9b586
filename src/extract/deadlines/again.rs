//! Does a day without a year come again: a day of each year, of each month, of a report that is made again and again?

use super::{
    context::{Context, first_words},
    year::of_sentence,
};
use crate::text::{
    letters::is_alphanumeric,
    words::{List, Words, words},
};

impl Context<'_> {
    /// Does its day come each year: `trước ngày 10/6 và trước ngày 10/12 hằng năm`, `trước ngày 15/01 năm sau`?
    pub(super) fn comes_again(&self) -> bool {
        const YEARLY: &Words = &Words::of(&[" hằng năm", " hàng năm", " mỗi năm"]);
        const EACH: &Words =
            &Words::of(&["các năm sau", "những năm sau", "các năm tiếp theo", "những năm tiếp theo", "từng năm"]);
        const NEXT: &Words = &Words::of(&["năm sau", "năm kế tiếp", "năm tiếp theo", "năm liền kề", "năm kế sau"]);
        let next = NEXT.iter().any(|n| self.words.ends_with(n)) && !self.words.contains("các năm");
        let after = self.after.trim_start();
        // `trước ngày 01 tháng 9 của năm trước năm kế hoạch`
        let of_any = [
            "của năm trước",
            "năm trước năm",
            "của năm báo cáo",
            "năm báo cáo",
            "của năm kế hoạch",
            "của năm kế tiếp",
            "của năm sau",
            "của năm liền trước",
            "của năm liền kề",
            "năm liền trước",
            "năm liền kề trước",
        ];
        if of_any.iter().any(|year| after.starts_with(year)) {
            return true;
        }
        // `kế hoạch các năm sau gửi trước ngày 15/01`, `kế hoạch từng năm ban hành trước 31/01`
        if EACH.within(self.before) {
            return true;
        }
        let listed = after.starts_with("và ") || after.starts_with([',', '(']);
        let day_each_year =
            |y: &str| after.find(y).is_some_and(|at| after[..at].ends_with(|c: char| c.is_ascii_digit()));
        (next && !self.words.contains("những năm")) || (listed && YEARLY.iter().any(|y| day_each_year(y)))
    }

    /// Is it the day of one of the spans that reports cover: `báo cáo 6 tháng (trước ngày 15/6), cả năm (trước ngày
    /// 15/12)`? Such reports come each year, unless the sentence prints a year.
    pub(super) fn is_day_of_a_span(&self) -> bool {
        const SPANS: [&str; 9] =
            ["6 tháng", "06 tháng", "sáu tháng", "9 tháng", "09 tháng", "cả năm", "1 năm", "01 năm", "một năm"];
        let before = self.before.trim_end_matches([' ', '(']);
        let begins = |head: &str| !head.ends_with(is_alphanumeric);
        let whole = SPANS.backs(before).any(|(_, span)| begins(&before[..before.len() - span.len()]));
        // `6 tháng (trước ngày 20/6) và năm (trước ngày 20/12)`
        let joined = |head: &str| [" và ", ", ", "báo cáo "].iter().any(|w| head.ends_with(w));
        let span = whole || before.strip_suffix("năm").is_some_and(joined);
        // `báo cáo quý I (trước ngày 15/3), 9 tháng (trước ngày 15/9)`: the reports of one year
        let of_one_year = || words![" quý i", "đầu năm"].within(self.before);
        let year = || self.before.split(|d: char| !d.is_ascii_digit()).any(|figures| figures.len() == 4);
        let report = words!["báo cáo", "sơ kết"].within(self.before) || words!["báo cáo"].within(self.after);
        self.parenthesis && span && report && !of_one_year() && !year() && of_sentence(self.after).is_none()
    }

    /// Does it name the month after what is reported: `ngày 10 của tháng sau`?
    pub(super) fn in_the_month_after(&self) -> bool {
        words!["tháng sau", "tháng kế tiếp", "tháng liền kề", "tháng tiếp theo"].within(self.words)
    }

    /// Does the sentence before it speak of what comes each month?
    pub(super) fn comes_monthly(&self) -> bool {
        words!["báo cáo tháng", "hằng tháng", "hàng tháng", "mỗi tháng"].within(self.before)
    }

    /// Does it name a report that comes again: `báo cáo 6 tháng trước ngày …`, `trước ngày … (báo cáo năm)`?
    pub(super) fn reports_regularly(&self) -> bool {
        const REPORTS: &Words = &Words::of(&[
            "báo cáo năm",
            "báo cáo 6 tháng",
            "báo cáo 06 tháng",
            "báo cáo quý",
            "báo cáo định kỳ",
            "6 tháng, 01 năm",
            "6 tháng, 1 năm",
            "6 tháng, năm",
            "kết quả thực hiện 6 tháng",
            "kết quả 6 tháng",
            "kết quả 06 tháng",
            "sơ kết 6 tháng",
            "và cả năm",
            "hằng năm",
            "hàng năm",
            "định kỳ",
        ]);
        // `báo cáo 6 tháng trước ngày 15/6; năm trước ngày 15/12`
        const BARE: [&str; 6] = ["năm", "cả năm", "6 tháng", "06 tháng", "9 tháng", "quý"];
        let listed = BARE.contains(&self.lead_in().trim()) && REPORTS.within(self.lead);
        let after = self.after.trim_start();
        let gloss = ["(", "đối với ", "cho "].iter().find_map(|lead| after.strip_prefix(lead));
        let gloss =
            gloss.and_then(|gloss| gloss.split([')', ',', ';']).next()).map(|gloss| &gloss[..first_words(gloss, 10)]);
        listed
            || self.expression.periodic
            || REPORTS.within(self.before)
            || gloss.is_some_and(|gloss| gloss.contains("báo cáo") && REPORTS.within(gloss))
    }
}
