using System.Globalization;
using AlphaMix.Core.Features;
using AlphaMix.Training.Data.Lean;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>
/// Simulates a stock market with a known, learnable signal: for demonstrations, tests and benchmarks. Immutable; safe to share between
/// threads.
/// </summary>
/// <remarks>
/// A day's log return is an overnight and an intraday part, each the sum of a market, a sector and an idiosyncratic move whose
/// volatility is calm or stormy (a two-state Markov chain). Let u and v be the standardised idiosyncratic moves of a night and of the day
/// that follows. The signal at that day's close is g(u) g(v), with g(x) = x cut to [-1.5, 1.5] and scaled to variance 1: it is
/// uncorrelated with every function of one of the two, so no linear model on the features sees it, and it moves the next day's v.
/// In the features of <see cref="FeatureSpec.Paper"/> it is an interaction of zopen and zclose of the window's last bar. Prices pay
/// dividends, are split when dear or cheap, and are rounded to a tick. Hourly bars of a half day end at 13:00.
/// </remarks>
internal sealed class MarketSimulator
{
    private readonly MarketSimulatorOptions _options;
    private readonly MarketFactors _factors;

    /// <summary>Initializes a new instance of the <see cref="MarketSimulator"/> class.</summary>
    /// <param name="options">What to simulate.</param>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    public MarketSimulator(MarketSimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _factors = new MarketFactors(options);
    }

    /// <summary>Gets the trading days, oldest first.</summary>
    public IReadOnlyList<DateOnly> Days => _factors.Days;

    /// <summary>
    /// Returns the adjusted bars of all instruments at the options' bar length, without touching the disk: what reading a written folder
    /// gives, to the bit.
    /// </summary>
    /// <param name="options">What to simulate.</param>
    /// <exception cref="ArgumentException">The options have faults; the message names all of them.</exception>
    public static IReadOnlyList<BarSeries> Generate(MarketSimulatorOptions options)
    {
        var simulator = new MarketSimulator(options);
        var series = new BarSeries[options.Instruments];
        Parallel.For(0, series.Length, i => series[i] = simulator.Simulate(i).Adjusted(options.Resolution));
        return series;
    }

    /// <summary>Returns the name of an instrument: <c>SIM0001</c> and so on.</summary>
    /// <param name="index">Its index, from 0.</param>
    public static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"SIM{index + 1:D4}");

    /// <summary>
    /// Writes the market into a LEAN data folder: bars, factor files and map files. Other instruments' files are left alone.
    /// </summary>
    /// <param name="dataFolder">The folder; created when missing.</param>
    /// <param name="progress">Receives the number of instruments written so far; may be called from several threads.</param>
    /// <param name="cancellation">Stops between two instruments; files written so far stay.</param>
    public void Write(string dataFolder, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        var writer = new LeanFolderWriter(dataFolder);
        var done = 0;
        Parallel.For(0, _options.Instruments, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var instrument = Simulate(i);
            writer.Write(
                instrument.Daily, instrument.Factors, LeanFolderWriter.SingleTicker(instrument.Name, instrument.Daily.Bars[0].Day, "Q"));
            if (instrument.Hourly is { } hourly)
                writer.WriteBars(hourly);
            progress?.Report(Interlocked.Increment(ref done));
        });
    }

    /// <summary>Simulates one instrument; a pure function of the options and the index.</summary>
    /// <param name="index">Its index, in [0, number of instruments).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instrument.</exception>
    internal SimulatedInstrument Simulate(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _options.Instruments);
        return new InstrumentPath(_options, _factors, index).Run();
    }
}
