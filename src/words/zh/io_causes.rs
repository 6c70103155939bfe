//! 中文：系统为什么不让做，一句一个原因，后面是办法.

use crate::ledger::IoCause;

/// 原因和办法.
pub fn io_cause(cause: IoCause) -> String {
    let text = match cause {
        IoCause::StorageFull => "磁盘满了；请清出空间，或换一个磁盘，再试一次",
        IoCause::QuotaExceeded => "超过了给您的磁盘配额；请删去不用的文件，或请管理员加大配额",
        IoCause::PermissionDenied => "没有权限；请查看文件和文件夹的权限，或请管理员开放",
        IoCause::ReadOnlyFilesystem => "所在的磁盘是只读的；请换到可以写的磁盘",
        IoCause::NotFound => "找不到文件，或它所在的文件夹；请查看路径，以及磁盘是否还接着",
        IoCause::AlreadyExists => "已经有同名的文件；请换一个名字",
        IoCause::FileTooLarge => "文件超过了允许的大小；请管理员放宽限制，或拆成几个文件",
        IoCause::InvalidFilename => {
            "名字或路径太长，或有这个磁盘不允许的字符；请改短名字，或移到浅一些的文件夹"
        }
        IoCause::NotAFile => {
            "这个位置放不了文件（可能是设备，或名字里有不允许的字符）；请换一个位置或名字"
        }
        IoCause::IsADirectory => "这个名字是文件夹；请写明其中的文件",
        IoCause::NotADirectory => "路径中间有一段不是文件夹；请查看路径",
        IoCause::DirectoryNotEmpty => "文件夹里还有别的文件；请先移走它们",
        IoCause::LinkLoop => "链接绕成了一圈；请直接指定文件本身",
        IoCause::StaleHandle => "网络磁盘上的文件已经失效；请重新连接网络磁盘，再试一次",
        IoCause::Network => "网络磁盘连不上；请检查网络，稍后再试",
        IoCause::TimedOut => "等了很久没有回应；请检查磁盘和网络，稍后再试",
        IoCause::Interrupted => "中途被打断了；请再试一次",
        IoCause::Busy => "别的程序正占用着它；请关掉那个程序，再试一次",
        IoCause::DiskFailure => "磁盘读写出错，可能坏了；请另存到别的磁盘，并告诉管理员",
        IoCause::DeviceGone => "磁盘或设备不在了；请接好它，再试一次",
        IoCause::TooManyFiles => "打开的文件太多；请关掉一些程序，再试一次",
        IoCause::OutOfMemory => "内存不够；请关掉一些程序，再试一次",
        IoCause::Unsupported => "这个磁盘或系统做不了这件事；请换一个磁盘",
        IoCause::InvalidData => "内容读不懂，不是UTF-8文字，或已经损坏；请改正它，或用备份换回",
        IoCause::Closed => "没有读完或写完，另一头就关闭了；请再试一次",
        IoCause::Unknown(Some(number)) => {
            return format!("系统没有答应（系统错误{number}）；请把这个号码告诉管理员");
        }
        IoCause::Unknown(None) => {
            "系统没有答应，也没有说明原因；请再试一次，仍然不行就请管理员来看"
        }
    };
    text.to_owned()
}
