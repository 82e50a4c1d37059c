module aduan.example/tests/s3-server

go 1.26

require github.com/seaweedfs/seaweedfs v0.0.0-20261109003541-7506e5f91cd6

// Replacements of a required module do not hold here, so its own is repeated.
replace github.com/tyler-smith/go-bip39 => github.com/cosmos/go-bip39 v1.0.0
