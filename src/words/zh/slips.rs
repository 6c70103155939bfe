//! 中文：手工改台账时常见的笔误，一句一种，先说原因，再说怎么改.

use crate::ledger::slip::{FileForm, SyntaxSlip};
use crate::words::say::quoted;

#[expect(
    clippy::too_many_lines,
    reason = "one arm a slip: one that is missing does not compile"
)]
pub fn slip(slip: &SyntaxSlip) -> String {
    match slip {
        SyntaxSlip::DateForm { fixed } => {
            format!(
                "日期的写法不对；年写四位，月、日写两位，不带引号：{}",
                quoted(fixed)
            )
        }
        SyntaxSlip::DateIncomplete => {
            "日期要写全年、月、日；写成 2025-06-30 这样，没有日期就删去这一行".to_owned()
        }
        SyntaxSlip::NoSuchDay { month, last } => {
            format!("{month}月没有这一天（最后一天是{last}日）；请改正日期")
        }
        SyntaxSlip::NoSuchMonth { month } => format!("没有{}月；请改正日期", quoted(month)),
        SyntaxSlip::NotADate { text } => format!(
            "这里要写日期，“{}”不是；写成 2025-06-30 这样，没有日期就删去这一行",
            quoted(text)
        ),
        SyntaxSlip::GroupedDigits { fixed: Some(fixed) } => {
            format!("数字里不能有逗号或空格；写成 {}", quoted(fixed))
        }
        SyntaxSlip::GroupedDigits { fixed: None } => {
            "数字里不能有逗号或空格；请连着写，小数点用半角的点".to_owned()
        }
        SyntaxSlip::FullWidthDigits { fixed } => {
            format!("数字和正负号要用半角，中间不空格；写成 {}", quoted(fixed))
        }
        SyntaxSlip::UnitAtNumber { number, unit } => format!(
            "数字后面不能带单位或别的字；这里只写 {}，“{}”写在 unit 里",
            quoted(number),
            quoted(unit)
        ),
        SyntaxSlip::BehindNumber { number, text } => {
            format!("数字后面多了“{}”；写成 {}", quoted(text), quoted(number))
        }
        SyntaxSlip::CompareAtNumber { number, word } => format!(
            "数字前后不能有“{}”；这里只写 {}，以上、不超过、左右写在 compare 里",
            quoted(word),
            quoted(number)
        ),
        SyntaxSlip::LeadingDot { fixed } => {
            format!("小数点前要写0；写成 {}", quoted(fixed))
        }
        SyntaxSlip::TrailingDot { fixed } => {
            format!("小数点后没有数字；写成 {}", quoted(fixed))
        }
        SyntaxSlip::LeadingZeros { fixed } => format!(
            "数字前面不能有多余的0；写成 {}，序号要保留0就加英文引号",
            quoted(fixed)
        ),
        SyntaxSlip::HalfExponent => "数字没有写完，后面多了字母；请写出整个数".to_owned(),
        SyntaxSlip::TwoNumbers => {
            "这里只能写一个数，不能写分数或范围；请写算好的数，原话写在 progress 里".to_owned()
        }
        SyntaxSlip::NumberInWords { text } => {
            format!("数字要用阿拉伯数字写，“{}”不行；请改成数字", quoted(text))
        }
        SyntaxSlip::NumberTooLarge => "数字太大，位数太多；请核对，或换大一些的单位".to_owned(),
        SyntaxSlip::Placeholder { text } => format!(
            "“{}”不是数；没有数就删去这一行，缺数和0不是一回事",
            quoted(text)
        ),
        SyntaxSlip::NotANumber { text } => {
            format!(
                "这里要写数字，“{}”不是；请改成数字，没有数就删去这一行",
                quoted(text)
            )
        }
        SyntaxSlip::TruthWord { fixed: Some(true) } => {
            "是和否要用小写英文；“是”写成 true".to_owned()
        }
        SyntaxSlip::TruthWord { fixed: Some(false) } => {
            "是和否要用小写英文；“否”写成 false".to_owned()
        }
        SyntaxSlip::TruthWord { fixed: None } => {
            "这里只能写 true（是）或 false（否）；请改成其中之一".to_owned()
        }
        SyntaxSlip::NoValue => "等号后面缺数或文字；请补上，没有就删去这一行".to_owned(),
        SyntaxSlip::TrailingMark { mark } => {
            format!("多了一个标点“{mark}”；请删去")
        }
        SyntaxSlip::CommentSign { sign } => {
            format!("注释要用半角的 # 开头，不能用 {sign}；请改成 #")
        }
        SyntaxSlip::TwoInALine => "一行只能写一个键；请从这里另起一行".to_owned(),
        SyntaxSlip::NoQuotes { text } => format!("文字要加英文引号；写成 \"{}\"", quoted(text)),
        SyntaxSlip::CurlyQuotes { quote } => {
            format!("引号 {quote} 不是英文引号；文字两边请改成英文引号 \"")
        }
        SyntaxSlip::MixedQuotes { opens, closes } => {
            format!("文字两边的引号不一样，左边是 {opens}，右边是 {closes}；两边都请用英文引号 \"")
        }
        SyntaxSlip::InnerQuotes => {
            "文字在这个引号处就结束了；文字里面的引号请写成 \\\"，或改用中文引号“”".to_owned()
        }
        SyntaxSlip::BehindQuotes { text } => {
            format!("这里多了“{}”；请删去，或写进引号里", quoted(text))
        }
        SyntaxSlip::MissingQuote => "文字缺右边的引号；请在文字后面补上英文引号 \"".to_owned(),
        SyntaxSlip::LineBreak => {
            "文字分成了几行，一个引号只管一行；几行的文字两边请各用三个英文引号 \"\"\"".to_owned()
        }
        SyntaxSlip::UnclosedText => {
            "从这里开始的文字没有结束；请在文字后面补上三个英文引号 \"\"\"，与开头一样".to_owned()
        }
        SyntaxSlip::StrayQuotes => {
            "这里多了三个引号，没有要结束的文字；请删去，或补上开头的三个引号".to_owned()
        }
        SyntaxSlip::Backslash => "反斜杠在引号里有别的意思；一个反斜杠要写两个：\\\\".to_owned(),
        SyntaxSlip::ControlCharacter { code } => {
            format!("这里有看不见的控制字符（U+{code:04X}）；请删去它，重新打一遍这一处")
        }
        SyntaxSlip::InvisibleCharacter { code } => format!(
            "这里有看不见的字符（U+{code:04X}），多半是从别处复制来的；请删去它，重新打一遍这一处"
        ),
        SyntaxSlip::WideBlank { code } => {
            format!("这里的空格不是普通空格（U+{code:04X}），如全角空格；请删去它，用半角空格")
        }
        SyntaxSlip::ColonForEquals => "键和值之间要用等号，不用冒号；请改成 =".to_owned(),
        SyntaxSlip::FullWidthEquals => "等号是全角的；请改成半角的 =".to_owned(),
        SyntaxSlip::OddEquals { sign } => {
            format!("键和值之间只写一个等号，不写 {}；请改成 =", quoted(sign))
        }
        SyntaxSlip::MissingEquals { key } => {
            format!("{} 后面缺等号；请补上 =", quoted(key))
        }
        SyntaxSlip::BadKey {
            key,
            near: Some(near),
        } => format!("没有“{}”这个键；是不是 {near}？请改成它", quoted(key)),
        SyntaxSlip::BadKey { key, near: None } => format!(
            "“{}”不能作键，键只能是小写英文字母和下划线；自己的内容请写进 extra",
            quoted(key)
        ),
        SyntaxSlip::MissingKey => "这里只有值，没有键；请在前面补上键和等号".to_owned(),
        SyntaxSlip::NotAPair { text } => format!(
            "这一行（“{}”）不是“键 = 值”；是上面文字的一部分就移进引号里，是注释就在前面加 #",
            quoted(text)
        ),
        SyntaxSlip::FullWidthBrackets { fixed: Some(fixed) } => {
            format!("方括号是全角的；请改成半角：{fixed}")
        }
        SyntaxSlip::FullWidthBrackets { fixed: None } => {
            "括号是全角的；请改成半角的 [ ]".to_owned()
        }
        SyntaxSlip::UnevenBrackets { fixed: Some(fixed) } => {
            format!("方括号多了、少了，或中间有空格；请改成 {fixed}")
        }
        SyntaxSlip::UnevenBrackets { fixed: None } => {
            "括号多了、少了，或中间有空格；请使左右一样多".to_owned()
        }
        SyntaxSlip::BadTableName {
            name,
            near: Some(near),
        } => {
            format!("没有“{}”这个表；是不是 {near}？请改成它", quoted(name))
        }
        SyntaxSlip::BadTableName { name, near: None } => format!(
            "表名“{}”不对；表名只能用英文字母，如 [[item]]",
            quoted(name)
        ),
        SyntaxSlip::BehindTable => "表名后面多了东西；请从这里另起一行，或删去".to_owned(),
        SyntaxSlip::SingleBrackets { header } => {
            format!("这里少了一层方括号；请写成 {header}")
        }
        SyntaxSlip::DoubleBrackets { header } => {
            format!("这里多了一层方括号；请写成 {header}")
        }
        SyntaxSlip::BeforeItem { header } => {
            format!("{header} 前面还没有事项；请先写 [[item]] 和它的 id、title、progress")
        }
        SyntaxSlip::UnclosedList { bracket } => {
            format!("从这里开始的列表没有结束；请在最后补上 {bracket}")
        }
        SyntaxSlip::FullWidthComma { mark } => {
            format!("列表里各项之间要用半角逗号，不用“{mark}”；请改成 ,")
        }
        SyntaxSlip::ListWithoutBrackets { fixed } => {
            format!(
                "这里要写列表，外面加方括号，每个名称加英文引号；写成 {}",
                quoted(fixed)
            )
        }
        SyntaxSlip::MissingComma => "列表里两项之间缺逗号；请在前一项后面补上半角逗号".to_owned(),
        SyntaxSlip::DuplicateKey { key, first_line } => format!(
            "{} 写了两次，第{first_line}行已经有了；请删去一个",
            quoted(key)
        ),
        SyntaxSlip::MissingItem { first_line } => format!(
            "同一项里有两个 id，第{first_line}行已经有了；多半是前面少了一行 [[item]]，请补上"
        ),
        SyntaxSlip::DuplicateTable { name, first_line } => format!(
            "[{}] 写了两次，第{first_line}行已经有了；请合成一个",
            quoted(name)
        ),
        SyntaxSlip::ConflictMarker {
            last_line: Some(line),
        } => format!("有没合并完的冲突标记（到第{line}行为止）；请留下要的内容，删去标记行"),
        SyntaxSlip::ConflictMarker { last_line: None } => {
            "有没合并完的冲突标记；请留下要的内容，删去标记行".to_owned()
        }
        SyntaxSlip::NotALedger(form) => file_form(*form).to_owned(),
        SyntaxSlip::Other { text } => format!(
            "这里的写法不对（“{}”）；请检查引号、方括号和等号是否成对、是否半角",
            quoted(text)
        ),
    }
}

/// 这个文件是什么.
pub const fn file_form(form: FileForm) -> &'static str {
    match form {
        FileForm::Office => {
            "这是Word、WPS或Excel文档，不是台账；台账是纯文本，请指定 .toml 文件，或用 taizhang new 新建"
        }
        FileForm::OldOffice => {
            "这是旧版Word、WPS或Excel文档，不是台账；台账是纯文本，请指定 .toml 文件，或用 taizhang new 新建"
        }
        FileForm::Pdf => "这是PDF文件，不是台账；请指定 .toml 文件，或用 taizhang new 新建",
        FileForm::RichText => {
            "这是RTF文档，不是台账；请在写字板或Word里另存为纯文本（UTF-8编码），或用备份恢复"
        }
        FileForm::Picture => "这是图片，不是台账；请指定 .toml 文件，或用 taizhang new 新建",
        FileForm::Html => {
            "这是网页或XML文件，不是台账；如果是用Word另存的，请另存为纯文本（UTF-8编码），或用备份恢复"
        }
        FileForm::Json => "这是JSON文件，不是台账；请指定 .toml 文件，或用 taizhang new 新建",
        FileForm::Yaml => {
            "这是YAML的写法，不是台账；台账每行写 键 = 值，表写 [ledger]、[[item]]，样子见 taizhang new"
        }
        FileForm::Table => {
            "这是表格（逗号或制表符分隔），不是台账；请指定 .toml 文件，或用 taizhang new 新建"
        }
        FileForm::Text => {
            "这是普通文字，不是台账；台账每行写 键 = 值，文字加英文引号，样子见 taizhang new"
        }
    }
}
