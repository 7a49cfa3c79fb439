using AlphaMix.Core.Portfolios;
using AlphaMix.Lean.Handover;
using QuantConnect;
using QuantConnect.Algorithm;

namespace AlphaMix.Lean.Portfolios;

/// <summary>The portfolio model's state of one alpha model: its rule, its own part of the portfolio, its record.</summary>
/// <param name="memorySize">Numbers that the mixture remembers of it.</param>
internal sealed class Source(int memorySize)
{
    private readonly RulePortfolio _rule = new();
    private bool _hasTraded;

    /// <summary>Gets its own part, its record, and the mixture's memory of its returns.</summary>
    public MixtureMember<Symbol> Member { get; } = new(memorySize);

    /// <summary>Goes on from what <see cref="Save"/> returned; names that are not subscribed are left out.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="symbols">The subscribed securities by identifier.</param>
    public void Restore(SavedSource saved, Dictionary<string, Symbol> symbols)
    {
        Member.Restore(saved.Memory, saved.Settled);
        Fill(Member.Own, saved.Own);
        Fill(Member.Asked, saved.Asked);
        _hasTraded = saved.HasTraded;

        void Fill(PaperBook<Symbol> book, SavedPosition[] positions)
        {
            book.Clear();
            foreach (var position in positions)
            {
                if (symbols.TryGetValue(position.Symbol, out var symbol))
                    book.Add(symbol, position.Weight, position.Price);
            }
        }
    }

    /// <summary>Returns all that a restart needs.</summary>
    public SavedSource Save() => new(Member.Settled, _hasTraded, [.. Member.Memory], Positions(Member.Own), Positions(Member.Asked));

    /// <summary>
    /// Decides a day of a handed-over rule with the weights of the source's own part, which drift with prices between calls.
    /// </summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="day">The day.</param>
    /// <param name="adopts">Whether the part begins with what the algorithm holds, not with cash.</param>
    public PortfolioPlan DecideShared(QCAlgorithm algorithm, RankedDay day, bool adopts)
    {
        Member.Own.Drift(symbol => ActualHoldings.Price(algorithm, symbol));
        var own = new Dictionary<Symbol, double>();
        foreach (var position in Member.Own.Positions)
            own.Add(position.Name, position.Weight);
        _rule.Decide(day, adopts && !_hasTraded ? symbol => ActualHoldings.Weight(algorithm, symbol) : own.GetValueOrDefault);
        return Trade(algorithm, day);
    }

    /// <summary>Decides a day of a handed-over rule that has the whole portfolio, with the weights that are held.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="day">The day.</param>
    /// <param name="maxTurnover">Tightens the rule's own turnover limit.</param>
    public (PortfolioPlan Plan, bool TradesChangesOnly) DecideAlone(QCAlgorithm algorithm, RankedDay day, double maxTurnover)
    {
        _rule.Decide(day, symbol => ActualHoldings.Weight(algorithm, symbol), maxTurnover);
        return (Trade(algorithm, day), _rule.TradesChangesOnly);
    }

    private static SavedPosition[] Positions(PaperBook<Symbol> book) => Array.ConvertAll(
        book.Positions.ToArray(), position => new SavedPosition(position.Name.ID.ToString(), position.Weight, position.Price));

    private PortfolioPlan Trade(QCAlgorithm algorithm, RankedDay day)
    {
        Member.Own.Clear();
        foreach (var position in _rule.Plan.Positions)
            Member.Own.Add(day.Names[position.Name], position.Weight, ActualHoldings.Price(algorithm, day.Names[position.Name]));
        _hasTraded = true;
        return _rule.Plan;
    }
}
