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

    /// <summary>
    /// Says which of the paper's markets data and split are, so that the paper's figures may stand beside them; null when they are neither.
    /// </summary>
    /// <param name="instruments">The instruments used.</param>
    /// <param name="split">The spans.</param>
    public static PaperMarket? MarketOf(IReadOnlyCollection<string> instruments, DateSplit split)
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(split);
        if (IsAcl18(instruments) && split.TestFrom == Acl18.Split.TestFrom && split.TestTo == Acl18.Split.TestTo)
            return PaperMarket.Acl18;
        var chinese = instruments.Count(name => name.Length >= 6 && name.StartsWith("60", StringComparison.Ordinal));
        return instruments.Count is >= 40 and <= 50 && chinese == instruments.Count
            && split.TestFrom == new DateOnly(2019, 9, 1) && split.TestTo == new DateOnly(2020, 9, 1)
            ? PaperMarket.Sz50
            : null;
    }

    /// <summary>Returns whether the instruments are those of ACL18, nine in ten of them at least.</summary>
    public static bool IsAcl18(IEnumerable<string> instruments) =>
        Acl18Names.Intersect(instruments, StringComparer.Ordinal).Count() >= Most * Acl18Names.Length;
}
