//! The minutes as a document for Word, WPS and their like: A4, in the fonts of Chinese offices, a table a meeting.

use std::io::{self, Cursor};

use docx_rs::{
    AlignmentType, BreakType, Docx, LineSpacing, PageMargin, Paragraph, Run, RunFonts, Table,
    TableAlignmentType, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::{COLUMNS, Meeting, Minutes, lines};

/// A4 in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Left and right of the text, in twentieths of a point.
const SIDE_MARGIN: i32 = 1_253;
/// Above and below it.
const END_MARGIN: i32 = 1_440;
/// The widths of the columns, in twentieths of a point: as wide together as the text.
const WIDTHS: [usize; COLUMNS] = [700, 2_100, 2_800, 1_300, 1_300, 1_200];

/// The font of running text, its size in half points.
const TEXT: Face = Face("仿宋_GB2312", 24);
/// That of headings.
const HEADING: Face = Face("黑体", 28);
/// That of the title.
const TITLE: Face = Face("宋体", 36);
/// That of the heads of columns.
const HEAD: Face = Face("黑体", 21);
/// That of the table: a day must fit its column.
const CELL: Face = Face("仿宋_GB2312", 21);

/// A Chinese font by the name that offices have it under, and a size in half points.
#[derive(Clone, Copy)]
struct Face(&'static str, usize);

impl Face {
    /// The font for Chinese, and one that goes with it for figures and letters.
    fn fonts(self) -> RunFonts {
        let Self(name, _) = self;
        let latin = "Times New Roman";
        RunFonts::new().east_asia(name).ascii(latin).hi_ansi(latin)
    }

    /// A text in this font; its lines stay lines.
    fn run(self, text: &str) -> Run {
        let Self(_, size) = self;
        let run = Run::new().fonts(self.fonts()).size(size);
        let text = lines(text);
        text.split('\n')
            .enumerate()
            .fold(run, |run, (index, line)| {
                let run = if index == 0 {
                    run
                } else {
                    run.add_break(BreakType::TextWrapping)
                };
                // Two characters that no XML may hold, and that no text means.
                run.add_text(line.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}"))
            })
    }
}

/// The document, whole.
///
/// # Errors
///
/// Where it cannot be packed.
pub fn docx(minutes: &Minutes) -> io::Result<Vec<u8>> {
    let margin = PageMargin::new()
        .top(END_MARGIN)
        .bottom(END_MARGIN)
        .left(SIDE_MARGIN)
        .right(SIDE_MARGIN);
    let Face(_, size) = TEXT;
    let (width, height) = PAGE;
    let mut document = Docx::new()
        .page_size(width, height)
        .page_margin(margin)
        .default_fonts(TEXT.fonts())
        .default_size(size)
        .add_paragraph(centred(TITLE.run(&minutes.ledger).bold()))
        .add_paragraph(centred(TITLE.run(minutes.title).bold()))
        .add_paragraph(centred(TEXT.run(&minutes.standing)));
    for meeting in &minutes.meetings {
        let spacing = LineSpacing::new().before(240).after(120);
        let heading = Paragraph::new().add_run(HEADING.run(&meeting.heading));
        document = document
            .add_paragraph(heading.line_spacing(spacing).keep_next(true))
            .add_table(table(minutes, meeting));
    }
    let mut bytes = Cursor::new(Vec::new());
    document.pack(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.into_inner())
}

fn centred(run: Run) -> Paragraph {
    let spacing = LineSpacing::new().after(120);
    let paragraph = Paragraph::new().add_run(run);
    paragraph.align(AlignmentType::Center).line_spacing(spacing)
}

fn table(minutes: &Minutes, meeting: &Meeting) -> Table {
    let head = minutes.columns.iter().zip(WIDTHS);
    let head = head.map(|(text, width)| cell(HEAD.run(text), width, true));
    let mut rows = vec![TableRow::new(head.collect()).cant_split()];
    rows.extend(meeting.rows.iter().map(|row| {
        let cells = row.iter().zip(WIDTHS).enumerate();
        // Names and texts are read from the left; numbers, days and states stand in the middle.
        let cells = cells.map(|(index, (text, width))| {
            let is_short = !(1..=3).contains(&index);
            cell(CELL.run(text), width, is_short)
        });
        TableRow::new(cells.collect()).cant_split()
    }));
    Table::new(rows)
        .set_grid(WIDTHS.to_vec())
        .width(WIDTHS.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
}

fn cell(run: Run, width: usize, is_centred: bool) -> TableCell {
    let paragraph = Paragraph::new().add_run(run);
    let paragraph = if is_centred {
        paragraph.align(AlignmentType::Center)
    } else {
        paragraph
    };
    TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Center)
        .add_paragraph(paragraph)
}
