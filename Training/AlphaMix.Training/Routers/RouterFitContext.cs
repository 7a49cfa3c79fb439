using AlphaMix.Core.Experts;
using AlphaMix.Core.Routers;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Spans;

namespace AlphaMix.Training.Routers;

/// <summary>
/// The input of an <see cref="IRouterFitter"/>: the pool's groups, their logits on the validation span, and the profit of other forecasts
/// there.
/// </summary>
public sealed class RouterFitContext
{
    private readonly ValidationSpan _validation;
    private readonly List<string> _notes = [];

    internal RouterFitContext(
        ValidationSpan validation, RoutingSamples samples, IReadOnlyList<TrainedGroup> groups, IReadOnlyList<IGroup> members,
        IReadOnlyList<int> ranked, long seed)
    {
        _validation = validation;
        Samples = samples;
        Groups = groups;
        Members = members;
        Ranked = ranked;
        Seed = seed;
    }

    /// <summary>Gets the validation samples with the logits of each group.</summary>
    public RoutingSamples Samples { get; }

    /// <summary>Gets the pool's groups of networks: hyperparameters, validation figures, parameter vectors.</summary>
    public IReadOnlyList<TrainedGroup> Groups { get; }

    /// <summary>Gets all that a router chooses from: the groups of networks, then the tree groups, where the pool has any.</summary>
    public IReadOnlyList<IGroup> Members { get; }

    /// <summary>Gets the indices of the members, highest validation profit first.</summary>
    public IReadOnlyList<int> Ranked { get; }

    /// <summary>Gets the run's seed.</summary>
    public long Seed { get; }

    /// <summary>Gets the notes so far.</summary>
    internal IReadOnlyList<string> Notes => _notes;

    /// <summary>Gets how often the profit was asked for.</summary>
    internal int ProfitCalls { get; private set; }

    /// <summary>
    /// Returns Pro: the total return of the daily top-k strategy by P(up) over the validation span, a fraction, no costs (paper, section
    /// 4.2).
    /// </summary>
    /// <param name="probabilities">P(up) per validation sample, in the order of <see cref="Samples"/>.</param>
    /// <remarks>Each call is counted as one use of the validation span.</remarks>
    public double Profit(ReadOnlySpan<float> probabilities)
    {
        ProfitCalls++;
        return _validation.ProfitOf(probabilities);
    }

    /// <summary>Computes a router's forecasts on the validation span.</summary>
    /// <param name="router">A router of the pool's groups.</param>
    /// <returns>P(up) per validation sample, in the order of <see cref="Samples"/>.</returns>
    public float[] Score(IRouter router)
    {
        ArgumentNullException.ThrowIfNull(router);
        var probabilities = new float[Samples.Count];
        router.Score(Samples.Rows, Samples.Offsets, probabilities, new int[Samples.Count], new RouterScratch());
        return probabilities;
    }

    /// <summary>Adds a remark about the router, printed after training.</summary>
    public void Note(string note) => _notes.Add(note);

    /// <summary>Returns the profit of answers given as logits (samples x 2).</summary>
    internal double ProfitOfLogits(ReadOnlySpan<float> logits)
    {
        var probabilities = new float[Samples.Count];
        Logits.ToProbabilities(logits, probabilities);
        return Profit(probabilities);
    }

    /// <summary>Returns the profit of one group alone.</summary>
    internal double Profit(GroupShape shape, float[] parameters) => ProfitOfLogits(_validation.Logits(new ExpertGroup(shape, parameters)));
}
