//! Long notes of every shape that was ever slow, or could be: the same ones for the tests, the fuzz targets and the
//! benches.

/// A way to fill a note with text.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What to call it.
    pub name: &'static str,
    /// What stands once at its beginning.
    pub head: &'static str,
    /// What is repeated until it is long enough. `#` stands for another number each time.
    pub piece: &'static str,
}

impl Shape {
    /// A note of this shape with about so many bytes, and never more.
    pub fn note(&self, bytes: usize) -> String {
        let mut note = self.head.to_owned();
        let mut number = 0_u64;
        loop {
            // Neither the same digit every time nor the same number of digits.
            number = (number * 7 + 13) % 9_973;
            let piece = self.piece.replace('#', &number.to_string());
            if note.len() + piece.len() > bytes {
                return note;
            }
            note.push_str(&piece);
        }
    }
}

const fn shape(name: &'static str, head: &'static str, piece: &'static str) -> Shape {
    Shape { name, head, piece }
}

/// The shapes.
pub const SHAPES: [Shape; 49] = [
    shape("figures", "", "完成12件，增长5.5%；"),
    shape("figures in sentences", "", "完成#件，增长5.5%。"),
    shape("different figures", "", "完成#件，开工#户、增长#%；"),
    shape("an open bracket", "（", "完成#件，增长5.5%，"),
    shape("figures without words", "", "1件"),
    shape("figures without marks", "", "完成#件开工#户"),
    shape("a list", "完成", "甲县#件、"),
    shape("parts", "完成999件，其中", "甲县#件，乙县#户，"),
    shape(
        "parts again and again",
        "",
        "完成#件，其中甲县#件，乙县#件；",
    ),
    shape("parts of parts", "", "其中#件其中#件"),
    shape("totals and parts", "", "共有#个，完成#户，其中#个。"),
    shape("ratios", "（", "170个项目开工137个，开工率80.#%，"),
    shape("shares of the target", "", "完成#件，完成率5#%，"),
    shape("digits", "", "7"),
    shape("groups of digits", "", "1,234,"),
    shape("points", "", "1.2.3."),
    shape("full-width digits", "", "完成１２３．５件，"),
    shape("numerals", "", "一二三四五六七八九十百千"),
    shape("shares in numerals", "", "百分之三十百分之"),
    shape("one numeral", "", "一"),
    shape("a table", "", "市南区\t#\t12件\t5.5%\t3户\n"),
    shape("short lines", "", "完成#件\n"),
    shape("empty lines", "", "\n"),
    shape("dated lines", "", "7月1日：新开工#件，累计开工#件\n"),
    shape("a word", "", "完成"),
    shape(
        "words of every list",
        "",
        "完成开工推进今年正在增长下降累计其中将签约尚未较上年全市",
    ),
    shape("a name", "", "背街小巷整治"),
    shape("names and figures", "", "背街小巷整治#条，"),
    shape("names and figures without marks", "", "背街小巷整治完成#条"),
    shape("opened names", "", "《"),
    shape("praise in a name", "《", "顺利推进"),
    shape("praise of parts", "", "5件进展顺利，"),
    shape("open brackets", "", "（完成3件"),
    shape("quotes", "", "“”"),
    shape("percent signs", "", "5%%"),
    shape("commas", "", "，"),
    shape("blanks", "  ", "完成3件        "),
    shape("dates", "", "2025年6月30日，"),
    shape("years", "", "较2023年底增长#%，"),
    shape("ends of years", "", "截至2024年底完成#件"),
    shape("comparisons", "", "比较上年同期完成#件由#件增加到#件，"),
    shape("the time line", "", "完成#%，快于序时3个百分点，"),
    shape("places", "", "甲乙丙丁县完成#件，"),
    shape("units", "", "件个户家条项"),
    shape("ranges", "", "10-20件至"),
    shape("steps", "", "推荐公示申报设计中心#个"),
    shape("combining marks", "a", "\u{301}"),
    shape("joined signs", "", "👩\u{200D}👧\u{FE0F}"),
    shape("letters", "", "abcdefgh"),
];
