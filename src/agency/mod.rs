//! Reads agency names: where one begins and ends, how a list splits, what the canonical name is.
