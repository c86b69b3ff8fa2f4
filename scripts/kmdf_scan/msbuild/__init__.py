"""Evaluates the projects of MSBuild, as far as the build of drivers takes it:

    xml -> evaluator -> expressions, conditions, items

Facts: "MSBuild reference" on learn.microsoft.com, its pages on conditions,
property functions, items, item metadata and well-known properties."""
