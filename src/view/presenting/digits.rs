//! Large digits, made of the sign of a full bar: every set of signs has one, and it is one column wide everywhere.

use crate::view::Glyphs;

/// The rows of a digit.
pub const ROWS: usize = 5;

/// A figure in large digits, row by row, every pixel so many columns wide; `None` where it has other signs.
pub fn rows(figure: &str, pixel_cols: usize, glyphs: Glyphs) -> Option<Vec<String>> {
    let pictures: Option<Vec<_>> = figure.chars().map(picture).collect();
    let pictures = pictures.filter(|pictures| !pictures.is_empty())?;
    let row = |at: usize| {
        let pixels = pictures.iter().filter_map(|picture| picture.get(at));
        let pixels: Vec<&str> = pixels.copied().collect();
        let pixels = pixels.join(" ");
        let sign = |pixel| if pixel == '#' { glyphs.full() } else { ' ' };
        let wide = |pixel| std::iter::repeat_n(sign(pixel), pixel_cols);
        pixels.chars().flat_map(wide).collect()
    };
    Some((0..ROWS).map(row).collect())
}

const fn picture(sign: char) -> Option<[&'static str; ROWS]> {
    Some(match sign {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '.' => [" ", " ", " ", " ", "#"],
        '%' => ["# #", "  #", " # ", "#  ", "# #"],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '+' => ["   ", " # ", "###", " # ", "   "],
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_figure_is_drawn_with_one_sign() {
        let drawn = |cols, glyphs| rows("7.5%", cols, glyphs).unwrap().join("|");
        assert_eq!(
            drawn(1, Glyphs::Ascii),
            "###   ### # #|  #   #     #|  #   ###  # |  #     # #  |  # # ### # #"
        );
        assert!(drawn(1, Glyphs::Blocks).starts_with("███   ███ █ █|"));
        assert!(drawn(2, Glyphs::Neutral).starts_with("⣿⣿⣿⣿⣿⣿      ⣿⣿⣿⣿⣿⣿  ⣿⣿  ⣿⣿|"));
    }

    #[test]
    fn no_two_digits_are_alike_and_all_rows_are_equally_long() {
        let signs = "0123456789.%-+";
        let pictures: HashSet<_> = signs.chars().map(|sign| picture(sign).unwrap()).collect();
        assert_eq!(pictures.len(), signs.len());
        for picture in pictures {
            assert!(picture.iter().all(|row| row.len() == picture[0].len()));
        }
    }

    #[test]
    fn what_has_no_picture_is_not_drawn_at_all() {
        assert_eq!(rows("5户", 1, Glyphs::Blocks), None);
        assert_eq!(rows("", 1, Glyphs::Blocks), None);
    }
}
