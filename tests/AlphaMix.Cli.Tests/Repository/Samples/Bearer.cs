using AlphaMix.Cli.Tests.Repository.Samples.Marks;

namespace AlphaMix.Cli.Tests.Repository.Samples.Marked;

/// <summary>Bears an attribute that knows it: no ring.</summary>
[Mark]
internal sealed class Bearer;
