using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>One instrument of a simulated market: what its files hold, and the truth behind the prices.</summary>
internal sealed class SimulatedInstrument
{
    internal SimulatedInstrument(BarSeries daily, BarSeries? hourly, FactorFile factors, double[] signals, double[] returns)
    {
        Daily = daily;
        Hourly = hourly;
        Factors = factors;
        Signals = signals;
        IdiosyncraticReturns = returns;
    }

    /// <summary>Gets the name.</summary>
    public string Name => Daily.Instrument;

    /// <summary>Gets the raw daily bars, as traded.</summary>
    public BarSeries Daily { get; }

    /// <summary>Gets the raw hourly bars, 7 a day; <see langword="null"/> when only daily bars are simulated.</summary>
    public BarSeries? Hourly { get; }

    /// <summary>Gets the dividend and split factors, as the file holds them.</summary>
    public FactorFile Factors { get; }

    /// <summary>
    /// Gets the true signal at the close of each daily bar: mean 0, variance 1, uncorrelated with every function of one feature of that day
    /// alone. NaN for a bar without volume. It moves the intraday return of the next bar with volume.
    /// </summary>
    public double[] Signals { get; }

    /// <summary>
    /// Gets the idiosyncratic part of each daily bar's close-to-close log return over its standard deviation; NaN for a bar without volume.
    /// </summary>
    public double[] IdiosyncraticReturns { get; }

    /// <summary>Returns the adjusted bars, the same that a LEAN folder with these files gives.</summary>
    /// <param name="resolution">Length of one bar.</param>
    /// <exception cref="ArgumentException">Hourly bars were not simulated.</exception>
    public BarSeries Adjusted(BarResolution resolution = BarResolution.Daily)
    {
        var raw = resolution == BarResolution.Daily
            ? Daily
            : Hourly ?? throw new ArgumentException("Expected Daily: hourly bars were not simulated.", nameof(resolution));
        var rows = new PriceRow[raw.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var bar = ref raw.Bars[i];
            rows[i] = new PriceRow(
                bar.Time, LeanBarFile.ToDeciCents(bar.Open), LeanBarFile.ToDeciCents(bar.High), LeanBarFile.ToDeciCents(bar.Low),
                LeanBarFile.ToDeciCents(bar.Close), bar.Volume, 0);
        }

        return new BarSeries(Name, resolution, Adjustment.Adjust(rows, Factors));
    }
}
