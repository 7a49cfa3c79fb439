using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;

namespace MyAlpha;

/// <summary>Holds the first names of the ranking in proportion to 1 / rank.</summary>
public sealed class InverseRank : IPortfolioRule
{
    private readonly int _names;

    public InverseRank(Parameters parameters)
    {
        parameters.RequireKnown("names");
        _names = parameters.Whole("names", 5);
        if (_names < 1)
            throw new ArgumentException($"names must be at least 1, found {_names}.");
    }

    public string Name => "inverseRank";

    public Parameters Parameters => Parameters.None.With("names", _names);

    public int Positions(int scored) => Math.Min(_names, scored);

    public void Decide(scoped in PortfolioDay day, PortfolioTargets targets)
    {
        for (var place = 0; place < Positions(day.Ranking.Length); place++)
            targets.Buy(day.Ranking[place], share: 1.0 / (place + 1));
    }
}
