using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Training.Data.Simulation;

/// <summary>What is drawn once for an instrument of a simulated market. Volatilities are daily.</summary>
internal sealed record InstrumentTraits
{
    private const double DaysInYear = TradingYear.Days;

    public required int Listed { get; init; }

    public required int Sector { get; init; }

    public required double Beta { get; init; }

    public required double MarketVolatility { get; init; }

    public required double SectorVolatility { get; init; }

    public required double IdiosyncraticVolatility { get; init; }

    public required double DailyReturn { get; init; }

    public required double FirstPrice { get; init; }

    public required double DollarVolume { get; init; }

    /// <summary>Gets the share of the price that one quarterly dividend pays; 0 for none.</summary>
    public required double QuarterlyYield { get; init; }

    /// <summary>Gets the day of the quarter, in [0, 63), of the ex-date.</summary>
    public required int DividendDay { get; init; }

    public double TotalVariance =>
        Beta * Beta * MarketVolatility * MarketVolatility + SectorVolatility * SectorVolatility
            + IdiosyncraticVolatility * IdiosyncraticVolatility;

    public static InstrumentTraits Draw(MarketSimulatorOptions options, int index, int days)
    {
        var random = new KeyedRandom(options.Seed, RandomPurpose.Market, index);
        var daily = 1 / Math.Sqrt(DaysInYear);

        // Everything is drawn whatever the options, so that one option changes nothing but what it names.
        var beta = 0.6 + 0.8 * random.NextDouble();
        var spread = ExactMath.Exp(ExactMath.Log(2) * (random.NextDouble() - 0.5));
        var price = ExactMath.Exp(ExactMath.Log(20) + ExactMath.Log(6) * random.NextDouble());
        var dollars = ExactMath.Exp(17 + random.NextNormal());
        var pays = random.NextDouble() < options.DividendShare;
        var yield = options.DividendYield * (0.5 + random.NextDouble()) / 4;
        var dividendDay = random.NextInt(63);
        var late = random.NextDouble() < options.LateListingShare;
        var listed = random.NextInt(Math.Max(1, days * 6 / 10));
        var sector = random.NextInt(options.Sectors);
        return new InstrumentTraits
        {
            Listed = late && !options.Exchangeable ? listed : 0,
            // One sector for all: the joint distribution does not change when names are exchanged.
            Sector = options.Exchangeable ? 0 : sector,
            Beta = options.Exchangeable ? 1 : beta,
            MarketVolatility = options.MarketVolatility * daily,
            SectorVolatility = options.SectorVolatility * daily,
            IdiosyncraticVolatility = options.IdiosyncraticVolatility * daily * (options.Exchangeable ? 1 : spread),
            DailyReturn = ExactMath.Log(1 + options.AnnualReturn) / DaysInYear,
            FirstPrice = price,
            DollarVolume = dollars,
            QuarterlyYield = pays && !options.Exchangeable ? yield : 0,
            DividendDay = dividendDay
        };
    }
}
