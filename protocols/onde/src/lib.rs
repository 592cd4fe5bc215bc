//! Reading extractions of ONDE (interfaces.md §2.1): pupils, responsables, teachers, whatever their columns and their charset.
