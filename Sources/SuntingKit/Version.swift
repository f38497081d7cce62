/// The version of the tool; the same as the newest heading of CHANGELOG.md.
package let suntingVersion = "0.1.0"
