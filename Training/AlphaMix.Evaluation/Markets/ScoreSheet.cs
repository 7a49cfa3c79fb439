namespace AlphaMix.Evaluation.Markets;

/// <summary>
/// One strategy's daily score, such as P(up), for every day and instrument of a <see cref="MarketGrid"/>, day-major as there. Not
/// thread-safe while it is filled.
/// </summary>
public sealed class ScoreSheet
{
    private readonly double[] _probabilities;
    private float[]? _expertsUsed;

    /// <summary>Initializes a new instance of the <see cref="ScoreSheet"/> class, without a score everywhere.</summary>
    /// <param name="grid">The grid whose shape and order of instruments the sheet takes.</param>
    public ScoreSheet(MarketGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        DayCount = grid.DayCount;
        InstrumentCount = grid.InstrumentCount;
        _probabilities = new double[DayCount * InstrumentCount];
        Array.Fill(_probabilities, double.NaN);
    }

    /// <summary>Gets the number of days.</summary>
    public int DayCount { get; }

    /// <summary>Gets the number of instruments.</summary>
    public int InstrumentCount { get; }

    /// <summary>Gets P(up), shape <c>(days, instruments)</c>, in [0, 1]; NaN without a score.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>
    /// Gets the number of experts asked per cell, shape <c>(days, instruments)</c>, NaN where unknown; empty when no cell has it.
    /// </summary>
    public ReadOnlySpan<float> ExpertsUsed => _expertsUsed;

    /// <summary>Gets or sets P(up) of one cell, in [0, 1]; NaN for no score.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is outside [0, 1] and not NaN.</exception>
    public double this[int day, int instrument]
    {
        get => _probabilities[day * InstrumentCount + instrument];
        set
        {
            if (value is < 0 or > 1)
                throw new ArgumentOutOfRangeException(nameof(value), $"P(up) must lie in [0, 1] or be NaN (silent), found {value}.");
            _probabilities[day * InstrumentCount + instrument] = value;
        }
    }

    /// <summary>Sets the number of experts asked for one cell.</summary>
    /// <param name="day">Day index.</param>
    /// <param name="instrument">Instrument index.</param>
    /// <param name="count">Number of experts, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void SetExpertsUsed(int day, int instrument, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _expertsUsed ??= Unknown();
        _expertsUsed[day * InstrumentCount + instrument] = count;
    }

    /// <summary>
    /// Returns the mean number of experts asked over the scored cells of <paramref name="span"/> where it is known; NaN when it nowhere is.
    /// </summary>
    public double MeanExpertsUsed(EvaluationSpan span)
    {
        if (_expertsUsed is null)
            return double.NaN;
        var sum = 0.0;
        var count = 0;
        for (var cell = span.First * InstrumentCount; cell < span.End * InstrumentCount; cell++)
        {
            if (double.IsNaN(_probabilities[cell]) || float.IsNaN(_expertsUsed[cell]))
                continue;
            sum += _expertsUsed[cell];
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Copies the days of a span from another sheet of the same shape, with the experts asked.</summary>
    /// <exception cref="ArgumentException">The sheets differ in shape.</exception>
    public void CopyFrom(ScoreSheet other, EvaluationSpan span)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.DayCount != DayCount || other.InstrumentCount != InstrumentCount)
            throw new ArgumentException(
                $"Expected a sheet of {DayCount} days x {InstrumentCount} instruments, found {other.DayCount} x {other.InstrumentCount}.",
                nameof(other));
        var (first, count) = (span.First * InstrumentCount, span.Count * InstrumentCount);
        other._probabilities.AsSpan(first, count).CopyTo(_probabilities.AsSpan(first));
        if (other._expertsUsed is not { } experts)
            return;
        _expertsUsed ??= Unknown();
        experts.AsSpan(first, count).CopyTo(_expertsUsed.AsSpan(first));
    }

    /// <summary>Throws unless the sheet has the shape of <paramref name="grid"/>.</summary>
    internal void Check(MarketGrid grid, string name)
    {
        if (DayCount != grid.DayCount || InstrumentCount != grid.InstrumentCount)
            throw new ArgumentException(
                $"Expected scores of {grid.DayCount} days x {grid.InstrumentCount} instruments, found {DayCount} x {InstrumentCount}.",
                name);
    }

    private float[] Unknown()
    {
        var experts = new float[_probabilities.Length];
        Array.Fill(experts, float.NaN);
        return experts;
    }
}
