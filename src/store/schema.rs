//! The keys of the file format, table by table, with what they hold: for telling which key somebody meant. Reading does
//! not need it; that is `wire`.

use crate::ledger::problem::Expected;

mod near;

pub use near::{Near, near, near_word};

/// The keys of one table.
#[derive(Debug)]
pub struct Table {
    /// How it begins in a file.
    pub header: &'static str,
    /// Its keys, those that are used most first.
    pub keys: &'static [Key],
}

/// One key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What people call it who do not look it up, parted by blanks.
    pub aliases: &'static str,
}

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A value.
    Value(Expected),
    /// A table.
    One(&'static Table),
    /// A list of tables.
    Many(&'static Table),
    /// Names of measures, each with a table of figures.
    Figures,
    /// Whatever an office wants there.
    Own,
}

impl Table {
    /// The key of this name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The table behind a name, whether one or a list.
    pub fn table(&self, name: &str) -> Option<&'static Self> {
        match self.key(name)?.shape {
            Shape::One(table) | Shape::Many(table) => Some(table),
            _ => None,
        }
    }

    /// The table at the end of a path of names.
    pub fn at(&'static self, path: &[String]) -> Option<&'static Self> {
        path.iter().try_fold(self, |table, name| table.table(name))
    }
}

/// Every table of a ledger.
pub static TABLES: [&Table; 7] = [&ITEM, &INDICATOR, &LEDGER, &ORDER, &REPORT, &RULES, &CHECK];

/// The key of this name in any table.
pub fn any_key(name: &str) -> Option<&'static Key> {
    let mut keys = std::iter::once(&FILE)
        .chain(TABLES)
        .map(|table| table.key(name));
    keys.find_map(|key| key)
}

/// How the table of a key begins in a file.
pub fn header(key: &str) -> Option<&'static str> {
    let mut headers = TABLES.iter().map(|table| table.header);
    headers.find(|header| header.trim_matches(['[', ']']).rsplit('.').next() == Some(key))
}

const fn value(name: &'static str, expected: Expected, aliases: &'static str) -> Key {
    Key {
        name,
        shape: Shape::Value(expected),
        aliases,
    }
}

const fn other(name: &'static str, shape: Shape, aliases: &'static str) -> Key {
    Key {
        name,
        shape,
        aliases,
    }
}

use Expected::{Date, Id, Number, Text, Texts, Truth, Whole};

/// The file.
pub static FILE: Table = Table {
    header: "",
    keys: &[
        value("schema", Whole, "版本 格式 version"),
        other("ledger", Shape::One(&LEDGER), "台账 表头 基本信息"),
        other(
            "item",
            Shape::Many(&ITEM),
            "事项 项目 任务 条目 promise task",
        ),
        other("rules", Shape::One(&RULES), "规则 判定规则 tolerance"),
        other("check", Shape::One(&CHECK), "核对 检查"),
    ],
};

/// `[ledger]`
static LEDGER: Table = Table {
    header: "[ledger]",
    keys: &[
        value("title", Text, "标题 名称 台账名称 台账 name"),
        value("year", Whole, "年 年份 年度"),
        value("period", Text, "时期 期间 报告期 季度"),
        value(
            "as_of",
            Date,
            "截至 截至日期 截止 截止日期 日期 时点 date asof",
        ),
        value("publisher", Text, "发布单位 发布 单位 编制单位"),
        other("extra", Shape::Own, "备注 其他 remark remarks"),
    ],
};

/// `[rules]`
static RULES: Table = Table {
    header: "[rules]",
    keys: &[
        value("ahead", Number, "超前"),
        value("late", Number, "滞后 behind"),
        value("about", Number, "左右 大约"),
    ],
};

/// `[check]`
static CHECK: Table = Table {
    header: "[check]",
    keys: &[value("ignore", Texts, "忽略 已知")],
};

/// `[[item]]`
static ITEM: Table = Table {
    header: "[[item]]",
    keys: &[
        value("id", Id, "序号 编号 号 序 项号 number no num"),
        value(
            "title",
            Text,
            "事项 事项内容 事项名称 标题 名称 任务 内容 承诺 name",
        ),
        value(
            "progress",
            Text,
            "进展 进展情况 进度 完成情况 工作进展 推进情况 note",
        ),
        value("category", Text, "类别 分类 类型 领域 板块 type class"),
        value(
            "lead",
            Text,
            "牵头 牵头单位 牵头部门 责任单位 主办单位 单位 部门 unit_in_charge department owner leader",
        ),
        value(
            "with",
            Texts,
            "配合 配合单位 协办 协办单位 参与单位 partners",
        ),
        value(
            "start",
            Date,
            "开始 开始时间 开始日期 起始 启动时间 开工时间 begin",
        ),
        value(
            "due",
            Date,
            "时限 完成时限 办结时限 期限 截止 截止时间 截止日期 完成时间 到期 deadline end",
        ),
        value("tags", Texts, "标签 labels"),
        value("problem", Text, "问题 存在问题 困难 issue"),
        value(
            "next",
            Text,
            "下步打算 下一步 下步 下一步打算 下步措施 措施 next_step next_steps plan",
        ),
        value("contact", Text, "联系人 联系电话 联系方式 电话 phone"),
        value("status", Text, "状态 判定 人工判定 verdict state"),
        value("status_reason", Text, "判定理由 理由 原因 reason"),
        other(
            "indicator",
            Shape::Many(&INDICATOR),
            "指标 measure measures gauge kpi",
        ),
        other(
            "report",
            Shape::Many(&REPORT),
            "往期 历次 上期 报告 history",
        ),
        other(
            "order",
            Shape::Many(&ORDER),
            "交办 会议交办 议定事项 交办事项 decision",
        ),
        other("extra", Shape::Own, "备注 其他 remark remarks"),
    ],
};

/// `[[item.indicator]]`
static INDICATOR: Table = Table {
    header: "[[item.indicator]]",
    keys: &[
        value("name", Text, "名称 指标 指标名称 标题 title"),
        value("kind", Text, "类型 种类 类别 type"),
        value("target", Number, "目标 目标值 目标数 任务数 年度目标 goal"),
        value("compare", Text, "比较 比较方式 operator"),
        value("unit", Text, "单位 计量单位"),
        value(
            "actual",
            Number,
            "完成 完成值 完成数 实际 实际值 实绩 累计 已完成 value current result done",
        ),
        value(
            "underway",
            Number,
            "在建 在办 已开工 开工 在做 ongoing started",
        ),
        value(
            "reported",
            Number,
            "完成率 完成比例 上报 上报完成率 进度 percent completion",
        ),
        value("baseline", Number, "基数 基准 基期 base"),
        other("plan", Shape::Own, "计划 计划进度"),
        value("stages", Texts, "阶段 各阶段 步骤 steps"),
        value("stage", Text, "当前阶段 现阶段 所处阶段 step"),
        value("evidence", Text, "依据 原文 出处 依据原文 quote"),
        other("extra", Shape::Own, "备注 其他 remark remarks"),
    ],
};

/// `[[item.report]]`
static REPORT: Table = Table {
    header: "[[item.report]]",
    keys: &[
        value("period", Text, "时期 期间 报告期 季度"),
        value("as_of", Date, "截至 截至日期 截止日期 日期 date asof"),
        value("progress", Text, "进展 进展情况 完成情况 note"),
        other("figures", Shape::Figures, "数字 数据 指标 numbers"),
        other("extra", Shape::Own, "备注 其他 remark remarks"),
    ],
};

/// `[[item.order]]`
static ORDER: Table = Table {
    header: "[[item.order]]",
    keys: &[
        value("date", Date, "日期 会议日期 会议时间 时间 day"),
        value(
            "text",
            Text,
            "内容 事项 交办事项 交办内容 议定事项 要求 content title",
        ),
        value("owner", Text, "责任人 责任单位 承办单位 单位 负责人 lead"),
        value(
            "due",
            Date,
            "时限 完成时限 办结时限 期限 截止 截止日期 deadline",
        ),
        value(
            "done",
            Truth,
            "完成 办结 已完成 已办 是否完成 finished closed",
        ),
        other("extra", Shape::Own, "备注 其他 remark remarks"),
    ],
};

/// What `figures` has for each measure.
pub static FIGURES: Table = Table {
    header: "figures",
    keys: &[
        value("actual", Number, "完成 完成值 完成数 实际"),
        value("underway", Number, "在建 在办 已开工 开工"),
        value("reported", Number, "完成率 完成比例 上报"),
    ],
};

/// What people write for the words that a key can have: the key, the word, and what stands for it.
pub static WORDS: [(&str, &str, &str); 14] = [
    (
        "kind",
        "amount",
        "数量 总量 累计 总数 完成量 个数 number total",
    ),
    ("kind", "rate", "增速 增长 增长率 比率 growth percent"),
    ("kind", "level", "水平 存量 占比 比重 达到 share"),
    ("kind", "stage", "阶段 节点 进度 step stages"),
    (
        "compare",
        ">=",
        "≥ => > 以上 不低于 不少于 达到 大于 大于等于 至少 min",
    ),
    (
        "compare",
        "<=",
        "≤ =< < 以下 以内 不超过 不高于 小于 小于等于 至多 max",
    ),
    ("compare", "~", "≈ ± 左右 约 大约 about"),
    ("status", "not_started", "未启动 未开工 未开始 未"),
    ("status", "behind", "滞后 落后 滞 late"),
    ("status", "slipping", "趋缓 偏慢 缓 slow"),
    ("status", "unquantified", "无数 未量化 无 no_figure"),
    (
        "status",
        "on_track",
        "达到 正常 达序时 达 ontrack on-track normal",
    ),
    ("status", "ahead", "超前 超"),
    (
        "status",
        "done",
        "完成 已完成 完 finished complete completed",
    ),
];
