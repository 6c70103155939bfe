//! 中文

mod findings;
mod menus;
mod names;
mod options;
mod presentation;

use crate::app::merging::Choice;
use crate::app::mode::Answer;
use crate::keys::Context;
use crate::ledger::problem::{Expected, Found};
use crate::ledger::{ReadOnly, Severity, Status};
use crate::words::Words;
use findings::{finding, severity};
use names::{action, advice, scope, slot};

/// The words in Chinese.
pub static ZH: Words = Words {
    ledger: "台账",
    list: "事项",
    detail: "详情",
    gauges: "指标",
    note: "进展情况",
    problem: "存在问题",
    next: "下步打算",
    help: "帮助：按键",
    status: Status::chinese,
    scope,
    slot,
    action,
    context: |context| match context {
        Context::Browse => "浏览",
        Context::Search => "搜索",
        Context::Edit => "编辑进展",
        Context::Merge => "两份文字",
        Context::Ask => "回答提问",
        Context::Overview => "汇总",
        Context::Findings => "核对",
        Context::Propose => "采用读出的数",
        Context::Present => "演示",
        Context::Menu => "筛选、排序菜单",
        Context::Help => "帮助",
    },
    options: options::WORDS,
    presentation: presentation::WORDS,
    as_of: |date| format!("数据截至{date}"),
    time_line: |percent| format!("序时{percent}%"),
    read_only: |why| match why {
        ReadOnly::Asked => "打开时指定了只读（--read-only），只能查看",
        ReadOnly::File => "文件不可写（没有写权限或设为只读），只能查看；要修改，请先取得写权限",
        ReadOnly::Folder => {
            "文件所在文件夹不可写，无法保存，只能查看；可把台账复制到自己的文件夹再打开"
        }
        ReadOnly::Gb18030 => {
            "文件是GB18030（GBK）编码，只能查看；要修改，请用记事本或WPS另存为UTF-8编码，或用 iconv -f GB18030 -t UTF-8 转换"
        }
        ReadOnly::NewerSchema => "台账是更新版本的程序写的，只能查看；要修改，请升级程序",
    },
    read_only_mark: "只读",
    unreadable_mark: "文件读不了",
    all: "全部",
    of_total: |number, total| format!("{number}/{total}"),
    item_number: |id| format!("第{id}项"),
    lead: |unit| format!("牵头：{unit}"),
    with: |units| format!("配合：{units}"),
    period_of_item: |start, due| format!("时限：{start}至{due}"),
    set_by_person: |computed, reason| format!("人工判定；按数据计算为{computed}。理由：{reason}"),
    no_measure: "台账没有记指标",
    no_figure: "承诺的指标在进展中没有数",
    no_figure_short: "无量化数据",
    more_chars: |chars| format!("（后面还有{chars}字，未显示）"),
    empty_note: "（尚无进展）",
    target: |target| format!("目标{target}"),
    at_most: |target| format!("不超过{target}"),
    about: |target| format!("目标{target}左右"),
    underway: |figure| format!("已着手{figure}"),
    reported: |percent| format!("部门报{percent}%"),
    context_only: "未定目标，仅列示",
    evidence_missing: "原文未见所据",
    line_mark: |percent| format!("序时{percent}%"),
    target_mark: "目标100%",
    rate_short: "增速",
    complete: |completion| format!("完成{completion}% ≥ 目标100%"),
    complete_about: |completion| format!("完成{completion}%，在“左右”的允差之内"),
    ahead_of_line: |completion, line, gap| format!("{completion}% ≥ 序时{line}%，快{gap}个百分点"),
    behind_line: |completion, line, gap| format!("{completion}% < 序时{line}%，慢{gap}个百分点"),
    under_ceiling: |used, line, gap| format!("已用限额{used}% ≤ 序时{line}%，低{gap}个百分点"),
    over_ceiling: |used, line, gap| format!("已用限额{used}% > {line}%，高{gap}个百分点"),
    target_met: |actual, target| format!("{actual}，达到目标{target}"),
    target_met_about: |actual, target| format!("{actual}，在目标{target}左右的允差之内"),
    ceiling_broken: |actual, target| format!("{actual}，超过限额{target}"),
    ceiling_kept: |actual, target| format!("{actual}，未超过{target}"),
    target_missed: |actual, target, points| format!("{actual}，目标{target}，差{points}个百分点"),
    stage_reached: |stage, reached, stages| format!("已到“{stage}”，第{reached}步，共{stages}步"),
    before_first_stage: "尚未进入第一步",
    overdue: "，期限已到",
    nothing_begun: "完成0，也没有已着手的数，尚未启动",
    only_underway: |figure| format!("只有已着手数{figure}，没有完成数，不作结果"),
    no_time_line: "没有可对照的序时：未写数据截至日期（as_of），或期限早于开始日期",
    no_scale: "目标不大于零，算不出完成比例",
    partly_started: "；另有指标已在推进，故判滞后",
    status_count: |of, count| format!("{}{count}", of.chinese()),
    by_person: |computed, reason| format!("人工判定：{reason}；按数据为{computed}："),
    type_number: "数字 Enter  跳到该序号的事项",
    type_han: "直接打汉字  开始搜索",
    search_hint: "/ 搜索（可直接输入汉字）",
    searching: "搜索中…",
    opening: "正在打开",
    opening_keys: "Esc 取消",
    hits: |at, hits| format!("命中 {at}/{hits}"),
    nothing_found: |typed| format!("没有事项包含“{typed}”。"),
    counting_stopped: "数到这里为止，可能还有更多。",
    other_scope: "Tab 换范围",
    clear_search: "Esc 清除搜索",
    advice,
    menus: menus::MENUS,
    empty_ledger: "台账里还没有事项。",
    go_to: |digits| format!("跳到第{digits}项：Enter"),
    note_before: "原文",
    editing: |id| format!("编辑进展  第{id}项"),
    editing_fields: |id| format!("第{id}项  其他内容（问题、打算、判定、数据）"),
    in_unit: |unit| format!("（{unit}）"),
    between_names: "、",
    as_computed: "按数据计算",
    not_filled: "（未填）",
    unsaved: "[未保存]",
    saved_mark: "[未改动]",
    chars: |chars| format!("{chars}字"),
    selecting: "按住 Shift 移动光标：选择文字",
    merging: |id, field| format!("第{id}项的{field}：别人也改了，请选用哪一份"),
    conflict_of: |number, count| format!("第{number}处，共{count}处"),
    text_before: "原来的",
    merged_text: "合在一起是这样",
    their_text: "别人的（已在文件里）",
    our_text: "我的（未保存）",
    empty_text: "（空）",
    choice: |choice| match choice {
        Choice::Ours => "用我的",
        Choice::Theirs => "用别人的",
        Choice::Merged => "两边改动合在一起",
        Choice::Both => "两份都放进编辑框",
        Choice::GoOn => "回去再看",
    },
    leaving_title: "尚未保存",
    leaving: |id| format!("第{id}项有改动未保存。"),
    recovered_title: "找到未保存的文字",
    recovered: |id, text| format!("程序上次没有正常结束，第{id}项还有没保存的文字：{text}"),
    answer: |answer| match answer {
        Answer::SaveAndLeave => "保存并离开",
        Answer::Discard => "放弃改动",
        Answer::GoOn => "继续编辑",
        Answer::Resume => "接着编辑",
        Answer::GiveUpDraft => "不要了",
        Answer::Later => "以后再说",
    },
    saved: |id| format!("第{id}项已保存"),
    saved_unconfirmed: |id| format!("第{id}项已写入，但系统未能确认落盘；请暂勿断电，稍后再存一次"),
    undone: |id| format!("已撤销第{id}项的上一次保存"),
    redone: |id| format!("已重做第{id}项的修改"),
    nothing_to_undo: "没有可撤销的修改",
    nothing_to_redo: "没有可重做的修改",
    nothing_changed: "没有改动，未写文件",
    changed_elsewhere: "没有保存：别人一直在改这个文件；按 R 或 Ctrl-R 重新载入",
    file_broken: |first| format!("您的文字没有保存：别人存的文件眼下有错误，等它写好后再存{first}"),
    their_changes: |first, count| match count {
        1 => format!("第{first}项已被别人更新"),
        _ => format!("第{first}项等{count}项已被别人更新"),
    },
    theirs_waits: |id| format!("别人刚改了第{id}项，您的文字没有动；保存时会请您选择"),
    not_a_figure: |field| format!("{field}应为数字，如 174 或 1,000.5；没有保存"),
    still_both: "没有保存：请先把两段合成一段，删去中间的横线",
    changed_again: "别人又改了一次，请重新选择",
    theirs_taken: "已换成别人的文字；按 Ctrl-Z 可取回您写的",
    saved_without_evidence: |id, field| {
        format!("第{id}项已保存，但进展情况里找不到这句{field}，请核对")
    },
    reason_missing: "人工判定必须写明理由；没有保存",
    file_missing: "文件不见了，没有保存；您的文字还在，请先找回文件（同步软件可能正在替换它）再保存",
    stale_edit: "文件里的这一项已经不同，没有保存；按 R 或 Ctrl-R 重新载入",
    would_not_read_back: "写出的文件读回来与预期不符，没有保存，原文件未动；这是程序的错误，请报告",
    system_refused: |error| format!("没有保存，原文件未动：{error}"),
    copies_not_kept: |error| {
        format!(
            "没有保存，原文件未动：这个文件只能就地改写，须先在状态文件夹（~/.local/state/taizhang）留底，但留不了：{error}"
        )
    },
    no_such_item: |digits| format!("没有第{digits}项"),
    none_late: "没有慢于序时的事项",
    reloaded: "已重新载入",
    reload_missing: "文件暂时不存在，继续使用已载入的内容",
    reload_unreadable: "文件暂时无法读取，继续使用已载入的内容",
    reload_problems: |count, first| format!("新文件有{count}处错误，继续使用已载入的内容：{first}"),
    item_gone: |id| format!("新文件里没有第{id}项；您的文字还在编辑框里，请复制到别处"),
    both_texts: "横线上面是别人的，下面是您的；请合成一段、删去横线，再保存",
    too_long: |limit_bytes| format!("太长，没有插入：一条进展最多{}KB", limit_bytes / 1024),
    too_long_to_edit: |limit_bytes| {
        format!(
            "文字超过{}KB，这里不能编辑；请用文本编辑器修改台账文件",
            limit_bytes / 1024
        )
    },
    draft_not_kept: "未保存的文字和旧版本无法自动留底（状态文件夹不可写），请勤保存、多备份",
    editor_failed: |error| format!("外部编辑器没有正常结束，进展没有变：{error}"),
    saving: "正在保存…",
    of_item: |id| format!("第{id}项："),
    problem_count: |count, told| match count - told {
        0 => format!("共{count}处错误，文件未改动。"),
        more => format!("共{count}处错误，另有{more}处未列出；文件未改动。"),
    },
    syntax: |message| format!("不合TOML语法（{message}）；请检查引号、方括号和等号是否成对"),
    not_utf8: "不是UTF-8文字；请用记事本或WPS另存为UTF-8编码再打开",
    missing: |key| format!("缺少 {key}；请补上"),
    wrong_type: |key, expected, found| format!("{key} 应为{expected}，这里是{found}"),
    expected: |expected| match expected {
        Expected::Text => "带引号的文字",
        Expected::Texts => "文字的列表，如 [\"甲\", \"乙\"]",
        Expected::Number => "数字（不带引号和单位）",
        Expected::Whole => "整数",
        Expected::Date => "日期，如 2025-06-30（不带引号）",
        Expected::Truth => "true 或 false",
        Expected::Id => "非负整数或带引号的文字",
        Expected::Table => "一个表，写作 [名称]",
        Expected::Tables => "一组表，写作 [[名称]]",
    },
    found: |found| match found {
        Found::Text => "文字",
        Found::Whole => "整数",
        Found::Number => "小数",
        Found::Truth => "true 或 false",
        Found::DateTime => "日期时间",
        Found::List => "列表",
        Found::Table => "表",
    },
    not_finite: |key| format!("{key} 不是有限的数；请写实际数字，没有数就删去这一行"),
    empty: |key| format!("{key} 是空的；请填写"),
    duplicate_id: |line| format!("序号重复，第{line}行已用过；请改成不同的 id"),
    unknown_word: |key, word, allowed| format!("{key} 不认识“{word}”；可用：{allowed}"),
    override_without_reason: "人工判定（status）必须写明理由；请补上 status_reason",
    unknown_stage: |word| format!("stage 是“{word}”，不在 stages 之中；请改成其中之一"),
    bad_schema: "schema 至少是 1",
    year_out_of_range: "year 应在 1 到 9999 之间",
    tolerance_out_of_range: |key| format!("{key} 应在 0 到 100 个百分点之间"),
    missing_file: "没有这个文件；请写明台账的路径，如：taizhang 台账.toml",
    is_folder: "这是文件夹；请写明其中的台账文件",
    not_a_file: "这不是普通文件（是设备、管道或套接字）；请指定普通文件",
    too_large: |bytes, limit| {
        format!(
            "文件有{}MB，超过{}MB的上限；请确认是不是台账",
            bytes >> 20,
            limit >> 20
        )
    },
    all_zeros: "文件内容全为0，可能因断电损坏；请用备份恢复",
    utf16: "文件是UTF-16编码；请用记事本或WPS另存为UTF-8编码再打开",
    not_written: |error| format!("写不出去：{error}"),
    empty_input: "标准输入是空的，没有写；要清空进展，请写 --progress \"\"",
    unreadable: |error| format!("无法读取：{error}"),
    severity,
    severity_sign: |severity| match severity {
        Severity::Error => "错",
        Severity::Warning => "提",
    },
    finding,
    finding_count: |errors, warnings, known| {
        let known = if known > 0 {
            format!("，台账注明已知{known}条")
        } else {
            String::new()
        };
        format!("错误{errors}条，提示{warnings}条{known}")
    },
    finding_columns: ["文件", "序号", "代码", "级别", "原文", "说明"],
    proposals_title: |id| format!("第{id}项 从原文读出的数，逐条采用"),
    proposal: |measure, figure, before, after| format!("{measure} {figure} {before} → {after}？"),
    proposed_measure: |measure, figures| format!("新增指标 {measure}：{figures}"),
    nothing_to_propose: "原文里没有可更新的数",
    read_from_text: "读自原文，未入台账（按 Insert 逐条采用）",
    offers_told: "原文与台账的数不同（台账未改；在程序里按 Insert 逐条采用）：",
    auditing: "正在核对……",
    nothing_found_wrong: "没有发现对不上的地方",
    whole_ledger: "台账",
    known: "已知",
    known_finding: |reason| format!("理由：{reason}"),
    paragraph: |items, counts| {
        if items == 0 {
            "台账里还没有事项。".to_owned()
        } else {
            format!("{items}项中，{}。", counts.join("；"))
        }
    },
    count_in_paragraph: |status, items, share| format!("{}{items}项，占{share}", status.chinese()),
    counts_by_person: |items, counts| {
        format!("其中人工判定{items}项；按数据计算：{}。", counts.join("；"))
    },
    summary_lists: ["慢于序时（百分点）", "增速未达目标（百分点）"],
    summary_columns: ["序号", "事项", "牵头单位", "百分点", "判定依据"],
    by_lead: "按牵头单位",
    by_category: "按类别",
    no_name: "（未写）",
    group: |name, items, late| format!("{name}：{items}项，其中未启动、滞后或趋缓{late}项"),
    heads: ["序号", "状态", "事项", "判定依据", "进展情况"],
    no_state_folder: "找不到状态文件夹，没有旧版本",
    no_versions: "没有留下旧版本；每次保存时才会留底",
    no_such_version: |number, count| format!("没有第{number}个版本；现有{count}个"),
    restored: |time| format!("已取回{time}保存之前的样子；刚才的文件也已留底，可再用 restore 取回"),
    not_restored: "没有取回，原文件未动：文件正被别人改动，或不是普通文件",
    how_to_restore: "取回其中一个：taizhang restore --version 序号",
    cannot_compare: "（无法比较）",
    different_items: |count, ids| match count {
        0 => "与现在相同".to_owned(),
        _ => format!("{count}项与现在不同：{ids}"),
    },
    panic_report: |file| format!("出错报告存在：{file}"),
    terminal_failed: |error| format!("终端出错：{error}"),
};
