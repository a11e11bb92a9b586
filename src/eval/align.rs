//! Which record of one list is which of the other, in reading order.

/// Pairs, increasing in both, of greatest total weight; weight 0 is no match.
pub(super) fn align(n: usize, m: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let width = m + 1;
    let weights: Vec<f64> = (0..n).flat_map(|i| (0..m).map(move |j| (i, j))).map(|(i, j)| weight(i, j)).collect();
    // best[i * width + j]: the greatest total of the records from i and from j on
    let mut best = vec![0.0_f64; (n + 1) * width];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let apart = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let w = weights[i * m + j];
            let together = if w > 0.0 { best[(i + 1) * width + j + 1] + w } else { 0.0 };
            best[i * width + j] = apart.max(together);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < n && j < m {
        let w = weights[i * m + j];
        let together = best[(i + 1) * width + j + 1] + w;
        if w > 0.0 && (best[i * width + j] - together).abs() < 1e-9 {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heavier_pairing_wins_and_order_is_kept() {
        let pairs = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            align(a.len(), b.len(), |i, j| {
                if a[i] == b[j] {
                    1.0
                } else if a[i].eq_ignore_ascii_case(&b[j]) {
                    0.4
                } else {
                    0.0
                }
            })
        };
        assert_eq!(pairs("abc", "abc"), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(pairs("abc", "bca"), [(1, 0), (2, 1)]);
        assert_eq!(pairs("aA", "Aa"), [(0, 1)]);
        assert_eq!(pairs("aa", "a"), [(0, 0)]);
        assert_eq!(pairs("", "a"), []);
    }
}
