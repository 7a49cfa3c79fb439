using AlphaMix.Core.Features;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Panels;

namespace AlphaMix.Training.Experiments.Paper;

/// <summary>The paper's own experiments: which data they are made for, and their configuration.</summary>
internal static class PaperConfiguration
{
    // The names of ACL18 as LEAN has them. Four are not listed over the whole span and stay out, as in the authors' code.
    private static readonly string[] Acl18Names =
        """
        AAPL ABB AEP AMGN AMZN BA BAC BBL BCH BHP BP BRK.A BSAC BUD C CAT CELG CHL CHTR CMCSA CODI CSCO CVX D DHR DIS DUK EXC FB GD GE
        GOOG HD HON HRG HSBC IEP INTC JNJ JPM KO LMT MA MCD MDT MMM MO MRK MSFT NEE NGG NVS ORCL PCG PCLN PEP PFE PG PICO PM PPL PTR RDS.B
        REX SLB SNP SNY SO SPLP SRE T TM TOT TSM UL UN UNH UPS UTX V VZ WFC WMT XOM
        """.Split([' ', '\n']);

    // The authors' 43 of the 49 files: listed over the whole span.
    private static readonly string[] Sz50Names =
        """
        600000 600009 600016 600028 600030 600031 600036 600048 600050 600104 600196 600276 600309 600438 600519 600547 600570 600585 600588
        600690 600703 600745 600809 600837 600887 600893 601012 601088 601166 601211 601288 601318 601336 601398 601601 601628 601668 601688
        601818 601857 601888 601899 603288
        """.Split([' ', '\n']);

    // Enough of them that the rest may be missing or renamed.
    private const double Most = 0.9;

    /// <summary>Gets the configuration of the paper's experiment on ACL18, that of docs/examples/acl18.json.</summary>
    public static TrainingConfiguration Acl18 { get; } = new()
    {
        Data = new DataOptions { Exclude = ["ABBV", "AGFS", "BABA", "GMRE"] },
        Features = new FeatureOptions { Scaler = ScalerKind.PerInstrument },
        Split = new DateSplit
        {
            TrainFrom = new DateOnly(2012, 9, 1),
            ValidationFrom = new DateOnly(2015, 9, 1),
            TestFrom = new DateOnly(2016, 9, 1),
            TestTo = new DateOnly(2017, 9, 1)
        },
        Routers = new RouterOptions { AsNeeded = new AsNeededOptions { OnRate = 0.5 } }
    };

    /// <summary>Gets the configuration of the paper's experiment on SZ50, that of docs/examples/sz50.json.</summary>
    public static TrainingConfiguration Sz50 { get; } = Acl18 with
    {
        Data = new DataOptions
        {
            Resolution = BarResolution.Hour,
            Exclude = ["600918", "601066", "601138", "603259", "603501", "603986"]
        },
        Features = new FeatureOptions { WindowDays = 5, Scaler = ScalerKind.PerInstrument },
        Split = new DateSplit
        {
            TrainFrom = new DateOnly(2016, 6, 1),
            ValidationFrom = new DateOnly(2018, 9, 1),
            TestFrom = new DateOnly(2019, 9, 1),
            TestTo = new DateOnly(2020, 9, 1)
        }
    };

    /// <summary>Returns the configuration of the paper's experiment on a market.</summary>
    public static TrainingConfiguration Of(PaperMarket market) => market == PaperMarket.Sz50 ? Sz50 : Acl18;

    /// <summary>
    /// Says which of the paper's markets data and split are, so that the paper's figures may stand beside them; null when they are neither.
    /// </summary>
    /// <param name="instruments">The instruments used.</param>
    /// <param name="split">The spans.</param>
    public static PaperMarket? MarketOf(IReadOnlyCollection<string> instruments, DateSplit split)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(split);
        foreach (var market in Enum.GetValues<PaperMarket>())
        {
            var own = Of(market).Split;
            if (Fits(market, instruments) && split.TestFrom == own.TestFrom && split.TestTo == own.TestTo)
                return market;
        }

        return null;
    }

    /// <summary>Returns whether the instruments are those of a market, nine in ten of them at least.</summary>
    public static bool Fits(PaperMarket market, IEnumerable<string> instruments)
    {
        var names = market == PaperMarket.Sz50 ? Sz50Names : Acl18Names;
        return names.Intersect(instruments, StringComparer.Ordinal).Count() >= Most * names.Length;
    }
}
