//! The `AADSTS` codes that people meet on the way to a FHIR service [domain 5.8].
