use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::terminal::answers::{Answers, Told};
use crate::terminal::background::Background;
use crate::terminal::hearing::{Heard, Hearing, LONGEST_BYTES};

fn heard(bytes: &[u8]) -> Vec<Heard> {
    let (mut hearing, mut heard) = (Hearing::default(), Vec::new());
    hearing.take(bytes, &mut heard);
    heard
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Heard {
    Heard::Typed(Event::Key(KeyEvent::new(code, modifiers)))
}

fn plain(code: KeyCode) -> Heard {
    key(code, KeyModifiers::NONE)
}

const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;
const ALT: KeyModifiers = KeyModifiers::ALT;

/// What can come whole, and what it is.
fn pieces() -> Vec<(&'static [u8], Option<Heard>)> {
    let told = |text| Some(Heard::Background(Background::read(text).unwrap()));
    let typed = |code| Some(plain(code));
    let with = |code, modifiers| Some(key(code, modifiers));
    let pointed = |kind| {
        Some(Heard::Typed(Event::Mouse(MouseEvent {
            kind,
            column: 11,
            row: 6,
            modifiers: KeyModifiers::NONE,
        })))
    };
    let paste = |text: &str| Some(Heard::Typed(Event::Paste(text.to_owned())));
    vec![
        (b"\x1B[?6c", Some(Heard::Attributes)),
        (b"\x1B[?61;4;6;7;22c", Some(Heard::Attributes)),
        (b"\x1B[2;3R", Some(Heard::Cursor { row: 2, col: 3 })),
        (b"\x1B]11;rgb:1111/2222/3333\x07", told("rgb:11/22/33")),
        (b"\x1B]11;rgb:1/2/3\x1B\\", told("rgb:1/2/3")),
        (b"\x1B]11;rgba:ffff/ffff/ffff/0000\x1B\\", told("rgb:f/f/f")),
        (b"2", typed(KeyCode::Char('2'))),
        (b";", typed(KeyCode::Char(';'))),
        (b"[", typed(KeyCode::Char('['))),
        (b"]", typed(KeyCode::Char(']'))),
        (b"\\", typed(KeyCode::Char('\\'))),
        (b"R", with(KeyCode::Char('R'), SHIFT)),
        ("市".as_bytes(), typed(KeyCode::Char('市'))),
        ("𠮷".as_bytes(), typed(KeyCode::Char('𠮷'))),
        ("é".as_bytes(), typed(KeyCode::Char('é'))),
        (b"\r", typed(KeyCode::Enter)),
        (b"\t", typed(KeyCode::Tab)),
        (b"\x7F", typed(KeyCode::Backspace)),
        (b"\x13", with(KeyCode::Char('s'), CONTROL)),
        (b"\n", with(KeyCode::Char('j'), CONTROL)),
        (b"\0", with(KeyCode::Char(' '), CONTROL)),
        (b"\x1F", with(KeyCode::Char('7'), CONTROL)),
        (b"\x1Bx", with(KeyCode::Char('x'), ALT)),
        ("\u{1B}市".as_bytes(), with(KeyCode::Char('市'), ALT)),
        (b"\x1B[A", typed(KeyCode::Up)),
        (b"\x1BOD", typed(KeyCode::Left)),
        (b"\x1BOR", typed(KeyCode::F(3))),
        (b"\x1BO2P", with(KeyCode::F(1), SHIFT)),
        (b"\x1B[1;5C", with(KeyCode::Right, CONTROL)),
        (b"\x1B[1;2R", with(KeyCode::F(3), SHIFT)),
        (b"\x1B[1;6B", with(KeyCode::Down, SHIFT | CONTROL)),
        (b"\x1B[H", typed(KeyCode::Home)),
        (b"\x1B[4~", typed(KeyCode::End)),
        (b"\x1B[5~", typed(KeyCode::PageUp)),
        (b"\x1B[6;3~", with(KeyCode::PageDown, ALT)),
        (b"\x1B[2~", typed(KeyCode::Insert)),
        (b"\x1B[3~", typed(KeyCode::Delete)),
        (b"\x1B[15~", typed(KeyCode::F(5))),
        (b"\x1B[17~", typed(KeyCode::F(6))),
        (b"\x1B[21;2~", with(KeyCode::F(10), SHIFT)),
        (b"\x1B[24~", typed(KeyCode::F(12))),
        (b"\x1B[[B", typed(KeyCode::F(2))),
        (b"\x1B[Z", with(KeyCode::BackTab, SHIFT)),
        (
            b"\x1B[<0;12;7M",
            pointed(MouseEventKind::Down(MouseButton::Left)),
        ),
        (
            b"\x1B[<2;12;7m",
            pointed(MouseEventKind::Up(MouseButton::Right)),
        ),
        (
            b"\x1B[<32;12;7M",
            pointed(MouseEventKind::Drag(MouseButton::Left)),
        ),
        (b"\x1B[<65;12;7M", pointed(MouseEventKind::ScrollDown)),
        (b"\x1B[97;5u", with(KeyCode::Char('a'), CONTROL)),
        (
            "\u{1B}[200~新\r\n2\u{1B}[A\u{1B}[201~".as_bytes(),
            paste("新\r\n2\u{1B}[A"),
        ),
        (b"\x1B[200~\x1B[201~", paste("")),
        // Known to nobody, or of no use here: not a part of it is a key.
        (b"\x1B[I", None),
        (b"\x1B[99~", None),
        (b"\x1B[9;9;9W", None),
        (b"\x1B[>0;276;0c", None),
        (b"\x1B[?1;2$y", None),
        (b"\x1B[<0;12;0M", None),
        (b"\x1B[<35;12;7M", None),
        (b"\x1B[M 12", None),
        (b"\x1B[201~", None),
        (b"\x1B]10;rgb:1/2/3\x1B\\", None),
        (b"\x1B]11;?\x07", None),
        (b"\x1B]11;rgb:12\x07", None),
        (b"\x1BP1$r0m\x1B\\", None),
        (b"\x1BP>|XTerm(367)\x1B\\", None),
        (b"\x1B_Gi=1;OK\x1B\\", None),
        (b"\xFF", None),
        (b"\x80", None),
    ]
}

#[test]
fn every_piece_is_heard_as_what_it_is() {
    for (bytes, expected) in pieces() {
        let about = String::from_utf8_lossy(bytes).escape_debug().to_string();
        assert_eq!(heard(bytes), Vec::from_iter(expected), "{about}");
    }
}

#[test]
fn an_escape_is_a_key_when_nothing_follows() {
    for (bytes, code, modifiers) in [
        (&b"\x1B"[..], KeyCode::Esc, KeyModifiers::NONE),
        (b"\x1B[", KeyCode::Char('['), ALT),
        (b"\x1B]", KeyCode::Char(']'), ALT),
        (b"\x1BO", KeyCode::Char('O'), ALT | SHIFT),
        (b"\x1BP", KeyCode::Char('P'), ALT | SHIFT),
    ] {
        let (mut hearing, mut heard) = (Hearing::default(), Vec::new());
        hearing.take(bytes, &mut heard);
        assert!(heard.is_empty() && hearing.is_within());
        hearing.pause(&mut heard);
        assert_eq!(heard, [key(code, modifiers)]);
        assert!(!hearing.is_within());
    }
    // The rest of an answer may be late: no pause makes keys of it.
    for bytes in [&b"\x1B]1"[..], b"\x1B[2;", b"\x1B]11;rgb:1", b"\x1B[200~1"] {
        let (mut hearing, mut heard) = (Hearing::default(), Vec::new());
        hearing.take(bytes, &mut heard);
        hearing.pause(&mut heard);
        assert!(heard.is_empty() && hearing.is_within());
    }
}

#[test]
fn an_answer_whose_escape_was_taken_for_a_key_is_an_answer() {
    let after_pause = |rest: &[u8]| {
        let (mut hearing, mut heard) = (Hearing::default(), Vec::new());
        hearing.take(b"\x1B", &mut heard);
        hearing.pause(&mut heard);
        hearing.take(rest, &mut heard);
        hearing.pause(&mut heard);
        heard.split_off(1)
    };
    let told = Heard::Background(Background::read("rgb:1/2/3").unwrap());
    assert_eq!(after_pause(b"]11;rgb:1/2/3\x1B\\"), [told]);
    let plain = |c| plain(KeyCode::Char(c));
    assert_eq!(after_pause(b"]"), [plain(']')]);
    assert_eq!(after_pause(b"]q"), [plain(']'), plain('q')]);
    assert_eq!(after_pause(b"y1"), [plain('y'), plain('1')]);
}

#[test]
fn a_key_that_cuts_something_off_is_still_a_key() {
    let enter = || plain(KeyCode::Enter);
    assert_eq!(heard(b"\x1B]11;rgb:12\r"), [enter()]);
    assert_eq!(heard(b"\x1B[12\r"), [enter()]);
    assert_eq!(heard(b"\xE5\xB8\r"), [enter()]);
    assert_eq!(
        heard(b"\x1B\x1B[A"),
        [plain(KeyCode::Esc), plain(KeyCode::Up)]
    );
    assert_eq!(heard(b"\x1B]11;rgb:1\x1B[A"), [plain(KeyCode::Up)]);
    let alt = |c| key(KeyCode::Char(c), ALT);
    assert_eq!(heard(b"\x1B]q"), [alt(']'), plain(KeyCode::Char('q'))]);
    assert_eq!(heard(b"\x1B[\r"), [alt('['), enter()]);
    assert_eq!(heard(b"\x1B\xFF"), [plain(KeyCode::Esc)]);
}

#[test]
fn an_endless_answer_takes_no_room() {
    let mut hearing = Hearing::default();
    let mut heard = Vec::new();
    for opening in [&b"\x1B]11;rgb:"[..], b"\x1B[", b"\x1BP1"] {
        hearing.take(opening, &mut heard);
        for _ in 0..1_000 {
            hearing.take(&[b'1'; 100], &mut heard);
            assert!(hearing.held.len() <= LONGEST_BYTES);
        }
        hearing.take(b"\x1B\\", &mut heard);
    }
    // The `\` after the control sequence was cut off by an escape.
    assert_eq!(heard, [key(KeyCode::Char('\\'), ALT)]);
}

#[test]
fn the_answers_are_sorted_from_the_keys() {
    let mut answers = Answers::default();
    answers.take(b"2\x1B[?6c6\x1B]11;rgb:f/f/f\x07\x1B[1;3R\x1B[2;3R");
    assert_eq!(answers.rounds(), 1);
    assert!(!answers.is_settled(2));
    answers.take(b"\x1B[?6c\x1B");
    assert!(!answers.is_settled(2), "an escape has begun");
    answers.take(b"[B");
    assert!(answers.is_settled(2));
    let background = Background::read("rgb:f/f/f");
    let cols = Some(2);
    assert_eq!(answers.told(), Told { cols, background });
    let typed: Vec<Heard> = answers.take_typed().into_iter().map(Heard::Typed).collect();
    let expected = [
        plain(KeyCode::Char('2')),
        plain(KeyCode::Char('6')),
        key(KeyCode::F(3), ALT),
        plain(KeyCode::Down),
    ];
    assert_eq!(typed, expected);
    assert!(answers.take_typed().is_empty(), "each key once");
}

/// Takes the bytes in parts of these lengths, over and over.
fn heard_in_parts(bytes: &[u8], lengths: &[usize]) -> Vec<Heard> {
    let (mut hearing, mut heard) = (Hearing::default(), Vec::new());
    let mut rest = bytes;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (part, after) = rest.split_at((*length).min(rest.len()));
        hearing.take(part, &mut heard);
        rest = after;
    }
    heard
}

proptest! {
    #[test]
    fn nothing_is_lost_or_made_up(
        chosen in vec(0..pieces().len(), 0..40),
        lengths in vec(1_usize..9, 1..9),
    ) {
        let pieces = pieces();
        let bytes: Vec<u8> = chosen.iter().flat_map(|&at| pieces[at].0).copied().collect();
        let expected: Vec<Heard> = chosen.iter().filter_map(|&at| pieces[at].1.clone()).collect();
        prop_assert_eq!(heard_in_parts(&bytes, &lengths), expected);
    }

    #[test]
    fn every_text_is_heard_as_it_was_typed(text in "[^\\p{Cc}]{0,60}", lengths in vec(1_usize..5, 1..5)) {
        let typed: String = heard_in_parts(text.as_bytes(), &lengths)
            .into_iter()
            .filter_map(|heard| match heard {
                Heard::Typed(Event::Key(KeyEvent { code: KeyCode::Char(c), .. })) => Some(c),
                _ => None,
            })
            .collect();
        prop_assert_eq!(typed, text);
    }

    #[test]
    fn whatever_comes_the_next_answer_is_heard(
        bytes in vec(prop_oneof![any::<u8>(), Just(0x1B), Just(b'['), Just(b']'), Just(b'1')], 0..200),
        lengths in vec(1_usize..20, 1..5),
    ) {
        prop_assume!(!bytes.windows(6).any(|part| part == b"\x1B[200~"));
        let mut bytes = bytes;
        bytes.extend(b"\x1B[?6c");
        let whole = heard(&bytes);
        prop_assert_eq!(whole.last(), Some(&Heard::Attributes));
        prop_assert_eq!(heard_in_parts(&bytes, &lengths), whole);
    }
}
