//! The files of one academy's delivery: XML members cut in parts, and the teacher links laid beside them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::academy::Academy;
use crate::date::{Date, Year};
use crate::xml::{Entity, Record, Request};

const FLUSH_AT_BYTES: usize = 512 * 1024;

/// A delivery being written; [`Delivery::finish`] closes its files.
pub(crate) struct Delivery {
    parts: [Part; 4],
    records_per_part: u32,
    prolog: String,
    links: Option<BufWriter<File>>,
    bytes: u64,
}

/// What a finished delivery holds.
pub(crate) struct Totals {
    /// Records of each entity, in the order of [`Entity::ALL`].
    pub(crate) records: [u64; 4],
    /// Bytes of all files.
    pub(crate) bytes: u64,
}

/// One member cut in numbered parts, of which at most one is open.
struct Part {
    stem: PathBuf,
    number: u32,
    records: u32,
    total: u64,
    buffer: Vec<u8>,
    file: Option<File>,
}

impl Delivery {
    /// Makes the academy's folder; parts left there by an earlier run for the same day are removed.
    pub(crate) fn open(
        out: &Path,
        academy: &Academy,
        year: Year,
        day: u32,
        records_per_part: u32,
    ) -> io::Result<Delivery> {
        let folder = out.join(academy.name);
        fs::create_dir_all(&folder)?;
        let form = if day == 0 { "Complet" } else { "Delta" };
        let date = Date::of_delivery(year, day);
        let stem = format!("ENT1DVA-PREAU_{form}_{}_", date.compact());
        remove_parts(&folder, &stem)?;
        let links =
            if day == 0 { Some(BufWriter::new(File::create(folder.join("liens-enseignants.csv"))?)) } else { None };
        let mut delivery = Delivery {
            parts: Entity::ALL.map(|entity| Part::new(folder.join(format!("{stem}{}", entity.name())))),
            records_per_part: records_per_part.max(1),
            prolog: prolog(academy, &date.french()),
            links,
            bytes: 0,
        };
        delivery.link_line("uai;classe;enseignant\n")?;
        Ok(delivery)
    }

    /// Starts a record; the caller writes its attributes and closes it.
    pub(crate) fn record(&mut self, request: Request, entity: Entity, id: u32) -> io::Result<Record<'_>> {
        let part = &mut self.parts[entity as usize];
        if part.records == self.records_per_part {
            self.bytes += part.close()?;
        }
        if part.file.is_none() {
            part.start(&self.prolog)?;
        }
        if part.buffer.len() > FLUSH_AT_BYTES {
            self.bytes += part.flush()?;
        }
        part.records += 1;
        part.total += 1;
        Ok(Record::open(&mut part.buffer, request, entity, id))
    }

    /// Says that a teacher has a class; AAF-1D itself does not (interfaces.md §1.5).
    pub(crate) fn link(&mut self, uai: &str, class: u32, teacher: u32) -> io::Result<()> {
        self.link_line(&format!("{uai};{class};{teacher}\n"))
    }

    /// Closes every file.
    pub(crate) fn finish(mut self) -> io::Result<Totals> {
        for part in &mut self.parts {
            self.bytes += part.close()?;
        }
        if let Some(links) = &mut self.links {
            links.flush()?;
        }
        Ok(Totals { records: self.parts.each_ref().map(|part| part.total), bytes: self.bytes })
    }

    fn link_line(&mut self, line: &str) -> io::Result<()> {
        let Some(links) = &mut self.links else {
            return Ok(());
        };
        self.bytes += line.len() as u64;
        links.write_all(line.as_bytes())
    }
}

impl Part {
    fn new(stem: PathBuf) -> Part {
        Part { stem, number: 0, records: 0, total: 0, buffer: Vec::new(), file: None }
    }

    fn start(&mut self, prolog: &str) -> io::Result<()> {
        let mut path = self.stem.clone().into_os_string();
        path.push(format!("_{:04}.xml", self.number));
        self.file = Some(File::create(path)?);
        self.buffer.extend_from_slice(prolog.as_bytes());
        Ok(())
    }

    // Returns the number of bytes written.
    fn flush(&mut self) -> io::Result<u64> {
        let Some(file) = &mut self.file else {
            return Ok(0);
        };
        file.write_all(&self.buffer)?;
        let written = self.buffer.len() as u64;
        self.buffer.clear();
        Ok(written)
    }

    // Ends the open part, if any; the next record will start another.
    fn close(&mut self) -> io::Result<u64> {
        if self.file.is_none() {
            return Ok(0);
        }
        self.buffer.extend_from_slice(b"</ficAlimMENESR>\n");
        let written = self.flush()?;
        self.file = None;
        self.number += 1;
        self.records = 0;
        Ok(written)
    }
}

fn prolog(academy: &Academy, date: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n\
         <ficAlimMENESR>\n\
         <!-- versionAF=\"AAF-VE2607\" -->\n\
         <!-- codeAcademieExport=\"{}\" -->\n\
         <!-- degre=\"1D\" -->\n\
         <!-- dateGenerationExport=\"{date}\" -->\n",
        academy.code
    )
}

fn remove_parts(folder: &Path, stem: &str) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(stem) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
