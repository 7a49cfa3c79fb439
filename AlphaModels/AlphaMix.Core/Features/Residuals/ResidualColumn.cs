namespace AlphaMix.Core.Features.Residuals;

/// <summary>
/// The returns, residuals and features of one instrument in a <see cref="ResidualCrossSection"/>, whose <c>Track</c> creates it. Not
/// thread-safe.
/// </summary>
public sealed class ResidualColumn
{
    // Day d stands at d modulo the length; NaN where there is none.
    private readonly double[] _returns = new double[ResidualCrossSection.FitDays];
    private readonly double[] _residuals;

    internal ResidualColumn(string instrument, FeatureSpec spec)
    {
        Instrument = instrument;
        _residuals = new double[spec.Lookback];
        Row = new float[spec.RowSize];
        Loadings = new double[ResidualCrossSection.Components];
        Array.Fill(_returns, double.NaN);
        Array.Fill(_residuals, double.NaN);
    }

    /// <summary>Gets the instrument's permtick.</summary>
    public string Instrument { get; }

    /// <summary>
    /// Gets a value indicating whether the instrument has a row on the day closed last: it had a bar and was in the model.
    /// </summary>
    public bool HasRow { get; internal set; }

    /// <summary>
    /// Gets the row of the day closed last, shape <c>(F)</c>: Gaussian scores of ranks across the instruments, finite. Meaningful when
    /// <see cref="HasRow"/>; overwritten by the next day.
    /// </summary>
    public float[] Row { get; }

    /// <summary>Gets or sets the close of the day that is being collected; NaN without a bar.</summary>
    internal double Today { get; set; } = double.NaN;

    /// <summary>Gets the return of the day closed off last; NaN without a bar.</summary>
    internal double Return { get; private set; }

    /// <summary>Gets the standard deviation of the returns that the model was fitted on.</summary>
    internal double Deviation { get; private set; }

    /// <summary>Gets the loadings on the components.</summary>
    internal double[] Loadings { get; }

    /// <summary>Gets or sets a value indicating whether the instrument is in the model.</summary>
    internal bool IsInModel { get; set; }

    private double LastClose { get; set; } = double.NaN;

    /// <summary>Records the return from the instrument's bar before, whenever that was, to the day's close.</summary>
    internal void TakeReturn(long day)
    {
        Return = Today / LastClose - 1;
        _returns[day % _returns.Length] = Return;
        if (!double.IsNaN(Today))
            LastClose = Today;
    }

    internal void TakeResidual(long day, double residual) => _residuals[day % _residuals.Length] = residual;

    /// <summary>Measures the returns and, with enough of them, writes them standardised.</summary>
    /// <param name="standardised">Receives one value a day, oldest first, each <paramref name="stride"/> apart; 0 for a day without
    /// return.</param>
    /// <param name="day">The number of days closed off so far.</param>
    /// <param name="stride">Distance of two days.</param>
    /// <returns>Whether the instrument has enough returns, and they vary.</returns>
    internal bool Standardise(Span<double> standardised, long day, int stride)
    {
        // Sums run from the oldest day to the newest, wherever the ring begins: another stream's begins elsewhere.
        double sum = 0, square = 0;
        var count = 0;
        for (var t = 0; t < _returns.Length; t++)
        {
            if (double.IsNaN(ReturnAt(day + t)))
                continue;
            sum += ReturnAt(day + t);
            count++;
        }

        if (count < ResidualCrossSection.FewestReturns)
            return false;
        var mean = sum / count;
        for (var t = 0; t < _returns.Length; t++)
            square += double.IsNaN(ReturnAt(day + t)) ? 0 : (ReturnAt(day + t) - mean) * (ReturnAt(day + t) - mean);
        Deviation = Math.Sqrt(square / count);
        if (!(Deviation > 0 && double.IsFinite(Deviation)))
            return false;
        for (var t = 0; t < _returns.Length; t++)
            standardised[t * stride] = double.IsNaN(ReturnAt(day + t)) ? 0 : (ReturnAt(day + t) - mean) / Deviation;
        return true;
    }

    /// <summary>Returns the sum of the last residuals; NaN when one is missing.</summary>
    internal double Cumulated(long day, int days)
    {
        double sum = 0;
        for (var back = 0; back < days; back++)
            sum += _residuals[(day - back + _residuals.Length) % _residuals.Length];
        return sum;
    }

    /// <summary>Copies the last residuals, oldest first.</summary>
    internal void CopyResiduals(long day, Span<double> path)
    {
        for (var i = 0; i < path.Length; i++)
            path[i] = _residuals[(day - path.Length + 1 + i + _residuals.Length) % _residuals.Length];
    }

    private double ReturnAt(long day) => _returns[day % _returns.Length];
}
