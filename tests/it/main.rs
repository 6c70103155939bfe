//! The program from outside: one test binary, one module a subject.
#![allow(missing_docs, reason = "tests are read, not documented")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test may stop where it finds a fault"
)]

mod arranging;
#[cfg(unix)]
mod backgrounds;
mod beginning;
mod causes;
mod checking;
mod commands;
mod contrast;
mod copying;
mod costs;
mod doctor;
mod editing;
mod evidence;
mod faults;
mod filtering;
mod finding;
mod findings;
mod form;
mod fuzzing;
mod glyphs;
mod halves;
mod hammering;
mod handing;
mod help;
mod hesitating;
mod interruptions;
mod journeys;
mod keeping;
mod key_table;
mod killing;
mod languages;
mod listing;
mod meeting;
mod merging;
mod minutes;
mod notices;
mod only_reading;
mod ordering;
mod orders;
mod overrides;
mod own_keys;
mod palette;
mod pictures;
mod planted;
mod pointing;
mod power;
mod presenting;
mod printing;
mod problems;
mod promises;
mod proposing;
mod pseudo_terminal;
mod published;
mod quiet;
mod reading;
mod relevance;
mod remembering;
mod restoring;
mod rows;
mod saving;
mod screens;
mod searching;
mod session;
mod settings;
mod shapes;
mod slips;
mod state_folder;
mod styles;
mod support;
mod themes;
mod tidy;
mod two_languages;
mod unread;
mod usage;
mod users;
mod widths;
