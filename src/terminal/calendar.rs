//! What day it is. Nothing but the doors asks the clock.

use jiff::Zoned;
use jiff::civil::Date;

/// The day of today, where this machine stands.
pub fn today() -> Date {
    Zoned::now().date()
}
