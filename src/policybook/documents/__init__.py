"""Read and write documents: Word, PDF, Akoma Ntoso, drafts and packets."""
