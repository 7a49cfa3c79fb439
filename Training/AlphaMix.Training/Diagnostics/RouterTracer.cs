using AlphaMix.Core.Numerics;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Routers;
using AlphaMix.Evaluation.Diagnostics;
using AlphaMix.Evaluation.Markets;
using AlphaMix.Evaluation.Portfolios;
using AlphaMix.Training.Scoring;

namespace AlphaMix.Training.Diagnostics;

/// <summary>Writes down, for every pick of every day, which groups a router asked and what each of them said.</summary>
/// <remarks>
/// A router that is no <see cref="IGroupMixture"/> - the soup S, which is one network, forecasters - has its own answer alone. Without a
/// group, R is taken to have asked the others it asked; what its routers would have done on other logits is not replayed.
/// </remarks>
internal sealed class RouterTracer
{
    private readonly PoolScorer _scorer;
    private readonly Dictionary<(int Day, int Instrument), int> _places;

    /// <summary>Initializes a new instance of the <see cref="RouterTracer"/> class.</summary>
    /// <param name="scorer">The pool and its windows.</param>
    public RouterTracer(PoolScorer scorer)
    {
        _scorer = scorer;
        var windows = scorer.Windows;
        _places = Enumerable.Range(0, windows.Count).ToDictionary(i => (windows.Day(i), windows.Instrument(i)));
    }

    /// <summary>Traces one router.</summary>
    /// <param name="router">A router of the pool.</param>
    /// <param name="scores">Its P(up), with the experts asked.</param>
    /// <param name="simulation">Its portfolio; names held only because they could not be sold are no picks.</param>
    /// <param name="rule">The rule that traded it: a group is decisive where a name would not be among the rule's positions without
    /// it.</param>
    public RouterTrace Trace(IRouter router, ScoreSheet scores, SimulationResult simulation, IPortfolioRule rule)
    {
        var grid = _scorer.Windows.Grid;
        var rows = Enumerable.Range(0, grid.DayCount).ToDictionary(row => grid.Days[row]);
        var mixture = router as IGroupMixture;
        var soup = router is SoupRouter own ? _scorer.Windows.LogOdds(own.Group) : null;
        var entries = new List<TraceEntry>();
        for (var d = 0; d < simulation.Days.Length; d++)
        {
            var day = rows[simulation.Days[d]];
            var contributions = mixture is null ? null : new DayContributions(_scorer, _places, mixture, scores, day);
            foreach (var pick in simulation.Holdings[d].Where(holding => holding.Rank > 0).OrderBy(holding => holding.Rank))
            {
                var score = scores[day, pick.Instrument];
                entries.Add(new TraceEntry(
                    grid.Days[day], grid.Instruments[pick.Instrument], pick.Rank, score,
                    Experts(scores, day, pick.Instrument),
                    contributions?.Compute(pick.Instrument, rule)
                        ?? [new GroupContribution(
                            0, 1, soup is null ? LogOdds(score) : soup[_places[(day, pick.Instrument)]], double.NaN, Decisive: true)]));
            }
        }

        return new RouterTrace(router.Name, Names(router), entries, [.. simulation.Days.Select(day => MeanAsked(scores, rows[day]))]);
    }

    private string[] Names(IRouter router) =>
        router is SoupRouter ? [$"soup of {string.Join(", ", _scorer.Pool.Manifest.Soup!.Ingredients)}"]
        : router is not IGroupMixture ? [router.Name]
        : [.. Enumerable.Range(0, _scorer.Pool.Members.Count).Select(group => GroupName.From(_scorer.Pool, group))];

    // Scores of 0 and 1 have no finite log-odds.
    private static double LogOdds(double score)
    {
        var inside = Math.Clamp(score, 1e-9, 1 - 1e-9);
        return ExactMath.Log(inside / (1 - inside));
    }

    private static double MeanAsked(ScoreSheet scores, int day)
    {
        var all = scores.ExpertsUsed.Slice(day * scores.InstrumentCount, scores.InstrumentCount).ToArray();
        return all.Where(count => !float.IsNaN(count)).Select(count => (double)count).DefaultIfEmpty(double.NaN).Average();
    }

    private static int Experts(ScoreSheet scores, int day, int instrument) =>
        (int)scores.ExpertsUsed[day * scores.InstrumentCount + instrument];

    /// <summary>The contributions of the groups to all instruments of one day.</summary>
    private sealed class DayContributions
    {
        private readonly List<(int Instrument, int Place, double Mixed, IReadOnlyList<GroupShare> Asked)> _scored = [];
        private readonly double[][] _without;
        private readonly PoolScorer _scorer;

        public DayContributions(
            PoolScorer scorer, Dictionary<(int Day, int Instrument), int> places, IGroupMixture mixture, ScoreSheet scores, int day)
        {
            _scorer = scorer;
            for (var i = 0; i < scores.InstrumentCount; i++)
            {
                if (double.IsNaN(scores[day, i]))
                    continue;
                var place = places[(day, i)];
                var groups = mixture.Shares(scorer.Windows.Values(place), Experts(scores, day, i));
                _scored.Add((i, place, groups.Sum(one => one.MixtureWeight * scorer.LogOdds[one.Group][place]), groups));
            }

            _without = Without();
        }

        public GroupContribution[] Compute(int instrument, IPortfolioRule rule)
        {
            var positions = rule.Positions(_scored.Count);
            var pick = _scored.FindIndex(one => one.Instrument == instrument);
            var (_, place, mixed, asked) = _scored[pick];
            return
            [
                .. asked.Select(one =>
                {
                    var without = _without[one.Group][pick];
                    return new GroupContribution(
                        one.Group, one.MixtureWeight, _scorer.LogOdds[one.Group][place], without - mixed,
                        double.IsNaN(without) || RankWithout(one.Group, pick) > positions);
                })
            ];
        }

        // Per group and instrument the answer without that group: the answer itself where it was not asked, NaN (silence) where it was the
        // only one.
        private double[][] Without()
        {
            var answers = _scored.Select(one => one.Mixed).ToArray();
            double[][] without = [.. _scorer.Pool.Members.Select(_ => (double[])answers.Clone())];
            for (var i = 0; i < _scored.Count; i++)
            {
                foreach (var (group, weight) in _scored[i].Asked)
                    without[group][i] = GroupContribution.Without(_scored[i].Mixed, _scorer.LogOdds[group][_scored[i].Place], weight);
            }

            return without;
        }

        // Instruments are in the order of columns, so that the lower one wins a tie.
        private int RankWithout(int group, int pick)
        {
            var (rank, answers) = (1, _without[group]);
            for (var i = 0; i < answers.Length; i++)
            {
                if (answers[i] > answers[pick] || (answers[i] == answers[pick] && i < pick))
                    rank++;
            }

            return rank;
        }
    }
}
