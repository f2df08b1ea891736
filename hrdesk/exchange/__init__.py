"""Pack changes into a bundle, take in other desks' bundles, settle conflicts."""
