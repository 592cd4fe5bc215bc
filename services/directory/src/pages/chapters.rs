//! The links about a school or a class under their headings, so that a page of twenty of them is found one's way in.

use crate::W;
use web::component::{Chapter, LinkButton};

/// A heading and its links; headings without link are left out.
pub(super) type Chapters = Vec<(&'static str, Vec<LinkButton>)>;

/// Puts each link under its heading, in the order they came in.
pub(super) fn chapters(links: Vec<LinkButton>) -> Chapters {
    let headings = [
        (Chapter::People, W.chapter_people()),
        (Chapter::Doors, W.chapter_doors()),
        (Chapter::Directory, W.chapter_directory()),
        (Chapter::Rules, W.chapter_rules()),
        (Chapter::Around, W.chapter_around()),
    ];
    let under = |chapter| links.iter().filter(move |it| it.is_under(chapter)).cloned().collect::<Vec<_>>();
    let chapters = headings.into_iter().map(|(chapter, title)| (title, under(chapter)));
    chapters.filter(|(_, links)| !links.is_empty()).collect()
}
