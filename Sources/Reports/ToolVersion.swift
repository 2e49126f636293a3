/// The version of Almanac, as `--version` prints it and manifests record it.
package let toolVersion = "0.1.0"
