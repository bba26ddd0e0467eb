//! What emitted calls of lists can do.

/// Gives a struct with a field `call: Call<$page>` the methods `pages` and `items`, which follow `$paging`, a
/// static [`Paging`](super::Paging).
///
/// It is used as `runtime::paging_methods!`, and names `crate::runtime` of the crate that uses it, as
/// `call_methods!` does.
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __paging_methods {
    ($call:ty, $page:ty, $item:ty, $paging:path) => {
        impl $call {
            /// The pages of the list from this one on, each asked for when it is wanted.
            pub fn pages(self) -> crate::runtime::Pages<$page, $item> {
                crate::runtime::Pages::new(self.call, &$paging)
            }

            /// The items of the list from this page on, whose pages are asked for when they are wanted.
            pub fn items(self) -> crate::runtime::Items<$page, $item> {
                self.pages().into_items()
            }
        }

        crate::runtime::blocking_paging_methods!($call, $page, $item);
    };
}

pub use __paging_methods as paging_methods;
