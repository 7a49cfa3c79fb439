using AlphaMix.Core.Experts;
using AlphaMix.Core.Extensions;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Routers;

namespace MyAlpha;

/// <summary>The mean of the groups' P(up) without the lowest and the highest few.</summary>
public sealed class TrimmedMean : IRouter
{
    private readonly IReadOnlyList<IGroup> _groups;
    private readonly int _trim;

    public TrimmedMean(IReadOnlyList<IGroup> groups, int trim)
    {
        if (trim < 0 || 2 * trim >= groups.Count)
            throw new ArgumentException($"trimmedMean: found a trim of {trim} for {groups.Count} groups.");
        (_groups, _trim) = (groups, trim);
    }

    /// <summary>Creates the router from what the fitter below returned.</summary>
    public TrimmedMean(FittedState state, IReadOnlyList<IGroup> groups)
        : this(groups, state.Parameters.Whole("trim"))
    {
        if (state.Version != 1)
            throw new ArgumentException($"trimmedMean: expected version 1, found {state.Version}.");
    }

    public string Name => "trimmedMean";

    public void Score(
        ReadOnlySpan<float> rows, ReadOnlySpan<int> offsets, Span<float> probabilities, Span<int> expertsAsked, RouterScratch scratch)
    {
        var logits = scratch.Memory.Floats(0, 2 * offsets.Length);
        var answers = scratch.Memory.Floats(1, _groups.Count * offsets.Length);
        var sorted = scratch.Memory.Floats(2, _groups.Count);
        var experts = 0;
        for (var g = 0; g < _groups.Count; g++)
        {
            _groups[g].Logits(rows, offsets, logits, scratch.Groups);
            Logits.ToProbabilities(logits, answers.Slice(g * offsets.Length, offsets.Length));
            experts += _groups[g].Experts;
        }

        for (var i = 0; i < offsets.Length; i++)
        {
            for (var g = 0; g < _groups.Count; g++)
                sorted[g] = answers[g * offsets.Length + i];
            sorted.Sort();
            var sum = 0f;
            foreach (var answer in sorted[_trim..^_trim])
                sum += answer;
            probabilities[i] = sum / (_groups.Count - 2 * _trim);
        }

        expertsAsked.Fill(experts);
    }
}

/// <summary>Takes the number of groups to leave out that earns most on the validation span.</summary>
public sealed class TrimmedMeanFitter : IRouterFitter
{
    public string Name => "trimmedMean";

    public IEnumerable<string> Faults(Parameters options)
    {
        if (options.Whole("most", 2) is < 0 and var most)
            yield return $"most must not be negative, found {most}";
    }

    public FittedRouter? Fit(RouterFitContext context, Parameters options)
    {
        var groups = context.Members;
        var most = Math.Min(options.Whole("most", 2), (groups.Count - 1) / 2);
        var best = Enumerable.Range(0, most + 1).MaxBy(trim => context.Profit(context.Score(new TrimmedMean(groups, trim))));
        context.Note($"trimmedMean: {best} groups left out on each side");
        return new FittedRouter(new FittedState(Name, version: 1, Parameters.None.With("trim", best), tensors: []));
    }
}
