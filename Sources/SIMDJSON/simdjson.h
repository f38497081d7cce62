// The C++ header is included by the shim only; the module exists for its linker flags.
