using AlphaMix.Core.Features;
using QuantConnect;
using QuantConnect.Algorithm;
using QuantConnect.Data;

namespace AlphaMix.Lean.Signals;

/// <summary>Fills windows from history: one batched call, and a second, longer one for securities whose bars have gaps.</summary>
/// <param name="ranker">The windows.</param>
/// <param name="feed">Takes the bars.</param>
/// <param name="read">Reads history: symbols and number of bars in, slices out, ascending.</param>
internal sealed class WarmUp(DayRanker ranker, BarFeed feed, Func<QCAlgorithm, IReadOnlyList<Symbol>, int, IEnumerable<Slice>> read)
{
    // Residual features reach far back already, and never become ready for a name that is new: one call, with some days to spare.
    private const int SpareDays = 5;

    private FeatureSpec Spec => ranker.Pool.Manifest.Features;

    // Cross-sectional rows depend on who else has a bar at that time: with one more instrument all are computed anew.
    private bool IsCrossSectional => ranker.Pool.Scaler.Kind == ScalerKind.CrossSectional || Spec.IsCrossSectional;

    /// <summary>Fills the windows of securities that were added, and, where scores are averaged, the averages of all.</summary>
    public void Add(QCAlgorithm algorithm, IReadOnlyCollection<TrackedSymbol> added)
    {
        ranker.ForgetScores();
        Fill(algorithm, ranker.AverageDays > 0 ? ranker.Universe.All : [.. added], ranker.AverageDays, current: null);
    }

    /// <summary>Fills windows anew whose bars were rescaled, or scaled by another pool; averages of scores stay.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="wanted">The securities.</param>
    /// <param name="current">The slice that is about to be taken: its bars are left out of history. Null when there is none.</param>
    public void Refill(QCAlgorithm algorithm, IReadOnlyCollection<TrackedSymbol> wanted, Slice? current) =>
        Fill(algorithm, [.. wanted], averageDays: 0, current);

    private void Fill(QCAlgorithm algorithm, TrackedSymbol[] wanted, int averageDays, Slice? current)
    {
        var rest = IsCrossSectional ? ranker.Universe.All : wanted;
        int[] lengths = Spec.IsCrossSectional ? [Spec.WarmUpBars + SpareDays] : [2 * Spec.WarmUpBars, 16 * Spec.WarmUpBars];
        foreach (var bars in lengths)
        {
            Restart(rest, averageDays > 0);
            foreach (var slice in read(algorithm, Array.ConvertAll(rest, tracked => tracked.Symbol), bars + averageDays))
            {
                if (feed.Replay(slice, rest, current, ranker.Signals) is { } latest && averageDays > 0)
                    ranker.Recall(DateOnly.FromDateTime(latest));
            }

            if (Array.TrueForAll(rest, tracked => tracked.Window.IsReady))
                return;
            if (!IsCrossSectional && averageDays == 0)
                rest = Array.FindAll(rest, tracked => !tracked.Window.IsReady);
        }
    }

    private void Restart(TrackedSymbol[] wanted, bool forgetsScores)
    {
        if (forgetsScores)
            ranker.ForgetScores();
        if (IsCrossSectional)
            ranker.Signals.RestartAll();
        else
            Array.ForEach(wanted, tracked => ranker.Signals.Restart(tracked.Window));
    }
}
