//! What the foot of the window says after a save, an undo or a reload, in Chinese.

use crate::words::NoticeWords;

pub const WORDS: NoticeWords = NoticeWords {
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
    added: |first, count| match count {
        1 => format!("别人新增了第{first}项"),
        _ => format!("别人新增了第{first}项等{count}项"),
    },
    removed: |first, count| match count {
        1 => format!("别人删去了第{first}项"),
        _ => format!("别人删去了第{first}项等{count}项"),
    },
    renumbered_items: |count| format!("{count}项的编号变了"),
    renumbered: |from, to| format!("第{from}项现在是第{to}项"),
    named: |id, title| match title {
        "" => format!("第{id}项"),
        _ => format!("第{id}项“{title}”"),
    },
    waits_for_item: |wanted, now| {
        format!("第{wanted}项现在是另一件事：{now}；您的文字没有动，保存前会请您核对")
    },
    other_item: |wanted, now| format!("没有保存：本来要存到{wanted}，现在是{now}"),
    not_saved_item_gone: |wanted| format!("没有保存：文件里已没有{wanted}"),
    item_ambiguous: |wanted, ids| {
        format!("没有保存：分不清{wanted}现在是哪一项（{ids}同名）；请把文字复制到那一项里")
    },
    skipped: |id, is_redo| {
        if is_redo {
            format!("第{id}项已被别人改过，这一步重做不了，先跳过；再按一次重做下一步")
        } else {
            format!("第{id}项已被别人改过，这一步撤不回，先跳过；再按一次撤销前一步")
        }
    },
    only_skipped: |ids, is_redo| {
        let verb = if is_redo { "重做" } else { "撤销" };
        format!("没有可{verb}的了；跳过的还有{ids}，文件恢复原样后还能{verb}")
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
    system_refused: |why| format!("没有保存，原文件未动：{why}"),
    copies_not_kept: |why| {
        format!(
            "没有保存，原文件未动：这个文件只能就地改写，须先在状态文件夹（~/.local/state/taizhang）留底，但留不了：{why}"
        )
    },
    set_aside: |name| {
        format!("没有保存：就在保存时别人连存了两次，较早的一份另存为 {name}；请核对后再存")
    },
    no_such_item: |digits| format!("没有第{digits}项"),
    none_late: "没有慢于序时的事项",
    reloaded: "已重新载入",
    reload_missing: "文件暂时不存在，继续使用已载入的内容",
    reload_unreadable: "文件暂时无法读取，继续使用已载入的内容",
    reload_refused: |why| format!("文件暂时无法读取，继续使用已载入的内容：{why}"),
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
    state_folder_closed: |folder| {
        format!(
            "状态文件夹 {folder} 原来别人也能写入，已改为您一人专用；里面若有来历不明的草稿、旧版本，请勿采用"
        )
    },
    draft_not_kept: |why| format!("文字没有留底，请勤保存：{why}"),
    version_not_kept: |why| format!("旧版本没有留底，restore 取不回：{why}"),
    no_state_folder: "系统没有给出状态文件夹；请设好环境变量 HOME 或 XDG_STATE_HOME",
    unsafe_folder: |folder| {
        format!(
            "{folder} 不是您一人专用的文件夹（是链接、属于别的用户，或别人也能写入），没有使用；请移走它，或用环境变量 XDG_STATE_HOME 另指定一个"
        )
    },
    editor_not_found: |program| {
        format!(
            "找不到外部编辑器 {program}，进展没有变；请安装它，或把环境变量 EDITOR 设为别的编辑器"
        )
    },
    editor_failed: |program, status| match status {
        Some(status) => {
            format!("外部编辑器没有正常结束（{program}，退出状态{status}），进展没有变；请再试一次")
        }
        None => format!("外部编辑器没有正常结束（{program} 被中途结束），进展没有变；请再试一次"),
    },
    editor_refused: |why| format!("没能用外部编辑器，进展没有变：{why}"),
    save_unfinished: "磁盘或别的程序一直没有应答，程序没有再等：最后一次保存没有确认。您的文字已留底，下次打开时可接着编辑",
    draft_unfinished: "状态文件夹没有应答，最后写的文字可能没有留底",
    between: "；",
    saving: "正在保存…",
};
