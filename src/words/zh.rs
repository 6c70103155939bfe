//! 中文

mod beginning;
mod commands;
mod copying;
mod doctor;
mod findings;
mod handing;
mod io_causes;
mod menus;
mod names;
mod notices;
mod options;
mod orders;
mod presentation;
mod problems;
mod reasons;
mod remembering;
mod restoring;
mod settings;
mod slips;
mod themes;
mod unread;
mod usage;

use crate::app::merging::Choice;
use crate::app::mode::Answer;
use crate::keys::Context;
use crate::ledger::{Gap, ReadOnly, Severity, Status};
use crate::words::Words;
use findings::{finding, severity};
use io_causes::io_cause;
use names::{action, advice, scope, slot};
use slips::{file_form, slip};

/// The words in Chinese.
pub static ZH: Words = Words {
    problems: problems::WORDS,
    reasons: reasons::WORDS,
    settings: settings::WORDS,
    usage: usage::WORDS,
    notices: notices::WORDS,
    io_cause,
    slip,
    unread: unread::unread,
    unread_count: unread::count,
    unread_notice: unread::notice,
    file_form,
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
        Context::NameSearch => "给搜索取名",
        Context::Edit => "编辑进展",
        Context::Merge => "两份文字",
        Context::Ask => "回答提问",
        Context::Overview => "汇总",
        Context::Findings => "核对",
        Context::Propose => "采用读出的数",
        Context::Orders => "会议交办",
        Context::Present => "演示",
        Context::Menu => "筛选、排序菜单",
        Context::Copy => "复制菜单",
        Context::Palette => "命令面板",
        Context::HelpSearch => "在帮助里查找",
        Context::Begin => "开始",
        Context::Path => "输入文件名",
        Context::Help => "帮助",
    },
    beginning: beginning::WORDS,
    doctor: doctor::WORDS,
    options: options::WORDS,
    orders: orders::WORDS,
    presentation: presentation::WORDS,
    copying: copying::WORDS,
    commands: commands::WORDS,
    themes: themes::WORDS,
    remembering: remembering::WORDS,
    as_of: |date| format!("数据截至{date}"),
    time_line: |percent| format!("序时{percent}%"),
    read_only: |why| match why {
        ReadOnly::Demo => beginning::WORDS.demo_only,
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
    gap: Gap::chinese,
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
    other_item_title: "编号现在是另一件事",
    other_item: |wanted, now| {
        format!(
            "这是为{wanted}写的，而现在是{now}。是同一件事才存到这里；不是的话请复制文字，写到原来那一项里。"
        )
    },
    recovered_other_item: |wanted, now| format!("。写的时候是{wanted}，现在是{now}，请核对"),
    recovered_item_gone: |wanted| format!("。台账里现在找不到{wanted}"),
    answer: |answer| match answer {
        Answer::SaveHere => "是同一件事，存到这里",
        Answer::SaveAndLeave => "保存并离开",
        Answer::Discard => "放弃改动",
        Answer::GoOn => "继续编辑",
        Answer::Resume => "接着编辑",
        Answer::GiveUpDraft => "不要了",
        Answer::Later => "以后再说",
        Answer::OpenEditor => "打开",
    },
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
    read_from_text: "读自原文，未入台账",
    how_to_take: "（按 Insert 逐条采用）",
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
    restoring: restoring::WORDS,
    handing: handing::WORDS,
    not_restored: "没有取回，原文件未动：文件正被别人改动，或不是普通文件",
    how_to_restore: |file| format!("取回其中一个：taizhang restore {file} --version 序号"),
    cannot_compare: "（无法比较）",
    different_items: |count, ids| match count {
        0 => "与现在相同".to_owned(),
        _ => format!("{count}项与现在不同：{ids}"),
    },
    panic_report: |file| format!("出错报告存在：{file}"),
    terminal_failed: |why| format!("终端出错：{why}"),
};
