using AlphaMix.Cli.Tests.Repository.Samples.Three;

namespace AlphaMix.Cli.Tests.Repository.Samples.Two;

/// <summary>Needs the third namespace as its base.</summary>
internal sealed class Second : Third;
