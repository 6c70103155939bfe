//! Why the system refused, as a kind that a user can do something about. The sentences are chosen where they are shown;
//! the system's own words, its numbers and the paths in them stay behind.

use std::io::{self, ErrorKind};

/// The cause of an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IoCause {
    /// The disk has no room left.
    StorageFull,
    /// The user may not store more.
    QuotaExceeded,
    /// The user may not do it.
    PermissionDenied,
    /// The file system is mounted read-only.
    ReadOnlyFilesystem,
    /// The file, or a folder on the way to it, is not there.
    NotFound,
    /// There is something of this name already.
    AlreadyExists,
    /// The file would be, or is, larger than allowed.
    FileTooLarge,
    /// The name or the path is too long, or has characters that the file system does not take.
    InvalidFilename,
    /// No file can stand at this place: it is a device, for example.
    NotAFile,
    /// It is a folder.
    IsADirectory,
    /// Something on the path is no folder.
    NotADirectory,
    /// The folder is not empty.
    DirectoryNotEmpty,
    /// Symbolic links lead in a circle.
    LinkLoop,
    /// A file on a network disk that its server knows no longer.
    StaleHandle,
    /// The network disk cannot be reached.
    Network,
    /// No answer in time.
    TimedOut,
    /// A signal came in between.
    Interrupted,
    /// Another program has it.
    Busy,
    /// The disk failed to read or write.
    DiskFailure,
    /// The disk or the device was taken away.
    DeviceGone,
    /// Too many files are open.
    TooManyFiles,
    /// There is no memory left.
    OutOfMemory,
    /// The system or the file system cannot do this.
    Unsupported,
    /// What was read makes no sense: no text, or damaged.
    InvalidData,
    /// The other end was closed before all was read or written.
    Closed,
    /// Anything else, with the system's number where it gave one.
    Unknown(Option<i32>),
}

impl IoCause {
    /// The cause of an error. Where a library put its own words around the error, what is inside counts.
    pub fn of(error: &io::Error) -> Self {
        Self::of_kind(error.kind()).unwrap_or_else(|| {
            let number = number(error);
            number
                .and_then(Self::of_number)
                .unwrap_or(Self::Unknown(number))
        })
    }

    fn of_kind(kind: ErrorKind) -> Option<Self> {
        Some(match kind {
            ErrorKind::StorageFull => Self::StorageFull,
            ErrorKind::QuotaExceeded => Self::QuotaExceeded,
            ErrorKind::PermissionDenied => Self::PermissionDenied,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFilesystem,
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::AlreadyExists => Self::AlreadyExists,
            ErrorKind::FileTooLarge => Self::FileTooLarge,
            ErrorKind::InvalidFilename => Self::InvalidFilename,
            ErrorKind::InvalidInput | ErrorKind::NotSeekable => Self::NotAFile,
            ErrorKind::IsADirectory => Self::IsADirectory,
            ErrorKind::NotADirectory => Self::NotADirectory,
            ErrorKind::DirectoryNotEmpty => Self::DirectoryNotEmpty,
            ErrorKind::StaleNetworkFileHandle => Self::StaleHandle,
            ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::HostUnreachable
            | ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::NotConnected
            | ErrorKind::AddrNotAvailable => Self::Network,
            ErrorKind::TimedOut => Self::TimedOut,
            ErrorKind::Interrupted | ErrorKind::WouldBlock => Self::Interrupted,
            ErrorKind::ResourceBusy
            | ErrorKind::ExecutableFileBusy
            | ErrorKind::Deadlock
            | ErrorKind::AddrInUse => Self::Busy,
            ErrorKind::OutOfMemory => Self::OutOfMemory,
            ErrorKind::Unsupported | ErrorKind::CrossesDevices | ErrorKind::TooManyLinks => {
                Self::Unsupported
            }
            ErrorKind::InvalidData => Self::InvalidData,
            ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof | ErrorKind::WriteZero => Self::Closed,
            _ => return None,
        })
    }

    /// Numbers of the system that have no stable kind yet.
    #[cfg(unix)]
    fn of_number(number: i32) -> Option<Self> {
        const LOOP: i32 = if cfg!(any(target_os = "linux", target_os = "android")) {
            40
        } else {
            62
        };
        Some(match number {
            5 => Self::DiskFailure,
            6 | 19 => Self::DeviceGone,
            23 | 24 => Self::TooManyFiles,
            LOOP => Self::LinkLoop,
            // No medium, wrong medium; I/O error at the other end.
            123 | 124 if cfg!(target_os = "linux") => Self::DeviceGone,
            121 if cfg!(target_os = "linux") => Self::DiskFailure,
            // The machine at the other end is down.
            112 if cfg!(target_os = "linux") => Self::Network,
            // No locks, or none left.
            37 if cfg!(target_os = "linux") => Self::Unsupported,
            _ => return None,
        })
    }

    /// Numbers of the system that have no stable kind yet.
    #[cfg(windows)]
    fn of_number(number: i32) -> Option<Self> {
        Some(match number {
            4 => Self::TooManyFiles,
            // Another program shares it with nobody, has locked a part of it, or has it mapped.
            32 | 33 | 1224 => Self::Busy,
            15 | 21 | 55 | 1006 | 1167 => Self::DeviceGone,
            23 | 27 | 29 | 30 | 1117 | 1392 | 1393 => Self::DiskFailure,
            51 | 53 | 54 | 58 | 59 | 64 | 67 | 1231 => Self::Network,
            225 | 226 => Self::PermissionDenied,
            1921 => Self::LinkLoop,
            _ => return None,
        })
    }

    /// Elsewhere the kinds are all there is.
    #[cfg(not(any(unix, windows)))]
    fn of_number(_: i32) -> Option<Self> {
        None
    }
}

/// The system's number of an error. A library that wraps an error keeps the number in its text alone.
fn number(error: &io::Error) -> Option<i32> {
    error.raw_os_error().or_else(|| {
        let text = error.to_string();
        let (_, rest) = text.split_once("(os error ")?;
        rest.split_once(')')?.0.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn numbers_of_the_system_have_a_cause() {
        let table = [
            (28, IoCause::StorageFull),
            (13, IoCause::PermissionDenied),
            (30, IoCause::ReadOnlyFilesystem),
            (2, IoCause::NotFound),
            (17, IoCause::AlreadyExists),
            (27, IoCause::FileTooLarge),
            (16, IoCause::Busy),
            (26, IoCause::Busy),
            (20, IoCause::NotADirectory),
            (21, IoCause::IsADirectory),
            (22, IoCause::NotAFile),
            (4, IoCause::Interrupted),
            (12, IoCause::OutOfMemory),
            (5, IoCause::DiskFailure),
            (19, IoCause::DeviceGone),
            (24, IoCause::TooManyFiles),
        ];
        for (number, cause) in table {
            assert_eq!(
                IoCause::of(&io::Error::from_raw_os_error(number)),
                cause,
                "{number}"
            );
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn numbers_of_linux_have_a_cause() {
        let table = [
            (36, IoCause::InvalidFilename),
            (40, IoCause::LinkLoop),
            (95, IoCause::Unsupported),
            (101, IoCause::Network),
            (110, IoCause::TimedOut),
            (112, IoCause::Network),
            (116, IoCause::StaleHandle),
            (122, IoCause::QuotaExceeded),
            (93, IoCause::Unknown(Some(93))),
        ];
        for (number, cause) in table {
            assert_eq!(
                IoCause::of(&io::Error::from_raw_os_error(number)),
                cause,
                "{number}"
            );
        }
    }

    #[test]
    #[cfg(unix)]
    fn an_error_in_the_words_of_a_library_keeps_its_cause() {
        for number in [28, 5, 13] {
            let inside = io::Error::from_raw_os_error(number);
            let cause = IoCause::of(&inside);
            let text = format!("{inside} at path \"/tmp/.x.tmp\"");
            let wrapped = io::Error::new(inside.kind(), text);
            assert_eq!(IoCause::of(&wrapped), cause, "{number}");
        }
        let own = io::Error::other("somebody's words");
        assert_eq!(IoCause::of(&own), IoCause::Unknown(None));
    }
}
