//! The folders of somebody: made, renamed, taken away.

use crate::{
    W,
    folder::{self, Folder, FolderId, LONGEST},
    matrix,
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, Choice, ErrorSummary, Field, Opt},
};

#[derive(Template)]
#[template(path = "folders.html")]
struct FoldersPage {
    summary: Option<ErrorSummary>,
    rows: Vec<FolderRow>,
    name: Field,
    parent: Choice,
    create: Button,
}

/// A folder, to be renamed or taken away.
struct FolderRow {
    name: String,
    href: String,
    rename_address: String,
    rename: Field,
    rename_button: Button,
    remove_address: String,
    remove: Button,
}

/// What is typed to make or rename a folder.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    name: String,
    parent: String,
}

pub(crate) async fn list(mut visit: SignedIn) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let mut tx = visit.read().await?;
    let page = FoldersPage::build(&mut tx, &visit.viewer, &Typed::default(), &Problems::default()).await?;
    drop(tx);
    visit.page(W.manage_folders(), &page)
}

pub(crate) async fn create(mut visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    if matrix::schools(&visit.viewer).is_empty() {
        return Err(Error::NotFound.into());
    }
    let parent: Option<FolderId> = typed.parent.parse().ok();
    let mut tx = visit.write().await?;
    match folder::create(&mut tx, &visit.viewer, &typed.name, parent).await {
        Ok(_) => tx.commit().await?,
        Err(Error::Invalid(problems)) => {
            let page = FoldersPage::build(&mut tx, &visit.viewer, &typed, &problems).await?;
            drop(tx);
            return visit.again(W.manage_folders(), &page);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(visit.done("/messages/dossiers", W.folder_made()))
}

/// The field of each folder of the page has a name of its own, which begins with `name`.
pub(crate) async fn rename(
    mut visit: SignedIn,
    Path(id): Path<FolderId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let name = fields.iter().find(|(field, _)| field.starts_with("name")).map_or("", |(_, name)| name.as_str());
    let mut tx = visit.write().await?;
    let known = folder::load(&mut tx, &visit.viewer, id).await?;
    match folder::rename(&mut tx, &visit.viewer, &known, name).await {
        Ok(()) => tx.commit().await?,
        Err(Error::Invalid(_)) => return Ok(visit.not_done("/messages/dossiers", W.folder_name_missing())),
        Err(error) => return Err(error.into()),
    }
    Ok(visit.done("/messages/dossiers", W.folder_renamed()))
}

pub(crate) async fn remove(mut visit: SignedIn, Path(id): Path<FolderId>) -> Answer {
    let mut tx = visit.write().await?;
    let known = folder::load(&mut tx, &visit.viewer, id).await?;
    folder::remove(&mut tx, &visit.viewer, &known).await?;
    tx.commit().await?;
    Ok(visit.done("/messages/dossiers", W.folder_removed()))
}

impl FoldersPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, typed: &Typed, problems: &Problems) -> Result<Self> {
        let folders = folder::of(tx, viewer).await?;
        let tops = folders.iter().filter(|folder| folder.parent_id.is_none());
        let within = tops.map(|it| {
            let id = it.id.to_string();
            Opt::new(&id, &it.name).checked(typed.parent == id)
        });
        let options = std::iter::once(Opt::new("", W.no_parent_folder())).chain(within).collect();
        Ok(Self {
            summary: web::summary(problems),
            rows: folders.iter().map(FolderRow::of).collect(),
            name: Field::text("name", W.folder_name())
                .value(&typed.name)
                .maxlength(LONGEST)
                .required()
                .error(problems.of("name")),
            parent: Choice::select("parent", W.parent_folder(), options),
            create: Button::primary(W.make_folder()).icon("ajouter"),
        })
    }
}

impl FolderRow {
    fn of(folder: &Folder) -> Self {
        let name = if folder.parent_id.is_some() { W.folder_within(&folder.name) } else { folder.name.clone() };
        Self {
            name,
            href: format!("/messages?dossier={}", folder.id),
            rename_address: format!("/messages/dossiers/{}", folder.id),
            rename: Field::text(format!("name-{}", folder.id), W.new_name_of(&folder.name))
                .value(&folder.name)
                .maxlength(LONGEST)
                .required(),
            rename_button: Button::secondary(W.rename()),
            remove_address: format!("/messages/dossiers/{}/suppression", folder.id),
            remove: Button::danger(W.remove_folder()),
        }
    }
}
