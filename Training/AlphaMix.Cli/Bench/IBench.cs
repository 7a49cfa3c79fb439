namespace AlphaMix.Cli.Bench;

/// <summary>Measures one thing.</summary>
internal interface IBench
{
    /// <summary>Gets the keys of the figures, in the order of <see cref="Measure"/>.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>Measures.</summary>
    IEnumerable<BenchFigure> Measure(BenchContext context);
}
