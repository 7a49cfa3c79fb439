namespace AlphaMix.Cli.Tests.Repository.Samples.One;

/// <summary>Needs nothing.</summary>
internal sealed class FirstValue;
