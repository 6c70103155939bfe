//! English: why the system refused, a sentence a cause, with the way out behind it.

use crate::ledger::IoCause;

/// The cause and the way out.
pub fn io_cause(cause: IoCause) -> String {
    let text = match cause {
        IoCause::StorageFull => "the disk is full; make room, or take another disk, and try again",
        IoCause::QuotaExceeded => {
            "your disk quota is used up; delete what you do not need, or ask your administrator for more"
        }
        IoCause::PermissionDenied => {
            "permission denied; look at the permissions of the file and its folder, or ask your administrator"
        }
        IoCause::ReadOnlyFilesystem => "the disk is read-only; take one that can be written",
        IoCause::NotFound => {
            "the file or its folder cannot be found; check the path, and whether the disk is still connected"
        }
        IoCause::AlreadyExists => "there is a file of this name already; choose another name",
        IoCause::FileTooLarge => {
            "the file is larger than allowed; ask your administrator for a higher limit, or split it"
        }
        IoCause::InvalidFilename => {
            "the name or the path is too long, or has characters that this disk does not take; shorten the name, or move it to a folder nearer the top"
        }
        IoCause::NotAFile => {
            "no file can be here (it may be a device, or the name has characters that are not allowed); choose another place or name"
        }
        IoCause::IsADirectory => "this is a folder; name a file in it",
        IoCause::NotADirectory => "a part of the path is no folder; check the path",
        IoCause::DirectoryNotEmpty => "the folder has other files in it; move them away first",
        IoCause::LinkLoop => "the links lead in a circle; name the file itself",
        IoCause::StaleHandle => {
            "the network disk does not know this file any more; connect the disk again and try once more"
        }
        IoCause::Network => {
            "the network disk cannot be reached; check the network and try again later"
        }
        IoCause::TimedOut => {
            "there was no answer for a long time; check the disk and the network, and try again later"
        }
        IoCause::Interrupted => "it was interrupted; try again",
        IoCause::Busy => "another program is using it; close that program and try again",
        IoCause::DiskFailure => {
            "the disk failed to read or write and may be broken; save to another disk, and tell your administrator"
        }
        IoCause::DeviceGone => "the disk or device is gone; connect it and try again",
        IoCause::TooManyFiles => "too many files are open; close some programs and try again",
        IoCause::OutOfMemory => "there is not enough memory; close some programs and try again",
        IoCause::Unsupported => "this disk or system cannot do that; take another disk",
        IoCause::InvalidData => {
            "the content makes no sense: it is not UTF-8 text, or it is damaged; correct it, or restore a backup"
        }
        IoCause::Closed => "the other end was closed before all was read or written; try again",
        IoCause::Unknown(Some(number)) => {
            return format!(
                "the system refused (system error {number}); tell your administrator this number"
            );
        }
        IoCause::Unknown(None) => {
            "the system refused and gave no reason; try again, and if that does not help, ask your administrator"
        }
    };
    text.to_owned()
}
