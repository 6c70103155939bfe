pub mod app;
pub mod ledger;
pub mod search;
pub mod store;
pub mod text;
