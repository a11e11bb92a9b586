//! Which record of one list is which of the other, in reading order.

/// Pairs, increasing in both, of greatest total weight; weight 0 is no match.
pub(super) fn align(gold: usize, output: usize, weight: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let cells = (0..gold).flat_map(|i| (0..output).map(move |j| (i, j)));
    let weights: Vec<f64> = cells.map(|(i, j)| weight(i, j)).collect();
    let weight = |i, j| weights[i * output + j];
    // the greatest total of the records from i and from j on
    let at = |i, j| i * (output + 1) + j;
    let mut best = vec![0.0_f64; at(gold + 1, 0)];
    for i in (0..gold).rev() {
        for j in (0..output).rev() {
            let apart = best[at(i + 1, j)].max(best[at(i, j + 1)]);
            let matched = weight(i, j) > 0.0;
            let together = if matched { best[at(i + 1, j + 1)] + weight(i, j) } else { 0.0 };
            best[at(i, j)] = apart.max(together);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < gold && j < output {
        let together = best[at(i + 1, j + 1)] + weight(i, j);
        if weight(i, j) > 0.0 && (best[at(i, j)] - together).abs() < 1e-9 {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if best[at(i + 1, j)] >= best[at(i, j + 1)] {
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
        // of two pairings of one weight, the one that leaves out the earlier gold record
        assert_eq!(pairs("aA", "Aa"), [(1, 0)]);
        assert_eq!(pairs("aa", "a"), [(0, 0)]);
        assert_eq!(pairs("", "a"), []);
    }
}
