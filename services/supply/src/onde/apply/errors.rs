//! What the files say wrong of the pupils they bring: ONDE is where it is corrected.

use super::Writing;
use crate::correction;
use db::Result;

impl Writing<'_> {
    /// Puts what is wrong of a pupil in « À corriger dans ONDE ». A line left out is of nobody the house knows: it is told
    /// with the files only.
    pub(super) async fn signal_errors(&mut self) -> Result<()> {
        let plan = self.plan;
        for (pupil, person) in plan.pupils.iter().zip(self.pupils.clone()) {
            let Some(person) = person else { continue };
            let line = &pupil.line;
            for said in plan.said.iter().filter(|it| it.file == line.file && it.line == line.says.line) {
                if let Some(field) = said.wrong {
                    correction::note(self.tx, plan.known.school.id, person, field, &said.worded()).await?;
                }
            }
        }
        Ok(())
    }
}
