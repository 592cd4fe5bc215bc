//! Finding a message again: by its subject, who wrote it, its words. Among what the viewer wrote and received, nothing else.

use db::fold;

/// How many words are looked for; more add nothing.
const WORDS: usize = 3;

/// The patterns of the words typed: each begins a word of the text. Folded text holds no sign of a pattern.
pub(crate) fn patterns(typed: &str) -> [String; WORDS] {
    let folded = fold(typed);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(|word| format!("% {word}%"));
    std::array::from_fn(|_| words.next().unwrap_or_else(|| "%".to_owned()))
}

/// The messages of one person that hold these words, newest first; bounded by that person's own rows.
pub(crate) const FOUND: &str = "\
select r.thing_id, r.message_id, r.visible_from, t.title, c.audience, m.body, a.first_name, a.last_name, \
    a.kind as author_kind, k.first_name as child_first_name, k.last_name as child_last_name, \
    (r.opened_at is null or coalesce(b.unread, false)) as unread, m.recalled_at is not null as recalled \
from message_reader r join message m on m.id = r.message_id and m.school_id = r.school_id \
join conversation c on c.thing_id = r.thing_id and c.school_id = r.school_id \
join thing t on t.id = r.thing_id join person a on a.id = m.author_id \
left join person k on k.id = c.child_id \
left join message_box b on b.account_id = $2 and b.thing_id = r.thing_id and b.school_id = r.school_id \
where r.person_id = $1 and r.recalled_at is null and r.visible_from <= $3 \
    and m.search like $4 and m.search like $5 and m.search like $6 \
    and b.deleted_at is null \
order by r.visible_from desc, r.message_id desc limit $7";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_about_beginnings_of_words_without_accents() {
        assert_eq!(patterns("Été 50 %"), ["% ete%", "% 50%", "%"].map(str::to_owned));
        assert_eq!(patterns("un deux trois quatre")[2], "% trois%");
    }
}
