//! Decimals as doubles. The standard library reads them too, from text, with ten kilobytes of tables that no packer makes
//! smaller.

/// `mantissa` × 10^`exponent`, the exponent from -99 to 99, as the nearest double, of two as near the even one.
pub(super) fn of(mantissa: u128, exponent: i32) -> f64 {
    if mantissa < 1 << 53 && exponent.abs() <= 22 {
        // Both are doubles to the last bit, so that one operation rounds once.
        let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
        return if exponent < 0 { mantissa as f64 / power } else { mantissa as f64 * power };
    }
    let mut limbs: Vec<u32> = (0..4).map(|i| (mantissa >> (32 * i)) as u32).collect();
    let mut is_inexact = false;
    if exponent < 0 {
        limbs.splice(0..0, [0; BELOW]);
        for _ in exponent..0 {
            is_inexact |= divide(&mut limbs) > 0;
        }
        nearest(&limbs, BELOW, is_inexact)
    } else {
        for _ in 0..exponent {
            multiply(&mut limbs);
        }
        nearest(&limbs, 0, is_inexact)
    }
}

/// Limbs of 32 bits put below the point: 10^99 takes 329 bits, and a double wants 53 more.
const BELOW: usize = 15;

/// By ten; gives the remainder. The least limb comes first.
fn divide(limbs: &mut [u32]) -> u64 {
    limbs.iter_mut().rev().fold(0, |rest, limb| {
        let value = rest << 32 | u64::from(*limb);
        *limb = (value / 10) as u32;
        value % 10
    })
}

/// By ten.
fn multiply(limbs: &mut Vec<u32>) {
    let carry = limbs.iter_mut().fold(0, |carry, limb| {
        let value = u64::from(*limb) * 10 + carry;
        *limb = value as u32;
        value >> 32
    });
    if carry > 0 {
        limbs.push(carry as u32);
    }
}

/// What the limbs say, `below` of them behind the point; a little more if it `is_inexact`.
fn nearest(limbs: &[u32], below: usize, is_inexact: bool) -> f64 {
    let used = limbs.iter().rposition(|&limb| limb > 0).map_or(0, |top| top + 1);
    let (low, high) = limbs.split_at(used.saturating_sub(3));
    let high = high.iter().take(3).rev().fold(0, |value, &limb| value << 32 | u128::from(limb));
    // The last bit stands for all that lies below it, as rounding only asks whether anything does.
    let sticky = is_inexact || low.iter().any(|&limb| limb > 0);
    (high | u128::from(sticky)) as f64 * power_of_two(32 * (low.len() as i32 - below as i32))
}

/// 2^`exponent`, from -480 to 480.
fn power_of_two(exponent: i32) -> f64 {
    f64::from_bits(((1023 + exponent) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_standard_library_reads_the_same() {
        let mut state = 1_u128;
        let mut random = || {
            state = state.wrapping_mul(0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645).wrapping_add(1);
            state >> 28
        };
        for round in 0..100_000 {
            let (mantissa, exponent) = (random() >> (random() % 100), (random() % 199) as i32 - 99);
            // Numbers half-way between two doubles are the hard ones.
            let mantissa = if round % 4 == 0 { (mantissa % (1 << 53) * 2 + 1) << (round % 40) } else { mantissa };
            let expected: f64 = format!("{mantissa}e{exponent}").parse().unwrap();
            assert_eq!(of(mantissa, exponent).to_bits(), expected.to_bits(), "{mantissa}e{exponent}");
        }
    }
}
