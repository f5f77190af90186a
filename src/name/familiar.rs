//! Names as one says them: 老周, 小张, 阿强, 李阿姨, 王某某, 张先生.

use super::lattice::{BIT, Cost, Edge};
use super::person::COMMON;
use super::surroundings::Surroundings;
use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, is_dot, is_han};
use crate::among::among;

/// A familiar name: 老周, 小张, 李阿姨, 王某某.
const FAMILIAR: Cost = 9 * BIT;
/// The longest name in letters after 阿, in characters.
const LETTERS: usize = 12;

/// 老周, 小张, 阿强: only where no Chinese word goes on.
pub(super) fn candidates(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    if !matches!(line.char(i), '老' | '小' | '阿' | '大') || line.is(i, i + 2, sort::ORGANIZATION) {
        return;
    }
    if line.char(i) == '阿' && line.char(i + 1).is_ascii_uppercase() {
        let letters = line.chars(i + 1, i + LETTERS).iter().take_while(|c| c.is_ascii_alphabetic()).count();
        edges.push(Edge { end: i + 1 + letters, kind: Kind::Person, tag: "nr", cost: FAMILIAR });
        return;
    }
    let Some((false, cost)) = TABLES.surname(line.chars(i + 1, i + 2)) else {
        return pet(line, i, edges);
    };
    let common = cost < 8 * BIT;
    // 乘客|小付, 老邢|说: a title or a verb of saying shows a rarer surname.
    let listed = matches!(line.before(i), '、' | '和' | '与')
        && i.checked_sub(3).is_some_and(|at| line.char(at) == line.char(i));
    let shown = line.char(i) != '阿' && (listed || around.show(line, i, i + 2) || around.right(i + 2).1);
    if (common || shown) && line.char(i) != '大' {
        let gain = around.gain(i, i + 2);
        edges.push(Edge { end: i + 2, kind: Kind::Person, tag: "nr", cost: FAMILIAR + cost - gain });
    }
}

/// 孙子|小海: a given name after 小, where kin stands before it.
fn pet(line: &Line, i: usize, edges: &mut Vec<Edge>) {
    let kin = i.checked_sub(2).is_some_and(|from| line.is(from, i, sort::KIN));
    if let Some([.., alone]) = TABLES.given(line.char(i + 1)).filter(|_| kin && line.char(i) == '小') {
        edges.push(Edge { end: i + 2, kind: Kind::Person, tag: "nrp", cost: FAMILIAR + alone / 2 });
    }
}

/// 李阿姨, 王某某, 张先生: a surname and what is said after surnames.
/// The surname is `i..at`.
pub(super) fn after_surname(
    line: &Line,
    around: &Surroundings,
    [i, at]: [usize; 2],
    cost: Cost,
    edges: &mut Vec<Edge>,
) {
    // 新任|行长, 第七任|总统: an office is taken; 公司原|副总裁: was held.
    // 左翼党|议员
    if line.char(i) == '国'
        || matches!(line.char(i), '任' | '原' | '党') && (is_han(line.before(i)) && line.before(i) != '的')
    {
        return;
    }
    if is_dot(line.before(i)) {
        return;
    }
    // 高盛|总裁: the surname ends a firm's name.
    let of_firm = || line.has_before(at, 2..=6, sort::ORGANIZATION);
    for word in line.listed(at).iter().rev().filter(|word| word.end <= at + 4) {
        let (end, n) = (word.end, word.end - at);
        let piece = line.piece(at, end);
        let anonymous = piece.starts_with('某');
        let said = word.sorts & sort::ADDRESS != 0
            && (n >= 2
                || anonymous
                || matches!(piece, "总" | "老" | "姐" | "哥" | "嫂" | "婶" | "伯" | "叔" | "姨" | "婆"));
        // 乌总统 is Ukraine's.
        let state = TABLES.full(line.piece(i, at)).is_some()
            && matches!(piece, "总统" | "总理" | "首相" | "外长" | "防长" | "财长" | "议长");
        // 海州正|衡|律师事务所
        let of_body = line.longest(at, sort::SUFFIX).is_some_and(|suffix| suffix > end);
        let title = n >= 2 && word.sorts & sort::OFFICE != 0 && !state;
        // 五（2）班|副班长
        let deputy = piece.starts_with('副');
        // 南京路|某号
        let number = anonymous && line.char(end) == '号';
        // 支队长 is a title as a whole.
        let number = number || piece.starts_with(line.char(i)) || line.is(i, end, sort::TITLE);
        let other = || number || of_body || deputy && cost > COMMON || of_firm();
        if (said || title) && !other() {
            let gain = if anonymous { 6 * BIT } else { around.gain(i, end).max(0) };
            let extra = if title { BIT } else { 0 };
            // 孙某甲: a court tells apart those of one surname.
            let end = end + usize::from(anonymous && among("甲乙丙丁戊己", line.char(end)));
            edges.push(Edge { end, kind: Kind::Person, tag: "nrx", cost: FAMILIAR + cost + extra + 2 * BIT - gain });
            return;
        }
    }
}
