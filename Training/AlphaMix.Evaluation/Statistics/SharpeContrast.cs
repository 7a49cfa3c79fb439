namespace AlphaMix.Evaluation.Statistics;

/// <summary>A Sharpe ratio, or the difference of two on the same days, that can be measured again on resampled days.</summary>
/// <remarks>
/// The squared standard error of a resample is the mean over its whole blocks of (sum of the influence function over the block)^2, divided
/// by their length and by the number of days: Ledoit and Wolf (2008), section 3.2, after Goetze and Kuensch (1996).
/// </remarks>
internal sealed class SharpeContrast
{
    private readonly BlockSums _own;
    private readonly BlockSums? _benchmark;

    public SharpeContrast(BlockSums own, BlockSums? benchmark, double error)
    {
        (_own, _benchmark) = (own, benchmark);
        Value = own.Sharpe(ResampleMoments.OfData) - (benchmark?.Sharpe(ResampleMoments.OfData) ?? 0);
        Error = error;
    }

    /// <summary>Gets the value of the data.</summary>
    public double Value { get; }

    /// <summary>Gets its standard error; 0 for portfolios that are the same.</summary>
    public double Error { get; }

    /// <summary>Returns how far a resample's value is from the data's, in the resample's own standard errors.</summary>
    /// <returns>Positive infinity when the resample does not vary: doubt is the safe side.</returns>
    public double Resample(ReadOnlySpan<int> starts)
    {
        var own = _own.Resample(starts);
        var benchmark = _benchmark is null ? default : _benchmark.Resample(starts);
        var value = _own.Sharpe(own) - (_benchmark is null ? 0 : _benchmark.Sharpe(benchmark));
        var t = (value - Value) / ErrorOver(starts[.._own.WholeBlocks], own, benchmark);
        return double.IsFinite(t) ? t : double.PositiveInfinity;
    }

    private double ErrorOver(ReadOnlySpan<int> starts, ResampleMoments own, ResampleMoments benchmark)
    {
        var squares = 0.0;
        foreach (var start in starts)
        {
            var sum = _own.Influence(start, own) - (_benchmark is null ? 0 : _benchmark.Influence(start, benchmark));
            squares += sum * sum;
        }

        return Math.Sqrt(squares / starts.Length / _own.Length / _own.Days);
    }
}
