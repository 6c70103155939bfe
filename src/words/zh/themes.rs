//! 中文：配色.

use crate::app::ThemeName;
use crate::words::ThemeWords;

/// The words of themes in Chinese.
pub const WORDS: ThemeWords = ThemeWords {
    theme: |theme| match theme {
        ThemeName::Terminal => "终端自带",
        ThemeName::Dark => "深色",
        ThemeName::Light => "浅色",
        ThemeName::Contrast => "高对比（投影）",
        ThemeName::Safe => "色觉友好",
        ThemeName::Plain => "单色",
    },
    chosen: |theme, name| format!("配色：{theme}（{name}）"),
    selected: |chars| format!("已选{chars}字"),
    about_theme: "配色：terminal（终端自带，默认）、dark 深色、light 浅色、contrast 高对比（投影）、safe 色觉友好、plain 单色",
};
