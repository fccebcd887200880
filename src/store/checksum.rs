//! What tells a register from every other: the SHA-256 of the file that saving it would write.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::model::register::Register;
use crate::store::error::StoreError;
use crate::store::write::to_text;

/// The checksum that papers and workbooks print, in hexadecimal digits: `sha256sum` of the saved file says the same.
///
/// # Errors
/// The register cannot be put into text.
pub fn checksum(register: &Register) -> Result<String, StoreError> {
    Ok(digits(&Sha256::digest(to_text(register)?.as_bytes())))
}

fn digits(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::year::FinancialYear;

    #[test]
    fn it_is_that_of_the_file_and_moves_with_the_register() {
        let mut register = Register::new(FinancialYear::starting(2026));
        let before = checksum(&register).unwrap();
        assert_eq!(before.len(), 64);
        assert_eq!(before, checksum(&register.clone()).unwrap());
        register.add_partnership();
        assert_ne!(before, checksum(&register).unwrap());
        // `printf abc | sha256sum`, as FIPS 180-2 prints it.
        let known = digits(&Sha256::digest(b"abc"));
        assert!(known.starts_with("ba7816bf8f01cfea"));
    }
}
