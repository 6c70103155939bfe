//! The words themselves.
//!
//! Taken from published ledgers and bulletins of Chinese cities. A word that is missing here costs a figure that is not
//! proposed; a word too many costs a wrong one.

/// Something has come out: the promised thing is there.
pub const RESULTS: [&str; 38] = [
    "完工",
    "竣工",
    "建成",
    "完成",
    "新增",
    "新开通",
    "新培育",
    "新认定",
    "新改建",
    "认定",
    "获批",
    "获评",
    "授牌",
    "投用",
    "投入使用",
    "投产",
    "通车",
    "交付",
    "验收",
    "派出",
    "达到",
    "达",
    "建成投用",
    "落成",
    "办结",
    "兑现",
    "销号",
    "改造完成",
    "整治完成",
    "治理完成",
    "参保",
    "对外开放",
    "投运",
    "并网",
    "挂牌",
    "入住",
    "通水",
    "投入运营",
];

/// Work has begun on the spot.
pub const BEGUN: [&str; 5] = ["开工", "在建", "动工", "开工建设", "进场施工"];

/// Something is being done; a result only where that is what was promised.
pub const DOING: [&str; 5] = ["推进", "启动", "实施", "开展", "推动"];

/// Verbs that are a result where the promise itself says them and the note says that it has happened.
pub const OWN_RESULTS: [&str; 38] = [
    "举办", "开通", "培育", "培训", "发放", "安置", "改造", "整治", "治理", "招引", "引进", "种植",
    "新建", "开行", "优化", "放映", "盘活", "归集", "调解", "安装", "处置", "化解", "资助", "救助",
    "帮扶", "检查", "排查", "采购", "清淤", "绿化", "造林", "加装", "更换", "铺设", "修复", "拆除",
    "出让", "办理",
];

/// What opens a sentence about what is to come.
pub const NEXT_STEPS: [&str; 6] = ["下步", "下一步", "接下来", "今后", "后期", "下半年"];

/// The target named again.
pub const TARGETS: [&str; 8] = [
    "目标",
    "任务",
    "目标任务",
    "任务目标",
    "计划",
    "任务为",
    "目标为",
    "计划为",
];

/// It is still going on.
pub const ONGOING: [&str; 6] = ["正在", "持续", "抓紧", "有序", "积极", "加快"];

/// A promise that is kept by beginning, as it says itself.
pub const BEGINNINGS: [&str; 5] = ["开工", "启动", "开展", "推动", "滚动"];

/// More of something, in percent.
pub const MORE: [&str; 8] = [
    "增长", "增加", "提高", "提升", "上升", "上涨", "增幅", "增速",
];

/// Less of something, in percent.
pub const LESS: [&str; 7] = ["下降", "减少", "降低", "下滑", "回落", "降幅", "负增长"];

/// Words that say nothing about what is counted.
pub const EMPTY: [&str; 53] = [
    "截至目前",
    "截至",
    "今年以来",
    "今年",
    "上半年",
    "下半年",
    "全年",
    "年度",
    "一季度",
    "二季度",
    "三季度",
    "前三季度",
    "目前",
    "其中",
    "全市",
    "全区",
    "全县",
    "我市",
    "我区",
    "我县",
    "市级",
    "累计",
    "合计",
    "总计",
    "共计",
    "实现",
    "已经",
    "现已",
    "均已",
    "全部",
    "分别",
    "实际",
    "成功",
    "顺利",
    "已有",
    "现有",
    "左右",
    "以上",
    "同比",
    "同期",
    "上年",
    "去年",
    "比",
    "较",
    "年",
    "月",
    "日",
    "底",
    "末",
    "已",
    "均",
    "共",
    "总",
];

/// Things that come of themselves and need no verb: `生猪出栏94.6万头`.
pub const FLOWS: [&str; 9] = [
    "产量",
    "出栏",
    "吞吐量",
    "就业",
    "使用外资",
    "到位外资",
    "销售额",
    "交易额",
    "零售额",
];

/// That it has happened.
pub const HAPPENED: [&str; 5] = ["已", "了", "共", "累计", "成功"];

/// A step on the way to a result, taken by somebody who can still say no.
pub const PIPELINE: [&str; 34] = [
    "意向",
    "谋划",
    "储备",
    "申报",
    "申请",
    "推荐",
    "初选",
    "初审",
    "遴选",
    "考察",
    "公示",
    "评审",
    "入围",
    "报送",
    "上报",
    "征集",
    "名单",
    "清单",
    "设计",
    "批复",
    "签约",
    "签订",
    "立项",
    "备案",
    "审批",
    "会签",
    "前期",
    "招标",
    "招投标",
    "摸排",
    "调研",
    "起草",
    "编制",
    "论证",
];

/// A step of the work itself: done, it is not yet the thing that was promised.
pub const STEPS: [&str; 23] = [
    "路基",
    "基础施工",
    "主体施工",
    "主体建设",
    "主体工程",
    "封顶",
    "选址",
    "鉴定",
    "对象认定",
    "摸底",
    "勘察",
    "图审",
    "审查",
    "桩基",
    "装修",
    "受理",
    "初验",
    "征迁",
    "征地",
    "土地",
    "供地",
    "选点",
    "布局",
];

/// What is to come, or what would be.
pub const PLANNED: [&str; 24] = [
    "将",
    "拟",
    "预计",
    "力争",
    "争取",
    "确保",
    "近期",
    "下步",
    "下一步",
    "预期",
    "年底前",
    "要求",
    "建成后",
    "投用后",
    "完工后",
    "若",
    "建议",
    "具备",
    "有望",
    "可新增",
    "可完成",
    "可建成",
    "可实现",
    "可完工",
];

/// The same behind a figure: `46条将于10月底前完工`.
pub const AHEAD: [&str; 15] = [
    "将",
    "拟",
    "预计",
    "力争",
    "争取",
    "底前",
    "月前",
    "前完",
    "前全部",
    "可完",
    "可建",
    "可投",
    "待验",
    "待投",
    "要在",
];

/// The target named again, behind its figure: `500户的目标任务`.
pub const TARGET_BEHIND: [&str; 6] = [
    "的目标",
    "的任务",
    "目标任务",
    "的工作任务",
    "的计划",
    "的年度",
];

/// Words by which a note tells what comes next.
pub const NEXT_WORDS: [&str; 11] = [
    "下步",
    "下一步",
    "将",
    "近期",
    "接下来",
    "加紧",
    "争取",
    "力争",
    "预计",
    "后期",
    "正在",
];

/// What is left to do.
pub const REMAINING: [&str; 6] = ["剩余", "其余", "余下", "尚有", "尚未", "还有"];

/// What has not been done, by its verb: not every 未 is a no (未来, 未成年).
pub const NOT_DONE: [&str; 20] = [
    "尚", "未开", "未完", "未启", "未动", "未建", "未竣", "未达", "未能", "未实", "未落", "未到",
    "未投", "未交", "未发", "未拨", "未办", "未招", "未列", "未进",
];

/// The size of a whole undertaking, not what has come of it this year.
pub const SIZES: [&str; 9] = [
    "总投资",
    "总规模",
    "总建筑面积",
    "总面积",
    "总长",
    "概算",
    "计划投资",
    "协议投资",
    "设计产能",
];

/// Words that most promises share, and that tell none from another.
pub const GENERIC: [&str; 9] = [
    "项目", "工程", "企业", "建设", "设施", "单位", "改造", "全省", "工作",
];

/// A sum over everything so far.
pub const TOTALS: [&str; 4] = ["累计", "合计", "总计", "共计"];

/// What stands right before the department's own percentage of the target.
pub const SHARES: [&str; 15] = [
    "完成率",
    "建设进度",
    "总体进度",
    "完成进度",
    "完成比例",
    "任务的",
    "目标的",
    "计划的",
    "目标任务",
    "年度任务",
    "任务量的",
    "任务目标的",
    "总任务的",
    "完工率",
    "占任务",
];

/// Levels of government, the highest first.
pub const LEVELS: [&str; 4] = ["国家级", "省级", "市级", "县级"];

/// A total with parts told behind it.
pub const OF_WHICH: [&str; 1] = ["其中"];

/// What parts the lists of a sentence.
pub const SEMICOLONS: [&str; 2] = ["；", ";"];

/// A sum, where it is not part of a word (公共, 共享).
pub const TOGETHER: [&str; 1] = ["共"];

/// What is designed to make so much is there; and so is a centre for design.
pub const DESIGNS: [&str; 2] = ["设计产能", "设计中心"];

/// What tells that the target is only the head of what is said of it.
pub const GOING_ON: [&str; 4] = ["正在", "前期", "推进", "处于"];

/// Several figures for several things.
pub const EACH: [&str; 1] = ["分别"];

/// Money put into the work, which is not the work.
pub const INVESTMENT: [&str; 1] = ["投资"];

/// Goals of several years.
pub const OF_YEARS: [&str; 5] = ["规划", "三年", "五年", "十四五", "十五五"];

/// A share that is to come.
pub const PLANNED_SHARE: [&str; 5] = ["将", "力争", "确保", "预计", "争取"];

/// Verbs that a promise may join.
pub const JOINED: [&str; 10] = [
    "新开", "新增", "新建", "改造", "改建", "扩建", "提升", "优化", "更新", "修复",
];
