//! What stands around every page: menus, the list of pages, messages and the status line.

pub mod export_bar;
pub mod menu_bar;
pub mod navigation;
pub mod notice_bar;
pub mod status_bar;
pub mod tabs;
