//! The colour behind the text, as a terminal tells it, and whether it is a light one.

/// A colour; each part out of 65535.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Background {
    parts: [u16; 3],
}

/// Above this luminance black is read better than white.
const LIGHT: f64 = 0.179;

impl Background {
    /// Reads what stands in an answer: `rgb:1d1d/1f1f/2121`, with one to four digits a part, or `rgba:` with one more.
    pub fn read(text: &str) -> Option<Self> {
        let (parts, count) = match (text.strip_prefix("rgb:"), text.strip_prefix("rgba:")) {
            (Some(parts), _) => (parts, 3),
            (None, Some(parts)) => (parts, 4),
            (None, None) => return None,
        };
        let parts: Option<Vec<u16>> = parts.split('/').map(part).collect();
        match *parts?.as_slice() {
            [red, green, blue, ..] if parts_are(count, text) => Some(Self {
                parts: [red, green, blue],
            }),
            _ => None,
        }
    }

    /// Whether dark colours are read better on it than bright ones.
    pub fn is_light(self) -> bool {
        self.luminance() > LIGHT
    }

    /// As others write it: `#1d1f21`.
    pub fn name(self) -> String {
        let [red, green, blue] = self.parts.map(|part| part >> 8);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// How bright it is for the eye, from 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.parts.map(|part| {
            let part = f64::from(part) / f64::from(u16::MAX);
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn parts_are(count: usize, text: &str) -> bool {
    text.split('/').count() == count
}

/// One part: `f` and `ffff` are both all of it.
fn part(digits: &str) -> Option<u16> {
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let most = match digits.len() {
        1 => 0xF,
        2 => 0xFF,
        3 => 0xFFF,
        4 => 0xFFFF,
        _ => return None,
    };
    let part = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    u16::try_from(part * u32::from(u16::MAX) / most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_every_length_are_read() {
        for (text, name) in [
            ("rgb:1d1d/1f1f/2121", "#1d1f21"),
            ("rgb:ff/80/00", "#ff8000"),
            ("rgb:f/0/F", "#ff00ff"),
            ("rgb:fff/000/888", "#ff0088"),
            ("rgba:ffff/ffff/ffff/8000", "#ffffff"),
        ] {
            assert_eq!(Background::read(text).unwrap().name(), name, "{text}");
        }
        for text in [
            "",
            "rgb:",
            "rgb:1/2",
            "rgb:1/2/3/4",
            "rgba:1/2/3",
            "rgb:12345/0/0",
            "rgb:+1/0/0",
            "rgb:g/0/0",
            "rgb://",
            "rgb:一/0/0",
            "?",
            "#ffffff",
        ] {
            assert_eq!(Background::read(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_light_is_told_by_the_eye() {
        for (text, is_light) in [
            ("rgb:0/0/0", false),
            ("rgb:f/f/f", true),
            ("rgb:fdfd/f6f6/e3e3", true),
            ("rgb:00/2b/36", false),
            ("rgb:30/0a/24", false),
            ("rgb:00/00/ff", false),
            ("rgb:00/ff/00", true),
            ("rgb:c0/c0/c0", true),
            ("rgb:40/40/40", false),
        ] {
            let background = Background::read(text).unwrap();
            assert_eq!(background.is_light(), is_light, "{text}");
        }
    }
}
