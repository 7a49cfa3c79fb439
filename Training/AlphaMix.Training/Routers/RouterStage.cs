using System.Globalization;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Configuration;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Routers;

/// <summary>Fits R, W and S on the validation span (paper, section 4).</summary>
/// <param name="configuration">Which routers, and how.</param>
/// <param name="validation">The validation span.</param>
internal sealed class RouterStage(TrainingConfiguration configuration, ValidationSpan validation)
{
    private readonly List<string> _notes = [];

    /// <summary>Fits the routers.</summary>
    /// <param name="groups">The pool's groups.</param>
    public FittedRouters Fit(IReadOnlyList<TrainedGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var ranked = Enumerable.Range(0, groups.Count)
            .OrderByDescending(g => groups[g].Record.ValidationProfit)
            .ThenBy(g => g)
            .ToArray();
        var samples = RoutingSamples.From(validation, groups);
        var (asNeeded, asNeededFit) = FitAsNeeded(samples, ranked);
        var (selection, compared) = Select(samples, ranked);
        var (soup, soupGroup) = MakeSoup(groups, ranked);
        return new FittedRouters(
            asNeeded,
            asNeededFit?.Parameters,
            selection,
            soup,
            soupGroup,
            new RouterUses(asNeeded is null ? 0 : groups.Count + asNeeded.OnRates.Count, compared, soup?.Candidates ?? 0),
            _notes);
    }

    private (AsNeededRecord? Record, AsNeededFit? Fit) FitAsNeeded(RoutingSamples samples, int[] ranked)
    {
        if (configuration.Routers.AsNeeded is not { } options)
            return default;
        if (ranked.Length < 2)
        {
            _notes.Add("R: none, the pool has one group");
            return default;
        }

        var order = ranked[..Math.Min(options.Groups, ranked.Length)];
        var fit = AsNeededFitter.Fit(samples, order, options, configuration.Seed);
        var rates = string.Join(", ", fit.OnRates.Select(Percent));
        _notes.Add($"R: groups {List(order)} in turn, asking on for {rates} of the samples that reach each router");
        if (fit.OnRates[0] == 0)
            _notes.Add("R equals the best single group: its first router never asks on");
        else if (fit.OnRates.All(rate => rate == 1))
            _notes.Add("R equals the mean of its groups: its routers always ask on");
        return (new AsNeededRecord(order, options.Target, fit.Omega, fit.OnRates), fit);
    }

    private (SelectionRecord? Record, int Compared) Select(RoutingSamples samples, int[] ranked)
    {
        if (configuration.Routers.WithReplacement is not { } options)
            return default;
        var compared = 0;
        var selection = WithReplacementSelector.Select(
            samples.GroupLogits.Count,
            options.Distinct,
            groups =>
            {
                compared++;
                return validation.Profit(samples.MeanLogits(groups));
            });
        var parts = selection.Groups.Zip(selection.MixtureWeights, (group, weight) => $"{group} ({Percent(weight)})");
        _notes.Add($"W: groups {string.Join(", ", parts)}");
        if (selection.Groups.Count == 1)
            _notes.Add(selection.Groups[0] == ranked[0] ? "W equals the best single group" : $"W equals the single group {selection.Groups[0]}");
        else if (selection.Groups.Count == ranked.Length && selection.MixtureWeights.Distinct().Count() == 1)
            _notes.Add("W equals V: all groups weigh the same");
        return (selection, compared);
    }

    private (SoupRecord? Record, ExpertGroup? Soup) MakeSoup(IReadOnlyList<TrainedGroup> groups, int[] ranked)
    {
        if (!configuration.Routers.Soup)
            return default;
        var best = groups[ranked[0]].Record;
        var candidates = Array.FindAll(
            ranked, g => groups[g].Record.Shape == best.Shape && groups[g].Record.Initialisation == best.Initialisation);
        var (parameters, kept) = SoupMaker.Make(
            Array.ConvertAll(candidates, g => groups[g].Parameters),
            tried => validation.Judge(best.Shape, tried).Profit);
        var ingredients = kept.Select(i => candidates[i]).ToArray();
        _notes.Add($"S: ingredients {List(ingredients)} of {candidates.Length} groups with the best one's shape and start");
        if (ingredients.Length == 1)
            _notes.Add("S equals the best single group");
        return (new SoupRecord(ingredients, candidates.Length), new ExpertGroup(best.Shape, parameters));
    }

    private static string List(IEnumerable<int> groups) => string.Join(", ", groups);

    private static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Percent(float share) => Percent((double)share);
}
