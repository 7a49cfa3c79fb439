using AlphaMix.Core.Features;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>What market to simulate. The same options give the same prices, to the byte.</summary>
internal sealed record MarketSimulatorOptions
{
    /// <summary>Gets the number of instruments, in [1, 9999]; default 100.</summary>
    public int Instruments { get; init; } = 100;

    /// <summary>Gets the first day, 1998 or later; default 2014-01-01.</summary>
    public DateOnly From { get; init; } = new(2014, 1, 1);

    /// <summary>Gets the last day, included; default 2019-12-31.</summary>
    public DateOnly To { get; init; } = new(2019, 12, 31);

    /// <summary>
    /// Gets the bar length: with <see cref="BarResolution.Hour"/> hourly bars and the daily bars they make up; default daily alone.
    /// </summary>
    public BarResolution Resolution { get; init; } = BarResolution.Daily;

    /// <summary>Gets the seed; default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// Gets the correlation between the signal at a day's close and the next day's idiosyncratic return, in [0, 0.5]; default 0.08,
    /// what a good daily signal has; 0 for a market that cannot be foreseen.
    /// </summary>
    public double SignalStrength { get; init; } = 0.08;

    /// <summary>
    /// Gets a value indicating whether all instruments have the same beta, volatility, drift and sector, pay no dividend and are
    /// listed from the first day on, so that their names may be exchanged; default false.
    /// </summary>
    public bool Exchangeable { get; init; }

    /// <summary>Gets the number of sectors, at least 1; default 10.</summary>
    public int Sectors { get; init; } = 10;

    /// <summary>Gets the expected yearly return of every instrument, dividends included, in [-0.5, 0.5]; default 0.08.</summary>
    public double AnnualReturn { get; init; } = 0.08;

    /// <summary>Gets the yearly volatility of the market factor, in [0, 0.5]; default 0.14.</summary>
    public double MarketVolatility { get; init; } = 0.14;

    /// <summary>Gets the yearly volatility of each sector factor, in [0, 0.5]; default 0.07.</summary>
    public double SectorVolatility { get; init; } = 0.07;

    /// <summary>
    /// Gets the yearly idiosyncratic volatility of a middling instrument, in [0.01, 0.6]; default 0.28. Unless exchangeable they spread
    /// over 0.7 to 1.4 times it.
    /// </summary>
    public double IdiosyncraticVolatility { get; init; } = 0.28;

    /// <summary>Gets the share of a day's variance that falls between close and open, in [0.05, 0.6]; default 0.3.</summary>
    public double OvernightShare { get; init; } = 0.3;

    /// <summary>
    /// Gets the ratio of stormy to calm volatility, in [1, 4]; default 2. The volatilities above hold on average over both.
    /// </summary>
    public double StormVolatility { get; init; } = 2;

    /// <summary>Gets the chance that a calm day is followed by a stormy one, in [0, 1]; default 0.01.</summary>
    public double StormStart { get; init; } = 0.01;

    /// <summary>Gets the chance that a stormy day is followed by a calm one, in (0, 1]; default 0.04.</summary>
    public double StormEnd { get; init; } = 0.04;

    /// <summary>Gets the share of instruments that pay quarterly dividends, in [0, 1]; default 0.6.</summary>
    public double DividendShare { get; init; } = 0.6;

    /// <summary>Gets the yearly yield of a middling payer, in [0, 0.2]; default 0.024.</summary>
    public double DividendYield { get; init; } = 0.024;

    /// <summary>Gets the share of instruments that are listed later than the first day, in [0, 1]; default 0.1.</summary>
    public double LateListingShare { get; init; } = 0.1;

    /// <summary>
    /// Gets the tick in dollars, in [0.0001, 1]; default 0.0001, the finest that LEAN's files hold. US exchanges trade in 0.01.
    /// </summary>
    public double TickSize { get; init; } = 0.0001;

    /// <summary>Gets the chance that an instrument has no bar on a day, in [0, 0.5]; default 0.0004.</summary>
    public double HaltProbability { get; init; } = 0.0004;

    /// <summary>Gets the chance that an instrument's bar of a day is flat and without volume, in [0, 0.5]; default 0.0004.</summary>
    public double ZeroVolumeProbability { get; init; } = 0.0004;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One or more faults; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Within(nameof(Instruments), Instruments, 1, 9999);
        Within(nameof(SignalStrength), SignalStrength, 0, 0.5);
        Within(nameof(Sectors), Sectors, 1, int.MaxValue);
        Within(nameof(AnnualReturn), AnnualReturn, -0.5, 0.5);
        Within(nameof(MarketVolatility), MarketVolatility, 0, 0.5);
        Within(nameof(SectorVolatility), SectorVolatility, 0, 0.5);
        Within(nameof(IdiosyncraticVolatility), IdiosyncraticVolatility, 0.01, 0.6);
        Within(nameof(OvernightShare), OvernightShare, 0.05, 0.6);
        Within(nameof(StormVolatility), StormVolatility, 1, 4);
        Within(nameof(StormStart), StormStart, 0, 1);
        Within(nameof(StormEnd), StormEnd, 1e-9, 1);
        Within(nameof(DividendShare), DividendShare, 0, 1);
        Within(nameof(DividendYield), DividendYield, 0, 0.2);
        Within(nameof(LateListingShare), LateListingShare, 0, 1);
        Within(nameof(TickSize), TickSize, 0.0001, 1);
        Within(nameof(HaltProbability), HaltProbability, 0, 0.5);
        Within(nameof(ZeroVolumeProbability), ZeroVolumeProbability, 0, 0.5);
        if (!Enum.IsDefined(Resolution))
            faults.Add($"{nameof(Resolution)} must be Daily or Hour, found {(int)Resolution}");
        if (From.Year < 1998)
            faults.Add($"{nameof(From)} must be 1998 or later, found {From:yyyy-MM-dd}");
        else if (To.Year > 2049)
            faults.Add($"{nameof(To)} must be before 2050, found {To:yyyy-MM-dd}");
        else if (UsTradingCalendar.Days(From, To).Count == 0)
            faults.Add($"{nameof(From)} to {nameof(To)} must hold a trading day, found {From:yyyy-MM-dd} to {To:yyyy-MM-dd}");

        if (faults.Count > 0)
            throw new ArgumentException($"Market simulation: {string.Join("; ", faults)}.");

        void Within(string name, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
                faults.Add(FormattableString.Invariant($"{name} must be in [{least}, {most}], found {value}"));
        }
    }
}
