//! How much a thing asks of its readers (product.md §3.4). Three levels and no more: what awaits an answer is told at once,
//! what is good to know comes once a day, memories come on Friday.

use school::text_enum;

text_enum! {
    /// What a thing asks.
    Attention {
        /// An answer, a signature: told as soon as the hours allow.
        Action = "action",
        /// To be read: told in the digest of the day.
        Info = "info",
        /// Photographs, works of children: told on Friday, « La semaine de Zoé ».
        Memory = "memory",
    }
}
