using AlphaMix.Core.Numerics;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>
/// What all instruments of a simulated market share: the calendar, calm and storm, and the factors' standard normal moves.
/// </summary>
internal sealed class MarketFactors
{
    public MarketFactors(MarketSimulatorOptions options)
    {
        Days = [.. UsTradingCalendar.Days(options.From, options.To)];
        Volatility = Regimes(options, Days.Length);
        Market = Moves(options.Seed, -2, Days.Length);
        Sectors = [.. Enumerable.Range(0, options.Sectors).Select(sector => Moves(options.Seed, -3 - sector, Days.Length))];
    }

    public DateOnly[] Days { get; }

    /// <summary>Gets the day's volatility over the average one.</summary>
    public double[] Volatility { get; }

    /// <summary>Gets the overnight and the intraday move of each day.</summary>
    public (double Overnight, double Intraday)[] Market { get; }

    public (double Overnight, double Intraday)[][] Sectors { get; }

    private static double[] Regimes(MarketSimulatorOptions options, int days)
    {
        var stormy = options.StormStart / (options.StormStart + options.StormEnd);
        var calmVolatility = 1 / Math.Sqrt(1 - stormy + stormy * options.StormVolatility * options.StormVolatility);
        var random = new KeyedRandom(options.Seed, RandomPurpose.Market, -1);
        var volatility = new double[days];
        var storm = random.NextDouble() < stormy;
        for (var day = 0; day < days; day++)
        {
            volatility[day] = storm ? calmVolatility * options.StormVolatility : calmVolatility;
            storm = storm ? random.NextDouble() >= options.StormEnd : random.NextDouble() < options.StormStart;
        }

        return volatility;
    }

    private static (double Overnight, double Intraday)[] Moves(long seed, int key, int days)
    {
        var random = new KeyedRandom(seed, RandomPurpose.Market, key);
        var moves = new (double, double)[days];
        for (var day = 0; day < days; day++)
            moves[day] = (random.NextNormal(), random.NextNormal());
        return moves;
    }
}
